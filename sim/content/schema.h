// JSON Schemas of all authored files, made by running the loaders in describe mode.
#pragma once

#include <map>
#include <string>

namespace huikuan::content {

// File name ("act.schema.json") to draft-07 schema text.
std::map<std::string, std::string> MakeSchemas();

}  // namespace huikuan::content
