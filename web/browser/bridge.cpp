#include "browser/bridge.hpp"

#include <cstdlib>

#if defined(EM_JS_DEPS)  // from Emscripten 3.1.24; earlier versions always include these
EM_JS_DEPS(cppo_bridge, "$UTF8ToString,$stringToUTF8,$lengthBytesUTF8");
#endif

// clang-format off
// The functions name HEAPU8 inside their bodies, so that each call sees the current heap.
EM_JS(void, js_attach, (), {
    Module["shell"].attach({
        exports: Module,
        toText: function(pointer) { return UTF8ToString(pointer); },
        toBytes: function(pointer, length) { return HEAPU8.slice(pointer, pointer + length); },
        fromText: function(text) {
            var size = lengthBytesUTF8(text) + 1;
            var pointer = _web_alloc(size);
            stringToUTF8(text, pointer, size);
            return pointer;
        },
        fromBytes: function(bytes) {
            var pointer = _web_alloc(bytes.length);
            if (pointer === 0) throw new RangeError("no memory for " + bytes.length + " bytes");
            HEAPU8.set(bytes, pointer);
            return pointer;
        }
    });
});
// clang-format on

CPPO_EXPORT void* web_alloc(int size) {
    return std::malloc(size > 0 ? static_cast<std::size_t>(size) : 1);
}

CPPO_EXPORT void web_free(void* memory) { std::free(memory); }

namespace cppo::web {

std::string take_text(char* text) {
    std::string copy = text;
    std::free(text);
    return copy;
}

void attach_scripts() { js_attach(); }

}  // namespace cppo::web
