// The whole desk on a page without a screen: walked through by role and name with real clicks and
// keys, with what it asked to have stored, copied or downloaded.
#pragma once

#include "app/page.hpp"
#include "harness.hpp"

namespace cppo::view {

class DeskPage {
  public:
    explicit DeskPage(float width = 1280, float height = 2600);

    Screen& screen() { return screen_; }
    const Model& model() const { return page_.model(); }
    Page& app() { return page_; }
    const Route& place() const { return page_.route(); }

    void open_sample();
    void go(std::string_view route);
    void today(std::string_view date);

    // By role and name, in the open dialog if there is one, or by the end of its key where a name
    // is on the page twice.
    void press(std::string_view button);
    void press_at(std::string_view key);
    void follow(std::string_view link);
    void tab(std::string_view name);
    void choose(std::string_view combobox, std::string_view option);
    // Replaces the text of a field, key by key, and leaves the field.
    void type(std::string_view field, std::string_view text);
    void type_at(std::string_view key, std::string_view text);

    // The file of the picker that "Attach a file" opened.
    void attach(std::string_view name, std::string_view bytes, const std::string& problem);

    bool sees(std::string_view words) const;  // anywhere: a text, a name or a value
    std::string value(std::string_view field) const;
    std::string error_under(std::string_view field) const;
    // Cells of a table's row, by the row's first words or by its place.
    std::vector<std::string> row(std::string_view table, std::string_view first) const;
    std::vector<std::string> row(std::string_view table, std::size_t index) const;

    std::vector<Record> saved;
    std::vector<intent::Download> downloads;
    std::optional<intent::Unseal> unseals;
    std::vector<intent::Print> prints;
    std::string copied, route;
    std::vector<UndoLog::Stored> beside;
    int scale = 100;
    bool picks_file = false, takes_over = false;
    std::optional<views::Owner> attaches_to;
    intent::Backup backup = {};
    std::vector<std::string> read;  // damaged keys, once all records were read

  private:
    void draw();
    void note(const Intent& intent);
    void click(const ui::Node& node);
    const ui::Node& find(ui::Role role, std::string_view name) const;
    const ui::Node& ending_in(std::string_view key, ui::Role role) const;
    std::vector<std::vector<std::string>> rows(std::string_view table) const;
    void write(const ui::Node& node, std::string_view text);

    Page page_;
    Screen screen_;
};

// The sample workspace on 2026-11-24, at a place of it.
void open_sample_at(DeskPage& page, std::string_view route);

// Everything wrong with the frame just drawn, or none.
Problems problems();

}  // namespace cppo::view
