// The conversation.
#include "bots/by_the_book.h"
#include "huikuan/observation.h"
#include "rules/call/audience.h"
#include "rules/call/slots.h"
#include "rules/knowledge.h"
#include "rules/legal/security.h"
#include "rules/legal/standing.h"
#include "rules/payment/due.h"
#include "rules/payment/ledger.h"

namespace huikuan::bots {

namespace {

using content::Request;

constexpr int kMaxTurns = 14;

const content::Person& Listener(const BotView& v) {
  return v.content.customers[Talk(v).customer].people[Talk(v).person];
}

std::optional<Command> As(const std::optional<Say>& say) {
  if (!say) return std::nullopt;
  return Command{*say};
}

bool Waits(const Account& a, FactId problem, content::NeedKind kind) {
  for (const content::Need& need : a.NeedsOf(problem)) {
    if (need.kind == kind) return true;
  }
  return false;
}

std::optional<Command> Greeting(const BotView& v) {
  const world::ConversationKnown& talk = Talk(v);
  if ((talk.flags & world::kGreeted) == 0) {
    Because(v, {.why = Why::kGreet, .person = talk.person});
    return As(ActWithFlag(v, world::kGreeted));
  }
  if (talk.wanted != kNone) {
    Because(v, {.why = Why::kNotThere, .person = talk.wanted});
    if (talk.turn > 5) return Command{EndConversation{}};
    if (const auto say = GatekeeperAct(v)) {
      Because(v, {.why = Why::kGatekeeper, .person = talk.wanted});
      return Command{*say};
    }
    return Command{EndConversation{}};
  }
  const auto mood = static_cast<Mood>(talk.mood);
  const bool cool = mood == Mood::kGuarded || mood == Mood::kAnnoyed;
  if ((talk.flags & world::kRapport) == 0 && (cool || v.relationship_first)) {
    if (const auto say = ActOfPurpose(v, content::Purpose::kRelate)) {
      Because(v, {.why = Why::kWarm, .person = talk.person});
      if (!Used(v, say->act)) return Command{*say};
    }
  }
  if ((talk.flags & world::kDebtStated) == 0) {
    Because(v, {.why = Why::kStateDebt, .person = talk.person});
    return As(ActWithFlag(v, world::kDebtStated));
  }
  return std::nullopt;
}

// The clause goes before whoever can judge it; once for each conversation with a new listener, or
// whenever they say it is not due.
std::optional<Command> CiteClause(const Account& a) {
  const BotView& v = a.v;
  const world::ConversationKnown& talk = Talk(v);
  if ((talk.flags & world::kClauseCited) != 0) return std::nullopt;
  // Whoever says that it is not due shows thereby that they can judge it.
  const bool objected = talk.objection != kNone && v.content.objections[talk.objection].not_due;
  const bool judges =
      content::Has(a.parts, talk.person) && rules::CanJudgeDueDate(Listener(v));
  const bool new_listener = a.known.people[talk.person].contacts <= 2;
  if (!objected && !(judges && new_listener)) return std::nullopt;
  Because(v, {.why = objected ? Why::kCiteNotDue : Why::kCiteJudge,
              .person = talk.person,
              .objection = talk.objection});
  return As(ActWithEffect(v, content::EffectKind::kCite));
}

// The rule goes before whoever hides behind what it forbids, and only where it binds them.
std::optional<Command> CiteRule(const Account& a) {
  const BotView& v = a.v;
  const ObjectionId open = Talk(v).objection;
  if (!v.content.law.present || open == kNone) return std::nullopt;
  const content::Rule rule = v.content.objections[open].rule;
  if (rules::RuleHolds(v.content, v.known, a.id, rule) != content::Answer::kYes) {
    return std::nullopt;
  }
  const auto say = ActWithEffect(v, content::EffectKind::kCiteLaw);
  Because(v, {.why = Why::kCiteRule, .objection = open});
  return say && !Used(v, say->act) ? As(say) : std::nullopt;
}

// Whoever is short of cash gives security for the time we give.
std::optional<Command> AskSecurity(const Account& a) {
  const BotView& v = a.v;
  if (!v.content.law.present || !content::Has(a.Heads(), Talk(v).person)) return std::nullopt;
  if (!rules::SecurityPossible(v.content, a.known, a.id) || UsedRequest(v, Request::kSecurity)) {
    return std::nullopt;
  }
  if (!a.short_of_cash) return std::nullopt;
  Because(v, {.why = Why::kSecurity, .person = Talk(v).person});
  return As(ActWithRequest(v, Request::kSecurity));
}

std::optional<Command> Question(const Account& a) {
  const BotView& v = a.v;
  if (!v.diagnoses) return std::nullopt;
  const world::ConversationKnown& talk = Talk(v);
  const std::uint8_t open = a.OpenQuestions(talk.person);
  constexpr Target kOrder[] = {Target::kGate, Target::kCause, Target::kPapers,    Target::kQuality,
                               Target::kCash, Target::kDates, Target::kAuthority, Target::kWho};
  if (talk.objection != kNone && !v.content.objections[talk.objection].not_due) {
    // Acknowledge, probe: a doubt is understood before it is answered.
    for (const int step : {0, 1}) {
      if (((talk.chain >> step) & 1) != 0) continue;
      Because(v, {.why = step == 0 ? Why::kAcknowledge : Why::kProbe, .objection = talk.objection});
      if (const auto say = ActWithChain(v, step)) return Command{*say};
    }
  }
  for (const Target target : kOrder) {
    if (((open >> (static_cast<int>(target) - 1)) & 1) == 0) continue;
    const bool plain = (QuestionBit(target) & kPlainQuestions) != 0;
    Because(v, {.why = plain && a.any_solved ? Why::kAskElse : Why::kAsk,
                .person = talk.person,
                .target = target});
    if (const auto say = ActWithTarget(v, target)) return Command{*say};
  }
  return std::nullopt;
}

// The paper that clears the problem, if we hold it and they have not had it.
std::optional<Command> GiveNeeded(const Account& a, FactId problem) {
  const BotView& v = a.v;
  for (const content::Need& need : a.NeedsOf(problem)) {
    if (need.kind != content::NeedKind::kDocument || need.ref == kNone) continue;
    if (!content::Has(a.known.documents_in_file, need.ref)) continue;
    if (content::Has(a.known.people[Talk(v).person].documents, need.ref)) continue;
    auto give = ActWithEffect(v, content::EffectKind::kGive);
    if (!give) continue;
    give->document = need.ref;
    Because(v, {.why = Why::kGivePaper, .person = Talk(v).person, .fact = problem, .document = need.ref});
    if (Lawful(v, *give)) return Command{*give};
  }
  return std::nullopt;
}

std::optional<Command> ClearProblem(const Account& a, FactId problem) {
  const BotView& v = a.v;
  const bool desk = a.Owns(Talk(v).person, a.GateOf(problem));
  if (desk && Waits(a, problem, content::NeedKind::kDocument)) {
    if (const auto give = GiveNeeded(a, problem)) return give;
  }
  if (Waits(a, problem, content::NeedKind::kAgreement)) {
    if (desk && !UsedRequest(v, Request::kActOnGate)) {
      Because(v, {.why = Why::kAskDesk, .person = Talk(v).person, .fact = problem});
      return As(ActWithRequest(v, Request::kActOnGate));
    }
    if (content::Has(a.Heads(), Talk(v).person) && !UsedRequest(v, Request::kSupport)) {
      Because(v, {.why = Why::kAskHead, .person = Talk(v).person, .fact = problem});
      return As(ActWithRequest(v, Request::kSupport));
    }
  }
  return std::nullopt;
}

// For the next run whose list is still open, where the act names a day.
std::optional<Command> InTime(const Account& a, std::optional<Say> say) {
  if (!say) return std::nullopt;
  const Date run = a.NextOpenRun();
  if (run != kNoDate && (a.v.content.acts[say->act].slots & kSlotDate) != 0) say->date = run;
  return Command{*say};
}

// Of a strained payer a first part of a quarter, half of the last one after each that was not kept.
std::optional<Say> Affordable(const Account& a, std::optional<Say> say) {
  if (!say || !a.short_of_cash || (a.v.content.acts[say->act].slots & kSlotAmount) == 0) return say;
  const Cents open = rules::KnownOutstanding(a.v.content, a.v.known, a.id);
  Cents part = open / 4;
  for (const world::PromiseKnown& p : a.known.promises) {
    const bool instalment = p.used != 0 && (p.marks & world::kPromiseInstalment) != 0;
    const auto state = static_cast<PromiseState>(p.state);
    if (!instalment || (state != PromiseState::kBroken && state != PromiseState::kPartKept))
      continue;
    if (part / 2 >= open / 20) part /= 2;
  }
  constexpr Cents kRound = 1000'00;
  say->amount = part > 2 * kRound ? part / kRound * kRound : part;
  return say;
}

// Money: from those who can promise it, in time for the next list, in writing, with a check.
std::optional<Command> Commitment(const Account& a) {
  const BotView& v = a.v;
  const world::ConversationKnown& talk = Talk(v);
  const bool definite = talk.promise != kNone && a.known.promises[talk.promise].date != kNoDate;
  if (definite) {
    if ((talk.flags & world::kSummarised) == 0) {
      Because(v, {.why = Why::kSummarise, .person = talk.person});
      if (const auto say = ActWithFlag(v, world::kSummarised)) return Command{*say};
    }
    for (const Request request : {Request::kWritten, Request::kCheckpoint}) {
      if (!UsedRequest(v, request)) {
        const bool written = request == Request::kWritten;
        Because(v, {.why = written ? Why::kWritten : Why::kCheckpoint, .person = talk.person});
        if (const auto say = ActWithRequest(v, request)) return Command{*say};
      }
    }
    return std::nullopt;
  }
  if (a.Owns(talk.person, a.told) && !UsedRequest(v, Request::kActOnGate)) {
    Because(v, {.why = Why::kAskGate, .person = talk.person});
    if (const auto say = ActWithRequest(v, Request::kActOnGate)) return Command{*say};
  }
  const bool late = content::Has(a.parts & a.index.late, talk.person);
  const bool senior = content::Has(a.Seniors(), talk.person);
  if (senior && !UsedRequest(v, Request::kSupport)) {
    Because(v, {.why = Why::kAskSupport, .person = talk.person});
    return As(ActWithRequest(v, Request::kSupport));
  }
  // A promise before the papers are through is a promise to be broken.
  const bool early = a.told < Gate::kApproval;
  if ((!late && !senior) || early) return std::nullopt;
  if (talk.refusals >= 3) return std::nullopt;
  // Whoever cannot pay all of it is asked for what they can, early and in writing; insisting on
  // everything gets promises that break (domain.md §2, 真困难型).
  if (const auto command = BookTable(a)) return command;
  if (!a.short_of_cash && !UsedRequest(v, Request::kPayment)) {
    Because(v, {.why = Why::kAskPayment, .person = talk.person, .date = a.NextOpenRun()});
    return InTime(a, ActWithRequest(v, Request::kPayment));
  }
  if (!UsedRequest(v, Request::kPartPayment)) {
    Because(v, {.why = Why::kAskPart, .person = talk.person});
    return InTime(a, Affordable(a, ActWithRequest(v, Request::kPartPayment)));
  }
  return std::nullopt;
}

// Whoever passes us on, or hides behind a colleague, is asked to bring that colleague in: with both
// on the line somebody has to own it (domain.md §2, 推诿型).
std::optional<Command> BothOnOneCall(const Account& a) {
  const BotView& v = a.v;
  const world::ConversationKnown& talk = Talk(v);
  const PersonId second = rules::Second(v.known);
  if (second != kNone) {
    const bool theirs = a.Owns(second, a.told) && !a.Owns(talk.person, a.told);
    return theirs ? IfLawful(v, TurnTo{second}) : std::nullopt;
  }
  if (!v.diagnoses || UsedRequest(v, Request::kJoin)) return std::nullopt;
  const bool blames = talk.objection != kNone && v.content.objections[talk.objection].blames != 0;
  const bool deflects =
      talk.last_reply != kNone &&
      v.content.replies[talk.last_reply].kind == content::ReplyKind::kDeflect;
  if (!blames && !deflects) return std::nullopt;
  return As(ActWithRequest(v, Request::kJoin));
}

// Looks round on the premises, the next thing not seen yet.
std::optional<Command> LookRound(const Account& a) {
  const std::size_t spots = a.customer.spots.size();
  Because(a.v, {.why = Why::kLookRound});
  for (std::size_t s = 0; s < spots; ++s) {
    if (content::Has(a.known.spots_seen, static_cast<int>(s))) continue;
    if (auto look = IfLawful(a.v, Observe{static_cast<SpotId>(s)})) return look;
  }
  return std::nullopt;
}

}  // namespace

Command BookTalk(const BotView& v) {
  const world::ConversationKnown& talk = Talk(v);
  Account a(v, talk.customer);
  if (talk.person == kNone) {  // on the premises, between two talks
    if (v.diagnoses) {
      if (const auto command = LookRound(a)) return *command;
    }
    Because(v, {.why = Why::kDone});
    return EndConversation{};
  }
  Because(v, {.why = Why::kLongEnough, .person = talk.person});
  if (talk.turn >= kMaxTurns) return EndConversation{};
  if (const auto command = Greeting(v)) return *command;
  if (talk.wanted != kNone) return EndConversation{};
  a.Look();
  if (const auto command = BothOnOneCall(a)) return *command;
  if (const auto command = CiteClause(a)) return *command;
  if (const auto command = CiteRule(a)) return *command;
  for (const FactId problem : a.problems) {
    if (const auto command = ClearProblem(a, problem)) return *command;
  }
  if (a.focus_problem == kNone) {
    if (const auto command = Question(a)) return *command;
  }
  if (const auto command = Commitment(a)) return *command;
  if (const auto command = AskSecurity(a)) return *command;
  if (talk.on_visit != 0 && v.diagnoses && a.problem == kNone && talk.visit_left >= 20) {
    if (const auto command = LookRound(a)) return *command;
  }
  Because(v, {.why = Why::kDone, .person = talk.person});
  return EndConversation{};
}

}  // namespace huikuan::bots
