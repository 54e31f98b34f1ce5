// What words are about: catalogue/concepts.json lists, for each concept, words and phrases of every
// language. Two concepts together ("your daughter", "be careful") tell what no n-gram tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "huikuan/recognise.h"
#include "recognise/features.h"

namespace huikuan::recognise {

struct Lexicon {
  struct Entry {
    std::uint32_t hash = 0;
    std::uint8_t concept_id = 0;  // by position in the file
  };
  std::vector<Entry> entries;  // by hash, then concept
  std::size_t longest = 0;     // characters
};

struct Concept {
  std::uint8_t id = 0;
  std::size_t from = 0, to = 0;  // places in Typed::text
};

// None where the bundle has no such file. Errors: json.*, paraphrases.shape {file}.
Result<Lexicon> ReadConcepts(const Bundle& bundle);
// The longest at every place, none within another; every concept of an ambiguous word.
std::vector<Concept> FindConcepts(const Lexicon& lexicon, const Typed& typed, Part part);
// Concepts, neighbours in their order, and any two, as further grams.
void AddConcepts(const std::vector<Concept>& concepts, std::vector<Gram>* grams);

std::string Pack(const Lexicon& lexicon);
// Error: model.damaged.
Result<Lexicon> UnpackLexicon(std::string_view bytes);

}  // namespace huikuan::recognise
