// The drawing surface: SDL2 window and GL context, ImGui's frame, pointer input, context loss.
// Draws on demand: Wake asks for frames, Frame says when it has had enough.
#pragma once

#include <string>

#include "app/controller.h"
#include "panels/desk.h"

struct SDL_Window;

namespace huikuan::web {

class Canvas {
 public:
  void AddFont(const char* data, int size);
  bool Start();
  bool started() const { return started_; }
  void Lost();
  bool Restored();
  void Resize(float width, float height, float ratio, bool dark);
  void Pointer(int kind, float x, float y);
  void Wheel(float x, float y);
  void Focus(const char* key);
  void Wake();
  bool Frame(Controller& controller, double seconds);
  int frames() const { return frames_; }
  std::string RectOf(const std::string& key) const;
  std::string Overlays() const;
  int cursor() const;
  bool glyph_missing() const { return desk_.glyph_missing(); }

 private:
  bool MakeContext();

  Desk desk_;
  SDL_Window* window_ = nullptr;
  void* context_ = nullptr;
  struct FontBytes {
    const char* data;
    int size;
  };
  std::vector<FontBytes> fonts_;
  std::size_t fonts_loaded_ = 0;
  bool started_ = false, lost_ = false, dark_ = false;
  float width_ = 0, height_ = 0, ratio_ = 1;
  int frames_ = 0, wanted_ = 0;
  double last_ = 0;
};

}  // namespace huikuan::web
