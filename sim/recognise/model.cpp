#include "recognise/model.h"

#include <algorithm>

#include "core/hash.h"
#include "core/tables.h"
#include "recognise/bytes.h"

namespace huikuan::recognise {

namespace {

constexpr std::uint32_t kMagic = 0x334d4b48;  // "HKM3"
constexpr std::uint32_t kMostGrams = 1U << 18;
constexpr std::uint32_t kMostLabels = 512;

}  // namespace

Q16 LengthWeight(std::size_t n) {
  // floor(2^32 / n)'s integer root: Q16 of 1/sqrt(n).
  const std::uint64_t square = (1ULL << 32) / std::max<std::size_t>(n, 1);
  std::uint64_t root = 0;
  for (int bit = 16; bit >= 0; --bit) {
    const std::uint64_t next = root | (1ULL << bit);
    if (next * next <= square) root = next;
  }
  return static_cast<Q16>(root);
}

void Softmax(std::vector<std::int64_t>* scores) {
  const std::int64_t most = *std::max_element(scores->begin(), scores->end());
  std::int64_t sum = 0;
  for (std::int64_t& s : *scores) {
    // exp(-x) = (1 - L(x)) / L(x); below e^-8 it counts as nothing.
    const std::int64_t x = most - s;
    if (x >= 8 * static_cast<std::int64_t>(kOne)) {
      s = 0;
    } else {
      const Q16 logistic = Logistic(static_cast<Q16>(x));
      s = DivQ(kOne - logistic, logistic);
    }
    sum += s;
  }
  for (std::int64_t& s : *scores) s = DivRound(s * kOne, sum);
}

std::size_t Model::RowOf(std::uint32_t hash) const {
  const auto at = std::lower_bound(grams.begin(), grams.end(), hash);
  return at != grams.end() && *at == hash ? static_cast<std::size_t>(at - grams.begin())
                                          : grams.size();
}

std::vector<Scored> Score(const Model& model, const std::vector<Gram>& grams) {
  const std::size_t labels = model.labels.size();
  std::vector<std::int64_t> sums(labels, 0);
  std::size_t counting = 0;
  for (const Gram& gram : grams) {
    const std::size_t at = model.RowOf(gram.hash);
    if (at == model.grams.size()) continue;
    ++counting;
    const std::int8_t* row = &model.weights[at * labels];
    for (std::size_t i = 0; i < labels; ++i) sums[i] += row[i];
  }
  const Q16 length = LengthWeight(counting);
  for (std::int64_t& sum : sums) sum = (sum * model.scale * length) >> 16;
  Softmax(&sums);
  std::vector<Scored> out(labels);
  for (std::size_t i = 0; i < labels; ++i) out[i] = {i, static_cast<Q16>(sums[i])};
  std::stable_sort(out.begin(), out.end(),
                   [](const Scored& a, const Scored& b) { return a.probability > b.probability; });
  return out;
}

int Weight(const Model& model, const Gram& gram, std::size_t label) {
  const std::size_t labels = model.labels.size();
  const std::size_t at = model.RowOf(gram.hash);
  if (at == model.grams.size()) return 0;
  const std::int8_t* row = &model.weights[at * labels];
  int sum = 0;
  for (std::size_t i = 0; i < labels; ++i) sum += row[i];
  return row[label] * static_cast<int>(labels) - sum;
}

std::string Pack(const Model& model) {
  std::string out;
  PutWord(&out, kMagic);
  PutWord(&out, static_cast<std::uint32_t>(model.labels.size()));
  PutWord(&out, static_cast<std::uint32_t>(model.grams.size()));
  PutWord(&out, static_cast<std::uint32_t>(model.scale));
  for (const std::string& label : model.labels) {
    PutWord(&out, static_cast<std::uint32_t>(label.size()));
    out += label;
  }
  std::uint32_t last = 0;
  for (const std::uint32_t gram : model.grams) {
    PutShort(&out, gram - last);
    last = gram;
  }
  out.append(reinterpret_cast<const char*>(model.weights.data()), model.weights.size());
  const std::uint64_t sum = HashText(0, out);
  PutWord(&out, static_cast<std::uint32_t>(sum));
  return out;
}

Result<Model> UnpackModel(std::string_view bytes) {
  const Error damaged{"model.damaged", {}, {}};
  if (bytes.size() < 4) return damaged;
  Bytes tail(bytes.substr(bytes.size() - 4));
  bytes.remove_suffix(4);
  if (tail.Word() != static_cast<std::uint32_t>(HashText(0, bytes))) return damaged;
  Bytes in(bytes);
  Model model;
  const bool ours = in.Word() == kMagic;
  const std::uint32_t labels = in.Word();
  const std::uint32_t grams = in.Word();
  model.scale = static_cast<Q16>(in.Word());
  if (!in.good() || !ours || labels == 0 || labels > kMostLabels || grams > kMostGrams ||
      model.scale <= 0) {
    return damaged;
  }
  for (std::uint32_t i = 0; i < labels && in.good(); ++i) {
    model.labels.emplace_back(in.Take(in.Word()));
  }
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < grams && in.good(); ++i) {
    last += in.Short();
    model.grams.push_back(last);
  }
  if (!std::is_sorted(model.grams.begin(), model.grams.end())) return damaged;
  const std::string_view weights = in.Take(model.grams.size() * labels);
  if (!in.good() || !in.done()) return damaged;
  for (const char c : weights) model.weights.push_back(static_cast<std::int8_t>(c));
  return model;
}

}  // namespace huikuan::recognise
