#include "rules/chance.h"

#include <array>

#include "core/philox.h"
#include "core/tables.h"

namespace huikuan::rules {

std::uint32_t Chance::Bits(Draw purpose, std::uint32_t entity, std::uint32_t index) const {
  const PhiloxCounter counter = {entity, static_cast<std::uint32_t>(day_),
                                 static_cast<std::uint32_t>(purpose), index};
  const PhiloxKey key = {static_cast<std::uint32_t>(seed_),
                         static_cast<std::uint32_t>(seed_ >> 32) ^ (stream_ * 0x9e3779b9U)};
  return Philox(counter, key)[0];
}

int Chance::Pick(Draw purpose, std::uint32_t entity, std::uint32_t index,
                 std::span<const std::uint32_t> weights) {
  std::uint64_t total = 0;
  for (const std::uint32_t w : weights) total += w;
  int outcome = 0;
  const ForcedOutcome* forced = nullptr;
  for (const ForcedOutcome& f : forced_) {
    if (f.purpose == purpose && f.entity == entity && f.index == index && f.day == day_)
      forced = &f;
  }
  if (forced != nullptr) {
    outcome = forced->outcome;
  } else if (path_ != nullptr && path_->Shows(purpose)) {
    outcome = Walk(purpose, weights, total);
  } else {
    // Multiply-shift: the bias is below total / 2^32, and weights are at most a few thousand wide.
    std::uint64_t at = (static_cast<std::uint64_t>(Bits(purpose, entity, index)) * total) >> 32;
    for (const std::uint32_t w : weights) {
      if (at < w) break;
      at -= w;
      ++outcome;
    }
  }
  if (forced != nullptr || record_ != nullptr) {
    const std::uint64_t w = weights[static_cast<std::size_t>(outcome)];
    const auto odds = static_cast<Q16>(w * kOne / total);
    if (forced != nullptr) likelihood_ = (likelihood_ * static_cast<std::uint64_t>(odds)) >> 16;
    if (record_ != nullptr) {
      record_->push_back({purpose, entity, index, day_, static_cast<std::uint8_t>(outcome), odds});
    }
  }
  return outcome;
}

// The next step of the path; an impossible outcome at its end gives way to the next possible one.
int Chance::Walk(Draw purpose, std::span<const std::uint32_t> weights, std::uint64_t total) {
  ChancePath& path = *path_;
  int outcome = 0;
  const bool given = path.taken < path.given;
  if (given) outcome = path.steps[static_cast<std::size_t>(path.taken)].outcome;
  const bool last = path.taken + 1 >= path.given;
  const auto n = static_cast<int>(weights.size());
  while (outcome < n && weights[static_cast<std::size_t>(outcome)] == 0 && last) ++outcome;
  if (outcome >= n || weights[static_cast<std::size_t>(outcome)] == 0 ||
      path.taken >= ChancePath::kMax) {
    path.lost = true;
    outcome = 0;
    while (weights[static_cast<std::size_t>(outcome)] == 0) ++outcome;
    return outcome;
  }
  path.steps[static_cast<std::size_t>(path.taken++)] = {purpose, static_cast<std::uint8_t>(outcome),
                                                        static_cast<std::uint8_t>(n)};
  const std::uint64_t w = weights[static_cast<std::size_t>(outcome)];
  path.likelihood = (path.likelihood * (w * kOne / total)) >> 16;
  return outcome;
}

bool Chance::Happens(Draw purpose, std::uint32_t entity, std::uint32_t index, Q16 p) {
  const Q16 clamped = UnitQ(p);
  if (Plain()) {  // the same as Pick, without the weights; a certainty needs no draw
    if (clamped == 0 || clamped == kOne) return clamped == kOne;
    return (Bits(purpose, entity, index) >> 16) >= static_cast<std::uint32_t>(kOne - clamped);
  }
  const std::array<std::uint32_t, 2> weights = {static_cast<std::uint32_t>(kOne - clamped),
                                                static_cast<std::uint32_t>(clamped)};
  return Pick(purpose, entity, index, weights) == 1;
}

Q16 Chance::Normal(Draw purpose, std::uint32_t entity, std::uint32_t index) {
  static constexpr std::array<std::uint32_t, 32> kEqual = [] {
    std::array<std::uint32_t, 32> w{};
    w.fill(1);
    return w;
  }();
  const int bin = Plain() ? static_cast<int>(Bits(purpose, entity, index) >> 27)
                          : Pick(purpose, entity, index, kEqual);
  return NormalBin(bin);
}

}  // namespace huikuan::rules
