// Fields: typed text stays, a command is due when editing ends, an error is said under the field.
#include <catch2/catch_test_macros.hpp>

#include "harness.hpp"

using namespace cppo;
using ui::Role;
using view::Screen;

namespace {

struct FieldForm {
    std::string name = "Harbor", price = "10.00", account = "111122223333", note;
    ui::FieldSpec spec{.key = "name", .label = "Legal name"};
    int changes = 0, commits = 0;

    void draw() {
        view::in_window(400, [this] {
            const ui::FieldResult result = ui::field(spec, name);
            changes += result.changed;
            commits += result.committed;
            ui::money_field({.key = "price", .label = "Price"}, "USD", price);
            ui::account_field({.key = "account", .label = "AWS account"}, account);
            ui::field({.key = "note", .label = "Note", .multiline = true}, note);
            ui::button({.key = "send", .label = "Send"});
        });
    }
};

}  // namespace

TEST_CASE("A field tells its role, name, value and needs", "[view]") {
    FieldForm form;
    form.spec.required = true;
    form.spec.help = "As registered.";
    form.spec.input_mode = "email";
    Screen screen([&] { form.draw(); });
    const ui::Node& node = screen.node(Role::textbox, "Legal name");
    CHECK(node.value == "Harbor");
    CHECK(node.key == "name");
    CHECK(node.description == "As registered.");
    CHECK(node.required);
    CHECK_FALSE(node.invalid);
    CHECK(node.input_mode == "email");
    CHECK(screen.node(Role::textbox, "Price").input_mode == "decimal");
    CHECK(screen.node(Role::textbox, "Note").multiline);
    CHECK(view::unnamed() == view::none);
}

TEST_CASE("Typing changes the text, leaving the field commits it once", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    screen.click(Role::textbox, "Legal name");
    CHECK(screen.focused().name == "Legal name");
    screen.press(ImGuiKey_End);
    screen.type(" LLC");
    CHECK(form.name == "Harbor LLC");
    CHECK(form.changes > 0);
    CHECK(form.commits == 0);
    CHECK(screen.node(Role::textbox, "Legal name").value == "Harbor LLC");
    SECTION("by Tab") { screen.tab(); }
    SECTION("by Enter") { screen.press(ImGuiKey_Enter); }
    SECTION("by a click on the button") { screen.click(Role::button, "Send"); }
    SECTION("by a click beside it") { screen.click_at(600, 600); }
    CHECK(form.commits == 1);
    CHECK(form.name == "Harbor LLC");
}

TEST_CASE("Escape gives the text back and commits nothing", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    screen.click(Role::textbox, "Legal name");
    screen.type("x");
    screen.press(ImGuiKey_Escape);
    CHECK(form.name == "Harbor");
    CHECK(form.commits == 0);
}

TEST_CASE("Leaving a field as it was commits nothing", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    screen.click(Role::textbox, "Legal name");
    screen.tab();
    CHECK(form.changes == 0);
    CHECK(form.commits == 0);
}

TEST_CASE("An error is shown under the field and the typed text stays", "[view]") {
    FieldForm form;
    form.spec.error = "A legal name has at least two letters.";
    form.spec.help = "As registered.";
    form.name = "H";
    Screen screen([&] { form.draw(); });
    const ui::Node& node = screen.node(Role::textbox, "Legal name");
    CHECK(node.invalid);
    CHECK(node.description == form.spec.error);
    CHECK(node.value == "H");
    const ui::Node& error = screen.node(Role::text, form.spec.error);
    CHECK(error.y0 >= screen.node(Role::textbox, "Legal name").y1);
    CHECK_FALSE(screen.has(Role::text, "As registered."));
}

TEST_CASE("A read-only field cannot be typed into", "[view]") {
    FieldForm form;
    form.spec.readonly = true;
    Screen screen([&] { form.draw(); });
    CHECK(screen.node(Role::textbox, "Legal name").readonly);
    screen.click(Role::textbox, "Legal name");
    screen.type("x");
    screen.act(ui::Action::Kind::set_text, Role::textbox, "Legal name", "other");
    CHECK(form.name == "Harbor");
    CHECK(form.commits == 0);
}

TEST_CASE("An account number is shown in fours and kept without spaces", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    CHECK(screen.node(Role::textbox, "AWS account").value == "111122223333");
    screen.click(Role::textbox, "AWS account");
    screen.press(ImGuiKey_A, {ImGuiMod_Ctrl});
    screen.press(ImGuiKey_C, {ImGuiMod_Ctrl});
    CHECK(screen.clipboard() == "111122223333");
    screen.type("7777 8888 999");
    CHECK(form.account == "77778888999");
}

TEST_CASE("A note takes several lines", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    screen.click(Role::textbox, "Note");
    screen.type("one");
    screen.press(ImGuiKey_Enter);
    screen.type("two");
    CHECK(form.note == "one\ntwo");
}

TEST_CASE("The mirror sets a field's text, which ends its editing", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    SECTION("while nothing is edited") {}
    SECTION("while the field is edited") {
        screen.click(Role::textbox, "Legal name");
        screen.type("x");
    }
    screen.act(ui::Action::Kind::set_text, Role::textbox, "Legal name", "Harbor Consulting");
    CHECK(form.name == "Harbor Consulting");
    CHECK(form.commits == 1);
    CHECK(screen.node(Role::textbox, "Legal name").value == "Harbor Consulting");
}

TEST_CASE("A text given in the moment in which editing begins is kept", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    const unsigned id = screen.node(Role::textbox, "Legal name").id;
    ui::post({ui::Action::Kind::activate, id, {}});
    ui::post({ui::Action::Kind::set_text, id, "Harbor Consulting"});
    screen.settle();
    CHECK(form.name == "Harbor Consulting");
    CHECK(form.commits == 1);
    CHECK(screen.focused().name == "Legal name");
}

TEST_CASE("Activating a field from the mirror starts editing it", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    screen.act(ui::Action::Kind::activate, Role::textbox, "Price");
    CHECK(screen.focused().name == "Price");
    CHECK(ImGui::GetIO().WantTextInput);
    screen.type("9");
    CHECK(form.price == "9");
}

TEST_CASE("Long text is kept whole", "[view]") {
    FieldForm form;
    Screen screen([&] { form.draw(); });
    screen.click(Role::textbox, "Legal name");
    screen.press(ImGuiKey_A, {ImGuiMod_Ctrl});
    const std::string name(3000, 'n');
    screen.type(name);
    screen.tab();
    CHECK(form.name == name);
}
