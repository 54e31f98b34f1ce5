#include "session/letter_lexicon.h"

#include <algorithm>

#include "content/scenario.h"

namespace huikuan::letters {

namespace {

struct WrongWords {
  Wrong wrong;
  std::u32string_view pattern;  // '*': a gap
};

// From practice, domain.md §4–§8, and the conduct limits; not a statistical model.
constexpr WrongWords kWrongWords[] = {
    {Wrong::kThreat, U"拉横幅"},
    {Wrong::kThreat, U"堵门"},
    {Wrong::kThreat, U"堵*大门"},
    {Wrong::kThreat, U"带人*门口"},
    {Wrong::kThreat, U"带人*上门"},
    {Wrong::kThreat, U"派人*堵"},
    {Wrong::kThreat, U"上门堵"},
    {Wrong::kThreat, U"上门闹"},
    {Wrong::kThreat, U"让*好看"},
    {Wrong::kThreat, U"曝光"},
    {Wrong::kThreat, U"让*后悔"},
    {Wrong::kThreat, U"别怪我"},
    {Wrong::kThreat, U"不客气了"},
    {Wrong::kThreat, U"等着瞧"},
    {Wrong::kThreat, U"报警"},
    {Wrong::kThreat, U"报案"},
    {Wrong::kThreat, U"刑事责任"},
    {Wrong::kThreat, U"诈骗"},
    {Wrong::kThreat, U"抓人"},
    {Wrong::kThreat, U"坐牢"},
    {Wrong::kThreat, U"黑名单"},
    {Wrong::kThreat, U"向媒体"},
    {Wrong::kThreat, U"媒体*公开"},
    {Wrong::kThreat, U"网上*公布"},
    {Wrong::kThreat, U"发到网上"},
    {Wrong::kThreat, U"停机措施"},
    {Wrong::kThreat, U"让*停机"},
    {Wrong::kThreat, U"锁机"},
    {Wrong::kThreat, U"远程锁"},
    {Wrong::kThreat, U"断电"},
    {Wrong::kThreat, U"拆走"},
    {Wrong::kThreat, U"强行*搬"},
    {Wrong::kThreat, U"强行*拆"},
    {Wrong::kThreat, U"家人"},
    {Wrong::kThreat, U"举报*税"},
    {Wrong::kThreat, U"税务*举报"},
    {Wrong::kThreat, U"收拾你"},
    {Wrong::kThreat, U"搞臭"},
    {Wrong::kThreat, U"身败名裂"},
    {Wrong::kThreat, U"banner"},
    {Wrong::kThreat, U"name and shame"},
    {Wrong::kThreat, U"expose you"},
    {Wrong::kThreat, U"or else"},
    {Wrong::kThreat, U"make you regret"},
    {Wrong::kThreat, U"you will regret"},
    {Wrong::kThreat, U"you will be sorry"},
    {Wrong::kThreat, U"tell everyone"},
    {Wrong::kThreat, U"in the press"},
    {Wrong::kThreat, U"to the press"},
    {Wrong::kThreat, U"go public"},
    {Wrong::kThreat, U"social media"},
    {Wrong::kThreat, U"police"},
    {Wrong::kThreat, U"criminal"},
    {Wrong::kThreat, U"prosecut"},
    {Wrong::kThreat, U"arrest"},
    {Wrong::kThreat, U"jail"},
    {Wrong::kThreat, U"prison"},
    {Wrong::kThreat, U"fraud"},
    {Wrong::kThreat, U"blacklist"},
    {Wrong::kThreat, U"shut down*equipment"},
    {Wrong::kThreat, U"shut down*machine"},
    {Wrong::kThreat, U"switch off*machine"},
    {Wrong::kThreat, U"lock the machine"},
    {Wrong::kThreat, U"lock your"},
    {Wrong::kThreat, U"your home"},
    {Wrong::kThreat, U"your family"},
    {Wrong::kThreat, U"tax authorit"},
    {Wrong::kThreat, U"tax office"},
    {Wrong::kThreat, U"block your gate"},
    {Wrong::kThreat, U"ruin your"},
    {Wrong::kThreat, U"destroy your"},
    {Wrong::kDisclosure, U"通报给"},
    {Wrong::kDisclosure, U"抄送*客户"},
    {Wrong::kDisclosure, U"抄送*银行"},
    {Wrong::kDisclosure, U"抄送*同行"},
    {Wrong::kDisclosure, U"告诉*客户"},
    {Wrong::kDisclosure, U"告知*客户"},
    {Wrong::kDisclosure, U"通知*客户"},
    {Wrong::kDisclosure, U"通报*客户"},
    {Wrong::kDisclosure, U"通报*供应商"},
    {Wrong::kDisclosure, U"告知*供应商"},
    {Wrong::kDisclosure, U"告诉*供应商"},
    {Wrong::kDisclosure, U"告知*银行"},
    {Wrong::kDisclosure, U"通报*银行"},
    {Wrong::kDisclosure, U"通报*同行"},
    {Wrong::kDisclosure, U"告知*同行"},
    {Wrong::kDisclosure, U"告诉*同行"},
    {Wrong::kDisclosure, U"所有与*往来的人"},
    {Wrong::kDisclosure, U"朋友圈"},
    {Wrong::kDisclosure, U"行业群"},
    {Wrong::kDisclosure, U"公开*欠款"},
    {Wrong::kDisclosure, U"inform*your bank"},
    {Wrong::kDisclosure, U"inform*your customers"},
    {Wrong::kDisclosure, U"inform*suppliers"},
    {Wrong::kDisclosure, U"told*your bank"},
    {Wrong::kDisclosure, U"told*your customers"},
    {Wrong::kDisclosure, U"told*suppliers"},
    {Wrong::kDisclosure, U"tell*your bank"},
    {Wrong::kDisclosure, U"tell*your customers"},
    {Wrong::kDisclosure, U"tell*suppliers"},
    {Wrong::kDisclosure, U"notif*your bank"},
    {Wrong::kDisclosure, U"notif*your customers"},
    {Wrong::kDisclosure, U"notif*suppliers"},
    {Wrong::kDisclosure, U"to your customers"},
    {Wrong::kDisclosure, U"to your bank"},
    {Wrong::kDisclosure, U"others in the trade"},
    {Wrong::kDisclosure, U"your competitors"},
    {Wrong::kDisclosure, U"everybody you deal with"},
    {Wrong::kDisclosure, U"everyone you deal"},
    {Wrong::kInsult, U"老赖"},
    {Wrong::kInsult, U"无赖"},
    {Wrong::kInsult, U"耍赖"},
    {Wrong::kInsult, U"骗子"},
    {Wrong::kInsult, U"不要脸"},
    {Wrong::kInsult, U"无耻"},
    {Wrong::kInsult, U"卑鄙"},
    {Wrong::kInsult, U"流氓"},
    {Wrong::kInsult, U"言而无信"},
    {Wrong::kInsult, U"不齿"},
    {Wrong::kInsult, U"毫无*道德"},
    {Wrong::kInsult, U"毫无*诚意"},
    {Wrong::kInsult, U"毫无诚信"},
    {Wrong::kInsult, U"不讲信用"},
    {Wrong::kInsult, U"没有信用"},
    {Wrong::kInsult, U"厚颜"},
    {Wrong::kInsult, U"恬不知耻"},
    {Wrong::kInsult, U"liar"},
    {Wrong::kInsult, U"lied to us"},
    {Wrong::kInsult, U"cheat"},
    {Wrong::kInsult, U"crook"},
    {Wrong::kInsult, U"deadbeat"},
    {Wrong::kInsult, U"shame"},
    {Wrong::kInsult, U"dishonest"},
    {Wrong::kInsult, U"no sense of honour"},
    {Wrong::kInsult, U"disgrace"},
    {Wrong::kInsult, U"thief"},
    {Wrong::kInsult, U"thieves"},
    {Wrong::kInsult, U"scum"},
    {Wrong::kInsult, U"pathetic"},
    {Wrong::kInsult, U"stupid"},
    {Wrong::kInsult, U"idiot"},
    {Wrong::kInsult, U"business ethics whatever"},
    {Wrong::kBegging, U"求您"},
    {Wrong::kBegging, U"求求"},
    {Wrong::kBegging, U"恳求"},
    {Wrong::kBegging, U"恳请*体谅"},
    {Wrong::kBegging, U"高抬贵手"},
    {Wrong::kBegging, U"帮帮"},
    {Wrong::kBegging, U"添麻烦了"},
    {Wrong::kBegging, U"过意不去"},
    {Wrong::kBegging, U"实在不好意思"},
    {Wrong::kBegging, U"走投无路"},
    {Wrong::kBegging, U"揭不开锅"},
    {Wrong::kBegging, U"行行好"},
    {Wrong::kBegging, U"可怜"},
    {Wrong::kBegging, U"拉我们一把"},
    {Wrong::kBegging, U"beg you"},
    {Wrong::kBegging, U"begging"},
    {Wrong::kBegging, U"we beg"},
    {Wrong::kBegging, U"i beg"},
    {Wrong::kBegging, U"sorry to bother"},
    {Wrong::kBegging, U"sorry to trouble"},
    {Wrong::kBegging, U"hate to bother"},
    {Wrong::kBegging, U"have mercy"},
    {Wrong::kBegging, U"desperate"},
    {Wrong::kBegging, U"if you could see your way"},
    {Wrong::kBegging, U"when convenient"},
    {Wrong::kBegging, U"at your convenience"},
    {Wrong::kVagueTime, U"尽快"},
    {Wrong::kVagueTime, U"尽早"},
    {Wrong::kVagueTime, U"早日"},
    {Wrong::kVagueTime, U"近期"},
    {Wrong::kVagueTime, U"近日"},
    {Wrong::kVagueTime, U"方便时"},
    {Wrong::kVagueTime, U"抓紧"},
    {Wrong::kVagueTime, U"速付"},
    {Wrong::kVagueTime, U"过几天"},
    {Wrong::kVagueTime, U"as soon as"},
    {Wrong::kVagueTime, U"asap"},
    {Wrong::kVagueTime, U"at your earliest"},
    {Wrong::kVagueTime, U"in due course"},
    {Wrong::kVagueTime, U"in the near future"},
    {Wrong::kVagueTime, U"soonest"},
    {Wrong::kVagueTime, U"pay soon"},
    {Wrong::kVagueTime, U"without delay"},
    {Wrong::kVagueTime, U"when you can"},
    {Wrong::kVagueAmount, U"元左右"},
    {Wrong::kVagueAmount, U"万左右"},
    {Wrong::kVagueAmount, U"数十万"},
    {Wrong::kVagueAmount, U"几十万"},
    {Wrong::kVagueAmount, U"数万"},
    {Wrong::kVagueAmount, U"几万"},
    {Wrong::kVagueAmount, U"大概"},
    {Wrong::kVagueAmount, U"大约"},
    {Wrong::kVagueAmount, U"若干款"},
    {Wrong::kVagueAmount, U"or so"},
    {Wrong::kVagueAmount, U"roughly"},
    {Wrong::kVagueAmount, U"approximately"},
    {Wrong::kVagueAmount, U"several hundred"},
    {Wrong::kVagueAmount, U"somewhere around"},
    {Wrong::kLegalStep, U"起诉"},
    {Wrong::kLegalStep, U"诉讼"},
    {Wrong::kLegalStep, U"法院"},
    {Wrong::kLegalStep, U"仲裁"},
    {Wrong::kLegalStep, U"律师"},
    {Wrong::kLegalStep, U"法律途径"},
    {Wrong::kLegalStep, U"法律手段"},
    {Wrong::kLegalStep, U"财产保全"},
    {Wrong::kLegalStep, U"lawsuit"},
    {Wrong::kLegalStep, U"sue "},
    {Wrong::kLegalStep, U"in court"},
    {Wrong::kLegalStep, U"to court"},
    {Wrong::kLegalStep, U"the court"},
    {Wrong::kLegalStep, U"legal action"},
    {Wrong::kLegalStep, U"legal proceedings"},
    {Wrong::kLegalStep, U"legal steps"},
    {Wrong::kLegalStep, U"arbitration"},
    {Wrong::kLegalStep, U"our lawyer"},
    {Wrong::kLegalStep, U"solicitor"},
    {Wrong::kLegalStep, U"attorney"},
    {Wrong::kLegalStep, U"litigation"},
    {Wrong::kFalseSuit, U"已*起诉"},
    {Wrong::kFalseSuit, U"已*立案"},
    {Wrong::kFalseSuit, U"已*冻结"},
    {Wrong::kFalseSuit, U"已*查封"},
    {Wrong::kFalseSuit, U"已*提起诉讼"},
    {Wrong::kFalseSuit, U"受理*起诉"},
    {Wrong::kFalseSuit, U"have*filed*suit"},
    {Wrong::kFalseSuit, U"have*filed*lawsuit"},
    {Wrong::kFalseSuit, U"have already sued"},
    {Wrong::kFalseSuit, U"have sued"},
    {Wrong::kFalseSuit, U"have*begun*proceedings"},
    {Wrong::kFalseSuit, U"have*commenced*proceedings"},
    {Wrong::kFalseSuit, U"have*started*proceedings"},
    {Wrong::kFalseSuit, U"has accepted our suit"},
    {Wrong::kFalseSuit, U"accounts have been frozen"},
    {Wrong::kFalseSuit, U"accounts frozen"},
    {Wrong::kFalseSuit, U"suit has been filed"},
    {Wrong::kFault, U"质量*我司责任"},
    {Wrong::kFault, U"确系我"},
    {Wrong::kFault, U"我司承认"},
    {Wrong::kFault, U"我们承认"},
    {Wrong::kFault, U"我方承认"},
    {Wrong::kFault, U"我司也有责任"},
    {Wrong::kFault, U"是我们的责任"},
    {Wrong::kFault, U"是我司的责任"},
    {Wrong::kFault, U"是我们的问题"},
    {Wrong::kFault, U"设备确实有"},
    {Wrong::kFault, U"设备确有"},
    {Wrong::kFault, U"质量确有问题"},
    {Wrong::kFault, U"质量确实"},
    {Wrong::kFault, U"we admit"},
    {Wrong::kFault, U"we accept*fault"},
    {Wrong::kFault, U"we accept*defect"},
    {Wrong::kFault, U"we accept*responsib"},
    {Wrong::kFault, U"we acknowledge*fault"},
    {Wrong::kFault, U"we acknowledge*defect"},
    {Wrong::kFault, U"our fault"},
    {Wrong::kFault, U"is our responsibility"},
    {Wrong::kFault, U"we concede"},
    {Wrong::kWaiver, U"放弃*利息"},
    {Wrong::kWaiver, U"放弃*违约金"},
    {Wrong::kWaiver, U"免除*利息"},
    {Wrong::kWaiver, U"免收*利息"},
    {Wrong::kWaiver, U"不收*利息"},
    {Wrong::kWaiver, U"不计*利息"},
    {Wrong::kWaiver, U"不再*利息"},
    {Wrong::kWaiver, U"利息*放弃"},
    {Wrong::kWaiver, U"利息*免了"},
    {Wrong::kWaiver, U"利息*不再主张"},
    {Wrong::kWaiver, U"利息*不要了"},
    {Wrong::kWaiver, U"利息,*不再主张"},
    {Wrong::kWaiver, U"利息,*放弃"},
    {Wrong::kWaiver, U"违约金*放弃"},
    {Wrong::kWaiver, U"违约金*免"},
    {Wrong::kWaiver, U"waive *interest"},
    {Wrong::kWaiver, U"waiving*interest"},
    {Wrong::kWaiver, U"interest*waived"},
    {Wrong::kWaiver, U"not charge*interest"},
    {Wrong::kWaiver, U"not claim*interest"},
    {Wrong::kWaiver, U"forgo*interest"},
    {Wrong::kWaiver, U"forget*interest"},
    {Wrong::kWaiver, U"without interest"},
    {Wrong::kEarlierLetters, U"已多次发函"},
    {Wrong::kEarlierLetters, U"多次函告"},
    {Wrong::kEarlierLetters, U"多次发函"},
    {Wrong::kEarlierLetters, U"此前*发出*函"},
    {Wrong::kEarlierLetters, U"此前*发函"},
    {Wrong::kEarlierLetters, U"前函催告"},
    {Wrong::kEarlierLetters, U"两次催款函"},
    {Wrong::kEarlierLetters, U"our earlier demand"},
    {Wrong::kEarlierLetters, U"our earlier letter"},
    {Wrong::kEarlierLetters, U"our previous letter"},
    {Wrong::kEarlierLetters, U"our previous demand"},
    {Wrong::kEarlierLetters, U"our several letters"},
    {Wrong::kEarlierLetters, U"despite our letters"},
    {Wrong::kEarlierLetters, U"already sent you"},
    {Wrong::kEarlierLetters, U"sent you two demands"},
    {Wrong::kEarlierLetters, U"two demands"},
    {Wrong::kBlank, U"___"},
    {Wrong::kBlank, U"{"},
    {Wrong::kBlank, U"××"},
    {Wrong::kBlank, U"xxx"},
    {Wrong::kBlank, U"【】"},
    {Wrong::kBlank, U"[]"},
    {Wrong::kBlank, U"()"},
};

// What is denied is not said: 并不放弃, "do not waive", "nothing here waives".
bool Denied(std::u32string_view text, std::size_t at) {
  const std::u32string_view before = text.substr(at < 8 ? 0 : at - 8, at < 8 ? at : 8);
  if (before.find(U"not ") != std::u32string_view::npos ||
      before.find(U"n't ") != std::u32string_view::npos ||
      before.find(U"never ") != std::u32string_view::npos) {
    return true;
  }
  const std::u32string_view close = before.substr(before.size() < 2 ? 0 : before.size() - 2);
  return close.find_first_of(U"不未非无") != std::u32string_view::npos;
}

bool AnyOf(std::u32string_view text, std::initializer_list<std::u32string_view> patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](std::u32string_view p) { return FindPattern(text, p).has_value(); });
}

// Whether the words at `hit` are wrong where they stand.
bool WrongHere(const LetterText& text, const Hit& hit) {
  const Span sentence = text.Sentence(hit.span.from);
  const std::u32string_view words = text.View(sentence);
  if (hit.wrong == Wrong::kVagueTime) return AsksForPayment(words);
  if (hit.wrong == Wrong::kBlank) return true;
  return !Denied(words, hit.span.from - sentence.from);
}

}  // namespace

std::vector<Hit> FindWrongWords(const LetterText& text) {
  std::vector<Hit> hits;
  for (const WrongWords& row : kWrongWords) {
    for (auto span = FindPattern(text.text(), row.pattern); span;
         span = FindPattern(text.text(), row.pattern, span->to)) {
      const Hit hit{row.wrong, *span};
      const Span sentence = text.Sentence(span->from);
      const bool known = std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
        return h.wrong == hit.wrong && sentence.Holds(h.span.from);
      });
      if (!known && WrongHere(text, hit)) hits.push_back(hit);
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.span.from < b.span.from; });
  // One finding for one stretch of words: the first, which is the longer phrase.
  hits.erase(std::unique(hits.begin(), hits.end(),
                         [](const Hit& a, const Hit& b) { return b.span.from < a.span.to; }),
             hits.end());
  return hits;
}

bool AsksForPayment(std::u32string_view s) {
  return AnyOf(s, {U"支付", U"付款", U"付清", U"汇入", U"付至", U"结清", U"汇款", U"打款", U"付到",
                   U"付给", U"转账", U"划付", U"pay ", U"pay the", U"payment", U"transfer",
                   U"remit", U"settle"}) &&
         AnyOf(s,
               {U"请",      U"望",     U"应",         U"务必",     U"须",     U"最迟",   U"麻烦",
                U"盼",      U"只要",   U"please",     U"asked to", U"must",   U"should", U"could",
                U"require", U"expect", U"trust that", U"kindly",   U"demand", U"if you", U"by "});
}

bool SaysOwed(std::u32string_view s) {
  return AnyOf(s, {U"未付",
                   U"尚欠",
                   U"欠款",
                   U"拖欠",
                   U"欠我",
                   U"未到账",
                   U"余额",
                   U"付清",
                   U"汇入",
                   U"支付上述",
                   U"付至",
                   U"结清",
                   U"unpaid",
                   U"outstanding",
                   U"owe",
                   U"balance",
                   U"remains",
                   U"please pay",
                   U"please transfer",
                   U"transfer the",
                   U"we expect",
                   U"pay the above",
                   U"to be paid"});
}

bool SpeaksOfInterest(std::u32string_view s) {
  return AnyOf(s, {U"利息", U"违约金", U"滞纳金", U"interest", U"late fee", U"penalt"});
}

bool SpeaksOfTerms(std::u32string_view s) {
  return AnyOf(s, {U"签收后", U"合同第", U"约定", U"clause", U"under the contract", U"falls due"});
}

bool SpeaksOfPlan(std::u32string_view s) {
  return AnyOf(s, {U"分期", U"每期", U"首期", U"instalment", U"installment"});
}

bool SpeaksOf(std::u32string_view text, int element) {
  using content::LetterElement;
  switch (static_cast<LetterElement>(element)) {
    case LetterElement::kSealRequest:
      return AnyOf(text, {U"盖章", U"公章", U"财务专用章", U"seal", U"sign and return",
                          U"confirm in writing", U"书面确认"});
    case LetterElement::kEnclosures:
      return AnyOf(text, {U"附件", U"随函附", U"附上", U"后附", U"enclos", U"attach"});
    case LetterElement::kConsequence:
      return AnyOf(text, {U"诉讼", U"起诉", U"仲裁", U"法律途径", U"法律手段", U"proceedings",
                          U"bring suit", U"lawsuit", U"legal action", U"court", U"arbitration"});
    case LetterElement::kMandate:
      return AnyOf(text, {U"委托", U"授权", U"act for", U"on behalf of", U"instructions of",
                          U"instructed by"});
    case LetterElement::kDemand:
    case LetterElement::kNone:
      break;
  }
  return true;
}

}  // namespace huikuan::letters
