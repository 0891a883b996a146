#include "desk_page.hpp"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

namespace cppo::view {

namespace {

Date day(std::string_view text) {
    const auto date = parse_date(text, "today");
    REQUIRE(date);
    return *date;
}

const ui::Node* with_id(unsigned id) {
    for (const ui::Node& node : ui::nodes())
        if (node.id == id) return &node;
    return nullptr;
}

bool is_inside(const ui::Node& node, unsigned id) {
    for (const ui::Node* at = &node; at; at = with_id(at->parent))
        if (at->id == id) return true;
    return false;
}

}  // namespace

DeskPage::DeskPage(float width, float height)
    : page_(day("2026-11-23"), "0123456789abcdef0123456789abcdef"),
      screen_([this] { draw(); }, width, height) {
    page_.load({});
    page_.keep(web::SaveState::saved, "Saved", "");
    screen_.settle();
}

void DeskPage::draw() {
    Intents out;
    page_.draw(out);
    for (const Intent& intent : out) note(intent);
}

template <typename... Cases>
struct OneFor : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
OneFor(Cases...) -> OneFor<Cases...>;

void DeskPage::note(const Intent& asked) {
    const OneFor remember = {
        [&](const intent::Save& save) {
            saved.insert(saved.end(), save.records.begin(), save.records.end());
            beside.insert(beside.end(), save.beside.begin(), save.beside.end());
        },
        [&](const intent::Go& go) { route = go.address; },
        [&](const intent::Copy& copy) { copied = copy.text; },
        [&](const intent::Download& download) { downloads.push_back(download); },
        [&](const intent::Unseal& unseal) { unseals = unseal; },
        [&](const intent::Print& print) { prints.push_back(print); },
        [&](intent::PickImport) { picks_file = true; },
        [&](const intent::PickAttachment& pick) { attaches_to = pick.owner; },
        [&](intent::Scale chosen) { scale = chosen.percent; },
        [&](const intent::ConfirmLoaded& loaded) { read = loaded.damaged; },
        [&](const intent::Backup& request) { backup = request; },
        [&](intent::TakeOver) { takes_over = true; },
        [](intent::RetrySave) {},
        [](intent::ApplyUpdate) {},
        [](intent::Redraw) {}};
    std::visit(remember, asked);
}

void DeskPage::attach(std::string_view name, std::string_view bytes, const std::string& problem) {
    page_.attach(attaches_to.value(), std::string(name), bytes, problem);
    screen_.settle();
}

void DeskPage::open_sample() {
    press("Open the sample workspace");
    REQUIRE(model().deals().size() > 1);
}

void DeskPage::go(std::string_view to) {
    page_.visit(to);
    screen_.settle();
}

void DeskPage::today(std::string_view date) {
    page_.set_today(day(date));
    screen_.settle();
}

void DeskPage::click(const ui::Node& node) {
    const unsigned id = node.id;
    if (node.x1 - node.x0 < 4 || node.y1 - node.y0 < 8) {
        ui::post({ui::Action::Kind::scroll_into_view, id, {}});
        screen_.settle();
    }
    const ui::Node* there = with_id(id);
    REQUIRE(there);
    INFO(there->name << " at " << there->key << " is not in sight.");
    REQUIRE(there->x1 > there->x0);
    REQUIRE(there->y1 > there->y0);
    screen_.click_at((there->x0 + there->x1) / 2, (there->y0 + there->y1) / 2);
}

const ui::Node& DeskPage::find(ui::Role role, std::string_view name) const {
    const std::span<const ui::Node> nodes = ui::nodes();
    const auto dialog =
        std::find_if(nodes.rbegin(), nodes.rend(), [](const ui::Node& node) { return node.modal; });
    if (dialog != nodes.rend())
        for (const ui::Node& node : nodes)
            if (node.role == role && node.name == name && is_inside(node, dialog->id)) return node;
    return screen_.node(role, name);
}

void DeskPage::press(std::string_view button) {
    const ui::Node& node = find(ui::Role::button, button);
    INFO(button << ": " << node.description);
    CHECK_FALSE(node.disabled);
    click(node);
}

void DeskPage::press_at(std::string_view key) { click(ending_in(key, ui::Role::button)); }

void DeskPage::follow(std::string_view link) { click(find(ui::Role::link, link)); }

void DeskPage::tab(std::string_view name) { click(find(ui::Role::tab, name)); }

void DeskPage::choose(std::string_view combobox, std::string_view option) {
    click(find(ui::Role::combobox, combobox));
    click(find(ui::Role::option, option));
}

void DeskPage::type(std::string_view field, std::string_view text) {
    write(find(ui::Role::textbox, field), text);
}

void DeskPage::type_at(std::string_view key, std::string_view text) {
    write(ending_in(key, ui::Role::textbox), text);
}

const ui::Node& DeskPage::ending_in(std::string_view key, ui::Role role) const {
    for (const ui::Node& node : ui::nodes())
        if (node.key.ends_with(key) && node.role == role) return node;
    FAIL("There is nothing whose key ends in " << key << ".");
    return ui::nodes().front();
}

void DeskPage::write(const ui::Node& node, std::string_view text) {
    click(node);
    screen_.press(ImGuiKey_A, {ImGuiMod_Ctrl});
    screen_.press(ImGuiKey_Delete);
    screen_.type(text);
    screen_.tab();
}

bool DeskPage::sees(std::string_view words) const {
    for (const ui::Node& node : ui::nodes())
        if (node.name == words || node.value == words) return true;
    return false;
}

std::string DeskPage::value(std::string_view field) const {
    return find(ui::Role::textbox, field).value;
}

std::string DeskPage::error_under(std::string_view field) const {
    const ui::Node& node = find(ui::Role::textbox, field);
    return node.invalid ? node.description : "";
}

std::vector<std::vector<std::string>> DeskPage::rows(std::string_view table) const {
    const unsigned grid = screen_.node(ui::Role::grid, table).id;
    std::vector<std::vector<std::string>> all;
    for (const ui::Node& line : ui::nodes()) {
        if (line.role != ui::Role::row || line.parent != grid) continue;
        std::vector<std::string> cells;
        for (const ui::Node& cell : ui::nodes())
            if (cell.parent == line.id && cell.role == ui::Role::cell) cells.push_back(cell.name);
        if (!cells.empty()) all.push_back(std::move(cells));
    }
    return all;
}

std::vector<std::string> DeskPage::row(std::string_view table, std::string_view first) const {
    for (const auto& cells : rows(table))
        if (cells.front() == first) return cells;
    FAIL("There is no row " << first << " in " << table << ".");
    return {};
}

std::vector<std::string> DeskPage::row(std::string_view table, std::size_t index) const {
    const auto all = rows(table);
    REQUIRE(index < all.size());
    return all[index];
}

void open_sample_at(DeskPage& page, std::string_view route) {
    page.today("2026-11-24");
    page.open_sample();
    page.go(route);
}

Problems problems() {
    Problems all = unnamed();
    for (const Problems& more : {overlapping(), outside()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace cppo::view
