// The recogniser put together: parts of a sentence, acts by the model and what was likely
// beforehand, misconduct wherever it stands.
#include <algorithm>
#include <array>

#include "core/hash.h"
#include "recognise/bytes.h"
#include "recognise/misconduct.h"
#include "recognise/paraphrases.h"
#include "recognise/train.h"

namespace huikuan {

using recognise::Gram;
using recognise::Model;
using recognise::Part;
using recognise::PartsOf;
using recognise::Scored;
using recognise::Slot;
using recognise::SlotKind;
using recognise::Typed;

struct Recogniser::Data {
  Model acts;
  recognise::MisconductModel misconduct;
};

namespace {

// Design values of models.md §5.
constexpr Q16 kSureFrom = Hundredths(75), kSureMargin = Hundredths(25), kLostBelow = Hundredths(35);
// What a further act is worth: after a full stop it is expected, after a comma possible.
// Tuned together with the model, of which a short part is less sure than of a whole.
constexpr Q16 kAfterStop = Hundredths(130), kAfterComma = Hundredths(100);
constexpr std::size_t kMostParts = 12;  // what follows belongs to the last
constexpr std::array<std::string_view, kMisconducts> kMisconductNames = {"threat", "disclosure",
                                                                         "false_claim"};

constexpr Date kSomeDay = 20'000;  // while learning: days are found, which ones does not matter

using recognise::Example;

Example ExampleOf(const Typed& typed, Part part, std::size_t label) {
  Example out{{}, label};
  const std::vector<Slot> slots = recognise::FindSlots(typed, kSomeDay);
  for (const Gram& gram : recognise::GramsOf(typed, slots, part.from, part.to)) {
    out.hashes.push_back(gram.hash);
  }
  return out;
}

Example ExampleOf(std::string_view words, std::size_t label) {
  const Typed typed = recognise::Normalise(words);
  return ExampleOf(typed, {0, typed.text.size()}, label);
}

// The parts of words that have several: what a part means where it stands alone.
void AddParts(std::string_view words, std::size_t label, std::vector<Example>* examples) {
  const Typed typed = recognise::Normalise(words);
  const std::vector<Part> parts = PartsOf(typed, true);
  if (parts.size() < 2) return;
  for (const Part& part : parts) examples->push_back(ExampleOf(typed, part, label));
}

HeardSlot SlotOf(const Slot& slot, const Typed& typed) {
  HeardSlot out;
  out.kind = static_cast<HeardSlot::Kind>(slot.kind);
  switch (slot.kind) {
    case SlotKind::kAmount:
      out.amount = slot.value;
      break;
    case SlotKind::kDate:
      out.date = static_cast<Date>(slot.value);
      break;
    case SlotKind::kShare:
      out.basis_points = static_cast<int>(slot.value);
      break;
    case SlotKind::kPaper:
      out.paper = static_cast<PaperKind>(slot.value);
      break;
  }
  out.from = typed.at[slot.from];
  out.to = typed.at[slot.to];
  return out;
}

// One reading of words.
class Hearing {
 public:
  Hearing(const Model& acts, std::string_view words, Date today, const std::vector<MayBeMeant>& may)
      : acts_(acts),
        words_(words),
        typed_(recognise::Normalise(words)),
        slots_(recognise::FindSlots(typed_, today)),
        prior_(acts.labels.size(), kOne) {
    if (may.empty()) return;
    std::fill(prior_.begin(), prior_.end(), 0);
    for (const MayBeMeant& m : may) {
      const auto at = std::lower_bound(acts.labels.begin(), acts.labels.end(), m.act);
      if (at != acts.labels.end() && *at == m.act) {
        prior_[static_cast<std::size_t>(at - acts.labels.begin())] = m.weight;
      }
    }
  }
  const Typed& typed() const { return typed_; }
  const std::vector<Slot>& slots() const { return slots_; }

  // Acts for a part, the likeliest first, with what was likely beforehand.
  std::vector<Scored> Likely(Part part) const {
    std::vector<Scored> scored = recognise::Score(acts_, Grams(part));
    std::int64_t sum = 0;
    for (Scored& s : scored) {
      s.probability = MulQ(s.probability, prior_[s.label]);
      sum += s.probability;
    }
    for (Scored& s : scored) {
      s.probability =
          sum == 0
              ? 0
              : static_cast<Q16>(DivRound(static_cast<std::int64_t>(s.probability) * kOne, sum));
    }
    std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
      return a.probability > b.probability;
    });
    return scored;
  }
  HeardAct Act(Part part, const Scored& scored) const {
    HeardAct act;
    act.act = acts_.labels[scored.label];
    act.probability = scored.probability;
    act.because = Because(part, scored.label);
    act.from = typed_.at[part.from];
    act.to = typed_.at[part.to];
    for (const Slot& slot : slots_) {
      if (slot.from >= part.from && slot.to <= part.to) act.slots.push_back(SlotOf(slot, typed_));
    }
    return act;
  }
  std::vector<Gram> Grams(Part part) const {
    return recognise::GramsOf(typed_, slots_, part.from, part.to);
  }

 private:
  // The grams that weigh most for the label, none within another, longest of equals first.
  std::vector<std::string> Because(Part part, std::size_t label) const {
    struct Reason {
      int weight;
      std::size_t from, to;
    };
    std::vector<Reason> reasons;
    for (const Gram& gram : Grams(part)) {
      if (gram.to == gram.from) continue;
      reasons.push_back({recognise::Weight(acts_, gram, label), gram.from, gram.to});
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.to - a.from > b.to - b.from;
    });
    std::vector<Part> taken;
    std::vector<std::string> out;
    for (const Reason& r : reasons) {
      if (out.size() == 3 || r.weight <= 0) break;
      const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const Part& t) {
        return r.from < t.to && t.from < r.to;
      });
      if (overlaps) continue;
      const Part whole = WholeWords({r.from, r.to});
      taken.push_back(whole);
      out.push_back(typed_.Original(words_, whole.from, whole.to));
    }
    return out;
  }
  // Pieces of English words are shown as the words.
  Part WholeWords(Part p) const {
    const std::u32string& text = typed_.text;
    while (p.from > 0 && p.from < text.size() && recognise::IsLatin(text[p.from]) &&
           recognise::IsLatin(text[p.from - 1])) {
      --p.from;
    }
    while (p.to > 0 && p.to < text.size() && recognise::IsLatin(text[p.to - 1]) &&
           recognise::IsLatin(text[p.to])) {
      ++p.to;
    }
    return p;
  }

  const Model& acts_;
  std::string_view words_;
  Typed typed_;
  std::vector<Slot> slots_;
  std::vector<Q16> prior_;
};

// The whole cut into runs of parts, one act each, so that together they are likeliest; every cut
// has its price, since one act may well take two sentences.
std::vector<HeardAct> ActsOf(const Hearing& hearing, const std::vector<Scored>& whole) {
  const std::vector<Part> parts = PartsOf(hearing.typed(), true);
  struct Cut {
    Q16 likely = 0;
    std::size_t from = 0;  // the part its last run begins with
    Scored act;
  };
  const std::size_t n = std::min(parts.size(), kMostParts);
  std::vector<Cut> best(n + 1);
  best[0].likely = kOne;
  for (std::size_t to = 1; to <= n; ++to) {
    for (std::size_t from = 0; from < to; ++from) {
      const bool all = from == 0 && to == n;
      const std::size_t end = to == n ? hearing.typed().text.size() : parts[to - 1].to;
      const Scored act = all ? whole.front() : hearing.Likely({parts[from].from, end}).front();
      Q16 likely = MulQ(best[from].likely, act.probability);
      if (from > 0 && best[from].act.label != act.label) {
        const char32_t mark = hearing.typed().text[parts[from].from - 1];
        likely = MulQ(likely, mark == U',' ? kAfterComma : kAfterStop);
      }
      if (likely > best[to].likely) best[to] = {likely, from, act};
    }
  }
  std::vector<HeardAct> acts;
  for (std::size_t to = n; to > 0 && best[to].likely > 0; to = best[to].from) {
    const std::size_t from = best[to].from;
    const std::size_t end = to == n ? hearing.typed().text.size() : parts[to - 1].to;
    acts.push_back(hearing.Act({from == 0 ? 0 : parts[from].from, end}, best[to].act));
  }
  std::reverse(acts.begin(), acts.end());
  return acts;
}

}  // namespace

std::string_view PaperKindName(PaperKind kind) {
  constexpr std::array<std::string_view, kPaperKinds> kNames = {
      "contract", "delivery_note", "acceptance", "invoice", "statement", "service_report"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view MisconductName(Misconduct kind) {
  return kMisconductNames[static_cast<std::size_t>(kind)];
}

Result<Recogniser> Recogniser::Learn(const Bundle& bundle) {
  const auto acts = recognise::ReadParaphrases(bundle);
  if (!acts.ok()) return acts.error();
  const auto misconduct = recognise::ReadMisconduct(bundle);
  if (!misconduct.ok()) return misconduct.error();
  Result<recognise::Lexicon> lexicon = recognise::ReadConcepts(bundle);
  if (!lexicon.ok()) return lexicon.error();
  auto data = std::make_shared<Data>();
  std::vector<std::string> labels;
  std::vector<Example> examples;
  for (const recognise::Meaning& act : acts.value()) {
    for (const std::string& words : act.words) {
      examples.push_back(ExampleOf(words, labels.size()));
      AddParts(words, labels.size(), &examples);
    }
    labels.push_back(act.id);
  }
  data->acts = recognise::Train(std::move(labels), examples);
  data->misconduct =
      recognise::LearnMisconduct(acts.value(), misconduct.value(), std::move(lexicon).value());
  return Recogniser(std::move(data));
}

std::string Recogniser::Pack() const {
  const std::string acts = recognise::Pack(data_->acts);
  std::string out;
  recognise::PutWord(&out, static_cast<std::uint32_t>(acts.size()));
  return out + acts + recognise::Pack(data_->misconduct);
}

Result<Recogniser> Recogniser::Unpack(std::string_view bytes) {
  recognise::Bytes in(bytes);
  const std::uint32_t size = in.Word();
  const std::string_view packed = in.Take(size);
  if (!in.good()) return Error{"model.damaged", {}, {}};
  Result<Model> acts = recognise::UnpackModel(packed);
  if (!acts.ok()) return acts.error();
  Result<recognise::MisconductModel> misconduct =
      recognise::UnpackMisconduct(bytes.substr(4 + size));
  if (!misconduct.ok()) return misconduct.error();
  auto data = std::make_shared<Data>();
  data->acts = std::move(acts).value();
  data->misconduct = std::move(misconduct).value();
  return Recogniser(std::move(data));
}

Heard Recogniser::Hear(std::string_view words, Date today,
                       const std::vector<MayBeMeant>& may) const {
  Heard heard;
  const Hearing hearing(data_->acts, words, today, may);
  const Part all{0, hearing.typed().text.size()};
  if (all.to == 0) return heard;
  const std::vector<Scored> whole = hearing.Likely(all);
  for (std::size_t i = 0; i < whole.size() && i < 3; ++i) {
    if (whole[i].probability > 0) heard.others.push_back(hearing.Act(all, whole[i]));
  }
  heard.acts = ActsOf(hearing, whole);
  if (!heard.acts.empty()) {
    heard.sure = Sureness::kSure;
    const bool one = heard.acts.size() == 1;
    const Q16 margin = one && whole.size() > 1 ? whole[0].probability - whole[1].probability : kOne;
    for (const HeardAct& act : heard.acts) {
      if (act.probability < kSureFrom || margin < kSureMargin) heard.sure = Sureness::kAsk;
    }
  }
  heard.misconduct =
      recognise::FindMisconduct(data_->misconduct, hearing.typed(), hearing.slots());
  heard.address = AddressIn(words, {});
  return heard;
}

std::vector<std::string> Recogniser::Acts() const { return data_->acts.labels; }

}  // namespace huikuan
