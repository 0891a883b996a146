#include "gallery.hpp"

#include "ui/charts.hpp"
#include "ui/ui.hpp"

namespace cppo::view {

namespace {

using ui::Look;
using ui::Tone;

ui::PageSpec page_spec(std::string current, std::string title) {
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
    spec.current = std::move(current);
    spec.title = std::move(title);
    spec.search = "Search or do anything";
    spec.search_keys = "Ctrl K";
    spec.saved = {"Saved", Tone::good};
    return spec;
}

void note_events(const ui::PageEvents& events, GalleryState& state) {
    if (!events.go.empty()) state.last = "go:" + events.go;
    if (!events.action.empty()) state.last = "action:" + events.action;
    if (events.search) state.last = "search";
}

std::vector<ui::TableRow> deal_rows() {
    const auto row = [](std::string key, std::string customer, std::string product, bool single,
                        std::string stage, ui::Cell next, std::string on, std::string price,
                        std::string net, std::string currency) {
        ui::TableRow made{std::move(key), {}};
        made.cells = {{customer, Look::strong},
                      {product},
                      {single ? "Single use" : "Recurring", Look::chip,
                       single ? Tone::neutral : Tone::accent},
                      {stage},
                      next,
                      {on},
                      {price},
                      {net},
                      {currency, Look::muted}};
        return made;
    };
    return {
        row("d1", "Example Retail", "Nimbus Analytics", false, "Request",
            {"Example Retail must sign", Look::chip, Tone::caution}, "2027-01-31", "110,000.00",
            "13,860.00", "USD"),
        row("d2", "Kaede Denki", "Tidal Backup", false, "Invoiced", {"Due in 12 days", Look::muted},
            "2026-12-04", "1,200,001", "118,557", "JPY"),
        row("d3", "Orchard Health", "Sentinel Mesh", true, "Offer",
            {"Expires in 3 days", Look::chip, Tone::caution}, "2026-11-25", "48,500.00", "4,455.00",
            "USD"),
        row("d4", "Fjord Rail", "Nimbus Analytics", false, "Disbursed", {"–", Look::muted}, "–",
            "900.00", "198.00", "EUR"),
        row("d5", "Granite Bank", "Sentinel Mesh", false, "Paid",
            {"Disbursement expected", Look::muted}, "2026-12-10", "270,000.00", "44,550.00", "USD"),
        row("d6", "Loom & Thread", "Tidal Backup", false, "Draft",
            {"Fees not known", Look::chip, Tone::caution}, "–", "9,499.99", "–", "USD"),
        row("d7", "Meridian Air", "Nimbus Analytics", true, "Accepted",
            {"First invoice", Look::muted}, "2027-02-01", "87,499.99", "20,592.01", "USD")};
}

void draw_figures() {
    const std::vector<ui::Metric> metrics{
        {"quoting", "Quoting", "6", "312,499.99 USD"},
        {"signatures", "Waiting for signatures", "2", "158,500.00 USD"},
        {"open", "Offer open", "3", "96,000.00 USD · 1,200,001 JPY"},
        {"due", "To be paid", "9", "1,204,310.40 USD · 900.00 EUR"},
        {"net", "Your net this month", "41,208.11", "USD · 118,557 JPY"}};
    ui::metrics("figures", "Deals by stage", metrics);
}

void draw_home(GalleryState& state) {
    ui::PageEvents events;
    {
        ui::Page page(page_spec("home", "Home"), events);
        draw_figures();
        {
            ui::Card card("next", "Next");
            const std::vector<ui::ListRow> rows{
                {"sign",
                 {"Sign", Tone::caution},
                 "Example Retail must sign the request for Nimbus Analytics",
                 "3-year schedule",
                 {"print", "Print copy"}},
                {"expires",
                 {"3 days", Tone::caution},
                 "Offer to Orchard Health expires",
                 "2026-11-25",
                 {"open", "Open"}},
                {"ask",
                 {"Ask"},
                 "Processing fee unknown for Loom & Thread",
                 "aws-mp-channel@amazon.com",
                 {"mail", "Write mail"}},
                {"paid",
                 {"Paid", Tone::good},
                 "Granite Bank paid invoice 1 of 3",
                 "100,000.00 USD",
                 {"record", "Record"}}};
            const std::string pressed = ui::list("todo", "What to do next", rows);
            if (!pressed.empty()) state.last = "todo:" + pressed;
        }
        ui::CardSpec deals{.key = "deals", .title = "Deals"};
        deals.chips = {{"All stages"}, {"All ISVs"}};
        deals.actions = {{"new", "New deal", ui::ButtonKind::primary}};
        ui::Card card(deals);
        if (!card.action().empty()) state.last = "card:" + card.action();
        ui::TableSpec table{.key = "table", .name = "Deals"};
        table.columns = {{.key = "customer", .label = "Customer"},
                         {.key = "product", .label = "Product"},
                         {.key = "kind", .label = "Kind", .optional = true},
                         {.key = "stage", .label = "Stage"},
                         {.key = "next", .label = "Next", .optional = true},
                         {.key = "on", .label = "On", .optional = true},
                         {.key = "price", .label = "Price", .number = true},
                         {.key = "net", .label = "Your net", .number = true, .sortable = true},
                         {.key = "currency", .label = "Currency", .silent = true}};
        table.clickable = true;
        table.sorted_by = "net";
        table.descending = true;
        const ui::TableEvents happened = ui::table(table, deal_rows());
        if (!happened.opened.empty()) state.last = "open:" + happened.opened;
        if (!happened.sort.empty()) state.last = "sort:" + happened.sort;
    }
    note_events(events, state);
}

void draw_prices(GalleryState& state) {
    ui::Card card("price", "Price to the customer");
    ui::Columns fields(2, 150, 12);
    fields.next();
    ui::money_field({.key = "price", .label = "Price"}, "USD", state.price);
    fields.next();
    ui::percent_field({.key = "markup", .label = "Markup on wholesale"}, state.markup);
    fields.next();
    ui::percent_field({.key = "margin", .label = "Margin of price"}, state.margin);
    fields.next();
    ui::money_field({.key = "net", .label = "Your net"}, "USD", state.net);
}

void draw_split() {
    ui::Card card("split", "Where 110,000.00 goes");
    if (ui::narrow()) {
        const std::vector<ui::Share> shares{
            {Tone::isv, "ISV", 847}, {Tone::partner, "We", 126}, {Tone::aws, "AWS", 27}};
        ui::split_bar("bar", "The ISV gets 84.65 %, we get 12.60 %, AWS gets 2.75 %.", shares);
    } else {
        const std::vector<ui::Bar> bars{
            {"List", "120,000.00", {{Tone::neutral, 0, 1000}}},
            {"Discount", "−24,000.00", {{Tone::neutral, 800, 1000}}, true},
            {"Wholesale", "96,000.00", {{Tone::isv, 0, 800}}},
            {"Markup", "+14,000.00", {{Tone::partner, 800, 917}}},
            {"Price", "110,000.00", {{Tone::customer, 0, 917}}},
            {"AWS fees", "−3,019.99", {{Tone::aws, 892, 917}}},
            {"Nets", "", {{Tone::partner, 0, 116}, {Tone::isv, 116, 892}}}};
        ui::waterfall("waterfall",
                      "List 120,000.00, discount 24,000.00, wholesale 96,000.00, "
                      "markup 14,000.00, price 110,000.00, AWS fees 3,019.99.",
                      bars);
    }
    ui::TableSpec table{.key = "parties", .name = "Who receives what"};
    table.columns = {{.key = "party", .label = "Party"},
                     {.key = "base", .label = "Base", .number = true, .optional = true},
                     {.key = "fee", .label = "Fee", .number = true, .optional = true},
                     {.key = "receives", .label = "Receives", .number = true},
                     {.key = "share", .label = "Share", .number = true}};
    const bool narrow = ui::narrow();
    const std::vector<ui::TableRow> rows{
        {"isv",
         {{narrow ? "ISV" : "ISV · Nimbus Software", Look::plain, Tone::isv, true},
          {"96,000.00"},
          {"−2,879.99", Look::plain, Tone::neutral, false, "(3 %)"},
          {"93,120.01", Look::strong},
          {"84.65 %"}}},
        {"we",
         {{narrow ? "We" : "We · Harbor Consulting", Look::plain, Tone::partner, true},
          {"14,000.00"},
          {"−140.00", Look::plain, Tone::neutral, false, "(1 %)"},
          {"13,860.00", Look::strong},
          {"12.60 %"}}},
        {"aws",
         {{narrow ? "AWS" : "AWS Marketplace", Look::plain, Tone::aws, true},
          {""},
          {""},
          {"3,019.99", Look::strong},
          {"2.75 %"}}},
        {"all", {{"Together", Look::muted}, {""}, {""}, {"110,000.00"}, {"100 %"}}}};
    ui::table(table, rows);
}

void draw_payments() {
    ui::CardSpec spec{.key = "payments", .title = "Payments"};
    spec.chips = {{"adds up to 110,000.00", Tone::good}};
    spec.chips_at_end = true;
    ui::Card card(spec);
    ui::TableSpec table{.key = "table", .name = "Payments"};
    table.columns = {{.key = "date", .label = "Date"},
                     {.key = "pays", .label = "Customer pays", .number = true},
                     {.key = "isv", .label = "ISV net", .number = true, .optional = true},
                     {.key = "net", .label = "Your net", .number = true}};
    const std::vector<ui::TableRow> rows{
        {"1", {{"2027-02-01"}, {"40,000.00"}, {"33,861.82"}, {"5,040.00"}}},
        {"2", {{"2028-02-01"}, {"40,000.00"}, {"33,861.82"}, {"5,040.00"}}},
        {"3", {{"2029-02-01"}, {"30,000.00"}, {"25,396.37"}, {"3,780.00"}}}};
    ui::table(table, rows);
    ui::Row row(20);
    ui::chip({"3 years, 3 payments", Tone::caution});
    ui::muted("Example Retail must sign too.");
}

void draw_lines() {
    ui::Card card("lines", "What the customer buys");
    ui::TableSpec table{.key = "table", .name = "Lines"};
    table.columns = {{.key = "line", .label = "Line"},
                     {.key = "quantity", .label = "Qty", .number = true},
                     {.key = "list", .label = "List", .number = true},
                     {.key = "discount", .label = "Discount", .number = true}};
    const std::vector<ui::TableRow> rows{
        {"1", {{"Enterprise, 3 years"}, {"1"}, {"90,000.00"}, {"20 %"}}},
        {"2", {{"Support, 3 years"}, {"1"}, {"30,000.00"}, {"20 %"}}}};
    ui::table(table, rows);
}

void draw_reports() {
    ui::CardSpec spec{.key = "reports", .title = "What each party will see"};
    spec.note = "seed rule: recurring, the ISV sees you as the buyer";
    ui::Card card(spec);
    ui::TableSpec table{.key = "table", .name = "Reports"};
    table.columns = {{.key = "party", .label = "Report of"},
                     {.key = "buyer", .label = "Buyer shown"},
                     {.key = "gross", .label = "Gross", .number = true},
                     {.key = "net", .label = "Net", .number = true}};
    const std::vector<ui::TableRow> rows{
        {"isv", {{"ISV"}, {"Harbor Consulting · 7777 8888 9999"}, {"96,000.00"}, {"93,120.01"}}},
        {"we", {{"We"}, {"Example Retail · 0001 2345 6789"}, {"110,000.00"}, {"13,860.00"}}}};
    ui::table(table, rows);
}

void draw_quote(GalleryState& state) {
    ui::PageSpec spec = page_spec("deals", "Example Retail · Nimbus Analytics");
    spec.trail = {{"deals", "Deals"}};
    spec.titled = true;
    spec.chips = {{"Recurring 20 %", Tone::accent}, {"seed-2019"}, {"USD"}};
    spec.actions = {{"print", "Print"}, {"sign", "Sign request", ui::ButtonKind::primary}};
    ui::PageEvents events;
    {
        ui::Page page(spec, events);
        using ui::Progress;
        const std::vector<ui::Stage> stages{{"Authorized", Progress::done},
                                            {"Request", Progress::current},
                                            {"Offer"},
                                            {"Accepted"},
                                            {"Invoiced"},
                                            {"Paid"},
                                            {"Disbursed"}};
        ui::stage_line("stages", "Stages of the deal", stages);
        const std::vector<ui::Option> tabs{{"quote", "Quote"},     {"forms", "Forms"},
                                           {"offer", "Offer"},     {"money", "Money"},
                                           {"reports", "Reports"}, {"history", "History"}};
        ui::tabs("tabs", "Parts of the deal", tabs, state.tab);
        ui::Columns columns({{320, 0.9f}, {460, 2}});
        columns.next();
        if (!ui::narrow()) draw_lines();
        draw_prices(state);
        if (!ui::narrow()) draw_payments();
        columns.next();
        draw_split();
        if (ui::narrow()) draw_payments();
        else draw_reports();
    }
    note_events(events, state);
}

}  // namespace

void draw_parts(GalleryState& state);
void draw_form(GalleryState& state);

void draw_gallery(Gallery screen, GalleryState& state) {
    switch (screen) {
        case Gallery::home: draw_home(state); break;
        case Gallery::quote: draw_quote(state); break;
        case Gallery::form: draw_form(state); break;
        case Gallery::parts: draw_parts(state); break;
    }
}

}  // namespace cppo::view
