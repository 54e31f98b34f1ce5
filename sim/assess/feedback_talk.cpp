// Feedback on what was said: the first rule that has something to say wins, what costs most first.
#include "assess/feedback.h"

#include <algorithm>

#include "assess/lines.h"
#include "core/tables.h"
#include "rules/knowledge.h"
#include "rules/payment/promise.h"

namespace huikuan::assess::judging {

namespace {

using content::Purpose;
using content::ReplyKind;
using content::Request;

constexpr int kStale = 5;  // business days after which a question may be put again

struct Spoken {
  const Decision& d;
  const Say& say;
  const content::Act& act;
  const world::ConversationKnown& talk;
  CustomerId c;

  const content::Person& listener() const { return d.content.customers[c].people[talk.person]; }
  const world::PersonKnown& seen() const { return d.before.customers[c].people[talk.person]; }
  TypedArg who() const { return Who(d, c, talk.person); }
  TypedArg label(std::uint8_t other) const {
    return TextArg("best", other < d.content.acts.size() ? d.content.acts[other].label : 0);
  }
  TypedArg objection(ObjectionId o) const {
    return TextArg("objection", o < d.content.objections.size() ? d.content.objections[o].label : 0);
  }
  bool Does(content::EffectKind kind) const {
    for (std::size_t e = act.effects_begin; e < act.effects_end; ++e) {
      if (d.content.effects[e].kind == kind) return true;
    }
    return false;
  }
  bool Flags(std::uint8_t flag) const {
    for (std::size_t e = act.effects_begin; e < act.effects_end; ++e) {
      const content::Effect& effect = d.content.effects[e];
      if (effect.kind == content::EffectKind::kFlag && effect.value == flag) return true;
    }
    return false;
  }
  bool AsksForMoney() const {
    return act.request == Request::kActOnGate || act.request == Request::kPayment ||
           act.request == Request::kPartPayment || act.request == Request::kSupport;
  }
  const Event* reply() const { return Seen(d, EventKind::kReplied); }
  ReplyKind replied() const {
    const Event* e = reply();
    return e == nullptr || e->reply >= d.content.replies.size() ? ReplyKind::kAcknowledge
                                                                : d.content.replies[e->reply].kind;
  }
};

// ---- what breaks something -----------------------------------------------------------------------

Verdict OnConduct(const Spoken& s) {
  const Event* breach = Seen(s.d, EventKind::kConductBreach);
  if (breach != nullptr) {
    constexpr const char* kKeys[] = {"breach.threat", "breach.false_statement", "breach.disclosure",
                                     "breach.harassment"};
    return Bad(kKeys[breach->value % 4], 100, {s.who()});
  }
  if (s.say.tone == Tone::kHarsh) return Bad("harsh", 70, {s.who()});
  return std::nullopt;
}

Verdict OnFrontDesk(const Spoken& s) {
  if (s.talk.wanted == kNone) return std::nullopt;
  const TypedArg wanted = Who(s.d, s.c, s.talk.wanted);
  if (const Event* gate = Seen(s.d, EventKind::kGatekeeper)) {
    if (gate->value == 1) return Good("gate.through", 40, {wanted});
    return Note(gate->value == 0 ? "gate.not_there" : "gate.refused", {wanted});
  }
  if (s.Flags(world::kGreeted)) return Good("greeted", 5);
  if (s.Does(content::EffectKind::kEnd)) return Note("gate.callback", {wanted});
  return std::nullopt;
}

// The best answer not given yet.
std::uint8_t NextBest(const Spoken& s, const content::Objection& objection) {
  for (const std::uint8_t best : objection.best) {
    if (!content::Has(s.talk.acts_used, best)) return best;
  }
  return objection.best.empty() ? kNone : objection.best.front();
}

Verdict OnObjection(const Spoken& s) {
  if (s.talk.objection == kNone) return std::nullopt;
  const content::Objection& objection = s.d.content.objections[s.talk.objection];
  const auto among = [&](const std::vector<std::uint8_t>& acts) {
    return std::find(acts.begin(), acts.end(), s.say.act) != acts.end();
  };
  const TypedArg label = s.objection(s.talk.objection);
  if (among(objection.bad)) {
    return Bad("objection.bad", 75, {label, s.label(NextBest(s, objection))});
  }
  // What came of a question counts for more than that it was the right one.
  if (LearntFact(s.d, s.c) != kNone) return std::nullopt;
  if (among(objection.best)) {
    const bool settled = s.d.after.conversation.objection == kNone;
    return Good(settled ? "objection.settled" : "objection.best", settled ? 70 : 45, {label});
  }
  if (s.act.chain != 0) return Good("objection.step", 35, {label});
  // Once the cause is known, or the clause lies on the table, the objection has had its answer.
  const bool understood = ProblemBefore(s.d, s.c) != kNone ||
                          rules::AnySolved(s.d.content, s.d.before, s.c) ||
                          (s.talk.flags & world::kClauseCited) != 0;
  if (s.AsksForMoney() && s.talk.chain == 0 && !understood) {
    return Bad("objection.ignored", 60, {label, s.label(NextBest(s, objection))});
  }
  return std::nullopt;
}

Verdict OnRepeating(const Spoken& s) {
  if (!content::Has(s.talk.acts_used, s.say.act)) return std::nullopt;
  return Bad("repeated", 30);
}

Verdict OnMistake(const Spoken& s) {
  if (s.act.purpose != Purpose::kError) return std::nullopt;
  if (s.Does(content::EffectKind::kAcceptVague)) return Bad("accepted_vague", 65, {s.who()});
  if (s.Does(content::EffectKind::kConcede)) return Bad("conceded", 70);
  if (s.act.features.deference > Hundredths(50)) return Bad("begged", 55);
  return Bad("mistake", 50, {TextArg("act", s.act.label)});
}

Verdict OnPressing(const Spoken& s) {
  if (s.act.purpose != Purpose::kPress) return std::nullopt;
  const FactId problem = ProblemBefore(s.d, s.c);
  if (WaitsForUs(s.d, s.c, problem)) return Bad("press.paper", 60, {WhatFact(s.d, s.c, problem)});
  if (s.seen().part_known != 0 && !rules::CanPromise(s.listener())) {
    return Bad("press.wrong_person", 55, {s.who()});
  }
  return s.talk.refusals < 2 ? Verdict(Bad("press.early", 40, {s.who()}))
                             : Verdict(Note("press.late", {s.who()}));
}

// ---- what we ask for -----------------------------------------------------------------------------

Verdict OnWrongAsk(const Spoken& s) {
  const FactId problem = ProblemBefore(s.d, s.c);
  const bool money = s.act.request == Request::kPayment || s.act.request == Request::kPartPayment;
  if (WaitsForUs(s.d, s.c, problem)) {
    const std::vector<TypedArg> args = {s.who(), WhatFact(s.d, s.c, problem)};
    return money ? Verdict(Bad("ask.paper", 60, args)) : Verdict(Note("ask.paper_first", args));
  }
  if (s.d.after.customers[s.c].invalid_chases > s.d.before.customers[s.c].invalid_chases) {
    return Bad(s.seen().part_known != 0 ? "ask.wrong_person" : "ask.unknown_part", 55, {s.who()});
  }
  return std::nullopt;
}

Verdict OnAsking(const Spoken& s) {
  if (!s.AsksForMoney() && s.act.request != Request::kSecurity) return std::nullopt;
  if (const Event* promise = Seen(s.d, EventKind::kPromised)) {
    if (promise->date == kNoDate) return Note("promised.vague", {s.who()});
    return Good("promised", 90,
                {s.who(), Money("amount", promise->amount), DateArg("date", promise->date)});
  }
  if (auto wrong = OnWrongAsk(s)) return wrong;
  const Event* reply = s.reply();
  if (s.replied() == ReplyKind::kAgree) return Good("agreed", 80, {s.who()});
  if (reply != nullptr && reply->objection != kNone) {
    return Good("ask.objection", 20, {s.who(), s.objection(reply->objection)});
  }
  if (reply != nullptr && s.replied() == ReplyKind::kDeflect) {
    return Note("referred", {s.who(), Who(s.d, s.c, reply->other, "other")});
  }
  return Good("ask.valid", 15, {s.who()});
}

Verdict OnPassingOn(const Spoken& s) {
  if (s.act.request != Request::kPassOn) return std::nullopt;
  const TypedArg named = Who(s.d, s.c, s.say.person, "other");
  if (s.replied() == ReplyKind::kAgree) return Good("passed_on", 50, {s.who(), named});
  return Note("passed_on.no", {s.who(), named});
}

// Amount, day, writing, next check: what makes a promise one.
Verdict OnClosing(const Spoken& s) {
  const PromiseId promise = s.talk.promise;
  const world::CustomerKnown& mine = s.d.before.customers[s.c];
  PromiseId about = promise;
  if (about == kNone) about = rules::OpenPromiseOf(mine, s.talk.person);
  const bool definite = about != kNone && mine.promises[about].date != kNoDate;
  const bool written = s.act.request == Request::kWritten;
  if (written || s.act.request == Request::kCheckpoint) {
    if (!definite) return Bad("close.nothing", 25);
    if (s.replied() != ReplyKind::kAgree) return Good("close.asked", 25, {s.who()});
    return Good(written ? "close.written" : "close.checkpoint", 65, {s.who()});
  }
  if (s.Flags(world::kSummarised)) {
    return definite ? Verdict(Good("close.summary", 50)) : Verdict(Note("close.summary_empty"));
  }
  return std::nullopt;
}

// ---- what we want to know ------------------------------------------------------------------------

Verdict OnQuestion(const Spoken& s) {
  if (s.act.target == Target::kNothing && s.act.chain == 0) return std::nullopt;
  if (const FactId fact = LearntFact(s.d, s.c); fact != kNone) {
    const content::Fact& learnt = s.d.content.customers[s.c].facts[fact];
    if (learnt.problem) return Good("found", 85, {s.who(), WhatFact(s.d, s.c, fact)});
    if (learnt.introduces != kNone) {
      return Good("found.person", 50, {s.who(), Who(s.d, s.c, learnt.introduces, "other")});
    }
    return Good("learnt", 40, {s.who(), WhatFact(s.d, s.c, fact)});
  }
  if (s.act.target == Target::kNothing) return std::nullopt;
  if (Seen(s.d, EventKind::kGateTold) != nullptr) return Good("told_gate", 45, {s.who()});
  const bool asked = ((s.seen().asked >> (static_cast<int>(s.act.target) - 1)) & 1) != 0;
  if (asked && s.d.before.seller.day - s.seen().asked_day < kStale) {
    return Bad("asked.again", 20, {s.who()});
  }
  const Event* reply = s.reply();
  if (reply == nullptr) return std::nullopt;
  if (reply->objection != kNone) {
    return Good("asked.objection", 20, {s.who(), s.objection(reply->objection)});
  }
  if (reply->fact != kNone) return Note("asked.known", {s.who()});
  if (s.replied() == ReplyKind::kDontKnow) return Note("asked.wrong_desk", {s.who()});
  if (s.replied() == ReplyKind::kDeflect) {
    return Note("referred", {s.who(), Who(s.d, s.c, reply->other, "other")});
  }
  return Good("asked", 10, {s.who()});
}

// ---- what we put on the table --------------------------------------------------------------------

Verdict OnPaper(const Spoken& s) {
  if (s.Does(content::EffectKind::kGive)) {
    const FactId wants = WantsPaper(s.d, s.c, s.say.document);
    const TypedArg paper = WhatPaper(s.d, s.c, s.say.document);
    if (wants == kNone) return Note("paper.unasked", {paper, s.who()});
    return Good("paper.fits", 85, {paper, s.who(), WhatFact(s.d, s.c, wants)});
  }
  if (s.Does(content::EffectKind::kCite)) {
    const bool judges = s.seen().part_known != 0;
    return judges ? Verdict(Good("cited", 45, {s.who()})) : Verdict(Note("cited.early", {s.who()}));
  }
  if (const Event* rule = Seen(s.d, EventKind::kRuleCited)) {
    if (rule->value == 2) return Good("rule.holds", 60, {s.who()});
    return rule->value == 1 ? Verdict(Note("rule.disputed", {s.who()}))
                            : Verdict(Bad("rule.no", 45, {s.who()}));
  }
  return std::nullopt;
}

Verdict OnTheRest(const Spoken& s) {
  if (s.Flags(world::kGreeted)) return Good("greeted", 5);
  if (s.Flags(world::kDebtStated)) return Good("debt_stated", 20);
  if (s.act.purpose == Purpose::kRelate) {
    const bool warm = (s.talk.flags & world::kRapport) != 0;
    return warm ? Verdict(Note("related.enough")) : Verdict(Good("related", 10, {s.who()}));
  }
  if (s.act.purpose == Purpose::kNegotiate) {
    return s.talk.refusals > 0 ? Verdict(Good("held_firm", 30, {s.who()}))
                               : Verdict(Note("held_firm.early", {s.who()}));
  }
  return std::nullopt;
}

}  // namespace

Verdict OfSay(const Decision& d, const Say& say) {
  const world::ConversationKnown& talk = d.before.conversation;
  const Spoken s{d, say, d.content.acts[say.act], talk, talk.customer};
  constexpr Verdict (*kRules[])(const Spoken&) = {
      OnConduct, OnFrontDesk, OnMistake, OnObjection, OnRepeating, OnPressing, OnAsking,
      OnPassingOn, OnClosing, OnQuestion, OnPaper,   OnTheRest};
  for (const auto rule : kRules) {
    if (auto line = rule(s)) return line;
  }
  return std::nullopt;
}

Verdict OfEnd(const Decision& d) {
  const world::ConversationKnown& talk = d.before.conversation;
  const CustomerId c = talk.customer;
  if (talk.person == kNone || talk.wanted != kNone) return std::nullopt;
  const TypedArg who = Who(d, c, talk.person);
  const world::CustomerKnown& mine = d.before.customers[c];
  if (talk.promise != kNone) {
    const world::PromiseKnown& promise = mine.promises[talk.promise];
    // Asked for a day twice, one has done what one could.
    if (promise.date == kNoDate) {
      return talk.pressed >= 2 ? Verdict(Note("end.open", {who})) : Bad("end.vague", 50, {who});
    }
    const std::vector<TypedArg> args = {who, Money("amount", promise.amount),
                                        DateArg("date", promise.date)};
    return (promise.marks & world::kPromiseWritten) != 0 ? Verdict(Good("end.firm", 60, args))
                                                         : Verdict(Note("end.spoken", args));
  }
  if ((talk.flags & world::kAgreedToAct) != 0) return Good("end.agreed", 40, {who});
  for (std::size_t f = 0; f < d.content.customers[c].facts.size(); ++f) {
    const bool today = mine.fact_source[f] == static_cast<std::uint8_t>(Source::kTold) &&
                       mine.fact_day[f] == d.before.seller.day;
    if (today) return Good("end.wiser", 20, {who});
  }
  const int left = talk.on_visit != 0 ? talk.visit_left : d.before.seller.minutes_left;
  if (talk.turn < 2 && left >= 10) return Bad("end.early", 35, {who});
  return Note("end.open", {who});
}

}  // namespace huikuan::assess::judging
