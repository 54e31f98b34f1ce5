#include "recognise/concepts.h"

#include <algorithm>

#include "content/json.h"
#include "core/hash.h"
#include "recognise/bytes.h"

namespace huikuan::recognise {

namespace {

using content::JsonValue;

constexpr std::string_view kConceptFile = "catalogue/concepts.json";
constexpr std::uint32_t kMostPhrases = 1U << 16;
constexpr std::size_t kMostConcepts = 250, kMostLongest = 64;

// A phrase of Chinese stands anywhere; one of other words from the beginning of a word to the end
// of one, or, written with "*", to somewhere within.
enum class PhraseStands : std::uint64_t { kAnywhere = 101, kWords = 102, kBeginning = 103 };

std::uint64_t BeginHash(PhraseStands stands) { return static_cast<std::uint64_t>(stands); }
std::uint32_t EndHash(std::uint64_t h) { return static_cast<std::uint32_t>(h) >> kUnusedBits; }

bool OfLatinWord(char32_t c) { return IsLatin(c) || IsDigit(c); }

void AddEntry(std::string_view phrase, std::uint8_t id, Lexicon* lexicon) {
  std::u32string text = Normalise(phrase).text;
  PhraseStands stands = !text.empty() && IsHan(text[0]) ? PhraseStands::kAnywhere : PhraseStands::kWords;
  if (!text.empty() && text.back() == U'*') {
    stands = PhraseStands::kBeginning;
    text.pop_back();
  }
  if (text.empty() || text.size() > kMostLongest) return;
  std::uint64_t h = BeginHash(stands);
  for (const char32_t c : text) h = HashWord(h, c);
  lexicon->entries.push_back({EndHash(h), id});
  lexicon->longest = std::max(lexicon->longest, text.size());
}

bool EntryBefore(const Lexicon::Entry& a, const Lexicon::Entry& b) {
  return a.hash != b.hash ? a.hash < b.hash : a.concept_id < b.concept_id;
}
bool SameEntry(const Lexicon::Entry& a, const Lexicon::Entry& b) {
  return a.hash == b.hash && a.concept_id == b.concept_id;
}

// Looks for the longest entry that begins at one place.
class ConceptFinder {
 public:
  ConceptFinder(const Lexicon& lexicon, const Typed& typed, Part part)
      : lexicon_(lexicon), text_(typed.text), part_(part) {}
  // Its entries; `to` is where it ends.
  const Lexicon::Entry* Longest(std::size_t from, std::size_t* to) const {
    const Lexicon::Entry* found = nullptr;
    const bool word = OfLatinWord(text_[from]);
    if (word && from > part_.from && OfLatinWord(text_[from - 1])) return nullptr;
    std::uint64_t anywhere = BeginHash(PhraseStands::kAnywhere), words = BeginHash(PhraseStands::kWords);
    std::uint64_t beginning = BeginHash(PhraseStands::kBeginning);
    const std::size_t last = std::min(part_.to, from + lexicon_.longest);
    for (std::size_t end = from; end < last;) {
      const char32_t c = text_[end++];
      anywhere = HashWord(anywhere, c);
      words = HashWord(words, c);
      beginning = HashWord(beginning, c);
      const Lexicon::Entry* here = nullptr;
      if (!word) {
        here = At(anywhere);
      } else if (end == part_.to || !OfLatinWord(text_[end])) {
        here = At(words);
        if (here == nullptr) here = At(beginning);
      } else {
        here = At(beginning);
      }
      if (here == nullptr) continue;
      found = here;
      *to = end;
    }
    return found;
  }

 private:
  const Lexicon::Entry* At(std::uint64_t h) const {
    const Lexicon::Entry wanted{EndHash(h), 0};
    const auto at =
        std::lower_bound(lexicon_.entries.begin(), lexicon_.entries.end(), wanted, EntryBefore);
    return at != lexicon_.entries.end() && at->hash == wanted.hash ? &*at : nullptr;
  }
  const Lexicon& lexicon_;
  const std::u32string& text_;
  Part part_;
};

}  // namespace

Result<Lexicon> ReadConcepts(const Bundle& bundle) {
  Lexicon lexicon;
  const auto file = bundle.files.find(std::string(kConceptFile));
  if (file == bundle.files.end()) return lexicon;
  const Result<JsonValue> json = content::ParseJson(file->second, file->first);
  if (!json.ok()) return json.error();
  const auto misshapen = [&](const JsonValue& at) {
    return Error{"paraphrases.shape", {file->first}, {file->first, at.line, at.column}};
  };
  if (json->kind != JsonValue::Kind::kObject || json->items.size() > kMostConcepts) {
    return misshapen(json.value());
  }
  for (std::size_t id = 0; id < json->items.size(); ++id) {
    const JsonValue& languages = json->items[id];
    if (languages.kind != JsonValue::Kind::kObject) return misshapen(languages);
    for (const JsonValue& phrases : languages.items) {
      if (phrases.kind != JsonValue::Kind::kArray) return misshapen(phrases);
      for (const JsonValue& phrase : phrases.items) {
        if (phrase.kind != JsonValue::Kind::kString) return misshapen(phrase);
        AddEntry(phrase.text, static_cast<std::uint8_t>(id), &lexicon);
      }
    }
  }
  std::sort(lexicon.entries.begin(), lexicon.entries.end(), EntryBefore);
  lexicon.entries.erase(std::unique(lexicon.entries.begin(), lexicon.entries.end(), SameEntry),
                        lexicon.entries.end());
  return lexicon;
}

std::vector<Concept> FindConcepts(const Lexicon& lexicon, const Typed& typed, Part part) {
  std::vector<Concept> out;
  const ConceptFinder finder(lexicon, typed, part);
  const Lexicon::Entry* const end = lexicon.entries.data() + lexicon.entries.size();
  for (std::size_t i = part.from; i < part.to;) {
    std::size_t to = i + 1;
    const Lexicon::Entry* entry = finder.Longest(i, &to);
    const std::uint32_t hash = entry == nullptr ? 0 : entry->hash;
    for (; entry != nullptr && entry != end && entry->hash == hash; ++entry) {
      out.push_back({entry->concept_id, i, to});
    }
    i = to;
  }
  return out;
}

void AddConcepts(const std::vector<Concept>& concepts, std::vector<Gram>* grams) {
  const auto add = [&](std::uint64_t salt, const Concept& a, std::uint8_t other,
                       std::size_t to) {
    const std::uint64_t h = HashWord(HashWord(salt, a.id), other);
    grams->push_back({static_cast<std::uint32_t>(h) >> kUnusedBits, a.from, to});
  };
  std::vector<Concept> once;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const Concept& c = concepts[i];
    if (i + 1 < concepts.size()) add(80, c, concepts[i + 1].id, concepts[i + 1].to);
    const bool seen = std::any_of(once.begin(), once.end(),
                                  [&](const Concept& other) { return other.id == c.id; });
    if (seen) continue;
    add(81, c, 0, c.to);
    for (const Concept& other : once) {
      const bool first = other.id < c.id;
      const Concept low{first ? other.id : c.id, other.from, c.to};
      add(82, low, first ? c.id : other.id, c.to);
    }
    once.push_back(c);
  }
  std::stable_sort(grams->begin(), grams->end(),
                   [](const Gram& a, const Gram& b) { return a.hash < b.hash; });
  grams->erase(std::unique(grams->begin(), grams->end(),
                           [](const Gram& a, const Gram& b) { return a.hash == b.hash; }),
               grams->end());
}

std::string Pack(const Lexicon& lexicon) {
  std::string out;
  PutWord(&out, static_cast<std::uint32_t>(lexicon.entries.size()));
  PutWord(&out, static_cast<std::uint32_t>(lexicon.longest));
  std::uint32_t last = 0;
  for (const Lexicon::Entry& entry : lexicon.entries) {
    PutShort(&out, entry.hash - last);
    last = entry.hash;
  }
  for (const Lexicon::Entry& entry : lexicon.entries) {
    out.push_back(static_cast<char>(entry.concept_id));
  }
  PutWord(&out, static_cast<std::uint32_t>(HashText(0, out)));
  return out;
}

Result<Lexicon> UnpackLexicon(std::string_view bytes) {
  const Error damaged{"model.damaged", {}, {}};
  Bytes in(bytes);
  Lexicon lexicon;
  const std::uint32_t entries = in.Word();
  lexicon.longest = in.Word();
  if (!in.good() || entries > kMostPhrases || lexicon.longest > kMostLongest) return damaged;
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < entries && in.good(); ++i) {
    last += in.Short();
    lexicon.entries.push_back({last, 0});
  }
  const std::string_view ids = in.Take(entries);
  const std::uint32_t sum = in.Word();
  if (!in.good() || !in.done()) return damaged;
  if (sum != static_cast<std::uint32_t>(HashText(0, bytes.substr(0, bytes.size() - 4)))) {
    return damaged;
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    lexicon.entries[i].concept_id = static_cast<std::uint8_t>(ids[i]);
  }
  if (!std::is_sorted(lexicon.entries.begin(), lexicon.entries.end(), EntryBefore)) return damaged;
  return lexicon;
}

}  // namespace huikuan::recognise
