// huikuan/feedback.h: feedback as words, and the three lines at the end of a drill.
#include <algorithm>

#include "huikuan/feedback.h"
#include "huikuan/text.h"

namespace huikuan {

namespace {

// What to try instead of each kind of mistake: the longest prefix counts; interface string
// "try.<name>".
struct Remedy {
  std::string_view prefix, name;
};
constexpr Remedy kRemedies[] = {
    {"breach.", "lawful"},       {"harsh", "lawful"},          {"letter.threat", "lawful"},
    {"letter.false_claim", "lawful"}, {"letter.disclosure", "lawful"},
    {"objection.", "objection"}, {"repeated", "vary"},         {"asked.again", "vary"},
    {"accepted_vague", "date"},  {"end.vague", "date"},        {"close.nothing", "date"},
    {"conceded", "give"},        {"begged", "upright"},        {"mistake", "upright"},
    {"press.paper", "paper"},    {"ask.paper", "paper"},       {"wait.paper", "paper"},
    {"wait.task", "paper"},      {"letter.ours_first", "paper"},
    {"press.", "ask_first"},     {"ask.", "ask_first"},        {"rule.", "ask_first"},
    {"end.early", "ask_first"},  {"call.unread", "read"},      {"visit.unread", "read"},
    {"call.too_soon", "patience"}, {"wait.unconfirmed", "confirm"}, {"broken", "confirm"},
    {"wait.idle", "begin"},      {"letter.", "letter"},
};

bool Holds(const std::vector<Feedback>& feedback, std::string_view prefix) {
  return std::any_of(feedback.begin(), feedback.end(), [&](const Feedback& f) {
    return std::string_view(f.key).substr(0, prefix.size()) == prefix;
  });
}

// Nothing went wrong: what a good collector would have done besides.
std::string_view Besides(const std::vector<Feedback>& feedback) {
  if (!Holds(feedback, "plan.first")) return "plan";
  const bool promised = Holds(feedback, "promised");
  if (promised && !Holds(feedback, "confirmed") && !Holds(feedback, "close.written")) {
    return "confirm";
  }
  if (!Holds(feedback, "diary") && !Holds(feedback, "close.checkpoint")) return "diary";
  return "again";
}

}  // namespace

std::string FeedbackLine(const Phrasebook& words, const Feedback& feedback) {
  const std::string line = words.Ui("feedback." + feedback.key, words.Words(feedback.args));
  return feedback.hindsight ? words.Ui("feedback.hindsight", {{"line", line}}) : line;
}

DrillEnd SumUp(const std::vector<Feedback>& feedback) {
  DrillEnd end;
  // A move comes before what came of it; of equals the first counts.
  const auto heavier = [](const Feedback& f, const Feedback& best) {
    if (best.key.empty() || f.hindsight != best.hindsight) return best.key.empty() || best.hindsight;
    return f.weight > best.weight;
  };
  for (const Feedback& f : feedback) {
    if (f.move == Move::kGood && heavier(f, end.good)) end.good = f;
    if (f.move == Move::kBad && heavier(f, end.cost)) end.cost = f;
  }
  end.next = "try." + std::string(Besides(feedback));
  for (const Remedy& remedy : kRemedies) {
    const std::string_view key = end.cost.key;
    if (key.empty() || key.substr(0, remedy.prefix.size()) != remedy.prefix) continue;
    end.next = "try." + std::string(remedy.name);
    break;
  }
  return end;
}

std::string DrillGood(const Phrasebook& words, const DrillEnd& end) {
  return end.good.key.empty() ? words.Ui("drill.no_good") : FeedbackLine(words, end.good);
}
std::string DrillCost(const Phrasebook& words, const DrillEnd& end) {
  return end.cost.key.empty() ? words.Ui("drill.no_cost") : FeedbackLine(words, end.cost);
}
std::string DrillNext(const Phrasebook& words, const DrillEnd& end) { return words.Ui(end.next); }

std::string CommentLine(const Phrasebook& words, const Comment& comment) {
  return words.Ui(comment.key, words.Words(comment.args));
}

}  // namespace huikuan
