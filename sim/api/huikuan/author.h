// For authors' tools: what authored files may contain, and the contract tests they carry.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

// File name ("act.schema.json", "case.schema.json" …) to JSON Schema (draft-07). Generated from
// the loader itself; scenarios/schema/ holds a copy for editors.
std::map<std::string, std::string> JsonSchemas();

// The example of an act: said to a listener of this role after these acts, it must have an effect
// of the kind `expect` (a name of the effects language).
struct ActExample {
  std::string act;
  Role listener = Role::kReception;
  std::vector<std::string> after;
  std::string expect;
};
// Of every act file that can be read, in order of ids.
std::vector<ActExample> ActExamples(const Bundle& bundle);

}  // namespace huikuan
