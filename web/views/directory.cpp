// The lists and pages of customers, products with their list prices, and ISVs.
#include "screens/directory.hpp"
#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/authorization_screen.hpp"
#include "screens/overview.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

// How a person has sorted a table, by the column's key.
struct Sorting {
    std::string by;
    bool descending = false;
};

struct Sortings {
    std::map<std::string, Sorting> by_table;  // by the table's name
};

std::string amounts(const std::vector<Money>& amounts) {
    return or_dash(join(texts_of(amounts), " · "));
}

ui::Cell account_cell(const std::string& account) {
    return {.text = or_dash(account_text(account)), .copied = account};
}

ui::Cell count_cell(int count) { return {.text = std::to_string(count), .number = count}; }

// The item whose row was opened, or null; both are in one order.
template <typename Item>
const Item* opened_of(const std::vector<Item>& items, const std::vector<ui::TableRow>& rows,
                      const std::string& opened) {
    const auto* row = first_of(rows, [&](const ui::TableRow& r) { return r.key == opened; });
    return row ? &items[static_cast<std::size_t>(row - rows.data())] : nullptr;
}

std::string prices_of(const ProductRow& row) {
    std::vector<std::string> prices;
    for (const ListPriceRow& price : row.list_prices)
        prices.push_back(price.price + " " + price.currency);
    return or_dash(join(prices, " · "));
}

// The frame of a list, with its table in a card or, while there is nothing, what would be there.
void draw_list(Context& context, const std::string& record, const ui::TableSpec& spec,
               const std::vector<ui::TableRow>& rows, const std::string& nothing) {
    draw_frame(context, {.titled = true}, [&] {
        ui::Card card("list", "");
        if (rows.empty()) {
            if (ui::empty_state("empty", "Nothing here yet", nothing,
                                {"authorizations", "Go to the authorizations"}))
                context.go({"authorizations"});
            return;
        }
        const std::string opened = draw_sorted(context, spec, rows).opened;
        if (!opened.empty()) context.go({record, opened});
    });
}

void draw_facts(const std::vector<ui::Fact>& facts) {
    ui::Card card("facts", "Details");
    std::vector<ui::Fact> known;
    for (const ui::Fact& fact : facts)
        if (!fact.value.empty()) known.push_back(fact);
    ui::facts("facts", "Details", known);
}

void draw_deals_of(Context& context, const std::vector<DealId>& deals) {
    const DealQuery& sorted = context.ui.of<DealQuery>();
    ui::Card card("deals", "Deals");
    draw_deal_table(
        context, "Deals",
        {.among = deals, .sorted_by = sorted.sorted_by, .descending = sorted.descending},
        "None yet.");
}

void draw_open_invoices(Context& context, const std::vector<OpenInvoiceRow>& invoices) {
    ui::Card card("invoices", "Open invoices");
    ui::TableSpec spec{
        .key = "table", .name = "Open invoices", .clickable = true, .empty = "Nothing is open."};
    spec.columns = {{.key = "product", .label = "Product"},
                    {.key = "number", .label = "No.", .number = true, .optional = true},
                    {.key = "issued", .label = "Invoiced on"},
                    {.key = "price", .label = "Price", .number = true, .optional = true},
                    {.key = "open", .label = "Open", .number = true},
                    {.key = "currency", .label = "Currency", .silent = true}};
    std::vector<ui::TableRow> rows;
    for (const OpenInvoiceRow& invoice : invoices) {
        const std::string number = std::to_string(invoice.number);
        rows.push_back({invoice.deal.value + " " + number,
                        {{invoice.product},
                         {number},
                         {text(invoice.issued)},
                         {grouped(invoice.price)},
                         {grouped(invoice.open), ui::Look::strong},
                         {std::string(text(invoice.open.currency())), ui::Look::muted}}});
    }
    const std::string opened = ui::table(spec, rows).opened;
    if (const auto* invoice = opened_of(invoices, rows, opened))
        context.go({"deal", invoice->deal.value, "money"});
}

void draw_grants(Context& context, const std::vector<GrantRow>& grants) {
    ui::Card card("grants", "Discounts that can be used now");
    ui::TableSpec spec{.key = "table",
                       .name = "Discounts that can be used now",
                       .clickable = true,
                       .empty = "None: no current authorization covers this product."};
    spec.columns = {{.key = "kind", .label = "Kind"},
                    {.key = "discount", .label = "Off list", .number = true},
                    {.key = "ends", .label = "Until"}};
    std::vector<ui::TableRow> rows;
    for (const GrantRow& grant : grants)
        rows.push_back({grant.authorization.value,
                        {{std::string(title_of(grant.kind))}, {grant.discount}, {grant.ends}}});
    const std::string opened = ui::table(spec, rows).opened;
    if (!opened.empty()) context.go({"authorization", opened});
}

void draw_list_prices(Context& context, const std::vector<ListPriceRow>& prices) {
    ui::Card card("prices", "List prices");
    ui::TableSpec spec{.key = "table",
                       .name = "List prices",
                       .clickable = true,
                       .empty = "No form states a list price yet."};
    spec.columns = {{.key = "source", .label = "From"},
                    {.key = "on", .label = "As of", .optional = true},
                    {.key = "unit", .label = "Unit", .optional = true},
                    {.key = "price", .label = "Price of one unit", .number = true},
                    {.key = "currency", .label = "Currency", .silent = true}};
    std::vector<ui::TableRow> rows;
    for (const ListPriceRow& price : prices)
        rows.push_back({price.route + " " + std::to_string(rows.size()),
                        {{price.source},
                         {price.on},
                         {or_dash(price.unit)},
                         {price.price, ui::Look::strong},
                         {price.currency, ui::Look::muted}}});
    const std::string opened = ui::table(spec, rows).opened;
    if (const auto* price = opened_of(prices, rows, opened)) context.go(parse_route(price->route));
}

void draw_authorizations_of(Context& context, const std::vector<AuthorizationRow>& authorizations) {
    ui::Card card("authorizations", "Authorizations");
    ui::TableSpec spec{.key = "table", .name = "Authorizations", .clickable = true};
    spec.columns = {{.key = "products", .label = "Products"},
                    {.key = "kind", .label = "Kind", .optional = true},
                    {.key = "discount", .label = "Discount", .number = true, .optional = true},
                    {.key = "status", .label = "Status"},
                    {.key = "ends", .label = "Until", .optional = true}};
    std::vector<ui::TableRow> rows;
    for (const AuthorizationRow& row : authorizations)
        rows.push_back({row.id.value,
                        {{row.products, ui::Look::strong},
                         {std::string(title_of(row.kind))},
                         {or_dash(row.discount)},
                         {row.status},
                         {row.ends}}});
    const std::string opened = ui::table(spec, rows).opened;
    if (!opened.empty()) context.go({"authorization", opened});
}

}  // namespace

ui::TableEvents draw_sorted(Context& context, ui::TableSpec spec, std::vector<ui::TableRow> rows) {
    Sorting& sorting = context.ui.of<Sortings>().by_table[spec.name];
    if (const auto* column =
            first_of(spec.columns, [&](const ui::Column& c) { return c.key == sorting.by; })) {
        const auto at = static_cast<std::size_t>(column - spec.columns.data());
        const auto value = [&](const ui::TableRow& row) {
            const ui::Cell& cell = row.cells[at];
            return std::pair(cell.number, lower(cell.text));
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
            return sorting.descending ? value(b) < value(a) : value(a) < value(b);
        });
        spec.sorted_by = sorting.by;
        spec.descending = sorting.descending;
    }
    ui::TableEvents events = ui::table(spec, rows);
    if (!events.sort.empty()) {
        sorting = {events.sort, sorting.by == events.sort && !sorting.descending};
        context.redraw();
    }
    return events;
}

void draw_customers(Context& context) {
    const auto& customers = context.memo("", [&] { return customer_rows(context.model); });
    ui::TableSpec spec{.key = "table", .name = "Customers", .clickable = true};
    spec.columns = {
        {.key = "name", .label = "Customer", .sortable = true},
        {.key = "account", .label = "Account", .optional = true},
        {.key = "deals", .label = "Deals", .number = true, .sortable = true, .optional = true},
        {.key = "offers",
         .label = "Open offers",
         .number = true,
         .sortable = true,
         .optional = true},
        {.key = "total", .label = "Total price", .number = true, .optional = true},
        {.key = "owes", .label = "Owes AWS", .number = true},
        {.key = "last", .label = "Last activity", .sortable = true, .optional = true}};
    std::vector<ui::TableRow> rows;
    for (const CustomerRow& row : customers)
        rows.push_back({row.key,
                        {{row.name, ui::Look::strong},
                         account_cell(row.account),
                         count_cell(row.deals),
                         count_cell(row.open_offers),
                         {amounts(row.totals)},
                         {amounts(row.owes)},
                         {text(row.last)}}});
    draw_list(
        context, "customer", spec, rows,
        "Customers appear here once a request or a Custom Resale Transaction names them, with "
        "its deals and what it still owes.");
}

void draw_customer(Context& context) {
    const std::string key = context.route.id;
    const auto& screen = context.memo(key, [&] { return customer_screen(context.model, key); });
    if (!screen) return context.go({"customers"});
    const CustomerRow& row = screen->row;
    Frame frame{.title = row.name, .titled = true};
    const ui::Scope scope(key);
    std::vector<std::string> payers;
    for (const std::string& payer : screen->payers) payers.push_back(account_text(payer));
    draw_frame(context, frame, [&] {
        draw_facts({{"AWS account", account_text(row.account)},
                    {"Payer account", join(payers, ", ")},
                    {"Country", join(screen->countries, ", ")},
                    {"Names on forms", screen->names.size() > 1 ? join(screen->names, " · ") : ""},
                    {"Total price", join(texts_of(row.totals), " · ")},
                    {"Owes AWS", join(texts_of(row.owes), " · ")},
                    {"Last activity", text(row.last)}});
        draw_open_invoices(context, screen->invoices);
        draw_deals_of(context, screen->deals);
    });
}

void draw_products(Context& context) {
    const auto& products =
        context.memo("", [&] { return product_rows(context.model, context.today); });
    ui::TableSpec spec{.key = "table", .name = "Products", .clickable = true};
    spec.columns = {
        {.key = "title", .label = "Product", .sortable = true},
        {.key = "isv", .label = "ISV", .sortable = true, .optional = true},
        {.key = "discounts", .label = "Off list now", .number = true, .optional = true},
        {.key = "price", .label = "Last list price", .number = true},
        {.key = "source", .label = "From", .optional = true},
        {.key = "deals", .label = "Deals", .number = true, .sortable = true, .optional = true}};
    std::vector<ui::TableRow> rows;
    for (const ProductRow& row : products) {
        const std::string source = row.list_prices.empty() ? "" : row.list_prices.front().source;
        rows.push_back({row.key,
                        {{row.title, ui::Look::strong},
                         {or_dash(row.isv)},
                         {or_dash(row.discounts)},
                         {prices_of(row)},
                         {or_dash(source), ui::Look::muted},
                         count_cell(row.deals)}});
    }
    draw_list(context, "product", spec, rows,
              "Products appear here once an authorization names them, with their discount and the "
              "list prices that requests name.");
}

void draw_product(Context& context) {
    const std::string key = context.route.id;
    const auto& screen =
        context.memo(key, [&] { return product_screen(context.model, key, context.today); });
    if (!screen) return context.go({"products"});
    const ProductRow& row = screen->row;
    Frame frame{.title = row.title, .titled = true};
    if (!screen->isv_key.empty()) frame.actions = {{"isv", "Go to the ISV"}};
    const ui::Scope scope(key);
    const std::string pressed = draw_frame(context, frame, [&] {
        draw_facts({{"Product ID", row.product},
                    {"ISV", row.isv},
                    {"Off list now", row.discounts},
                    {"Last list price", row.list_prices.empty() ? "" : prices_of(row)}});
        draw_grants(context, screen->grants);
        draw_list_prices(context, screen->list_prices);
        draw_deals_of(context, screen->deals);
    });
    if (pressed == "isv") context.go({"isv", screen->isv_key});
}

void draw_isvs(Context& context) {
    const auto& isvs = context.memo("", [&] { return isv_rows(context.model, context.today); });
    ui::TableSpec spec{.key = "table", .name = "ISVs", .clickable = true};
    spec.columns = {
        {.key = "name", .label = "ISV", .sortable = true},
        {.key = "account", .label = "Account", .optional = true},
        {.key = "usable",
         .label = "Usable forms",
         .number = true,
         .sortable = true,
         .optional = true},
        {.key = "waiting",
         .label = "Forms under way",
         .number = true,
         .sortable = true,
         .optional = true},
        {.key = "ended",
         .label = "Ended forms",
         .number = true,
         .sortable = true,
         .optional = true},
        {.key = "deals", .label = "Deals", .number = true, .sortable = true, .optional = true},
        {.key = "wholesale", .label = "Wholesale", .number = true, .optional = true},
        {.key = "owed", .label = "Owed by AWS", .number = true}};
    std::vector<ui::TableRow> rows;
    for (const IsvRow& row : isvs)
        rows.push_back({row.key,
                        {{row.name, ui::Look::strong},
                         account_cell(row.account),
                         count_cell(row.usable),
                         count_cell(row.waiting),
                         count_cell(row.ended),
                         count_cell(row.deals),
                         {amounts(row.wholesale)},
                         {amounts(row.owed)}}});
    draw_list(context, "isv", spec, rows,
              "ISVs appear here once an authorization names them, with their deals and what AWS "
              "still owes it.");
}

void draw_isv(Context& context) {
    const std::string key = context.route.id;
    const auto& screen =
        context.memo(key, [&] { return isv_screen(context.model, key, context.today); });
    if (!screen) return context.go({"isvs"});
    const IsvRow& row = screen->row;
    Frame frame{.title = row.name, .titled = true};
    const ui::Scope scope(key);
    draw_frame(context, frame, [&] {
        draw_facts({{"AWS account", account_text(row.account)},
                    {"Authorizations", std::to_string(row.usable) + " usable, " +
                                           std::to_string(row.waiting) + " under way, " +
                                           std::to_string(row.ended) + " ended"},
                    {"Wholesale", join(texts_of(row.wholesale), " · ")},
                    {"Owed by AWS", join(texts_of(row.owed), " · ")}});
        draw_authorizations_of(context, screen->authorizations);
        draw_deals_of(context, screen->deals);
    });
}

}  // namespace cppo::views
