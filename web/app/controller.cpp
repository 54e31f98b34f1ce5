#include "app/controller.h"

#include <algorithm>
#include <charconv>

#include "model/lines.h"

namespace huikuan::web {

void Controller::AddFile(std::string path, std::string bytes) {
  bundle_.files[std::move(path)] = std::move(bytes);
}

bool Controller::SetLanguage(const std::string& tag) {
  Result<Language> language = Language::Load(bundle_, tag);
  if (!language.ok()) {
    diagnostics_.push_back({Severity::kError, language.error()});
    return false;
  }
  language_ = language.value();
  ui_.language = tag;
  if (scenario_) words_.emplace(*language_, scenario_);
  if (watch_) watch_words_.emplace(*language_, watch_->session().scenario());
  return true;
}

void Controller::Boot(std::string_view case_id, std::string_view ui, bool can_draw) {
  UnpackUi(ui, ui_);
  ui_.can_draw = can_draw;
  if (!can_draw) ui_.reading = true;
  const bool speaks = SetLanguage(ui_.language) || SetLanguage("zh") || SetLanguage("en");
  cases_ = CaseCards(bundle_);
  case_id_ = std::string(case_id);
  if (case_id_.empty() && !cases_.empty()) case_id_ = cases_.front().id;
  LoadCase();
  if (speaks && scenario_) SetLanguage(ui_.language);
  check_ = [this](const Command& command) {
    return session_ ? session_->Check(command) : Status(Error{"session.none", {}, {}});
  };
  ui_.phase = scenario_ ? Phase::kWelcome : Phase::kMessage;
  Rebuild();
}

void Controller::SetSystemDark(bool dark) {
  if (ui_.system_dark == dark) return;
  ui_.system_dark = dark;
  if (language_) Rebuild();
}

void Controller::LoadCase() {
  LoadReport report = LoadScenario(bundle_, case_id_);
  scenario_ = report.scenario;
  if (!scenario_) diagnostics_ = std::move(report.diagnostics);
}

Context Controller::MakeContext() const {
  return Context{*see_,
                 *words_,
                 ui_,
                 check_,
                 debrief_ ? &*debrief_ : nullptr,
                 &cases_,
                 recogniser_.has_value(),
                 typed_ ? &*typed_ : nullptr,
                 review_total_ > 0 ? &review_ : nullptr,
                 review_total_,
                 review_total_ > 0 ? &xray_ : nullptr,
                 recogniser_ ? &*recogniser_ : nullptr};
}

bool Controller::LearnWords(std::string_view packed) {
  Result<Recogniser> recogniser = Recogniser::Unpack(packed);
  if (!recogniser.ok()) return false;
  recogniser_.emplace(std::move(recogniser).value());
  if (language_) Rebuild();
  return true;
}

bool Controller::Switch(std::string_view case_id) {
  const bool known = std::any_of(cases_.begin(), cases_.end(),
                                 [&](const CaseCard& card) { return card.id == case_id; });
  if (!known) return false;
  session_.reset();
  ForgetReview();
  see_.reset();
  typed_.reset();
  debrief_.reset();
  trouble_.clear();
  refusal_.clear();
  case_id_ = std::string(case_id);
  LoadCase();
  SetLanguage(ui_.language);
  ui_.phase = scenario_ ? Phase::kWelcome : Phase::kMessage;
  ui_.customer = 0;
  ui_.person = kNone;
  ui_.document = kNone;
  ui_.tab = "talk";
  ui_.dialog.clear();
  ui_.drafts.clear();
  Rebuild();
  return true;
}

void Controller::Start(std::string_view seed_text) {
  if (!scenario_) return;
  Seed seed = 1;
  std::from_chars(seed_text.data(), seed_text.data() + seed_text.size(), seed);
  Result<Session> session = Session::Start(scenario_, seed);
  if (!session.ok()) {
    trouble_ = language_->Explain(session.error());
    Rebuild();
    return;
  }
  Take(std::move(session).value());
  trouble_.clear();
  ui_.phase = Phase::kPlay;
  ui_.dialog = "briefing";
  ui_.customer = 0;
  ui_.tab = OpeningTab(session_->Observe().customers.front());
  ui_.person = kNone;
  ui_.document = kNone;
  ui_.drafts.clear();
  Rebuild();
}

bool Controller::Offer(std::string_view save, std::string_view words) {
  if (!scenario_) return false;
  Result<Session> session = Session::Resume(scenario_, save);
  if (!session.ok()) {
    refusal_ = session.error().code;
    trouble_ = language_->Explain(session.error()) + " " + language_->Ui("web.message.save_kept");
    ui_.phase = Phase::kWelcome;
    Rebuild();
    return false;
  }
  refusal_.clear();
  trouble_.clear();
  Take(std::move(session).value());
  std::vector<huikuan::KeptWords> kept;
  for (const auto& [hash, text] : ReadLines(words)) {
    std::uint32_t value = 0;
    std::from_chars(hash.data(), hash.data() + hash.size(), value);
    kept.push_back({value, text});
  }
  session_->RestoreWords(kept);
  ui_.phase = Phase::kWelcome;
  Rebuild();
  return true;
}

void Controller::Take(Session session) {
  session_.emplace(std::move(session));
  ForgetReview();
  ui_.drafts.erase("review.open");
  ui_.drafts.erase("review.guess");
}

bool Controller::Retry(int index) {
  if (!session_) return false;
  Result<Session> session = PlayUpTo(*session_, index);
  if (!session.ok()) return false;
  Take(std::move(session).value());
  ui_.phase = Phase::kPlay;
  ui_.dialog.clear();
  ui_.tab = OpeningTab(session_->Observe().customers.front());
  ui_.notice = language_->Ui("web.review.retrying");
  Rebuild();
  return true;
}

void Controller::ForgetReview() {
  ++run_;
  reviewer_.reset();
  parts_.clear();
  review_ = Review();
  review_total_ = 0;
}

int Controller::Work() {
  if (judging() == 0) return 0;
  if (!reviewer_) reviewer_.emplace(Reviewer::Of(*session_));
  reviewer_->Step();
  review_ = reviewer_->review();
  const std::uint64_t before = tree_hash_;
  Rebuild();
  return tree_hash_ != before ? kTree : 0;
}

bool Controller::TakePart(int run, int shard, int shards, std::string_view bytes) {
  if (run != judging()) return true;
  Result<Review> part = UnpackReview(*scenario_, bytes);
  if (!part.ok() || shard < 0 || shard >= shards) return false;
  parts_.resize(static_cast<std::size_t>(shards));
  Review& mine = parts_[static_cast<std::size_t>(shard)];
  mine.decisions.insert(mine.decisions.end(), part->decisions.begin(), part->decisions.end());
  mine.luck = part->luck;
  mine.complete = part->complete;
  review_ = JoinReviews(parts_);
  Rebuild();
  return true;
}

void Controller::Queue(std::string action, std::string value) {
  queue_.emplace_back(std::move(action), std::move(value));
}

int Controller::Flush() {
  int changed = 0;
  // Actions that come up while these run (none today) wait for the next flush.
  const auto queue = std::move(queue_);
  queue_.clear();
  for (const auto& [id, value] : queue) changed |= Act(id, value);
  const std::uint64_t before = tree_hash_;
  if (changed != 0) Rebuild();
  return tree_hash_ != before ? changed | kTree : changed & ~kTree;
}

int Controller::Act(const std::string& id, const std::string& value) {
  if (!playing()) {
    // Only the page itself and the client can be asked for anything before the case runs.
    if (id.rfind("app:", 0) == 0) return Request(AppRequest{id.substr(4)});
    if (id.rfind("ui:language:", 0) == 0) return Change({"language", id.substr(12), {}});
    return 0;
  }
  const Context context = MakeContext();
  const Parsed parsed = ParseAction(context, id, value);
  if (const auto* submission = std::get_if<Submission>(&parsed)) return Submit(*submission);
  if (const auto* change = std::get_if<UiChange>(&parsed)) return Change(*change);
  if (const auto* request = std::get_if<AppRequest>(&parsed)) return Request(*request);
  return 0;
}

int Controller::Submit(const Submission& submission) {
  const bool ended = session_->Ended();
  const Result<std::vector<Event>> events = session_->Submit(submission.command, submission.words);
  if (!events.ok()) {
    ui_.notice =
        language_->Ui("web.message.refused", {{"why", language_->Explain(events.error())}});
    return kTree;
  }
  ui_.notice.clear();
  if (!submission.forget.empty()) ui_.Forget(submission.forget);
  FollowCommand(submission.command, ui_);
  for (const Command& command : submission.then) {
    const Result<std::vector<Event>> more = session_->Submit(command, submission.words);
    if (!more.ok()) {
      // What could not be said any more: the talk may have ended meanwhile.
      ui_.notice =
          language_->Ui("web.message.refused", {{"why", language_->Explain(more.error())}});
      break;
    }
  }
  if (session_->Ended() && !ended) {
    ui_.tab = "debrief";
    ui_.dialog.clear();
  }
  return kTree | kSaved;
}

int Controller::Change(const UiChange& change) {
  if (change.verb == "language") {
    if (!SetLanguage(change.key)) return 0;
  } else if (see_) {
    const Context context = MakeContext();
    UiState next = ui_;
    ApplyUi(context, change, next);
    ui_ = std::move(next);
  }
  if (change.verb == "hear") return Hear();
  return kTree | kPage;
}

int Controller::Hear() {
  if (!session_ || !recogniser_ || ui_.Draft("typed.asked").empty()) return kTree | kPage;
  const TypedReading reading = session_->ReadTyped(*recogniser_, ui_.Draft("typed.asked"));
  if (!reading.plain()) return kTree | kPage;
  return Submit(TypedSubmission(MakeContext(), reading)) | kPage;
}

int Controller::Request(const AppRequest& request) {
  if (request.what.rfind("watch:", 0) == 0) return WatchRequest(request.what.substr(6));
  if (request.what == "continue" && session_) {
    ui_.phase = Phase::kPlay;
    if (session_->Ended()) ui_.tab = "debrief";
    return kTree | kSaved;
  }
  std::string what = request.what;
  if (what == "again" && session_) what += ":" + std::to_string(session_->seed());
  requests_.push_back(std::move(what));
  return kRequest;
}

std::string Controller::TakeRequest() {
  if (requests_.empty()) return {};
  std::string first = std::move(requests_.front());
  requests_.erase(requests_.begin());
  return first;
}

std::string Controller::Save() const { return session_ ? session_->Save() : std::string(); }

std::string Controller::KeptWords() const {
  std::string out;
  if (!session_) return out;
  for (const huikuan::KeptWords& kept : session_->Words()) {
    PutLine(std::to_string(kept.hash), kept.text, out);
  }
  return out;
}

std::string Controller::Summary() const {
  std::string out;
  if (!session_ || !see_) return out;
  PutLine("case", case_id_, out);
  PutLine("seed", std::to_string(session_->seed()), out);
  PutLine("date", FormatIso(see_->clock.date), out);
  PutLine("day", std::to_string(see_->clock.day + 1), out);
  PutLine("commands", std::to_string(session_->CommandCount()), out);
  PutLine("rules", std::to_string(RulesHash(*scenario_)), out);
  return out;
}

void Controller::Rebuild() {
  if (!language_) {
    // Not even a language could be read: the codes are all there is to show.
    tree_ = Node{};
    tree_.key = "root";
    tree_.kind = Kind::kList;
    tree_.role = Role::kRoot;
    for (std::size_t i = 0; i < diagnostics_.size(); ++i) {
      const Error& error = diagnostics_[i].error;
      tree_.Add(
          Words("message." + std::to_string(i),
                error.where.file + ":" + std::to_string(error.where.line) + ": " + error.code));
    }
  } else if (!scenario_) {
    std::vector<std::string> lines = {language_->Ui("web.message.load_hint")};
    for (const Diagnostic& diagnostic : diagnostics_) {
      if (diagnostic.severity == Severity::kError) lines.push_back(language_->Explain(diagnostic));
    }
    tree_ = MessageTree(*language_, ui_, language_->Ui("web.message.load"), lines);
  } else {
    if (session_) {
      see_ = session_->Observe();
      typed_.reset();
      const std::string& asked = ui_.Draft("typed.asked");
      if (recogniser_ && see_->conversation && !asked.empty()) {
        typed_ = session_->ReadTyped(*recogniser_, asked);
      }
      debrief_.reset();
      if (session_->Ended()) {
        Result<Debrief> debrief = session_->MakeDebrief();
        if (debrief.ok()) debrief_ = std::move(debrief).value();
        if (review_total_ == 0) {
          review_total_ = Reviewer::Of(*session_).Total();
          xray_ = XrayOf(*session_);
        }
      }
    }
    if (ui_.phase == Phase::kWatch && watch_) {
      tree_ = WatchPage();
    } else if (playing()) {
      tree_ = DeskTree(MakeContext());
    } else {
      WelcomeView view;
      view.cases = &cases_;
      view.case_id = case_id_;
      view.trouble = trouble_;
      view.fresh = !see_ && trouble_.empty();
      if (see_) {
        view.title = words_->Text(see_->title);
        view.saved = language_->Ui("web.saved_at", {{"date", language_->DateLong(see_->clock.date)},
                                                    {"day", std::to_string(see_->clock.day + 1)}});
      }
      tree_ = WelcomeTree(*language_, ui_, view);
    }
  }
  if (language_ && language_->tag() != "zh") StraightenQuotes(&tree_);
  tree_hash_ = HashNode(tree_);
}

}  // namespace huikuan::web
