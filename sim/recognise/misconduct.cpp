#include "recognise/misconduct.h"

#include <algorithm>

#include "recognise/bytes.h"

namespace huikuan::recognise {

namespace {

constexpr std::string_view kCleanName = "none";
constexpr std::size_t kCleanLabel = kMisconducts;
constexpr Date kLessonDay = 20'000;  // while learning: days are found, which ones does not matter
// Design values, a balance: higher ones leave more clean sentences alone and find less misconduct.
// Chinese and other sentences differ in length.
constexpr Q16 kHanFrom = Hundredths(46), kLatinFrom = Hundredths(43);
// The whole has its say beside its worst stretch: a few words by themselves are easily mistaken.
constexpr Q16 kOfWhole = Hundredths(40);
constexpr std::size_t kMostGramsThatTell = 26'000;
// A clean stretch that looks like misconduct so much teaches in the second round.
constexpr Q16 kMisleading = Hundredths(10);

std::vector<Gram> GramsWithConcepts(const Lexicon& lexicon, const Typed& typed,
                                    const std::vector<Slot>& slots, Part part) {
  std::vector<Gram> grams = GramsOf(typed, slots, part.from, part.to, true);
  AddConcepts(FindConcepts(lexicon, typed, part), &grams);
  return grams;
}

// A sentence to learn from, by its stretches; the whole is the last.
struct Lesson {
  std::size_t label = 0;
  bool near = false;  // clean, and near to misconduct
  std::vector<std::vector<Gram>> stretches;
};

Lesson LessonOf(const Lexicon& lexicon, std::string_view words, std::size_t label, bool near) {
  const Typed typed = Normalise(words);
  const std::vector<Slot> slots = FindSlots(typed, kLessonDay);
  Lesson lesson{label, near, {}};
  for (const Part& part : StretchesOf(typed)) {
    lesson.stretches.push_back(GramsWithConcepts(lexicon, typed, slots, part));
  }
  if (lesson.stretches.size() == 2 || lesson.stretches.empty()) {
    const Part whole{0, typed.text.size()};
    lesson.stretches.push_back(GramsWithConcepts(lexicon, typed, slots, whole));
  }
  return lesson;
}

Example StretchExample(const std::vector<Gram>& grams, std::size_t label) {
  Example out{{}, label};
  for (const Gram& gram : grams) out.hashes.push_back(gram.hash);
  return out;
}

Q16 ProbabilityOf(const Model& model, const std::vector<Gram>& grams, std::size_t label) {
  for (const Scored& s : Score(model, grams)) {
    if (s.label == label) return s.probability;
  }
  return 0;
}

// First round: the whole of what is wrong, and clean sentences whole and in parts, since no part of
// clean words is misconduct; which part of the others is, nobody said.
std::vector<Example> FirstRound(const std::vector<Lesson>& lessons) {
  std::vector<Example> out;
  for (const Lesson& lesson : lessons) {
    const std::size_t n = lesson.stretches.size();
    for (std::size_t i = 0; i < n; ++i) {
      const bool whole = i + 1 == n;
      if (lesson.label != kCleanLabel && !whole) continue;
      out.push_back(StretchExample(lesson.stretches[i], lesson.label));
      if (lesson.near && whole) out.push_back(out.back());
    }
  }
  return out;
}

// Second round: of what is wrong also the stretch that by the first model gave it away, and of
// clean sentences again what misled that model.
std::vector<Example> SecondRound(const std::vector<Lesson>& lessons, const Model& model,
                                 std::vector<Example> out) {
  for (const Lesson& lesson : lessons) {
    const std::vector<Gram>* worst = nullptr;
    Q16 most = 0;
    for (const std::vector<Gram>& stretch : lesson.stretches) {
      const Q16 p = ProbabilityOf(model, stretch, lesson.label);
      const Q16 wrong = lesson.label == kCleanLabel ? kOne - p : p;
      if (lesson.label == kCleanLabel && wrong >= kMisleading) out.push_back(StretchExample(stretch, kCleanLabel));
      if (wrong > most) most = wrong, worst = &stretch;
    }
    if (lesson.label != kCleanLabel && worst != nullptr) {
      out.push_back(StretchExample(*worst, lesson.label));
    }
  }
  return out;
}

void CollectLessons(const Lexicon& lexicon, const std::vector<Meaning>& acts,
                const std::vector<Meaning>& kinds, std::vector<Lesson>* lessons) {
  for (const Meaning& act : acts) {
    if (act.breaches) continue;
    for (const std::string& words : act.words) {
      lessons->push_back(LessonOf(lexicon, words, kCleanLabel, false));
    }
  }
  for (const Meaning& kind : kinds) {
    std::size_t label = 0;
    while (label != kCleanLabel && kind.id != MisconductName(static_cast<Misconduct>(label))) ++label;
    for (const std::string& words : kind.words) {
      lessons->push_back(LessonOf(lexicon, words, label, label == kCleanLabel));
    }
  }
}

}  // namespace

MisconductModel LearnMisconduct(const std::vector<Meaning>& acts,
                                const std::vector<Meaning>& kinds, Lexicon lexicon) {
  std::vector<Lesson> lessons;
  CollectLessons(lexicon, acts, kinds, &lessons);
  std::vector<std::string> labels;
  for (std::size_t k = 0; k < kCleanLabel; ++k) {
    labels.emplace_back(MisconductName(static_cast<Misconduct>(k)));
  }
  labels.emplace_back(kCleanName);
  Training training;
  training.balanced = false;  // as often as it is
  training.most = kMostGramsThatTell;
  std::vector<Example> first = FirstRound(lessons);
  const Model model = Train(labels, first, training);
  const std::vector<Example> second = SecondRound(lessons, model, std::move(first));
  return {Train(std::move(labels), second, training), std::move(lexicon)};
}

Suspicion SuspicionOf(const MisconductModel& model, const Typed& typed,
                      const std::vector<Slot>& slots) {
  Suspicion out;
  std::array<Q16, kMisconducts + 1> whole{};  // of the last stretch; afterwards also of any
  for (const Part& part : StretchesOf(typed)) {
    HeardMisconduct likeliest;
    const auto grams = GramsWithConcepts(model.lexicon, typed, slots, part);
    for (const Scored& s : Score(model.model, grams)) {
      whole[s.label] = s.label == kCleanLabel ? kOne - s.probability : s.probability;
      if (s.label == kCleanLabel) continue;
      const HeardMisconduct here{static_cast<Misconduct>(s.label), s.probability,
                                 typed.at[part.from], typed.at[part.to]};
      if (here.probability > out.kinds[s.label].probability) out.kinds[s.label] = here;
      if (here.probability > likeliest.probability) likeliest = here;
    }
    likeliest.probability = whole[kCleanLabel];
    if (likeliest.probability > out.any.probability) out.any = likeliest;
  }
  const auto blend = [](Q16 worst, Q16 all) {
    return MulQ(worst, kOne - kOfWhole) + MulQ(all, kOfWhole);
  };
  for (std::size_t k = 0; k < kCleanLabel; ++k) {
    out.kinds[k].probability = blend(out.kinds[k].probability, whole[k]);
  }
  out.any.probability = blend(out.any.probability, whole[kCleanLabel]);
  return out;
}

std::vector<HeardMisconduct> FindMisconduct(const MisconductModel& model, const Typed& typed,
                                            const std::vector<Slot>& slots) {
  const Suspicion suspicion = SuspicionOf(model, typed, slots);
  const bool han = std::any_of(typed.text.begin(), typed.text.end(), IsHan);
  const Q16 from = han ? kHanFrom : kLatinFrom;
  std::vector<HeardMisconduct> out;
  for (const HeardMisconduct& kind : suspicion.kinds) {
    if (kind.probability >= from) out.push_back(kind);
  }
  // Surely wrong, though it is not clear what is.
  if (out.empty() && suspicion.any.probability >= from) out.push_back(suspicion.any);
  return out;
}

std::string Pack(const MisconductModel& model) {
  const std::string packed = Pack(model.model);
  std::string out;
  PutWord(&out, static_cast<std::uint32_t>(packed.size()));
  return out + packed + Pack(model.lexicon);
}

Result<MisconductModel> UnpackMisconduct(std::string_view bytes) {
  Bytes in(bytes);
  const std::uint32_t size = in.Word();
  const std::string_view packed = in.Take(size);
  if (!in.good()) return Error{"model.damaged", {}, {}};
  Result<Model> model = UnpackModel(packed);
  if (!model.ok()) return model.error();
  if (model->labels.size() != kCleanLabel + 1) return Error{"model.damaged", {}, {}};
  Result<Lexicon> lexicon = UnpackLexicon(bytes.substr(4 + size));
  if (!lexicon.ok()) return lexicon.error();
  return MisconductModel{std::move(model).value(), std::move(lexicon).value()};
}

}  // namespace huikuan::recognise
