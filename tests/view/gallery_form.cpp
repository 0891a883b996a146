#include "gallery.hpp"

#include "ui/ui.hpp"

namespace cppo::view {

namespace {

using ui::Tone;

void draw_parties(GalleryState& state) {
    ui::Card card("parties", "");
    {
        ui::Section isv("isv", "ISV");
        ui::Columns fields(2, 150);
        fields.next();
        ui::field({.key = "name", .label = "Legal name"}, state.isv_name);
        fields.next();
        ui::account_field({.key = "account", .label = "AWS account"}, state.isv_account);
    }
    ui::space(20);
    ui::Section partner("partner", "Partner");
    ui::Columns fields(2, 150);
    fields.next();
    ui::field({.key = "name", .label = "Legal name"}, state.partner_name);
    fields.next();
    ui::FieldSpec account{.key = "account", .label = "AWS account registered as seller"};
    if (state.partner_account.size() != 12)
        account.error = "An AWS account number has 12 digits; this one has " +
                        std::to_string(state.partner_account.size()) + ".";
    ui::account_field(account, state.partner_account);
}

void draw_products() {
    ui::CardSpec spec{.key = "products", .title = "Products that may be resold"};
    spec.actions = {{"add", "Add product"}};
    ui::Card card(spec);
    ui::TableSpec table{.key = "table", .name = "Products"};
    table.columns = {{.key = "product", .label = "Product"},
                     {.key = "id", .label = "Product ID"},
                     {.key = "discount", .label = "Off list price", .number = true}};
    const std::vector<ui::TableRow> rows{
        {"1", {{"Nimbus Analytics Enterprise"}, {"prod-4xkq7n2mvb5ge"}, {"20 %"}}},
        {"2", {{"Nimbus Support"}, {"prod-9h3t6wz1rc8ya"}, {"20 %"}}}};
    ui::table(table, rows);
}

void draw_terms(GalleryState& state) {
    ui::Card card("terms", "Terms");
    ui::Columns fields(3, 150);
    fields.next();
    const std::vector<ui::Option> currencies{
        {"usd", "USD", "US dollar"}, {"eur", "EUR", "euro"}, {"jpy", "JPY", "yen"}};
    ui::combo({.key = "currency", .label = "Currency"}, currencies, state.currency);
    fields.next();
    ui::date_field({.key = "from", .label = "From"}, state.from);
    fields.next();
    ui::date_field({.key = "until", .label = "Until", .placeholder = "No end date"}, state.until);
}

void draw_side(GalleryState& state) {
    {
        ui::Card card("before", "Before it can be sent");
        using ui::CheckState;
        const std::vector<ui::Check> checks{{"Products and discount", CheckState::done},
                                            {"Partner account has 12 digits", CheckState::bad},
                                            {"ISV signs its part"},
                                            {"We sign ours"},
                                            {"Mailed to mpcustdesk@amazon.com"}};
        ui::checklist("checks", "Before it can be sent", checks);
    }
    {
        ui::Card card("signatures", "Signatures");
        ui::muted(
            "A signature covers the form as it is now. Changing any field removes the "
            "signatures.");
        ui::field({.key = "isv", .label = "ISV", .placeholder = "not signed", .readonly = true},
                  state.unsigned_text);
        ui::field({.key = "we", .label = "Partner", .placeholder = "not signed", .readonly = true},
                  state.unsigned_text);
    }
    ui::Card card("does", "What this does");
    ui::muted(
        "When AWS has received it, we may resell these products to any customer, as often "
        "as we like, at 20 % off the list price.");
}

}  // namespace

void draw_form(GalleryState& state) {
    ui::PageSpec spec;
    spec.product = "CPPO Desk";
    spec.places = {{"home", "Home"},
                   {"deals", "Deals", 24},
                   {"authorizations", "Authorizations", 7},
                   {"customers", "Customers"},
                   {"products", "Products"},
                   {"money", "Money"},
                   {"reconcile", "Reconcile"}};
    spec.below = {{"settings", "Settings"}, {"help", "Help"}};
    spec.current = "authorizations";
    spec.title = "Reseller Authorization";
    spec.trail = {{"authorizations", "Authorizations"}};
    spec.titled = true;
    spec.chips = {{"Recurring", Tone::accent}, {"1 problem · 2 signatures missing", Tone::caution}};
    spec.actions = {{"print", "Print or PDF"},
                    {"mail", "Mail draft"},
                    {"sign", "Sign as partner", ui::ButtonKind::primary}};
    spec.search = "Search or do anything";
    spec.search_keys = "Ctrl K";
    spec.saved = {"Saved", Tone::good};
    ui::PageEvents events;
    {
        ui::Page page(spec, events);
        ui::Columns columns({{420, 1}, {320, 0}});
        columns.next();
        draw_parties(state);
        draw_products();
        draw_terms(state);
        columns.next();
        draw_side(state);
    }
    if (!events.action.empty()) state.last = "action:" + events.action;
}

}  // namespace cppo::view
