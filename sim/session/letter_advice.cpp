// What the letter check has to say, in words.
#include "content/scenario.h"
#include "huikuan/session.h"
#include "huikuan/text.h"

namespace huikuan {

std::string LetterWarning(const LetterCheck& check) {
  const bool nobody = check.reading.recipients == 0;
  const bool no_sum = (check.reading.flags & kLetterNamesNoSum) != 0;
  if (nobody && no_sum) return "both";
  return nobody ? "no_recipient" : no_sum ? "no_amount" : "";
}

std::string LetterAdvice(const Phrasebook& words, const LetterFinding& finding) {
  TextArgs args = words.Words(finding.args);
  args.emplace_back("quoted", finding.quoted);
  std::string advice = words.Ui("letter.finding." + finding.key, args);
  if (finding.place != LetterPlace::kMissing || finding.begin != finding.end) return advice;
  const content::Clause* after = finding.clause < words.scenario().clauses.size()
                                     ? &words.scenario().clauses[finding.clause]
                                     : nullptr;
  const std::string where =
      after == nullptr ? words.Ui("letter.missing_at_top")
                       : words.Ui("letter.missing_after", {{"clause", words.Text(after->title)}});
  return words.Ui("letter.missing", {{"what", advice}, {"where", where}});
}

}  // namespace huikuan
