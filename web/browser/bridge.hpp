// The passage between C++ and the page's scripts: integers, doubles, pointers and UTF-8 text, never
// 64-bit integers and never a kept view of the heap, which moves when it grows.
#pragma once

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <string>
#include <string_view>

// A function the scripts call; the list of them is in web/browser/native.ts.
#define CPPO_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

namespace cppo::web {

// Takes over text a script allocated with web_alloc().
std::string take_text(char* text);

// Hands the scripts their way in. Before anything else.
void attach_scripts();

// Text for a script, terminated for the length of the call.
class Text {
  public:
    explicit Text(std::string_view text) : text_(text) {}
    operator const char*() const { return text_.c_str(); }

  private:
    std::string text_;
};

}  // namespace cppo::web
