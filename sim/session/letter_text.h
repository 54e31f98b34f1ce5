// A letter's words in one form, with the way back to the bytes as typed: lines, sentences,
// paragraphs and what stands in them. Nothing here knows what a letter should say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huikuan::letters {

// Bytes of a letter that are read; what follows is kept but not checked.
inline constexpr std::size_t kMostRead = 20'000;

struct Span {
  std::size_t from = 0, to = 0;  // characters of LetterText::text()
  bool Holds(std::size_t at) const { return at >= from && at < to; }
};

class LetterText {
 public:
  explicit LetterText(std::string_view typed);

  // Normalised as typed speech is (recognise/normalise.h), line by line, '\n' between lines.
  const std::u32string& text() const { return text_; }
  std::pair<std::uint32_t, std::uint32_t> Bytes(Span span) const;
  std::string Typed(Span span) const;
  // Blocks of lines with nothing between them but blank lines, in order.
  const std::vector<Span>& paragraphs() const { return paragraphs_; }
  // The sentence `at` stands in.
  Span Sentence(std::size_t at) const;
  std::u32string_view View(Span span) const {
    return std::u32string_view(text_).substr(span.from, span.to - span.from);
  }

 private:
  bool Ends(std::size_t at) const;  // a sentence ends with this character
  void FindParagraphs();

  std::string_view typed_;
  std::u32string text_;
  std::vector<std::uint32_t> at_;  // byte of each character; one more: the end
  std::vector<Span> paragraphs_;
};

// One line in the same form.
std::u32string OneLine(std::string_view words);

// Where `pattern` first stands in `text` from `from` on. A '*' in it is a gap of at most kGap
// characters inside the sentence; a Latin pattern begins at the start of a word.
inline constexpr std::size_t kGap = 24;
std::optional<Span> FindPattern(std::u32string_view text, std::u32string_view pattern,
                                std::size_t from = 0);

// The part of `text` most like `name`, and how many characters differ.
struct Likeness {
  Span span;
  std::size_t differs = 0;
};
Likeness MostLike(std::u32string_view text, std::u32string_view name);

// Which paragraph of `composed` each paragraph of `edited` stems from; -1: written by hand. Equal
// ones first, then the likest.
std::vector<int> Align(const LetterText& edited, const LetterText& composed);

}  // namespace huikuan::letters
