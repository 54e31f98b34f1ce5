// One player at one page: the session, the page's state, and the queue of actions between them.
// Knows no canvas: the same controller serves the desk and the reading layout.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huikuan/review.h"
#include "huikuan/session.h"
#include "huikuan/watch.h"
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {

class Controller {
 public:
  // Bits of what Flush and the others changed, for JavaScript.
  enum Change { kTree = 1, kSaved = 2, kPage = 4, kRequest = 8 };

  void AddFile(std::string path, std::string bytes);
  // Reads languages and the case; `ui` as PackUi wrote it, may be empty. Shows a message page
  // when the files are bad.
  // Whether the reader's system prefers dark pages; the page says so at the start and on a change.
  void SetSystemDark(bool dark);
  // What typed words are understood with (Recogniser::Pack). False: damaged; typing stays off.
  bool LearnWords(std::string_view packed);
  void Boot(std::string_view case_id, std::string_view ui, bool can_draw);
  // Another case takes the place of this one, with no run begun; the page's own state stays. An
  // unknown id changes nothing and gives false.
  bool Switch(std::string_view case_id);
  // A fresh run. `seed` is decimal.
  void Start(std::string_view seed);
  // Offers to go on with a saved run; false (with the reason on the page) when it cannot be read.
  bool Offer(std::string_view save, std::string_view words);
  // The words of the last refusal ("save.rules" …), empty when there was none.
  const std::string& refusal() const { return refusal_; }

  // A run of its own from before command `index` of this one; false when there is none such.
  bool Retry(int index);
  // An ended run that is not judged yet has a number from 1 up, another one has 0. Workers judge it
  // in shares and hand their parts in; where there are none, Work does a piece of it in spare time.
  int judging() const { return session_ && session_->Ended() && !review_.complete ? run_ : 0; }
  int Work();  // Change bits
  // A part by worker `shard` of `shards`; parts of another run are dropped. False: damaged.
  bool TakePart(int run, int shard, int shards, std::string_view bytes);

  void Queue(std::string action, std::string value);
  // Carries out what is queued; Change bits.
  int Flush();

  const Node& tree() const { return tree_; }
  std::uint64_t tree_hash() const { return tree_hash_; }
  const UiState& ui() const { return ui_; }
  bool playing() const { return session_.has_value() && ui_.phase == Phase::kPlay; }
  std::string Save() const;
  std::string KeptWords() const;
  // Where the run stands, for the list of saves: lines case, seed, date, day, rules.
  std::string Summary() const;
  // Requests to the client, oldest first; empty when there is none.
  std::string TakeRequest();

 private:
  void Rebuild();
  void LoadCase();
  // Another run is at hand.
  void Take(Session session);
  void ForgetReview();
  Context MakeContext() const;
  bool SetLanguage(const std::string& tag);
  int Act(const std::string& id, const std::string& value);
  int Submit(const Submission& submission);
  int Change(const UiChange& change);
  int Request(const AppRequest& request);
  // Typed words that leave no doubt are said at once; else the page shows how they are understood.
  int Hear();
  // A call by the book, to look at: "case:ID", "next", "tick", "auto", "stop", "back", "try",
  // "leave". The run at hand stays as it is.
  int WatchRequest(const std::string& what);
  bool StartWatch(const std::string& case_id);
  Node WatchPage() const;

  Bundle bundle_;
  std::string case_id_;
  std::vector<CaseCard> cases_;
  ScenarioPtr scenario_;
  std::optional<Language> language_;
  std::optional<Phrasebook> words_;
  std::optional<Session> session_;
  std::optional<Observation> see_;
  std::optional<Debrief> debrief_;
  std::optional<Recogniser> recogniser_;
  std::optional<TypedReading> typed_;
  int run_ = 0;  // counts the runs at hand one after the other
  std::optional<Reviewer> reviewer_;
  std::vector<Review> parts_;  // by worker
  Review review_;
  int review_total_ = 0;
  std::vector<InvoiceXray> xray_;
  std::optional<Watch> watch_;
  std::optional<Phrasebook> watch_words_;
  std::string watch_case_;
  bool watch_playing_ = false;
  int watch_steps_ = 0;
  Phase watched_from_ = Phase::kWelcome;
  Checker check_;
  UiState ui_;
  std::string trouble_, refusal_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::pair<std::string, std::string>> queue_;
  std::vector<std::string> requests_;
  Node tree_;
  std::uint64_t tree_hash_ = 0;
};

}  // namespace huikuan::web
