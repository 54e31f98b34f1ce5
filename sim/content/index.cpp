#include "content/index.h"

#include <algorithm>

#include "content/scenario.h"

namespace huikuan::content {
namespace {

static_assert(static_cast<int>(Request::kCount) <= 16 && static_cast<int>(Purpose::kCount) <= 16);
static_assert(static_cast<int>(EffectKind::kCount) <= 16);
static_assert(static_cast<int>(ReplyKind::kCount) <= 32);
static_assert(kMaxActs <= 64 && world::kMaxFacts <= 64 && world::kMaxPeople <= 16);

// What may be said to the front desk.
bool GatekeeperLine(const Act& act) {
  return act.purpose == Purpose::kGatekeeper || act.purpose == Purpose::kOpen ||
         act.purpose == Purpose::kRelate || act.purpose == Purpose::kClose ||
         act.purpose == Purpose::kError || act.target == Target::kWho;
}

template <class Enum>
constexpr std::size_t At(Enum e) {
  return static_cast<std::size_t>(e);
}

ActIndex IndexActs(const Scenario& s) {
  ActIndex index;
  for (std::size_t a = 0; a < s.acts.size() && a < 64; ++a) {
    const Act& act = s.acts[a];
    const ActSet bit = 1ULL << a;
    for (std::size_t channel = 0; channel < index.channel.size(); ++channel) {
      if (((act.channels >> channel) & 1) != 0) index.channel[channel] |= bit;
    }
    if (GatekeeperLine(act)) index.gatekeeper_lines |= bit;
    if (act.purpose == Purpose::kGatekeeper) index.gatekeeper |= bit;
    if (act.purpose != Purpose::kError && act.purpose != Purpose::kPress) index.decent |= bit;
    index.target[At(act.target)] |= bit;
    index.request[At(act.request)] |= bit;
    index.purpose[At(act.purpose)] |= bit;
    ForEach(act.chain, [&](int step) { index.chain[At(step)] |= bit; });
    for (std::uint16_t i = act.effects_begin; i < act.effects_end; ++i) {
      const Effect& effect = s.effects[i];
      index.effect[At(effect.kind)] |= bit;
      if (effect.kind == EffectKind::kFlag && std::has_single_bit(effect.value)) {
        index.flag[At(std::countr_zero(effect.value))] |= bit;
      }
    }
  }
  return index;
}

Q16 Dot(const Features& a, const Features& b) {
  return MulQ(a.pressure, b.pressure) + MulQ(a.face_threat, b.face_threat) +
         MulQ(a.empathy, b.empathy) + MulQ(a.evidence, b.evidence) +
         MulQ(a.specificity, b.specificity) + MulQ(a.warmth, b.warmth) +
         MulQ(a.deception, b.deception) + MulQ(a.deference, b.deference);
}

Index IndexCase(const Scenario& s) {
  Index index;
  index.acts = IndexActs(s);
  for (const Act& act : s.acts) {
    for (const Type& type : s.types) index.responses.push_back(ResponseTo(type, act.features));
  }
  for (std::size_t t = 0; t < s.tasks.size() && t < 64; ++t) {
    if (s.tasks[t].diagnostic) index.diagnostic |= 1ULL << t;
    if (s.tasks[t].sponsor != 0) index.sponsoring |= 1ULL << t;
    if (s.tasks[t].repeatable) index.repeatable |= 1ULL << t;
    if (s.tasks[t].secures) index.securing |= 1ULL << t;
    if (s.tasks[t].files_claim) index.filing |= 1ULL << t;
  }
  for (std::size_t o = s.objections.size(); o-- > 0;) {
    if (s.objections[o].not_due) index.not_due = static_cast<ObjectionId>(o);
  }
  index.reply_of_kind.fill(kNone);
  for (std::size_t r = s.replies.size(); r-- > 0;) {
    index.reply_of_kind[At(s.replies[r].kind)] = static_cast<ReplyId>(r);
  }
  return index;
}

void IndexPeople(const Customer& customer, CustomerIndex* index) {
  for (std::size_t p = 0; p < customer.people.size() && p < 16; ++p) {
    const Person& person = customer.people[p];
    const auto bit = static_cast<PeopleSet>(1U << p);
    const auto add = [bit](PeopleSet& set, bool member) {
      if (member) set = static_cast<PeopleSet>(set | bit);
    };
    add(index->everybody, true);
    add(index->gatekeepers, person.gatekeeper);
    add(index->users, person.role == Role::kUser);
    add(index->heads, person.authority >= Hundredths(70));
    add(index->seniors, person.authority >= Hundredths(80));
    add(index->money, (person.duties >> static_cast<int>(Gate::kApproval)) != 0);
    add(index->late, (person.duties >> static_cast<int>(Gate::kCashPlan)) != 0);
    if (p < index->listens_to.size()) index->listens_to[p] = person.listens_to;
    for (int gate = 0; gate < kGates; ++gate) add(index->duty[At(gate)], Has(person.duties, gate));
    if (person.gatekeeper && index->gatekeeper == kNone) {
      index->gatekeeper = static_cast<PersonId>(p);
    }
  }
  index->ranks = static_cast<PeopleSet>(index->money | index->seniors);
}

void IndexFile(const Customer& customer, CustomerIndex* index) {
  for (std::size_t f = 0; f < customer.facts.size() && f < 64; ++f) {
    const Fact& fact = customer.facts[f];
    if (fact.problem) index->problems |= 1ULL << f;
    if (fact.reveals_dates) index->dates |= 1ULL << f;
    if (fact.due_clause && index->due_clause == kNone) index->due_clause = static_cast<FactId>(f);
    index->answers[At(fact.target)] |= 1ULL << f;
    ForEach(fact.known_by, [&](int p) {
      if (p < world::kMaxPeople) index->tells[At(p)] |= 1ULL << f;
    });
  }
  // "Why has it not been paid?" and "which step?" bring out whatever is in the way.
  index->answers[At(Target::kCause)] |= index->problems;
  index->answers[At(Target::kGate)] |= index->problems;
  for (std::size_t d = 0; d < customer.documents.size() && d < world::kMaxDocuments; ++d) {
    const Document& document = customer.documents[d];
    index->documents |= 1U << d;
    const bool contract = document.fact != kNone && customer.facts[document.fact].due_clause;
    if (contract) {
      index->contracts |= 1U << d;
      continue;
    }
    for (std::size_t f = 0; f < document.fields.size() && f < kMaxFields; ++f) {
      index->fields[d / 4] |= 1ULL << ((d % 4) * 16 + f);
    }
  }
  for (std::size_t i = 0; i < customer.invoices.size() && i < 32; ++i) {
    if (customer.invoices[i].collectable) index->collectable |= 1U << i;
  }
}

void RankFacts(const Customer& customer, CustomerIndex* index) {
  const std::size_t n = std::min<std::size_t>(customer.facts.size(), index->easiest.size());
  for (std::size_t f = 0; f < n; ++f) index->easiest[f] = static_cast<FactId>(f);
  std::stable_sort(index->easiest.begin(), index->easiest.begin() + n, [&](FactId a, FactId b) {
    return customer.facts[a].logit > customer.facts[b].logit;
  });
  for (std::size_t place = 0; place < n; ++place) {
    const FactId f = index->easiest[place];
    const std::uint64_t bit = 1ULL << place;
    for (std::size_t p = 0; p < index->tells.size(); ++p) {
      if (Has(index->tells[p], f)) index->easy_tells[p] |= bit;
    }
    for (std::size_t t = 0; t < index->answers.size(); ++t) {
      if (!Has(index->answers[t], f)) continue;
      const bool exact = At(customer.facts[f].target) == t;
      (exact ? index->easy_exact : index->easy_other)[t] |= bit;
    }
  }
}

void IndexDays(const Scenario& s, const Customer& customer, CustomerIndex* index) {
  const std::size_t days = customer.days.size();
  index->next_run.assign(days, kNoDate);
  index->cut_off_near.assign(days, 0);
  for (std::size_t day = days; day-- > 0;) {
    if (day + 1 >= days) continue;
    const RunDay& next = customer.days[day + 1];
    const bool closes = next.is_cut_off && next.run != kNever;
    index->next_run[day] =
        closes ? s.days[static_cast<std::size_t>(next.run)].date : index->next_run[day + 1];
    const bool later = day + 2 < days && customer.days[day + 2].is_cut_off;
    index->cut_off_near[day] = next.is_cut_off || later ? 1 : 0;
  }
}

}  // namespace

Response ResponseTo(const Type& type, const Features& features) {
  return {Dot(type.reactance_to, features), Dot(type.trust_to, features),
          Dot(type.urgency_to, features)};
}

void BuildIndex(Scenario* scenario) {
  scenario->index = IndexCase(*scenario);
  for (Customer& customer : scenario->customers) {
    customer.index = CustomerIndex{};
    IndexPeople(customer, &customer.index);
    IndexFile(customer, &customer.index);
    RankFacts(customer, &customer.index);
    IndexDays(*scenario, customer, &customer.index);
  }
}

}  // namespace huikuan::content
