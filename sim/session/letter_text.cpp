#include "session/letter_text.h"

#include <algorithm>
#include <set>

#include "recognise/normalise.h"

namespace huikuan::letters {

namespace {

using recognise::IsDigit;
using recognise::IsLatin;

// A line longer than Normalise reads is read in pieces, cut between characters.
constexpr std::size_t kPiece = recognise::kMaxTyped;

std::size_t PieceEnd(std::string_view line, std::size_t from) {
  std::size_t end = std::min(line.size(), from + kPiece);
  while (end < line.size() && end > from + 1 &&
         (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
    --end;
  return end;
}

bool Abbreviation(const std::u32string& text, std::size_t dot) {
  constexpr std::u32string_view kShort[] = {U"co",  U"ltd", U"no",  U"mr",  U"ms",
                                            U"mrs", U"dr",  U"inc", U"art", U"arts"};
  for (const std::u32string_view word : kShort) {
    if (dot < word.size() || text.compare(dot - word.size(), word.size(), word) != 0) continue;
    if (dot == word.size() || !IsLatin(text[dot - word.size() - 1])) return true;
  }
  return false;
}

// One part of a pattern at or after `from`, not beyond `most`.
std::optional<std::size_t> PartAt(std::u32string_view text, std::u32string_view part,
                                  std::size_t from, std::size_t most) {
  for (std::size_t at = text.find(part, from); at != std::u32string_view::npos && at <= most;
       at = text.find(part, at + 1)) {
    const bool inside = IsLatin(part[0]) && at > 0 && IsLatin(text[at - 1]);
    if (!inside) return at;
  }
  return std::nullopt;
}

// Pairs of neighbouring characters, for likeness of paragraphs.
std::multiset<std::pair<char32_t, char32_t>> Pairs(std::u32string_view text) {
  std::multiset<std::pair<char32_t, char32_t>> pairs;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) pairs.emplace(text[i], text[i + 1]);
  return pairs;
}

// Share of common pairs, per cent.
int Alike(std::u32string_view a, std::u32string_view b) {
  const auto left = Pairs(a), right = Pairs(b);
  if (left.empty() || right.empty()) return a == b ? 100 : 0;
  std::vector<std::pair<char32_t, char32_t>> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  return static_cast<int>(200 * both.size() / (left.size() + right.size()));
}

}  // namespace

LetterText::LetterText(std::string_view typed) : typed_(typed.substr(0, kMostRead)) {
  std::size_t line = 0;
  while (line <= typed_.size()) {
    const std::size_t end = std::min(typed_.find('\n', line), typed_.size());
    for (std::size_t from = line; from < end;) {
      const std::size_t to = PieceEnd(typed_.substr(0, end), from);
      const recognise::Typed piece = recognise::Normalise(typed_.substr(from, to - from));
      for (std::size_t i = 0; i < piece.text.size(); ++i) {
        text_.push_back(piece.text[i]);
        at_.push_back(static_cast<std::uint32_t>(from) + piece.at[i]);
      }
      from = to;
    }
    text_.push_back(U'\n');
    at_.push_back(static_cast<std::uint32_t>(end));
    line = end + 1;
  }
  at_.push_back(static_cast<std::uint32_t>(typed_.size()));
  FindParagraphs();
}

void LetterText::FindParagraphs() {
  Span now;
  bool open = false;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool blank = text_[i] == U'\n' && (i == 0 || text_[i - 1] == U'\n');
    if (text_[i] != U'\n' && !open) {
      now.from = i;
      open = true;
    }
    if (open && (blank || i + 1 == text_.size())) {
      now.to = blank ? i - 1 : i;
      paragraphs_.push_back(now);
      open = false;
    }
  }
}

std::pair<std::uint32_t, std::uint32_t> LetterText::Bytes(Span span) const {
  if (text_.empty() || span.from >= at_.size()) return {0, 0};
  const std::uint32_t begin = at_[span.from];
  if (span.to <= span.from) return {begin, begin};
  // Up to the end of the last character: where the next begins, blanks between them left out.
  std::uint32_t end = at_[span.to - 1] + 1;
  while (end < typed_.size() && (static_cast<unsigned char>(typed_[end]) & 0xC0) == 0x80) ++end;
  return {begin, std::max(begin, end)};
}

std::string LetterText::Typed(Span span) const {
  const auto [begin, end] = Bytes(span);
  return std::string(typed_.substr(begin, end - begin));
}

bool LetterText::Ends(std::size_t at) const {
  switch (text_[at]) {
    case U'\n':
    case U';':
    case U'!':
    case U'?':
      return true;
    case U'.': {
      const bool number =
          at > 0 && at + 1 < text_.size() && IsDigit(text_[at - 1]) && IsDigit(text_[at + 1]);
      return !number && !Abbreviation(text_, at);
    }
    default:
      return false;
  }
}

Span LetterText::Sentence(std::size_t at) const {
  Span out{at, at};
  while (out.from > 0 && !Ends(out.from - 1)) --out.from;
  while (out.to < text_.size() && !Ends(out.to)) ++out.to;
  return out;
}

std::u32string OneLine(std::string_view words) { return recognise::Normalise(words).text; }

std::optional<Span> FindPattern(std::u32string_view text, std::u32string_view pattern,
                                std::size_t from) {
  const std::size_t star = pattern.find(U'*');
  const std::u32string_view first = pattern.substr(0, star);
  for (auto at = PartAt(text, first, from, text.size()); at;
       at = PartAt(text, first, *at + 1, text.size())) {
    Span span{*at, *at + first.size()};
    std::u32string_view rest = star == std::u32string_view::npos ? U"" : pattern.substr(star + 1);
    bool whole = true;
    while (!rest.empty() && whole) {
      const std::size_t next = rest.find(U'*');
      const std::u32string_view part = rest.substr(0, next);
      const auto here = PartAt(text, part, span.to, span.to + kGap);
      whole = here && text.substr(span.to, *here - span.to).find_first_of(U".;!?,\n") ==
                          std::u32string_view::npos;
      if (whole) span.to = *here + part.size();
      rest = next == std::u32string_view::npos ? U"" : rest.substr(next + 1);
    }
    if (whole) return span;
  }
  return std::nullopt;
}

Likeness MostLike(std::u32string_view text, std::u32string_view name) {
  // Sellers: the edit distance of `name` to the best part of `text`, with where that part begins.
  struct Cell {
    std::size_t differs, begin;
  };
  std::vector<Cell> row(name.size() + 1);
  Likeness best{{0, 0}, name.size()};
  for (std::size_t j = 0; j <= name.size(); ++j) row[j] = {j, 0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    Cell diagonal = row[0];
    row[0] = {0, i + 1};
    for (std::size_t j = 1; j <= name.size(); ++j) {
      const Cell above = row[j];
      Cell cell = diagonal;
      if (text[i] != name[j - 1]) ++cell.differs;
      if (above.differs + 1 < cell.differs) cell = {above.differs + 1, above.begin};
      if (row[j - 1].differs + 1 < cell.differs) cell = {row[j - 1].differs + 1, row[j - 1].begin};
      diagonal = above;
      row[j] = cell;
    }
    const Cell& last = row[name.size()];
    if (last.differs < best.differs) best = {{last.begin, i + 1}, last.differs};
  }
  return best;
}

std::vector<int> Align(const LetterText& edited, const LetterText& composed) {
  constexpr int kStems = 35;  // per cent of common pairs
  std::vector<int> from(edited.paragraphs().size(), -1);
  std::vector<bool> used(composed.paragraphs().size(), false);
  for (const int least : {100, kStems}) {
    for (std::size_t e = 0; e < from.size(); ++e) {
      if (from[e] >= 0) continue;
      int best = least - 1;
      int found = -1;
      for (std::size_t c = 0; c < used.size(); ++c) {
        if (used[c]) continue;
        const int alike =
            Alike(edited.View(edited.paragraphs()[e]), composed.View(composed.paragraphs()[c]));
        if (alike > best) {
          best = alike;
          found = static_cast<int>(c);
        }
      }
      if (found < 0) continue;
      from[e] = found;
      used[static_cast<std::size_t>(found)] = true;
    }
  }
  return from;
}

}  // namespace huikuan::letters
