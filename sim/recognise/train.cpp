#include "recognise/train.h"

#include <algorithm>
#include <numeric>

#include "core/hash.h"

namespace huikuan::recognise {

namespace {

// Weights while learning: Q24 in 64 bits, so that small steps are not lost.
constexpr int kFine = 8;  // bits below Q16

// An example by the rows of its grams that count.
struct Rows {
  std::vector<std::uint32_t> rows;
  std::size_t label = 0;
};

// The grams that tell most about the label: those that stand in enough examples, by how much more
// often they stand with their commonest label than chance would have it.
std::vector<std::uint32_t> GramsThatTell(const std::vector<Example>& examples, std::size_t labels,
                                         const Training& training) {
  struct Seen {
    std::uint32_t hash;
    std::size_t label;
  };
  std::vector<Seen> seen;
  std::vector<std::int64_t> of_label(labels, 0);
  for (const Example& e : examples) {
    ++of_label[e.label];
    for (const std::uint32_t hash : e.hashes) seen.push_back({hash, e.label});
  }
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.label < b.label;
  });
  struct Gain {
    std::int64_t gain;
    std::uint32_t hash;
  };
  std::vector<Gain> gains;
  const auto all = static_cast<std::int64_t>(examples.size());
  for (std::size_t from = 0, to = 0; from < seen.size(); from = to) {
    std::int64_t most = 0;  // above chance, × all
    std::int64_t count = 0;
    while (to < seen.size() && seen[to].hash == seen[from].hash) ++to, ++count;
    if (count < training.least) continue;
    for (std::size_t i = from, end = from; i < to; i = end) {
      while (end < to && seen[end].label == seen[i].label) ++end;
      const auto here = static_cast<std::int64_t>(end - i);
      most = std::max(most, here * all - count * of_label[seen[i].label]);
    }
    gains.push_back({most, seen[from].hash});
  }
  std::sort(gains.begin(), gains.end(), [](const Gain& a, const Gain& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.hash < b.hash;
  });
  if (gains.size() > training.most) gains.resize(training.most);
  std::vector<std::uint32_t> out;
  for (const Gain& gain : gains) out.push_back(gain.hash);
  std::sort(out.begin(), out.end());
  return out;
}

class Learner {
 public:
  Learner(std::size_t labels, std::size_t grams) : labels_(labels), weights_(grams * labels, 0) {}

  // One step towards the example's label; `rate` in Q16, weighted already.
  void Step(const Rows& example, Q16 rate) {
    const Q16 length = LengthWeight(example.rows.size());
    scores_.assign(labels_, 0);
    for (const std::uint32_t gram : example.rows) {
      const std::int32_t* row = Row(gram);
      for (std::size_t i = 0; i < labels_; ++i) scores_[i] += row[i];
    }
    for (std::int64_t& s : scores_) s = (s * length) >> (16 + kFine);
    Softmax(&scores_);
    scores_[example.label] -= kOne;
    for (std::int64_t& s : scores_) s = (((s * rate) >> 16) * length) >> (16 - kFine);
    for (const std::uint32_t gram : example.rows) {
      std::int32_t* row = Row(gram);
      for (std::size_t i = 0; i < labels_; ++i) row[i] -= static_cast<std::int32_t>(scores_[i]);
    }
  }
  void Decay(Q16 decay) {
    for (std::int32_t& w : weights_) {
      w -= static_cast<std::int32_t>(DivRound(static_cast<std::int64_t>(w) * decay, kOne));
    }
  }
  // The largest weights are cut to one byte's range: few are, and they decide anyway.
  void Quantise(Model* model) const {
    std::int64_t squares = 0, used = 0;
    for (const std::int32_t w : weights_) {
      if (w == 0) continue;
      const std::int64_t q = w >> kFine;
      squares += (q * q) >> 8;
      ++used;
    }
    // One step = spread / 10: finer ones tell no more, and pack worse.
    std::int64_t spread = 1;
    const std::int64_t mean = used == 0 ? 1 : (squares / used) << 8;
    while (spread * spread < mean) ++spread;
    model->scale = static_cast<Q16>(std::max<std::int64_t>(1, spread / 10));
    model->weights.reserve(weights_.size());
    for (const std::int32_t w : weights_) {
      const std::int64_t step = DivRound(w >> kFine, model->scale);
      model->weights.push_back(static_cast<std::int8_t>(std::clamp<std::int64_t>(step, -127, 127)));
    }
  }

 private:
  std::int32_t* Row(std::size_t gram) { return &weights_[gram * labels_]; }
  std::size_t labels_;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> scores_;
};

std::vector<Rows> RowsOf(const Model& model, const std::vector<Example>& examples) {
  std::vector<Rows> rows;
  for (const Example& e : examples) {
    Rows r{{}, e.label};
    for (const std::uint32_t hash : e.hashes) {
      const std::size_t at = model.RowOf(hash);
      if (at != model.grams.size()) r.rows.push_back(static_cast<std::uint32_t>(at));
    }
    rows.push_back(std::move(r));
  }
  return rows;
}

}  // namespace

Model Train(std::vector<std::string> labels, const std::vector<Example>& examples,
            const Training& training) {
  Model model;
  model.labels = std::move(labels);
  model.grams = GramsThatTell(examples, model.labels.size(), training);
  const std::vector<Rows> rows = RowsOf(model, examples);
  Learner learner(model.labels.size(), model.grams.size());
  std::vector<std::int64_t> of_label(model.labels.size(), 0);
  for (const Example& e : examples) ++of_label[e.label];
  const auto mean =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(examples.size() / model.labels.size()));
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    const auto salt = static_cast<std::uint64_t>(epoch);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return HashWord(salt, a) < HashWord(salt, b);
    });
    const Q16 rate = static_cast<Q16>(training.rate - static_cast<std::int64_t>(training.rate) * 9 *
                                                          epoch / (10 * training.epochs));
    for (const std::uint32_t i : order) {
      const Rows& e = rows[i];
      const std::int64_t weighted = training.balanced ? rate * mean / of_label[e.label] : rate;
      learner.Step(e, static_cast<Q16>(std::min<std::int64_t>(weighted, 3 * rate)));
    }
    learner.Decay(training.decay);
  }
  learner.Quantise(&model);
  return model;
}

}  // namespace huikuan::recognise
