#include "rules/bargaining/opponent.h"

#include <algorithm>

namespace huikuan::rules::bargaining {

namespace {

constexpr std::int64_t kOneInQ31 = 1LL << 31;

// e^−(2^(k − 16)) in Q31, k = 0 … 20, rounded half to even; worked out with 50 decimals.
constexpr std::int64_t kExpOfBit[] = {
    2147450880, 2147418113, 2147352580, 2147221520, 2146959424, 2146435328, 2145387520,
    2143293437, 2139111403, 2130771798, 2114190000, 2081412522, 2017374191, 1895147668,
    1672461947, 1302514674, 790015084,  290630308,  39332535,   720401,     242,
};

using OfConcerns = std::array<int, kConcerns>;  // one number of each, in Concern's order
constexpr int kLiquidityAt = static_cast<int>(Concern::kLiquidity);
constexpr int kSecurityAt = static_cast<int>(Concern::kSecurity);
constexpr int kDiscountAt = static_cast<int>(Concern::kDiscount);
constexpr int kSupplyAt = static_cast<int>(Concern::kSupply);
constexpr OfConcerns kRankWeight = {45, 30, 17, 8};

Weights WeightsOf(const OfConcerns& order) {
  OfConcerns weight{};
  for (std::size_t rank = 0; rank < order.size(); ++rank) weight[order[rank]] = kRankWeight[rank];
  std::array<std::int64_t, kMaxIssues> raw{};
  raw[kPayNow] = 2 * weight[kLiquidityAt];
  raw[kDate] = raw[kInstalments] = weight[kLiquidityAt];
  raw[kSecurity] = 4 * weight[kSecurityAt];
  raw[kDiscount] = 4 * weight[kDiscountAt];
  raw[kSupply] = 4 * weight[kSupplyAt];
  return Normalised(raw, kDebtIssues);
}

OfConcerns ConcernsOf(const Weights& weights) {
  OfConcerns concerns{};
  concerns[kLiquidityAt] = weights[kPayNow] + weights[kDate] + weights[kInstalments];
  concerns[kSecurityAt] = weights[kSecurity];
  concerns[kDiscountAt] = weights[kDiscount];
  concerns[kSupplyAt] = weights[kSupply];
  return concerns;
}

// So that weights stay near 0 however many offers there are.
void MakeRelative(OpponentModel* model) {
  const std::int64_t most = *std::max_element(model->log_weight.begin(), model->log_weight.end());
  for (std::int64_t& weight : model->log_weight) weight -= most;
}

}  // namespace

Profiles DebtProfiles() {
  Profiles profiles;
  OfConcerns order = {kLiquidityAt, kSecurityAt, kDiscountAt, kSupplyAt};
  for (Weights& weights : profiles) {
    weights = WeightsOf(order);
    std::next_permutation(order.begin(), order.end());
  }
  return profiles;
}

Hypothesis HypothesisAt(int index) {
  return {index / (kReservations * kCurves), index / kCurves % kReservations, index % kCurves};
}

void Observe(const Domain& domain, const Profiles& profiles, const Preferences& values,
             const Outcome& offer, Q16 t, OpponentModel* model) {
  Preferences theirs = values;
  std::array<Q16, kProfiles> worth{};
  for (int p = 0; p < kProfiles; ++p) {
    theirs.weight = profiles[p];
    worth[p] = Utility(domain, theirs, offer);
  }
  for (int h = 0; h < kHypotheses; ++h) {
    const Hypothesis hypothesis = HypothesisAt(h);
    const Q16 target =
        Target(kReservationGrid[hypothesis.reservation], t, kCurveGrid[hypothesis.curve]);
    const std::int64_t off = worth[hypothesis.profile] - target;
    model->log_weight[h] -= DivRound(50 * off * off, kOne);
  }
  MakeRelative(model);
}

void ObservePriority(const Profiles& profiles, Concern concern, Q16 doubt, OpponentModel* model) {
  for (int h = 0; h < kHypotheses; ++h) {
    const OfConcerns weighs = ConcernsOf(profiles[HypothesisAt(h).profile]);
    const int said = weighs[static_cast<std::size_t>(concern)];
    if (*std::max_element(weighs.begin(), weighs.end()) > said) model->log_weight[h] -= doubt;
  }
  MakeRelative(model);
}

std::array<std::int64_t, kHypotheses> Probabilities(const OpponentModel& model) {
  std::array<std::int64_t, kHypotheses> probabilities;
  std::int64_t sum = 0;  // at least 1, at most 216: the most likely has 1
  for (int h = 0; h < kHypotheses; ++h) {
    probabilities[h] = ExpMinus(-model.log_weight[h]);
    sum += probabilities[h];
  }
  for (std::int64_t& probability : probabilities) {
    probability = DivRound(probability * kOneInQ31, sum);
  }
  return probabilities;
}

std::array<Q16, kProfiles> ProfileProbabilities(const OpponentModel& model) {
  std::array<std::int64_t, kProfiles> sums{};
  const std::array<std::int64_t, kHypotheses> probabilities = Probabilities(model);
  for (int h = 0; h < kHypotheses; ++h) sums[HypothesisAt(h).profile] += probabilities[h];
  std::array<Q16, kProfiles> of_profile{};
  for (int p = 0; p < kProfiles; ++p) of_profile[p] = static_cast<Q16>(DivRound(sums[p], 1 << 15));
  return of_profile;
}

Preferences Believed(const Domain& domain, const Profiles& profiles, const Preferences& values,
                     const OpponentModel& model) {
  const std::array<std::int64_t, kHypotheses> probabilities = Probabilities(model);
  std::array<std::int64_t, kMaxIssues> weight{};  // Q47
  std::int64_t reservation = 0;
  for (int h = 0; h < kHypotheses; ++h) {
    const Hypothesis hypothesis = HypothesisAt(h);
    for (int i = 0; i < domain.issues; ++i) {
      weight[i] += probabilities[h] * profiles[hypothesis.profile][i];
    }
    reservation += probabilities[h] * kReservationGrid[hypothesis.reservation];
  }
  for (std::int64_t& w : weight) w = DivRound(w, 1 << 8);  // as Normalised wants it
  Preferences believed = values;
  believed.weight = Normalised(weight, domain.issues);
  believed.reservation = UnitQ(static_cast<Q16>(DivRound(reservation, kOneInQ31)));
  return believed;
}

std::int64_t ExpMinus(std::int64_t x) {
  if (x >= 32LL * kOne) return 0;
  std::int64_t product = kOneInQ31;
  for (int bit = 0; bit < 21; ++bit) {
    if (((x >> bit) & 1) != 0) product = DivRound(product * kExpOfBit[bit], kOneInQ31);
  }
  return product;
}

}  // namespace huikuan::rules::bargaining
