// Everything the application asks of the browser and the browser tells the application. The page
// draws only when wake() was called or an input event came; nothing here blocks or throws.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.hpp"

namespace cppo::web {

// What the person or the system prefers; every field follows the browser live.
struct Preferences {
    bool dark = false;
    bool high_contrast = false;
    bool forced_colors = false;
    bool reduced_motion = false;
    bool coarse_pointer = false;  // touch: targets are 44 px, text is 15 px
    bool mac = false;             // shortcuts are told with Cmd

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

// A file from a drop or the picker. `name` is cleaned: no path, no control or reserved characters.
struct File {
    std::string name;
    std::string bytes;    // text marked as UTF-16 comes as UTF-8, without the mark
    std::string problem;  // a sentence when it could not be read; empty otherwise
};

struct Hooks {
    // Required: draws one frame with Dear ImGui. Runs between ui::frame_begin() and frame_end().
    std::function<void()> frame;
    // Once before the first frame, then at every change.
    std::function<void(const Preferences&)> preferences;
    // The person moved through history or changed the address; not called by set_route().
    std::function<void(std::string_view route)> route;
    std::function<void(std::vector<File>)> files_dropped;
    // A newer version of the page is installed and waits; see apply_update().
    std::function<void()> update_ready;
};

// --- frames --------------------------------------------------------------------------------------

// Starts the page; returns at once. Called once, from main().
void start(Hooks hooks);

// Draws `frames` more frames. Input does this by itself; call it when data came from elsewhere.
void wake(int frames = 3);

// Draws again after at least `seconds`; the earliest of several calls counts.
void wake_in(double seconds);

const Preferences& preferences();

// The size people chose for everything, 1 = the design's; clamped to 0.8–2. Rebuilds the fonts.
void set_scale(float scale);
float scale();

// --- address, title, shortcuts -------------------------------------------------------------------

enum class History : std::uint8_t { push, replace };

// What follows "#" in the address, decoded, "/" when there is nothing: "/deal/D-17?tab=quote".
std::string route();
void set_route(std::string_view route, History history = History::push);
void set_title(std::string_view title);

// Keeps a Dear ImGui key chord, such as ImGuiMod_Shortcut | ImGuiKey_K (Ctrl, on a Mac Cmd),
// from the browser. Every chord that is not claimed keeps the browser's meaning.
void claim_shortcut(int chord);

// --- the world outside ---------------------------------------------------------------------------

// Today in the person's time zone, "2026-08-22".
std::string today();

// From the browser's cryptographic source.
std::array<std::uint8_t, 16> random_bytes();

// Puts text on the system clipboard; call it while handling a click or a key.
void copy_text(std::string_view text);

// Whether a file's text becomes UTF-8, or its bytes stay as they are.
enum class Reading : std::uint8_t { text, bytes };

// Asks for files. `accept` as in HTML (".json,.csv"). Not called back when the person cancels.
void pick_files(std::string_view accept, bool several, Reading reading,
                std::function<void(std::vector<File>)> done);

// Hands the person a file. The name is cleaned as in File. With a passphrase the file is sealed in
// the age format, "cppo-desk.json.age".
void download(std::string_view name, std::string_view media_type, std::string_view bytes,
              std::string_view passphrase = {});

// Opens a sealed file. What is in it comes as a dropped file; where the passphrase does not open
// it, the sealed one comes again, with the problem.
void unseal(const File& file, std::string_view passphrase);

struct PrintBlock {
    // Facts are a name and a value a row; of a signature what is empty is a line to sign on.
    enum class Kind : std::uint8_t {
        heading,
        subheading,
        paragraph,
        table,
        facts,
        signature
    } kind = Kind::paragraph;
    std::string text;                            // of the first three
    std::vector<std::vector<std::string>> rows;  // of the others; a table's first row is its head
    std::vector<bool> right;                     // a table's columns that stand to the right
};

// Opens the browser's print dialog on this document; `title` names a file made from it.
void print_page(std::string_view title, const std::vector<PrintBlock>& blocks);

// Covers the page with a plain panel that offers to save all records and to load the page again.
// For what must not be worked past; everything else is said inside the page.
void show_problem(std::string_view title, std::string_view text);

// Loads the newer version that update_ready() told of, after everything is stored.
void apply_update();

}  // namespace cppo::web

namespace cppo {

template <>
struct Names<web::PrintBlock::Kind> {
    static constexpr std::string_view list[] = {"heading", "subheading", "paragraph",
                                                "table",   "facts",      "signature"};
};

}  // namespace cppo
