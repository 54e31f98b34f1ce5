// The reasons' keys: interface strings "why.<key>".
#include "bots/bots.h"

namespace huikuan::bots {

namespace {

// In the order of Why.
constexpr std::string_view kWhyKeys[] = {
    "",
    "read_file", "inspect", "plan", "plan_again", "confirm", "serve_task", "serve_paper",
    "check_ourselves", "letter", "escalate", "call_broken", "call_desk", "call_head",
    "call_questions", "call_payer", "call_sponsor", "visit", "try_later", "wait", "sell", "decide",
    "law",
    "greet", "gatekeeper", "not_there", "warm", "state_debt", "cite_not_due", "cite_judge",
    "cite_rule", "acknowledge", "probe", "ask", "ask_else", "give_paper", "ask_desk", "ask_head", "summarise",
    "written", "checkpoint", "ask_gate", "ask_support", "table", "take_table", "ask_payment",
    "ask_part", "security", "look_round", "long_enough", "done",
};
static_assert(sizeof(kWhyKeys) / sizeof(kWhyKeys[0]) == static_cast<std::size_t>(Why::kCount));

// In the order of Target.
constexpr std::string_view kAskKeys[] = {"ask",       "ask.gate",    "ask.cause",
                                         "ask.who",   "ask.cash",    "ask.dates",
                                         "ask.quality", "ask.papers", "ask.authority"};
static_assert(sizeof(kAskKeys) / sizeof(kAskKeys[0]) == static_cast<std::size_t>(kTargets));

}  // namespace

std::string_view KeyOf(const Reason& reason) {
  if (reason.why == Why::kAsk) return kAskKeys[static_cast<std::size_t>(reason.target)];
  return kWhyKeys[static_cast<std::size_t>(reason.why)];
}

}  // namespace huikuan::bots
