// The browser around the page: address, title, files, printing, the date, the problem panel.
#include "browser/bridge.hpp"
#include "browser/page.hpp"

#include <utility>

// clang-format off
EM_JS(char*, js_route, (), { return Module["shell"].routeText(); });
EM_JS(void, js_set_route, (const char* route, int replace), {
    Module["shell"].setRoute(UTF8ToString(route), replace !== 0);
});
EM_JS(void, js_set_title, (const char* title), {
    Module["shell"].setTitle(UTF8ToString(title));
});
EM_JS(char*, js_today, (), { return Module["shell"].todayText(); });
EM_JS(void, js_random, (void* bytes, int size), {
    // A copy, because the browser does not fill a heap that can grow or is shared.
    HEAPU8.set(crypto.getRandomValues(new Uint8Array(size)), bytes);
});
EM_JS(void, js_pick_files, (const char* accept, int several, int raw), {
    Module["shell"].pickFiles(UTF8ToString(accept), several !== 0, raw !== 0);
});
EM_JS(void, js_download, (const char* name, const char* type, const void* bytes, int size,
                          const char* passphrase), {
    Module["shell"].download(UTF8ToString(name), UTF8ToString(type),
                             HEAPU8.slice(bytes, bytes + size), UTF8ToString(passphrase));
});
EM_JS(void, js_unseal, (const char* name, const void* bytes, int size, const char* passphrase), {
    Module["shell"].unsealFile(UTF8ToString(name), HEAPU8.slice(bytes, bytes + size),
                               UTF8ToString(passphrase));
});
EM_JS(void, js_print_text, (int kind, const char* text), {
    Module["shell"].print.text(kind, UTF8ToString(text));
});
EM_JS(void, js_print_row, (int head), { Module["shell"].print.row(head !== 0); });
EM_JS(void, js_print_cell, (const char* text, int right), {
    Module["shell"].print.cell(UTF8ToString(text), right !== 0);
});
EM_JS(void, js_print, (const char* title), { Module["shell"].print.open(UTF8ToString(title)); });
EM_JS(void, js_show_problem, (const char* title, const char* text), {
    Module["shell"].showProblem(UTF8ToString(title), UTF8ToString(text));
});
EM_JS(void, js_apply_update, (), { Module["shell"].applyUpdate(); });
// clang-format on

namespace cppo::web {
namespace {

struct Incoming {
    std::vector<File> files;
    std::function<void(std::vector<File>)> picked;
};

Incoming incoming;

void print_rows(const PrintBlock& block) {
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        js_print_row(row == 0 && block.kind == PrintBlock::Kind::table);
        const std::vector<std::string>& cells = block.rows[row];
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool right = column < block.right.size() && block.right[column];
            js_print_cell(cells[column].c_str(), right);
        }
    }
}

}  // namespace

std::string route() { return take_text(js_route()); }

void set_route(std::string_view route, History history) {
    js_set_route(Text(route), history == History::replace);
}

void set_title(std::string_view title) { js_set_title(Text(title)); }

std::string today() { return take_text(js_today()); }

std::array<std::uint8_t, 16> random_bytes() {
    std::array<std::uint8_t, 16> bytes{};
    js_random(bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

void pick_files(std::string_view accept, bool several, Reading reading,
                std::function<void(std::vector<File>)> done) {
    incoming.picked = std::move(done);
    js_pick_files(Text(accept), several, reading == Reading::bytes);
}

void download(std::string_view name, std::string_view media_type, std::string_view bytes,
              std::string_view passphrase) {
    js_download(Text(name), Text(media_type), bytes.data(), static_cast<int>(bytes.size()),
                Text(passphrase));
}

void unseal(const File& file, std::string_view passphrase) {
    js_unseal(Text(file.name), file.bytes.data(), static_cast<int>(file.bytes.size()),
              Text(passphrase));
}

void print_page(std::string_view title, const std::vector<PrintBlock>& blocks) {
    for (const PrintBlock& block : blocks) {
        js_print_text(static_cast<int>(block.kind), block.text.c_str());
        print_rows(block);
    }
    js_print(Text(title));
}

void show_problem(std::string_view title, std::string_view text) {
    js_show_problem(Text(title), Text(text));
}

void apply_update() { js_apply_update(); }

}  // namespace cppo::web

using namespace cppo::web;

CPPO_EXPORT void web_route_changed(const char* route) {
    if (page().hooks.route) page().hooks.route(route);
    wake();
}

CPPO_EXPORT void web_update_ready() {
    if (page().hooks.update_ready) page().hooks.update_ready();
    wake();
}

// Called for each file of one drop or selection; web_files_done() follows.
CPPO_EXPORT void web_file(const char* name, const char* bytes, int size, const char* problem) {
    incoming.files.push_back({name, std::string(bytes, static_cast<std::size_t>(size)), problem});
}

CPPO_EXPORT void web_files_done(int picked) {
    std::vector<File> files = std::exchange(incoming.files, {});
    if (picked != 0 && incoming.picked) std::exchange(incoming.picked, nullptr)(std::move(files));
    else if (picked == 0 && page().hooks.files_dropped)
        page().hooks.files_dropped(std::move(files));
    wake();
}
