#include "rules/attitudes.h"

namespace huikuan::rules {

namespace {

// Daily factors 2^(-1/h) in Q16 for half-lives in business days (models.md §2).
constexpr Q16 kUrgencyKeeps = 62577;       // h = 15
constexpr Q16 kPressureCostKeeps = 64534;  // h = 45
constexpr Q16 kReactanceKeeps = 63875;     // h = 27
constexpr Q16 kMoodKeeps = 58982;          // 0.9 a day (design value)
constexpr Q16 kSponsorKeeps = 62991;       // h = 17.5 (design value)
constexpr Q16 kSpread = Hundredths(5);     // share of a difference that spreads in a day

}  // namespace

Q16 React(World& world, CustomerId c, PersonId p, const content::Response& response, Q16 scale) {
  const world::PersonTruth& person = world.person(c, p);
  // The less they trust us, the more pressure is resented.
  const Q16 temper = Hundredths(120) - MulQ(Hundredths(60), person.trust);
  const Q16 resisted = MulQ(MulQ(response.reactance, temper), scale);
  const Q16 trusted = MulQ(response.trust, scale);
  const Q16 urged = MulQ(response.urgency, scale);
  Adjust(world, c, p, content::Variable::kReactance, resisted);
  Adjust(world, c, p, content::Variable::kTrust,
         trusted - (resisted > 0 ? MulQ(Hundredths(35), resisted) : 0));
  Adjust(world, c, p, content::Variable::kUrgency, urged);
  Adjust(world, c, p, content::Variable::kMood, -MulQ(Hundredths(150), resisted) + trusted);
  return resisted;
}

Q16 React(World& world, CustomerId c, PersonId p, const content::Features& features, Q16 scale) {
  return React(world, c, p, content::ResponseTo(world.style(c, p), features), scale);
}

Mood VisibleMood(const world::PersonTruth& person) {
  if (person.reactance > Hundredths(45) || person.mood < -Hundredths(35)) return Mood::kAnnoyed;
  if (person.reactance > Hundredths(25) || person.trust < Hundredths(28)) return Mood::kGuarded;
  if (person.pressure_cost > Hundredths(55)) return Mood::kWorried;
  if (person.trust > Hundredths(58)) return Mood::kFriendly;
  return Mood::kCalm;
}

void AttitudesOvernight(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  Q16 urgency[world::kMaxPeople];
  Q16 trust[world::kMaxPeople];
  const std::size_t n = customer.people.size();
  for (std::size_t i = 0; i < n; ++i) {
    urgency[i] = truth.people[i].urgency;
    trust[i] = truth.people[i].trust;
  }
  for (std::size_t i = 0; i < n; ++i) {
    world::PersonTruth& person = truth.people[i];
    Q16 now_urgent = urgency[i];
    Q16 trusting = trust[i];
    content::ForEach(customer.index.listens_to[i], [&](int j) {
      // What a superior finds urgent becomes urgent below; calm does not spread.
      if (urgency[j] > urgency[i]) now_urgent += MulQ(kSpread * 3, urgency[j] - urgency[i]);
      trusting += MulQ(kSpread, trust[j] - trust[i]);
    });
    // Nothing to fade in whom nobody has touched.
    if ((now_urgent | person.pressure_cost | person.reactance | person.mood) != 0) {
      person.urgency = UnitQ(MulQ(now_urgent, kUrgencyKeeps));
      person.pressure_cost = MulQ(person.pressure_cost, kPressureCostKeeps);
      person.reactance = MulQ(person.reactance, kReactanceKeeps);
      person.mood = MulQ(person.mood, kMoodKeeps);
    }
    person.trust = ClampQ(trusting, 0, TrustCeiling(person));
  }
  truth.sponsor = MulQ(truth.sponsor, kSponsorKeeps);
}

Q16 Readiness(World& world, CustomerId c, PersonId p) {
  const world::PersonTruth& person = world.person(c, p);
  const world::CustomerTruth& truth = world.truth(c);
  Q16 logit = -Hundredths(30) + world.style(c, p).compliance + world.customer(c).people[p].agrees;
  logit += MulQ(Hundredths(250), person.trust - Hundredths(45));
  logit += MulQ(Hundredths(120), person.urgency);
  logit += MulQ(Hundredths(80), person.pressure_cost);
  logit -= MulQ(Hundredths(220), person.reactance);
  logit += MulQ(Hundredths(90), truth.sponsor);
  logit += MulQ(Hundredths(60), truth.relation);
  return logit;
}

}  // namespace huikuan::rules
