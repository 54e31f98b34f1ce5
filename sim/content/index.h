// What rules and policies look up again and again, as sets of bits: made once when a case is loaded
// (BuildIndex), so that a decision in a rollout reads words instead of scanning tables. Derived from
// the authored numbers alone, and therefore no part of rules_hash.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "huikuan/values.h"
#include "world/state.h"

namespace huikuan {
struct Scenario;
}

namespace huikuan::content {

using ActSet = std::uint64_t;       // bit i = act i
using TaskSet = std::uint64_t;      // bit i = task i
using FactSet = std::uint64_t;      // bit i = fact i
using PeopleSet = std::uint16_t;    // bit i = person i
using DocumentSet = std::uint32_t;  // bit i = document i
using InvoiceSet = std::uint32_t;   // bit i = invoice i

// Calls `visit` with each member of a set, lowest first.
template <class Set, class Visit>
constexpr void ForEach(Set set, Visit visit) {
  for (auto left = static_cast<std::uint64_t>(set); left != 0; left &= left - 1) {
    visit(std::countr_zero(left));
  }
}
template <class Set>
constexpr bool Has(Set set, int member) {
  return ((set >> member) & 1) != 0;
}
template <class Set>
constexpr int First(Set set) {  // precondition: not empty
  return std::countr_zero(static_cast<std::uint64_t>(set));
}

// Acts by what they are and do. Sizes are checked against the enumerations in index.cpp.
struct ActIndex {
  std::array<ActSet, 2> channel{};  // by Channel
  ActSet gatekeeper_lines = 0;      // what may be said at the front desk
  ActSet gatekeeper = 0;            // … and only there
  ActSet decent = 0;                // neither errors nor pressure
  std::array<ActSet, kTargets> target{};
  std::array<ActSet, 16> request{};  // by Request
  std::array<ActSet, 8> chain{};     // by step
  std::array<ActSet, 8> flag{};      // by number of the ConversationFlag's bit
  std::array<ActSet, 16> effect{};   // by EffectKind
  std::array<ActSet, 16> purpose{};  // by Purpose
};

// What a type makes of an utterance before temper and repetition, Q16.
struct Response {
  Q16 reactance = 0, trust = 0, urgency = 0;
};

// Of the whole case.
struct Index {
  ActIndex acts;
  std::vector<Response> responses;  // act × number of types + type: in a plain tone
  TaskSet diagnostic = 0;
  TaskSet sponsoring = 0;  // a manager's call
  TaskSet repeatable = 0;
  TaskSet securing = 0;                   // does the formality of security
  TaskSet filing = 0;                     // files a claim with the administrator
  ObjectionId not_due = kNone;            // the objection that it is not due yet
  std::array<ReplyId, 32> reply_of_kind;  // by ReplyKind; kNone = the case uses none
};

// Of one customer.
struct CustomerIndex {
  InvoiceSet collectable = 0;
  PeopleSet everybody = 0, gatekeepers = 0, users = 0;
  PeopleSet heads = 0;    // authority of 0.7 and more
  PeopleSet seniors = 0;  // … of 0.8 and more: the last word
  PeopleSet money = 0;    // approval or a later gate is theirs
  PeopleSet late = 0;     // the cash plan or the run is theirs
  PeopleSet ranks = 0;    // whose attitude weighs in the treasurer's ranking
  std::array<PeopleSet, kGates> duty{};
  std::array<PeopleSet, world::kMaxPeople> listens_to{};  // by person: whose views they take over
  FactSet problems = 0, dates = 0;
  std::array<FactSet, world::kMaxPeople> tells{};  // what each person knows
  std::array<FactSet, kTargets> answers{};         // what answers a question, by Target
  // The same by ease of telling: bit i = the fact at place i of `easiest`.
  std::array<FactId, 64> easiest{};
  std::array<std::uint64_t, world::kMaxPeople> easy_tells{};
  std::array<std::uint64_t, kTargets> easy_exact{};  // what was asked for exactly, by Target
  std::array<std::uint64_t, kTargets> easy_other{};  // what else answers the question
  FactId due_clause = kNone;
  PersonId gatekeeper = kNone;
  DocumentSet documents = 0;
  DocumentSet contracts = 0;  // papers that bear the clause by which it is due
  // Fields worth checking, laid out as CustomerKnown::fields_inspected; contracts left out: they are
  // what the other papers are held against.
  std::array<std::uint64_t, world::kMaxDocuments / 4> fields{};
  // By business day: the run whose list is the next to close after that day (kNoDate = none), and
  // whether a list closes within the two days that follow.
  std::vector<Date> next_run;
  std::vector<std::uint8_t> cut_off_near;
};

struct Features;
struct Type;
Response ResponseTo(const Type& type, const Features& features);

// (Re)makes every index of the scenario. Called by whoever changes one after it was loaded.
void BuildIndex(Scenario* scenario);

// The facts of `among` that are known: bytes of CustomerKnown::fact_source gathered to bits, eight
// at a time.
inline FactSet Known(const world::CustomerKnown& known, FactSet among) {
  static_assert(world::kMaxFacts % 8 == 0);
  constexpr std::uint64_t kLowest = 0x0101010101010101ULL;
  constexpr std::uint64_t kGather = 0x0102040810204080ULL;  // the lowest bit of byte i to bit i
  FactSet set = 0;
  for (int begin = 0; begin < world::kMaxFacts; begin += 8) {
    if (((among >> begin) & 0xff) == 0) continue;
    std::uint64_t bytes;  // little-endian, as State is throughout
    std::memcpy(&bytes, known.fact_source + begin, sizeof(bytes));
    bytes = (bytes | (bytes >> 1)) & kLowest;  // a Source is below four
    set |= ((bytes * kGather) >> 56) << begin;
  }
  return set & among;
}

}  // namespace huikuan::content
