#include <gtest/gtest.h>

#include <algorithm>

#include "recognise/concepts.h"
#include "recognise/misconduct.h"

namespace huikuan::recognise {
namespace {

Lexicon Small() {
  Bundle bundle;
  bundle.files["catalogue/concepts.json"] =
      R"({"family": {"zh": ["女儿", "儿子"], "en": ["daughter*", "little one"]},
          "care": {"zh": ["小心"], "en": ["careful", "little one"]}})";
  return ReadConcepts(bundle).value();
}

std::vector<int> IdsIn(const Lexicon& lexicon, std::string_view words) {
  const Typed typed = Normalise(words);
  std::vector<int> ids;
  for (const Concept& c : FindConcepts(lexicon, typed, {0, typed.text.size()})) ids.push_back(c.id);
  return ids;
}

std::vector<Gram> PairsIn(const Lexicon& lexicon, std::string_view words) {
  const Typed typed = Normalise(words);
  std::vector<Gram> grams;
  AddConcepts(FindConcepts(lexicon, typed, {0, typed.text.size()}), &grams);
  return grams;
}

TEST(Concepts, StandWhereTheirWordsStand) {
  const Lexicon lexicon = Small();
  EXPECT_EQ(IdsIn(lexicon, "让您女儿小心点"), (std::vector<int>{0, 1}));
  EXPECT_EQ(IdsIn(lexicon, "Your Daughter's so careful"), (std::vector<int>{0, 1}));
  EXPECT_EQ(IdsIn(lexicon, "the granddaughter was careless"), std::vector<int>{});
  // An ambiguous word is of both; a piece of one is of none.
  EXPECT_EQ(IdsIn(lexicon, "the little one"), (std::vector<int>{0, 1}));
  EXPECT_EQ(IdsIn(lexicon, "the little ones"), std::vector<int>{});
  EXPECT_EQ(IdsIn(lexicon, ""), std::vector<int>{});
}

TEST(Concepts, TwoTogetherAreTheSameInAnyWordsAndLanguage) {
  const Lexicon lexicon = Small();
  const auto shared = [&](std::string_view a, std::string_view b) {
    int n = 0;
    const std::vector<Gram> other = PairsIn(lexicon, b);
    for (const Gram& gram : PairsIn(lexicon, a)) {
      n += std::count_if(other.begin(), other.end(),
                         [&](const Gram& g) { return g.hash == gram.hash; }) > 0;
    }
    return n;
  };
  // Each of them, the two in this order, and the two in any order.
  EXPECT_EQ(shared("让您儿子小心点", "your daughter should be careful"), 4);
  EXPECT_EQ(shared("小心您儿子", "your daughter should be careful"), 3);
}

TEST(Concepts, AreTheSameAfterPacking) {
  const std::string bytes = Pack(Small());
  const Result<Lexicon> back = UnpackLexicon(bytes);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(Pack(back.value()), bytes);
  EXPECT_EQ(IdsIn(back.value(), "小心"), std::vector<int>{1});
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    EXPECT_FALSE(UnpackLexicon(bytes.substr(0, n)).ok());
    std::string damaged = bytes;
    damaged[n] ^= 1;
    EXPECT_FALSE(UnpackLexicon(damaged).ok());
  }
}

TEST(Concepts, NoFileIsNoConcepts) {
  EXPECT_TRUE(ReadConcepts(Bundle{}).value().entries.empty());
  Bundle bundle;
  bundle.files["catalogue/concepts.json"] = R"({"family": ["女儿"]})";
  EXPECT_EQ(ReadConcepts(bundle).error().code, "paraphrases.shape");
}

TEST(Stretches, PartsNeighboursAndTheWhole) {
  EXPECT_EQ(StretchesOf(Normalise("您辛苦了,月底付吧,不然我去您家")).size(), 6u);
  EXPECT_EQ(StretchesOf(Normalise("您辛苦了,月底付吧")).size(), 3u);
  EXPECT_EQ(StretchesOf(Normalise("月底付吧")).size(), 1u);
  const std::vector<Part> parts = StretchesOf(Normalise("您辛苦了,月底付吧"));
  EXPECT_EQ(parts.back().from, 0u);
}

}  // namespace
}  // namespace huikuan::recognise
