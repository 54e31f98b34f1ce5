#include "search/belief.h"

#include <algorithm>
#include <array>

#include "core/hash.h"
#include "rules/payment/ledger.h"
#include "rules/setup.h"
#include "rules/slice.h"

namespace huikuan::search {

namespace {

constexpr std::uint32_t kOpeningStream = 22;
constexpr std::uint32_t kResampleStream = 23;
constexpr int kRescueTimes = 4;     // as many particles when the filter begins anew
constexpr int kMaxRescues = 6;      // a run
constexpr double kNudgeOdds = 0.5;  // of a particle that had to be nudged (design value)
constexpr double kStarved = 0.06;   // share of particles that still count

double Effective(const std::vector<Particle>& particles) {
  double sum = 0, squares = 0;
  for (const Particle& p : particles) {
    sum += p.weight;
    squares += p.weight * p.weight;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

}  // namespace

Belief::Belief(const Scenario& content, CustomerId customer, const world::Known& opening,
               int particles)
    : content_(content),
      customer_(customer),
      count_(particles),
      known_(opening),
      explainer_(content, customer) {
  particles_ = Fresh(count_, 0);
}

// Keyed by the case and by position: the run's own seed is nothing a trainee could know.
Seed Belief::Key(std::size_t particle, std::size_t step, Seed salt) const {
  Seed key = HashWord(content_.rules_hash, (static_cast<Seed>(customer_) << 32) | salt);
  key = HashWord(key, static_cast<Seed>(step));
  return HashWord(key, static_cast<Seed>(particle));
}

std::vector<Particle> Belief::Fresh(int count, Seed salt) const {
  std::vector<Particle> fresh(static_cast<std::size_t>(count));
  world::State state;
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    rules::Chance chance(Key(i, 0, salt), kOpeningStream);
    rules::SetUp(content_, state, chance, nullptr);
    fresh[i].truth = rules::Slice(state, customer_).truth;
    fresh[i].weight = 1;
  }
  return fresh;
}

void Belief::Observe(const Step& step) {
  Observe(std::make_shared<const Moment>(Moment{known_, step}));
}

void Belief::Observe(const MomentPtr& moment) {
  const Step& step = moment->step;
  known_ = step.known;
  const CustomerId concerned = Concerned(moment->before, step.command);
  if (settled_ || (concerned != kNone && concerned != customer_)) return;
  settled_ = known_.seller.ended != 0 ||
             rules::OpenTotal(content_.customers[customer_], known_.customers[customer_]) == 0;
  if (settled_) return;
  past_.push_back(moment);
  Advance(particles_, moment->before, step, past_.size(), 0);
  if (EffectiveSize() < kStarved * count_ && rescues_ < kMaxRescues) Rescue();
  if (EffectiveSize() < count_ / 2) Resample(particles_, count_, past_.size());
}

// Attitudes are continuous and known roughly: a particle in which somebody would merely have looked
// otherwise is tried again with that person's attitudes a little off (models.md §8, jitter on
// static parameters). Without it whole runs of expressions would have to be hit by luck.
double Belief::Explain(world::Truth& truth, const world::Known& before, const Step& step,
                       Seed key) {
  struct Nudge {
    Q16 trust, reactance, mood;
  };
  static constexpr Nudge kNudges[] = {
      {Hundredths(2), 0, 0},   {-Hundredths(2), 0, 0},  {Hundredths(5), 0, 0},
      {-Hundredths(5), 0, 0},  {0, -Hundredths(6), 0},  {0, Hundredths(6), 0},
      {Hundredths(10), 0, 0},  {-Hundredths(10), 0, 0}, {0, 0, Hundredths(20)},
      {0, -Hundredths(15), 0}, {0, Hundredths(15), 0},  {0, 0, -Hundredths(20)}};
  // Of the others a particle knows nothing, and nothing about them changes.
  const world::CustomerTruth start = truth.customers[customer_];
  std::array<Day, world::kMaxTasks> due;
  std::copy_n(truth.task_due, world::kMaxTasks, due.begin());
  const double likelihood = explainer_.Explain(truth, before, step, key);
  const PersonId person = explainer_.MisreadPerson();
  if (likelihood > 0 || person == kNone) return likelihood;
  for (const Nudge& nudge : kNudges) {
    truth.customers[customer_] = start;
    std::copy(due.begin(), due.end(), truth.task_due);
    world::PersonTruth& who = truth.customers[customer_].people[person];
    who.trust = UnitQ(who.trust + nudge.trust);
    who.reactance = UnitQ(who.reactance + nudge.reactance);
    who.mood = ClampQ(who.mood + nudge.mood, -kOne, kOne);
    const double nudged = explainer_.Explain(truth, before, step, key);
    if (nudged > 0) return nudged * kNudgeOdds;
  }
  return 0;
}

void Belief::Advance(std::vector<Particle>& particles, const world::Known& before, const Step& step,
                     std::size_t number, Seed salt) {
  explainer_.NewStep();
  double best = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < particles.size(); ++i) {
    Particle& p = particles[i];
    p.weight *= Explain(p.truth, before, step, Key(i, number, salt));
    if (p.weight <= 0) continue;
    if (p.weight > best) best = p.weight;
    if (kept != i) particles[kept] = p;
    ++kept;
  }
  particles.resize(kept);
  for (Particle& p : particles) p.weight /= best;
}

// The whole run again, from more fresh openings.
void Belief::Rescue() {
  ++rescues_;
  const auto salt = static_cast<Seed>(rescues_);
  const int many = count_ * kRescueTimes;
  std::vector<Particle> fresh = Fresh(many, salt);
  for (std::size_t i = 0; i < past_.size() && !fresh.empty(); ++i) {
    Advance(fresh, past_[i]->before, past_[i]->step, i + 1, salt);
    if (Effective(fresh) < many / 4) Resample(fresh, many, i + 1);
  }
  if (Effective(fresh) <= Effective(particles_)) return;
  Resample(fresh, count_, past_.size());
  particles_ = std::move(fresh);
}

// Systematic: one draw for the offset, then even steps through the weights.
void Belief::Resample(std::vector<Particle>& particles, int count, std::size_t number) const {
  if (particles.empty()) return;
  double sum = 0;
  for (const Particle& p : particles) sum += p.weight;
  static constexpr std::array<std::uint32_t, 64> kEven = [] {
    std::array<std::uint32_t, 64> w{};
    w.fill(1);
    return w;
  }();
  rules::Chance chance(Key(0, number, 0), kResampleStream);
  const int offset = chance.Pick(rules::Draw::kResample, customer_, 0, kEven);
  std::vector<Particle> out;
  out.reserve(static_cast<std::size_t>(count));
  double upto = particles[0].weight;
  std::size_t at = 0;
  for (int i = 0; i < count; ++i) {
    const double u = (i + (offset + 0.5) / 64) / count * sum;
    while (upto < u && at + 1 < particles.size()) upto += particles[++at].weight;
    out.push_back(particles[at]);
    out.back().weight = 1;
  }
  particles = std::move(out);
}

double Belief::EffectiveSize() const { return Effective(particles_); }

const Particle& Belief::At(double u) const {
  double sum = 0;
  for (const Particle& p : particles_) sum += p.weight;
  double upto = 0;
  for (const Particle& p : particles_) {
    upto += p.weight;
    if (upto >= u * sum) return p;
  }
  return particles_.back();
}

world::State Belief::StateOf(const Particle& particle) const {
  world::State state = rules::Slice(world::State{known_, {}}, customer_);
  state.truth = particle.truth;
  return state;
}

}  // namespace huikuan::search
