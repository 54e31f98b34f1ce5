// Text in a terminal: columns as they look (a Chinese character takes two), lines that break well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huikuan::cli {

inline constexpr int kPageWidth = 96;

int Columns(std::string_view text);
std::string PadRight(std::string text, int columns);
std::string PadLeft(const std::string& text, int columns);
// "a, b, c".
std::string Joined(const std::vector<std::string>& names);
// Breaks paragraphs to the page's width. The first line begins with `first`, the others with as
// many blanks. No '\n' at the end.
std::string Wrapped(std::string_view text, std::string_view first = {});

}  // namespace huikuan::cli
