// Every line the feedback rules can say is there in both languages, and so is every reason of the
// book and every remedy.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "bots/bots.h"
#include "huikuan/text.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

std::string SourceOf(const std::string& file) {
  std::ifstream in(std::string(HUIKUAN_SOURCE_DIR) + "/sim/assess/" + file, std::ios::binary);
  EXPECT_TRUE(in.good()) << file;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

void ExpectEverywhere(const std::string& key) {
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    EXPECT_TRUE(Language::Load(test::RealBundle(), tag).value().Has(key)) << tag << ": " << key;
  }
}

TEST(FeedbackKeys, EveryRuleHasItsWords) {
  const std::regex line("(?:Good|Note|Bad)\\((?:[^\"();]*\\? )?\"([a-z_.]+)\"(?: : \"([a-z_.]+)\")?");
  int found = 0;
  for (const char* file : {"feedback_talk.cpp", "feedback_desk.cpp", "feedback_time.cpp"}) {
    const std::string text = SourceOf(file);
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
      ++found;
      ExpectEverywhere("feedback." + (*at)[1].str());
      if ((*at)[2].matched) ExpectEverywhere("feedback." + (*at)[2].str());
    }
  }
  EXPECT_GT(found, 60);
  for (const char* key : {"breach.threat", "breach.false_statement", "breach.disclosure",
                          "breach.harassment", "letter.threat", "letter.wrong_amount"}) {
    ExpectEverywhere(std::string("feedback.") + key);
  }
}

TEST(FeedbackKeys, EveryRemedyAndReasonHasItsWords) {
  const std::string text = SourceOf("drill_end.cpp");
  const std::regex remedy("\\{\"[a-z_.]+\", \"([a-z_]+)\"\\}");
  int found = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), remedy), end; at != end; ++at) {
    ++found;
    ExpectEverywhere("try." + (*at)[1].str());
  }
  EXPECT_GT(found, 25);
  for (int why = 1; why < static_cast<int>(bots::Why::kCount); ++why) {
    bots::Reason reason;
    reason.why = static_cast<bots::Why>(why);
    ExpectEverywhere("why." + std::string(bots::KeyOf(reason)));
  }
  for (int target = 1; target < kTargets; ++target) {
    bots::Reason reason;
    reason.why = bots::Why::kAsk;
    reason.target = static_cast<Target>(target);
    ExpectEverywhere("why." + std::string(bots::KeyOf(reason)));
  }
}

}  // namespace
}  // namespace huikuan
