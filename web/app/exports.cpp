// The functions JavaScript calls. Strings cross as UTF-8 in memory; every const char* returned is
// valid until the same function is called again.
#include <emscripten.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "app/canvas.h"
#include "app/controller.h"
#include "model/lines.h"

namespace huikuan::web {
namespace {

Controller& TheController() {
  static Controller controller;
  return controller;
}
Canvas& TheCanvas() {
  static Canvas canvas;
  return canvas;
}

std::string Bytes(const char* data, int size) {
  return std::string(data, static_cast<std::size_t>(size));
}

}  // namespace
}  // namespace huikuan::web

using huikuan::web::Bytes;
using huikuan::web::TheCanvas;
using huikuan::web::TheController;

extern "C" {

EMSCRIPTEN_KEEPALIVE void hk_file(const char* path, const char* data, int size) {
  TheController().AddFile(path, Bytes(data, size));
}

EMSCRIPTEN_KEEPALIVE void hk_boot(const char* case_id, const char* ui, int can_draw) {
  TheController().Boot(case_id, ui, can_draw != 0);
}

// 1: typed words can be understood from now on. The bytes may be freed afterwards.
EMSCRIPTEN_KEEPALIVE int hk_words_model(const char* data, int size) {
  const std::string_view bytes(data, static_cast<std::size_t>(size));
  const bool good = TheController().LearnWords(bytes);
  TheCanvas().Wake();
  return good ? 1 : 0;
}

// 1: the case is at hand now, with no run begun; 0: there is no such case.
EMSCRIPTEN_KEEPALIVE int hk_case(const char* case_id) {
  const bool known = TheController().Switch(case_id);
  TheCanvas().Wake();
  return known ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void hk_start(const char* seed) {
  TheController().Start(seed);
  TheCanvas().Wake();
}

// 1: the run goes on from before that command; 0: there is no such command.
EMSCRIPTEN_KEEPALIVE int hk_retry(int index) {
  const bool known = TheController().Retry(index);
  TheCanvas().Wake();
  return known ? 1 : 0;
}
// The number of the run that waits to be judged, or 0; a piece of it done here: Controller::Change
// bits; a piece of it by a worker, 1 taken, 0 damaged.
EMSCRIPTEN_KEEPALIVE int hk_judging() { return TheController().judging(); }
EMSCRIPTEN_KEEPALIVE int hk_review_part(int run, int shard, int shards, const char* data, int size) {
  const std::string_view bytes(data, static_cast<std::size_t>(size));
  const bool good = TheController().TakePart(run, shard, shards, bytes);
  TheCanvas().Wake();
  return good ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int hk_work() {
  const int changed = TheController().Work();
  if (changed != 0) TheCanvas().Wake();
  return changed;
}

// 1: the save can be continued (the page offers it); 0: it cannot (hk_refusal tells why).
EMSCRIPTEN_KEEPALIVE int hk_offer(const char* save, const char* words) {
  return TheController().Offer(save, words) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE const char* hk_refusal() { return TheController().refusal().c_str(); }

EMSCRIPTEN_KEEPALIVE void hk_action(const char* id, const char* value) {
  TheController().Queue(id, value);
}

// Controller::Change bits.
EMSCRIPTEN_KEEPALIVE int hk_flush() {
  const int changed = TheController().Flush();
  if (changed != 0) TheCanvas().Wake();
  return changed;
}

EMSCRIPTEN_KEEPALIVE const char* hk_tree() {
  static std::string json;
  json = NodeJson(TheController().tree());
  return json.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* hk_save() {
  static std::string save;
  save = TheController().Save();
  return save.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* hk_words() {
  static std::string words;
  words = TheController().KeptWords();
  return words.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* hk_ui() {
  static std::string ui;
  ui = PackUi(TheController().ui());
  return ui.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* hk_summary() {
  static std::string summary;
  summary = TheController().Summary();
  return summary.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* hk_request() {
  static std::string request;
  request = TheController().TakeRequest();
  return request.c_str();
}
EMSCRIPTEN_KEEPALIVE int hk_playing() { return TheController().playing() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int hk_reading() { return TheController().ui().reading ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE const char* hk_theme() { return TheController().ui().theme.c_str(); }
EMSCRIPTEN_KEEPALIVE void hk_system_dark(int dark) { TheController().SetSystemDark(dark != 0); }
EMSCRIPTEN_KEEPALIVE int hk_zoom() { return TheController().ui().zoom; }
EMSCRIPTEN_KEEPALIVE const char* hk_language() { return TheController().ui().language.c_str(); }

// ---- the canvas -------------------------------------------------------------------------------

// The bytes stay alive: the font atlas reads glyphs from them as they are needed.
EMSCRIPTEN_KEEPALIVE void hk_font(const char* data, int size) { TheCanvas().AddFont(data, size); }
// 1: drawing works. Call after hk_font.
EMSCRIPTEN_KEEPALIVE int hk_canvas_start() { return TheCanvas().Start() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void hk_canvas_lost() { TheCanvas().Lost(); }
EMSCRIPTEN_KEEPALIVE int hk_canvas_restored() { return TheCanvas().Restored() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void hk_resize(float width, float height, float ratio, int dark) {
  TheCanvas().Resize(width, height, ratio, dark != 0);
}
// kind: 0 move, 1 down, 2 up, 3 leave.
EMSCRIPTEN_KEEPALIVE void hk_pointer(int kind, float x, float y) {
  TheCanvas().Pointer(kind, x, y);
}
EMSCRIPTEN_KEEPALIVE void hk_wheel(float x, float y) { TheCanvas().Wheel(x, y); }
EMSCRIPTEN_KEEPALIVE void hk_focus(const char* key) { TheCanvas().Focus(key); }
// Draws; actions clicked are queued for hk_flush. 1: another frame is wanted.
EMSCRIPTEN_KEEPALIVE int hk_frame(double seconds) {
  return TheCanvas().Frame(TheController(), seconds) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int hk_frame_count() { return TheCanvas().frames(); }
// "x y width height shown", in CSS pixels of the canvas; "" when not drawn.
EMSCRIPTEN_KEEPALIVE const char* hk_rect(const char* key) {
  static std::string rect;
  rect = TheCanvas().RectOf(key);
  return rect.c_str();
}
// Lines: key<TAB>x y width height clip-top clip-right clip-bottom clip-left.
EMSCRIPTEN_KEEPALIVE const char* hk_overlays() {
  static std::string overlays;
  overlays = TheCanvas().Overlays();
  return overlays.c_str();
}
EMSCRIPTEN_KEEPALIVE int hk_cursor() { return TheCanvas().cursor(); }
// 1: a letter was to be drawn that the font lacks.
EMSCRIPTEN_KEEPALIVE int hk_glyph_missing() { return TheCanvas().glyph_missing() ? 1 : 0; }

}  // extern "C"

int main() { return 0; }
