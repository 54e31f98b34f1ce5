// The customer's payment process as far as we know it: eight gates, who told us, and when.
#include "model/panels.h"

namespace huikuan::web {
namespace {

const FactView* Problem(const Context& c, const GateView& gate) {
  for (const FactView& fact : c.customer().facts) {
    if (fact.id == gate.problem) return &fact;
  }
  return nullptr;
}

std::string StateWords(const Context& c, const GateView& gate) {
  // Until somebody has told us, it is only what our own books make us believe.
  const bool ours = gate.told_by == kNone && gate.knowledge != Knowledge::kConfirmed;
  if (gate.here) return c.Ui(ours ? "web.gate.here_ours" : "web.gate.here");
  if (gate.knowledge == Knowledge::kUnknown) return c.Ui("web.gate.unknown");
  return c.Ui(gate.passed ? "web.gate.passed" : "web.gate.open");
}

std::string SourceWords(const Context& c, const GateView& gate) {
  if (gate.knowledge == Knowledge::kUnknown) return {};
  std::string words;
  if (gate.knowledge == Knowledge::kStale) words = c.Ui("web.gate.stale");
  if (gate.told_by != kNone) {
    if (!words.empty()) words += c.Ui("web.list_comma");
    words += c.Ui("web.gate.told_by", {{"name", c.PersonName(gate.told_by)}});
  } else if (gate.knowledge == Knowledge::kConfirmed) {
    words += c.Ui("web.gate.confirmed");
  }
  const Date date = c.DateOf(gate.as_of);
  if (date != kNoDate) words += (words.empty() ? "" : c.Ui("web.list_comma")) + c.Short(date);
  return words;
}

Node GateNode(const Context& c, const GateView& gate) {
  const int number = static_cast<int>(gate.gate);
  const std::string key = "pipeline." + std::to_string(number);
  Node node = Words(key, c.Ui("web.gate." + std::to_string(number)), Role::kFigureText);
  node.value = StateWords(c, gate);
  node.hint = SourceWords(c, gate);
  node.tone = gate.problem != kNone ? Shade::kBad
              : gate.here           ? Shade::kWarn
                                    : KnowledgeShade(gate.knowledge);
  if (gate.passed && gate.knowledge != Knowledge::kUnknown && gate.problem == kNone) {
    node.tone = gate.knowledge == Knowledge::kStale ? Shade::kMuted : Shade::kGood;
  }
  node.selected = gate.here;
  node.data = {number, static_cast<int>(gate.knowledge), gate.passed, gate.here,
               gate.problem != kNone};
  if (gate.owner != kNone) {
    node.Add(Words(key + ".owner", c.Ui("web.gate.owner", {{"name", c.PersonName(gate.owner)}}),
                   Role::kSmall));
  }
  if (const FactView* fact = Problem(c, gate)) {
    node.Add(Words(key + ".problem", c.Text(fact->text), Role::kSmall, Shade::kBad));
  }
  return node;
}

}  // namespace

Shade KnowledgeShade(Knowledge knowledge) {
  switch (knowledge) {
    case Knowledge::kUnknown:
      return Shade::kMuted;
    case Knowledge::kStale:
      return Shade::kWarn;
    case Knowledge::kTold:
      return Shade::kNormal;
    case Knowledge::kConfirmed:
      return Shade::kGood;
  }
  return Shade::kNormal;
}

Node PipelinePanel(const Context& c) {
  Node card = Group("process", Role::kCard, c.Ui("web.process"));
  card.Add(Heading("process.title", 2, c.Ui("web.process")));
  Node figure = Words("pipeline", c.Ui("web.process"), Role::kPipeline);
  figure.kind = Kind::kFigure;
  for (const GateView& gate : c.customer().gates) figure.Add(GateNode(c, gate));
  card.Add(std::move(figure));
  Node facts = Group("process.facts", Role::kStack);
  for (const FactView& fact : c.customer().facts) {
    const std::string key = "process.fact." + std::to_string(fact.id);
    Node node = Words(key, c.Text(fact.text), Role::kNote,
                      fact.solved    ? Shade::kGood
                      : fact.problem ? Shade::kBad
                                     : Shade::kNormal);
    node.hint = c.Ui("web.source." + std::to_string(static_cast<int>(fact.source)));
    const Date date = c.DateOf(fact.day);
    if (date != kNoDate) node.hint += c.Ui("web.list_comma") + c.Short(date);
    if (fact.solved) node.hint += c.Ui("web.list_comma") + c.Ui("web.fact.solved");
    facts.Add(std::move(node));
  }
  if (!facts.children.empty()) {
    card.Add(Heading("process.facts.title", 3, c.Ui("web.facts")));
    card.Add(std::move(facts));
  }
  return card;
}

}  // namespace huikuan::web
