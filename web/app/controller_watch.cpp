// Watching a call by the book; the run at hand stays as it is.
#include "app/controller.h"

namespace huikuan::web {

bool Controller::StartWatch(const std::string& case_id) {
  const ScenarioPtr scenario = LoadScenario(bundle_, case_id).scenario;
  if (!scenario) return false;
  Result<Watch> watch = Watch::Start(scenario);
  if (!watch.ok()) return false;
  watch_.emplace(std::move(watch).value());
  watch_words_.emplace(*language_, scenario);
  watch_case_ = case_id;
  watch_playing_ = false;
  watch_steps_ = 0;
  if (ui_.phase != Phase::kWatch) watched_from_ = ui_.phase;
  ui_.phase = Phase::kWatch;
  ui_.dialog.clear();
  return true;
}

int Controller::WatchRequest(const std::string& what) {
  if (what.rfind("case:", 0) == 0) return StartWatch(what.substr(5)) ? kTree | kPage : 0;
  if (!watch_ || ui_.phase != Phase::kWatch) return 0;
  if (what == "back") {
    const std::string again = watch_case_;
    return StartWatch(again) ? kTree : 0;
  }
  if (what == "leave" || what == "try") {
    ui_.phase = watched_from_;
    const std::string id = watch_case_;
    watch_.reset();
    watch_words_.reset();
    if (what == "leave") return kTree | kPage;
    requests_.push_back("drill:" + id);
    return kTree | kRequest;
  }
  if (what == "tick" && !watch_playing_) return 0;  // stopped meanwhile
  if (what == "stop") watch_playing_ = false;
  if (what == "auto") watch_playing_ = true;
  if (what != "stop" && watch_->Next()) ++watch_steps_;
  if (watch_->done()) watch_playing_ = false;
  if (!watch_playing_) return kTree;
  requests_.push_back("tick");  // the page comes back after a while
  return kTree | kRequest;
}

Node Controller::WatchPage() const {
  UiState ui = ui_;
  ui.customer = 0;
  ui.person = kNone;
  ui.dialog.clear();
  const Observation see = watch_->session().Observe();
  const Checker check = [this](const Command& command) { return watch_->session().Check(command); };
  const Context context{see, *watch_words_, ui, check};
  return WatchTree(context, {&watch_->comments(), watch_steps_, watch_playing_, watch_->done()});
}

}  // namespace huikuan::web
