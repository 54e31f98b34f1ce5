// The plan card: ten seconds to say where the money stands, whom we deal with, and the forecast.
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node LevelSelect(const Context& c, const std::string& name, int value) {
  Node select =
      Select(c, "plan." + name, c.Ui("web.plan." + name), "plan." + name, std::to_string(value));
  for (int level = 0; level < 3; ++level) {
    const std::string text = std::to_string(level);
    select.Add(Option("plan." + name + "." + text, text, c.Ui("web.level." + text)));
  }
  return select;
}

Node GateSelect(const Context& c, const SetPlan& plan) {
  Node select = Select(c, "plan.gate", c.Ui("web.plan.gate"), "plan.gate",
                       std::to_string(static_cast<int>(plan.gate)));
  for (int gate = 0; gate < kGates; ++gate) {
    const std::string text = std::to_string(gate);
    select.Add(Option("plan.gate." + text, text, c.Ui("web.gate." + text)));
  }
  return select;
}

Node ProbabilitySelect(const Context& c, const SetPlan& plan) {
  Node select = Select(c, "plan.probability", c.Ui("web.plan.probability"), "plan.probability",
                       std::to_string(plan.probability));
  for (int percent = 0; percent <= 100; percent += 10) {
    const std::string text = std::to_string(percent);
    select.Add(Option("plan.probability." + text, text,
                      c.words.language().Percent(static_cast<Q16>(
                          DivRound(static_cast<std::int64_t>(percent) * kOne, 100)))));
  }
  return select;
}

}  // namespace

Node PlanPanel(const Context& c) {
  const SetPlan plan = DraftedPlan(c);
  Node card = Group("plan", Role::kCard, c.Ui("web.plan"));
  card.Add(Heading("plan.title", 2, c.Ui("web.plan")));
  if (!c.customer().plan_set) {
    card.Add(Words("plan.why", c.Ui("web.plan.why"), Role::kSmall, Shade::kMuted));
  }
  card.Add(GateSelect(c, plan));
  Node kind = Group("plan.kind", Role::kColumns);
  kind.Add(LevelSelect(c, "ability", plan.ability));
  kind.Add(LevelSelect(c, "willingness", plan.willingness));
  card.Add(std::move(kind));
  Node forecast = Group("plan.forecast", Role::kColumns);
  Node amount = Words("plan.amount", c.Ui("web.plan.amount"), Role::kNumber);
  amount.kind = Kind::kInput;
  const std::string& typed = c.ui.Draft("plan.amount");
  amount.value = !typed.empty() ? typed : c.Money(plan.amount);
  if (plan.amount < 0) {
    amount.tone = Shade::kBad;
    amount.hint = c.Ui("web.not_an_amount");
  }
  amount.action = "set:plan.amount";
  forecast.Add(std::move(amount));
  forecast.Add(ProbabilitySelect(c, plan));
  card.Add(std::move(forecast));
  card.Add(DateSelect(c, "plan.date", c.Ui("web.plan.date"), "plan.date", plan.date));
  card.Add(TimedControl(c, "plan.set",
                        c.Ui(c.customer().plan_set ? "web.plan.change" : "web.plan.set"),
                        "plan:set", c.see.minutes.plan, Role::kPrimary));
  return card;
}

}  // namespace huikuan::web
