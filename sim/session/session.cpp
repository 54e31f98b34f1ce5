#include "huikuan/session.h"

#include <map>
#include <memory>
#include <span>

#include "assess/debrief.h"
#include "assess/feedback.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "save/save.h"
#include "session/impl.h"
#include "session/observe.h"

namespace huikuan {

namespace {

constexpr std::size_t kMaxWords = 64000;  // bytes of one typed text kept

Error RefusalError(rules::Refusal refusal) {
  return Error{std::string(rules::RefusalCode(refusal)), {}, {}};
}

// Words belong to the commands that name them.
void PutWordsHash(Command& command, std::string_view words) {
  if (words.empty()) return;
  if (auto* note = std::get_if<WriteNote>(&command)) note->words = WordsHash(words);
  if (auto* letter = std::get_if<SendLetter>(&command)) letter->words = WordsHash(words);
  if (auto* say = std::get_if<Say>(&command)) say->words = WordsHash(words);
  if (auto* message = std::get_if<SendMessage>(&command)) message->words = WordsHash(words);
}

// As much of the words as is kept, cut between characters, never within one.
std::string_view Kept(std::string_view words) {
  if (words.size() <= kMaxWords) return words;
  std::size_t end = kMaxWords;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0) == 0x80) --end;
  return words.substr(0, end);
}

}  // namespace

std::uint32_t WordsHash(std::string_view words) {
  return static_cast<std::uint32_t>(HashText(3, words)) | 1U;  // never 0 = none
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::Start(ScenarioPtr scenario, Seed seed) {
  if (scenario == nullptr) return Error{"session.no_scenario", {}, {}};
  auto impl = std::make_unique<Impl>(std::move(scenario), seed);
  rules::SetUp(*impl->scenario, impl->state, impl->chance, &impl->history);
  return Session(std::move(impl));
}

Result<Session> Session::Resume(ScenarioPtr scenario, std::string_view text) {
  if (scenario == nullptr) return Error{"session.no_scenario", {}, {}};
  Result<save::SaveFile> file = save::Decode(*scenario, text);
  if (!file.ok()) return file.error();
  Result<Session> session = Start(std::move(scenario), file->seed);
  if (!session.ok()) return session;
  int step = 0;
  for (const Command& command : file->commands) {
    ++step;
    if (!session->Submit(command).ok()) {
      return Error{"save.diverged", {std::to_string(step)}, {}};
    }
    if (step % save::kCheckEvery != 0) continue;
    const auto check = file->checks[static_cast<std::size_t>(step / save::kCheckEvery - 1)];
    if (static_cast<std::uint16_t>(session->Hash()) != check) {
      return Error{"save.diverged", {std::to_string(step)}, {}};
    }
  }
  if (static_cast<std::uint32_t>(session->Hash()) != file->final_hash) {
    return Error{"save.diverged", {std::to_string(step)}, {}};
  }
  return session;
}

std::vector<CommandOption> Session::LegalCommands() const {
  rules::Options options;
  rules::LegalOptions(*impl_->scenario, impl_->state.known, options);
  std::vector<CommandOption> out;
  out.reserve(options.size());
  for (const Command& command : options) {
    out.push_back({command, rules::MinutesOf(*impl_->scenario, impl_->state.known, command)});
  }
  return out;
}

Status Session::Check(const Command& command) const {
  const rules::Refusal refusal = rules::CheckCommand(*impl_->scenario, impl_->state.known, command);
  if (refusal == rules::Refusal::kNone) return {};
  return RefusalError(refusal);
}

Result<std::vector<Event>> Session::Submit(const Command& given, std::string_view words) {
  Command command = given;
  PutWordsHash(command, Kept(words));
  const rules::Refusal refusal = rules::CheckCommand(*impl_->scenario, impl_->state.known, command);
  if (refusal != rules::Refusal::kNone) return RefusalError(refusal);
  if (!words.empty()) {
    const std::string_view kept = Kept(words);
    impl_->words[WordsHash(kept)] = std::string(kept);
  }
  const std::size_t before = impl_->history.size();
  // Feedback compares what was known before with what is known after; only drills pay for that.
  std::unique_ptr<world::Known> known;
  if (impl_->scenario->drill) known = std::make_unique<world::Known>(impl_->state.known);
  rules::World world{*impl_->scenario, impl_->state, impl_->chance, &impl_->history};
  rules::ApplyCommand(world, command);
  impl_->commands.push_back(command);
  if (known) {
    const std::span<const Event> events = std::span<const Event>(impl_->history).subspan(before);
    assess::Judge({*impl_->scenario, *known, impl_->state.known, command, events},
                  impl_->history.size(), &impl_->feedback);
  }
  if (impl_->commands.size() % save::kCheckEvery == 0) {
    impl_->checks.push_back(static_cast<std::uint16_t>(Hash()));
  }
  return std::vector<Event>(impl_->history.begin() + static_cast<std::ptrdiff_t>(before),
                            impl_->history.end());
}

Observation Session::Observe() const {
  Observation out = session::BuildObservation(*impl_->scenario, impl_->state.known, impl_->history,
                                              impl_->seed);
  out.drill = impl_->scenario->drill;
  out.feedback = impl_->feedback;
  for (const auto& [hash, text] : impl_->words) out.typed.push_back({hash, text});
  return out;
}

const std::vector<Event>& Session::History() const { return impl_->history; }

std::string Session::Save() const {
  save::SaveFile file;
  file.seed = impl_->seed;
  file.commands = impl_->commands;
  file.checks = impl_->checks;
  file.final_hash = static_cast<std::uint32_t>(Hash());
  return save::Encode(*impl_->scenario, file);
}

std::vector<KeptWords> Session::Words() const {
  std::vector<KeptWords> out;
  for (const auto& [hash, text] : impl_->words) out.push_back({hash, text});
  return out;
}

void Session::RestoreWords(const std::vector<KeptWords>& words) {
  for (const KeptWords& w : words) {
    if (WordsHash(w.text) == w.hash) impl_->words[w.hash] = w.text;
  }
}

StateHash Session::Hash() const { return session::HashState(*impl_->scenario, impl_->state); }
int Session::CommandCount() const { return static_cast<int>(impl_->commands.size()); }
bool Session::Ended() const { return impl_->state.known.seller.ended != 0; }
Seed Session::seed() const { return impl_->seed; }
const ScenarioPtr& Session::scenario() const { return impl_->scenario; }

Session Session::Fork() const { return Session(std::make_unique<Impl>(*impl_)); }

Result<Debrief> Session::MakeDebrief() const {
  if (!Ended()) return Error{"debrief.early", {}, {}};
  return assess::MakeDebrief(*impl_->scenario, impl_->state, impl_->history);
}

}  // namespace huikuan
