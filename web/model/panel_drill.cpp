// A drill's side of the desk: what the last move was worth, and at the end the three lines.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Shade MoveShade(Move move) {
  return move == Move::kGood  ? Shade::kGood
         : move == Move::kBad ? Shade::kBad
                              : Shade::kMuted;
}
const char* MoveMark(Move move) {
  return move == Move::kGood  ? "feedback.mark.good"
         : move == Move::kBad ? "feedback.mark.bad"
                              : "feedback.mark.note";
}

void AddEnd(const Context& c, Node& card) {
  const DrillEnd end = SumUp(c.see.feedback);
  card.Add(Heading("drill.title", 2, c.Ui("drill.end.title")));
  const auto add = [&](const char* key, const char* name, std::string line, Shade tone) {
    Node node = Words(key, std::move(line), Role::kNote, tone);
    node.hint = c.Ui(name);
    card.Add(std::move(node));
  };
  add("drill.good", "drill.end.good", DrillGood(c.words, end),
      end.good.key.empty() ? Shade::kMuted : Shade::kGood);
  add("drill.cost", "drill.end.cost", DrillCost(c.words, end),
      end.cost.key.empty() ? Shade::kMuted : Shade::kBad);
  add("drill.next", "drill.end.next", DrillNext(c.words, end), Shade::kNormal);
  Node bar = Group("drill.bar", Role::kBar);
  bar.Add(Control(c, "drill.again", c.Ui("drill.again"), "app:again", Role::kPrimary));
  bar.Add(Control(c, "drill.new", c.Ui("drill.new"), "app:new"));
  if (c.cases != nullptr && c.cases->size() > 1) {
    bar.Add(Control(c, "drill.cases", c.Ui("web.cases.drills_and"), "ui:dialog:cases",
                    Role::kQuiet));
  }
  card.Add(std::move(bar));
}

}  // namespace

Node FeedbackNode(const Context& c, const std::string& key, const Feedback& feedback) {
  Node node = Words(key, FeedbackLine(c.words, feedback), Role::kNote, MoveShade(feedback.move));
  node.hint = c.Ui(MoveMark(feedback.move));
  return node;
}

Node DrillCard(const Context& c) {
  Node card = Group("drill", Role::kCard, c.Ui("drill.badge"));
  if (!c.see.drill) return card;
  if (c.see.clock.ended) {
    AddEnd(c, card);
    return card;
  }
  // While somebody is on the line the remarks stand among what is said.
  if (c.see.conversation && c.ui.tab == "talk" && c.see.conversation->turn > 0) return card;
  card.Add(Heading("drill.title", 3, c.Ui("drill.badge")));
  if (c.see.feedback.empty()) {
    card.Add(Words("drill.start", c.Ui("drill.start"), Role::kSmall, Shade::kMuted));
  } else {
    card.Add(FeedbackNode(c, "drill.last", c.see.feedback.back()));
  }
  Node bar = Group("drill.bar", Role::kBar);
  if (!c.see.conversation && !c.see.visit.active && !c.see.feedback.empty()) {
    Node finish = Control(c, "drill.finish", c.Ui("drill.finish"), "drill:finish");
    if (finish.enabled) finish.hint = c.Ui("drill.finish.hint");
    bar.Add(std::move(finish));
  }
  bar.Add(Control(c, "drill.restart", c.Ui("drill.restart"), "app:again", Role::kQuiet));
  card.Add(std::move(bar));
  return card;
}

}  // namespace huikuan::web
