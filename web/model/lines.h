// Small records as text: lines "key<TAB>value" with \n, \t and \\ escaped.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huikuan::web {

void PutLine(std::string_view key, std::string_view value, std::string& out);
// Lines without a tab are skipped.
std::vector<std::pair<std::string, std::string>> ReadLines(std::string_view packed);

}  // namespace huikuan::web
