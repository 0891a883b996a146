// The interface between the application and the browser. The page draws only after wake() or an
// input event. Nothing here blocks or throws.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.hpp"

namespace cppo::web {

// The user's and the system's preferences, always up to date.
struct Preferences {
    bool dark = false;
    bool high_contrast = false;
    bool forced_colors = false;
    bool reduced_motion = false;
    bool coarse_pointer = false;  // touch: targets are 44 px, text is 15 px
    bool mac = false;             // shortcuts are shown with Cmd

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

// A dropped or selected file. `name` has no path and no control or reserved characters.
struct File {
    std::string name;
    std::string bytes;    // UTF-16 text with a byte order mark is converted to UTF-8
    std::string problem;  // a sentence if it could not be read, else empty
};

struct Hooks {
    // Required. Draws one frame with Dear ImGui, between ui::frame_begin() and frame_end().
    std::function<void()> frame;
    // Called before the first frame and after every change.
    std::function<void(const Preferences&)> preferences;
    // The user navigated or changed the address. Not called for set_route().
    std::function<void(std::string_view route)> route;
    std::function<void(std::vector<File>)> files_dropped;
    // A newer version of the page is installed and waiting; see apply_update().
    std::function<void()> update_ready;
};

// --- frames --------------------------------------------------------------------------------------

// Starts the page and returns at once. Call it once, from main().
void start(Hooks hooks);

// Draws `frames` more frames. Input does so automatically; call this when other data arrives.
void wake(int frames = 3);

// Draws again after at least `seconds`. If there are several calls, the earliest time counts.
void wake_in(double seconds);

const Preferences& preferences();

// Sets the user's display size (1 = the design's), clamped to 0.8–2. Rebuilds the fonts.
void set_scale(float scale);
float scale();

// --- address, title, shortcuts -------------------------------------------------------------------

enum class History : std::uint8_t { push, replace };

// The decoded part of the address after "#", such as "/deal/D-17?tab=quote"; "/" if it is empty.
std::string route();
void set_route(std::string_view route, History history = History::push);
void set_title(std::string_view title);

// Claims a Dear ImGui key chord, such as ImGuiMod_Shortcut | ImGuiKey_K (Ctrl, or Cmd on a Mac),
// from the browser. Other chords keep their meaning in the browser.
void claim_shortcut(int chord);

// --- outside the page ----------------------------------------------------------------------------

// Today's date in the user's time zone, "2026-08-22".
std::string today();

// From the browser's cryptographic random source.
std::array<std::uint8_t, 16> random_bytes();

// Copies text to the system clipboard. Call it while handling a click or a key.
void copy_text(std::string_view text);

// Whether to convert a file's text to UTF-8 or to leave its bytes unchanged.
enum class Reading : std::uint8_t { text, bytes };

// Opens the file picker. `accept` as in HTML (".json,.csv"). Nothing is called if the user cancels.
void pick_files(std::string_view accept, bool several, Reading reading,
                std::function<void(std::vector<File>)> done);

// Downloads a file; its name is cleaned as in File. With a passphrase, the file is encrypted in the
// age format and named "cppo-desk.json.age", for example.
void download(std::string_view name, std::string_view media_type, std::string_view bytes,
              std::string_view passphrase = {});

// Decrypts a file. Its content arrives like a dropped file; if the passphrase is wrong, the
// encrypted file arrives again, with the problem.
void unseal(const File& file, std::string_view passphrase);

struct PrintBlock {
    // Facts are rows of a name and a value; an empty value in a signature is a line to sign on.
    enum class Kind : std::uint8_t {
        heading,
        subheading,
        paragraph,
        table,
        facts,
        signature
    } kind = Kind::paragraph;
    std::string text;  // for the first three kinds
    std::vector<std::vector<std::string>>
        rows;                 // for the other kinds; the first row of a table is its header
    std::vector<bool> right;  // which columns of a table are right-aligned
};

// Opens the browser's print dialog for this document. `title` becomes the name of a saved file.
void print_page(std::string_view title, const std::vector<PrintBlock>& blocks);

// Covers the page with a plain panel that offers to save all records and to reload the page. Only
// for fatal errors; show all others inside the page.
void show_problem(std::string_view title, std::string_view text);

// Loads the version that update_ready() announced, once everything is stored.
void apply_update();

}  // namespace cppo::web

namespace cppo {

template <>
struct Names<web::PrintBlock::Kind> {
    static constexpr std::string_view list[] = {"heading", "subheading", "paragraph",
                                                "table",   "facts",      "signature"};
};

}  // namespace cppo
