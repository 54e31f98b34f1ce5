#include "search/rollout.h"

#include <algorithm>

#include "bots/bots.h"
#include "core/hash.h"
#include "rules/value.h"

namespace huikuan::search {

namespace {

// The i-th point of the van der Corput sequence: any first n spread evenly over 0..1.
double Spread(std::uint32_t i) {
  double u = 0, step = 0.5;
  for (; i != 0; i >>= 1, step /= 2) {
    if ((i & 1) != 0) u += step;
  }
  return u;
}

}  // namespace

Cents EndValue(const Scenario& content, const world::State& state) {
  const ValueParts parts = rules::Value(content, state);
  if (parts.capped == parts.value) return parts.total;
  return MulMoney(parts.ledger, parts.capped);
}

namespace {

template <class Until>
void Play(rules::World& world, Seed key, BasePolicy policy, Until until) {
  const world::Known& known = world.state.known;
  bots::Memo memo;
  for (int step = 0; step < bots::kMaxDecisions && !until(known); ++step) {
    bots::BotView view{world.content, known, key, true, &memo};
    view.relationship_first = policy == BasePolicy::kRelationship;
    world.changed = 0;
    rules::ApplyCommand(world, bots::Choose(bots::Bot::kByTheBook, view));
    memo.Changed(world.changed);
  }
}

}  // namespace

void PlayToEnd(rules::World& world, Seed key, BasePolicy policy) {
  Play(world, key, policy, [](const world::Known& k) { return k.seller.ended != 0; });
}

void PlayToDesk(rules::World& world, Seed key, BasePolicy policy) {
  Play(world, key, policy,
       [](const world::Known& k) { return k.seller.ended != 0 || k.conversation.active == 0; });
}

Cents RollOut(const Scenario& content, const world::State& start, const Command& command, Seed key,
              BasePolicy policy) {
  world::State state = start;
  rules::Chance chance(key, kRolloutStream);
  chance.SetDay(state.known.seller.day);
  rules::World world{content, state, chance, nullptr};
  rules::ApplyCommand(world, command);
  PlayToEnd(world, key, policy);
  return EndValue(content, state);
}

Worlds::Worlds(const Scenario& content, const Belief& belief, Seed salt)
    : content_(content), belief_(belief), salt_(salt) {
  rules::Chance chance(HashWord(content_.rules_hash, salt_), kRolloutStream);
  static constexpr std::array<std::uint32_t, 128> kEven = [] {
    std::array<std::uint32_t, 128> w{};
    w.fill(1);
    return w;
  }();
  offset_ = (chance.Pick(rules::Draw::kParticle, belief_.customer(), 0, kEven) + 0.5) / 128;
}

world::State Worlds::Start(int i) const {
  double u = Spread(static_cast<std::uint32_t>(i)) + offset_;
  if (u >= 1) u -= 1;
  return belief_.StateOf(belief_.At(u));
}

Seed Worlds::Key(int i) const {
  return HashWord(HashWord(content_.rules_hash, salt_), static_cast<Seed>(i));
}

Comparison::Comparison(const Scenario& content, const Belief& belief,
                       std::vector<Command> candidates, Seed salt)
    : content_(content), worlds_(content, belief, salt) {
  for (const Command& command : candidates) arms_.push_back({command, 0, {}, false});
}

void Comparison::RunTo(int worlds) {
  for (int i = 0; i < worlds; ++i) {
    const auto index = static_cast<std::size_t>(i);
    world::State start;
    bool made = false;
    for (Arm& arm : arms_) {
      if (arm.out || arm.values.size() > index) continue;
      if (!made) start = worlds_.Start(i);
      made = true;
      arm.values.push_back(
          static_cast<double>(RollOut(content_, start, arm.command, worlds_.Key(i))) -
          arm.penalty);
    }
  }
}

Comparison::Edge Comparison::EdgeOf(std::size_t arm) const {
  const std::vector<double>& a = arms_[arm].values;
  const std::vector<double>& b = arms_[0].values;
  Edge edge;
  edge.n = static_cast<int>(std::min(a.size(), b.size()));
  if (edge.n == 0) return edge;
  double sum = 0;
  for (int i = 0; i < edge.n; ++i) {
    sum += a[static_cast<std::size_t>(i)] - b[static_cast<std::size_t>(i)];
  }
  edge.mean = sum / edge.n;
  double squares = 0;
  for (int i = 0; i < edge.n; ++i) {
    const double d = a[static_cast<std::size_t>(i)] - b[static_cast<std::size_t>(i)] - edge.mean;
    squares += d * d;
  }
  edge.variance = edge.n > 1 ? squares / (edge.n - 1) / edge.n : squares;
  return edge;
}

std::size_t Comparison::Best() const {
  std::size_t best = 0;
  double most = 0;
  for (std::size_t i = 1; i < arms_.size(); ++i) {
    if (arms_[i].out) continue;
    const double mean = EdgeOf(i).mean;
    if (mean > most) {
      best = i;
      most = mean;
    }
  }
  return best;
}

void Comparison::DropBelow(double cents) {
  for (std::size_t i = 1; i < arms_.size(); ++i) {
    if (arms_[i].out) continue;
    const Edge edge = EdgeOf(i);
    const double short_by = cents - edge.mean;
    if (short_by > 0 && short_by * short_by > 4 * edge.variance) arms_[i].out = true;
  }
}

void Comparison::Halve(std::size_t least) {
  std::vector<std::pair<double, std::size_t>> order;  // worst last; ties by position
  for (std::size_t i = 1; i < arms_.size(); ++i) {
    if (!arms_[i].out) order.push_back({-EdgeOf(i).mean, i});
  }
  std::sort(order.begin(), order.end());
  const std::size_t keep = std::max(least, (order.size() + 1) / 2);
  for (std::size_t i = keep; i < order.size(); ++i) arms_[order[i].second].out = true;
}

}  // namespace huikuan::search
