#include "recognise/features.h"

#include <algorithm>

#include "core/hash.h"

namespace huikuan::recognise {

namespace {

// A character of the sentence, or a whole slot, which stands for itself as one.
struct Unit {
  char32_t c;
  std::size_t from, to;
};

constexpr char32_t kSlotMark = 0xe000;  // + SlotKind; Normalise leaves these characters out
constexpr char32_t kEdge = 0xe100;
constexpr std::size_t kLongestHan = 4, kShortestStem = 3, kLongestStem = 5;

std::vector<Unit> Units(const Typed& typed, const std::vector<Slot>& slots, std::size_t from,
                        std::size_t to) {
  std::vector<Unit> units = {{kEdge, from, from}};
  for (std::size_t i = from; i < to;) {
    const auto slot = std::find_if(slots.begin(), slots.end(), [&](const Slot& s) {
      return s.from == i && s.to <= to && s.kind != SlotKind::kPaper;
    });
    if (slot != slots.end()) {
      units.push_back({kSlotMark + static_cast<char32_t>(slot->kind), i, slot->to});
      i = slot->to;
      continue;
    }
    char32_t c = typed.text[i];
    if (IsDigit(c)) c = U'0';
    units.push_back({c, i, i + 1});
    ++i;
  }
  units.push_back({kEdge, to, to});
  return units;
}

class Collector {
 public:
  void Add(std::uint64_t salt, const Unit* units, std::size_t n) {
    Push(Hash(salt, units, n), units[0].from, units[n - 1].to);
  }
  // Two stretches with something between them.
  void AddApart(std::uint64_t salt, const Unit* a, std::size_t n, const Unit* b, std::size_t m) {
    Push(Hash(HashWord(Hash(salt, a, n), kEdge), b, m), a[0].from, b[m - 1].to);
  }
  std::vector<Gram> Take() {
    std::stable_sort(grams_.begin(), grams_.end(),
                     [](const Gram& a, const Gram& b) { return a.hash < b.hash; });
    grams_.erase(std::unique(grams_.begin(), grams_.end(),
                             [](const Gram& a, const Gram& b) { return a.hash == b.hash; }),
                 grams_.end());
    std::stable_sort(grams_.begin(), grams_.end(),
                     [](const Gram& a, const Gram& b) { return a.from < b.from; });
    return std::move(grams_);
  }

 private:
  static std::uint64_t Hash(std::uint64_t h, const Unit* units, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) h = HashWord(h, units[i].c);
    return h;
  }
  void Push(std::uint64_t h, std::size_t from, std::size_t to) {
    grams_.push_back({static_cast<std::uint32_t>(h) >> kUnusedBits, from, to});
  }
  std::vector<Gram> grams_;
};

bool OfWord(char32_t c) { return IsLatin(c) || c == U'\'' || c == U'0'; }

// Words of the other languages and how they begin, which stands for their stem; a slot is a word.
void AddWords(const std::vector<Unit>& units, bool gaps, Collector* grams) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (std::size_t i = 0; i < units.size();) {
    if (!OfWord(units[i].c)) {
      if (units[i].c >= kSlotMark) words.push_back({i, i + 1});
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < units.size() && OfWord(units[end].c)) ++end;
    words.push_back({i, end});
    for (std::size_t n = kShortestStem; n <= kLongestStem && i + n <= end; ++n) {
      grams->Add(1 + n, &units[i], n);
    }
    i = end;
  }
  for (std::size_t w = 0; w < words.size(); ++w) {
    grams->Add(20, &units[words[w].first], words[w].second - words[w].first);
    if (w + 1 == words.size()) break;
    grams->Add(21, &units[words[w].first], words[w + 1].second - words[w].first);
    if (!gaps || w + 2 >= words.size()) continue;
    const auto& other = words[w + 2];
    grams->AddApart(22, &units[words[w].first], words[w].second - words[w].first,
                    &units[other.first], other.second - other.first);
  }
}

// Two Chinese characters with one or two between them.
void AddCharactersApart(const std::vector<Unit>& units, Collector* grams) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!IsHan(units[i].c)) continue;
    for (std::size_t gap = 2; gap <= 3 && i + gap < units.size(); ++gap) {
      if (IsHan(units[i + gap].c)) grams->AddApart(60 + gap, &units[i], 1, &units[i + gap], 1);
    }
  }
}

}  // namespace

std::vector<Gram> GramsOf(const Typed& typed, const std::vector<Slot>& slots, std::size_t from,
                          std::size_t to, bool gaps) {
  const std::vector<Unit> units = Units(typed, slots, from, to);
  Collector grams;
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (std::size_t n = 1; n <= kLongestHan && i + n <= units.size(); ++n) {
      const Unit& last = units[i + n - 1];
      if (IsLatin(last.c) || last.c == U' ' || last.c == U'\'') break;
      grams.Add(40 + n, &units[i], n);
    }
  }
  AddWords(units, gaps, &grams);
  if (gaps) AddCharactersApart(units, &grams);
  return grams.Take();
}

}  // namespace huikuan::recognise
