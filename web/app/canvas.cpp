#include "app/canvas.h"

#include <SDL.h>
#include <SDL_opengles2.h>

#include <cstdio>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace huikuan::web {
namespace {

// ImGui settles hover and scroll within two frames; the third is for popups that have just opened.
constexpr int kFramesAfterEvent = 3;

}  // namespace

void Canvas::AddFont(const char* data, int size) {
  fonts_.push_back({data, size});
  Wake();
}

void Canvas::Wake() { wanted_ = kFramesAfterEvent; }

bool Canvas::MakeContext() {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  context_ = SDL_GL_CreateContext(window_);
  return context_ != nullptr && ImGui_ImplOpenGL3_Init("#version 300 es");
}

bool Canvas::Start() {
  if (started_) return true;
  // JavaScript feeds pointers itself, and the DOM takes the keys: SDL must swallow neither.
  SDL_SetHint("SDL_EMSCRIPTEN_KEYBOARD_ELEMENT", "#canvas");
  SDL_SetHint("SDL_EMSCRIPTEN_ASYNCIFY", "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  for (const Uint32 type :
       {SDL_KEYDOWN, SDL_KEYUP, SDL_TEXTINPUT, SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN,
        SDL_MOUSEBUTTONUP, SDL_MOUSEWHEEL, SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION}) {
    SDL_EventState(type, SDL_IGNORE);
  }
  window_ = SDL_CreateWindow("Huikuan", 0, 0, 1280, 800, SDL_WINDOW_OPENGL);
  if (window_ == nullptr) return false;
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "huikuan";
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  started_ = MakeContext();
  return started_;
}

void Canvas::Lost() {
  if (!started_ || lost_) return;
  lost_ = true;
  ImGui_ImplOpenGL3_Shutdown();
}

bool Canvas::Restored() {
  if (!lost_) return started_;
  lost_ = !ImGui_ImplOpenGL3_Init("#version 300 es");
  Wake();
  return !lost_;
}

void Canvas::Resize(float width, float height, float ratio, bool dark) {
  width_ = width;
  height_ = height;
  ratio_ = ratio;
  dark_ = dark;
  Wake();
}

void Canvas::Pointer(int kind, float x, float y) {
  if (!started_) return;
  ImGuiIO& io = ImGui::GetIO();
  if (kind == 3) {
    io.AddMousePosEvent(-1e6f, -1e6f);
  } else {
    io.AddMousePosEvent(x, y);
    if (kind == 1 || kind == 2) io.AddMouseButtonEvent(0, kind == 1);
  }
  Wake();
}

void Canvas::Wheel(float x, float y) {
  if (!started_) return;
  ImGui::GetIO().AddMouseWheelEvent(x, y);
  Wake();
}

void Canvas::Focus(const char* key) {
  desk_.Focus(key);
  Wake();
}

bool Canvas::Frame(Controller& controller, double seconds) {
  if (!started_ || lost_ || width_ < 1 || height_ < 1) return false;
  ImGuiIO& io = ImGui::GetIO();
  for (; fonts_loaded_ < fonts_.size(); ++fonts_loaded_) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = fonts_loaded_ > 0;
    const FontBytes& font = fonts_[fonts_loaded_];
    ImFont* added =
        io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(font.data), font.size, 16.0f, &config);
    // Letters that were looked for in vain are remembered as missing: forget that.
    if (config.MergeMode && added != nullptr) ImFontAtlasFontDiscardBakes(io.Fonts, added, 0);
  }
  SDL_PumpEvents();
  SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  io.DisplaySize = ImVec2(width_, height_);
  io.DisplayFramebufferScale = ImVec2(ratio_, ratio_);
  io.DeltaTime = last_ > 0 && seconds > last_ ? static_cast<float>(seconds - last_) : 1.0f / 60;
  if (io.DeltaTime > 0.1f) io.DeltaTime = 0.1f;
  last_ = seconds;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  desk_.Draw(controller.tree(), controller.ui(), dark_, width_, height_);
  ImGui::Render();
  glViewport(0, 0, static_cast<int>(width_ * ratio_), static_cast<int>(height_ * ratio_));
  const unsigned ground = desk_.ground();
  glClearColor(static_cast<float>(ground & 255) / 255, static_cast<float>(ground >> 8 & 255) / 255,
               static_cast<float>(ground >> 16 & 255) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  ++frames_;
  for (auto& [action, value] : desk_.TakeClicks()) controller.Queue(action, value);
  if (desk_.animating()) wanted_ = kFramesAfterEvent;
  if (wanted_ > 0) --wanted_;
  return wanted_ > 0;
}

std::string Canvas::RectOf(const std::string& key) const {
  const DrawnRect* rect = desk_.Find(key);
  if (rect == nullptr) return {};
  char text[96];
  std::snprintf(text, sizeof text, "%.1f %.1f %.1f %.1f %d", rect->x, rect->y, rect->width,
                rect->height, rect->shown ? 1 : 0);
  return text;
}

std::string Canvas::Overlays() const {
  std::string out;
  for (const Overlay& overlay : desk_.overlays()) {
    char text[160];
    std::snprintf(text, sizeof text, "\t%.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1f\n", overlay.x,
                  overlay.y, overlay.width, overlay.height, overlay.clip_top, overlay.clip_right,
                  overlay.clip_bottom, overlay.clip_left);
    out += overlay.key + text;
  }
  return out;
}

int Canvas::cursor() const { return started_ ? static_cast<int>(ImGui::GetMouseCursor()) : 0; }

}  // namespace huikuan::web
