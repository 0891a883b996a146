// The bridge between C++ and the page's scripts. It passes integers, doubles, pointers and UTF-8
// text, but no 64-bit integers, and no stored view of the heap, which moves when it grows.
#pragma once

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <string>
#include <string_view>

// A function that scripts call. web/browser/native.ts lists them all.
#define CPPO_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

namespace cppo::web {

// Takes ownership of text that a script allocated with web_alloc().
std::string take_text(char* text);

// Gives the scripts access to the exports. Call it before anything else.
void attach_scripts();

// A null-terminated copy of a text, for the duration of a call to a script.
class Text {
  public:
    explicit Text(std::string_view text) : text_(text) {}
    operator const char*() const { return text_.c_str(); }

  private:
    std::string text_;
};

}  // namespace cppo::web
