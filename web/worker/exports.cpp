// The engine in a Web Worker: judges its share of an ended run. Strings and bytes cross in memory.
#include <emscripten.h>

#include <optional>
#include <string>
#include <string_view>

#include "huikuan/scenario.h"
#include "huikuan/review.h"
#include "huikuan/session.h"

namespace {

struct Desk {
  huikuan::Bundle bundle;
  std::string case_id;
  huikuan::ScenarioPtr scenario;
  std::optional<huikuan::Reviewer> reviewer;
  std::size_t handed_over = 0;  // decisions
  std::string part;
};

Desk& TheDesk() {
  static Desk desk;
  return desk;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void hk_file(const char* path, const char* data, int size) {
  TheDesk().bundle.files[path] = std::string(data, static_cast<std::size_t>(size));
}

// How many decisions this share has; -1 when the case or the save cannot be read.
EMSCRIPTEN_KEEPALIVE int hk_review(const char* case_id, const char* save, int shard, int shards) {
  Desk& desk = TheDesk();
  if (!desk.scenario || desk.case_id != case_id) {
    desk.scenario = huikuan::LoadScenario(desk.bundle, case_id).scenario;
    desk.case_id = case_id;
  }
  if (!desk.scenario) return -1;
  huikuan::ReviewOptions options;
  options.shard = shard;
  options.shards = shards;
  auto reviewer = huikuan::Reviewer::Make(desk.scenario, save, options);
  if (!reviewer.ok()) return -1;
  desk.reviewer.emplace(std::move(reviewer).value());
  desk.handed_over = 0;
  return desk.reviewer->Total();
}

// Judges one more. 1: goes on; 0: that was all.
EMSCRIPTEN_KEEPALIVE int hk_step() { return TheDesk().reviewer->Step() ? 1 : 0; }

// What has been judged since the last time, for Controller::TakePart; its size in bytes.
EMSCRIPTEN_KEEPALIVE int hk_part() {
  Desk& desk = TheDesk();
  huikuan::Review part = desk.reviewer->review();
  const std::size_t all = part.decisions.size();
  part.decisions.erase(part.decisions.begin(),
                       part.decisions.begin() + static_cast<std::ptrdiff_t>(desk.handed_over));
  desk.handed_over = all;
  desk.part = huikuan::PackReview(*desk.scenario, part);
  return static_cast<int>(desk.part.size());
}
EMSCRIPTEN_KEEPALIVE const char* hk_part_bytes() { return TheDesk().part.data(); }

}  // extern "C"

int main() { return 0; }
