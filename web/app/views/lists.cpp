// The lists of deals and of authorizations, and what starts a new one.
#include "views/action.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

ui::Cell kind_cell(const std::string& kind) {
    const bool recurring = kind == "Recurring";
    return {kind, ui::Look::chip, recurring ? ui::Tone::accent : ui::Tone::neutral};
}

std::string or_dash(const std::string& text) {
    return text.empty() ? "–" : text;
}

ui::TableRow deal_line(const DealRow& deal) {
    ui::TableRow row{.key = deal.id.value};
    row.cells = {{deal.customer, ui::Look::strong},
                 {deal.product},
                 kind_cell(deal.kind),
                 {deal.stage},
                 {or_dash(deal.next), ui::Look::muted},
                 {or_dash(deal.on)},
                 {or_dash(deal.price)},
                 {or_dash(deal.our_net)},
                 {deal.currency, ui::Look::muted}};
    return row;
}

ui::TableRow authorization_line(const AuthorizationRow& authorization) {
    ui::TableRow row{.key = authorization.id.value};
    row.cells = {{authorization.isv, ui::Look::strong},
                 {authorization.products},
                 kind_cell(authorization.kind),
                 {or_dash(authorization.discount)},
                 {authorization.status},
                 {authorization.ends},
                 {authorization.uses}};
    return row;
}

}  // namespace

void draw_deal_table(Context& context, const std::string& name, const std::vector<DealRow>& rows,
                     const std::string& empty) {
    ui::TableSpec spec{.key = "table", .name = name, .clickable = true, .empty = empty};
    spec.columns = {{.key = "customer", .label = "Customer"},
                    {.key = "product", .label = "Product", .optional = true},
                    {.key = "kind", .label = "Kind", .optional = true},
                    {.key = "stage", .label = "Stage"},
                    {.key = "next", .label = "Next", .optional = true},
                    {.key = "on", .label = "On", .optional = true},
                    {.key = "price", .label = "Price", .number = true},
                    {.key = "net", .label = "Our net", .number = true, .optional = true},
                    {.key = "currency", .label = "Currency", .silent = true}};
    std::vector<ui::TableRow> lines;
    for (const DealRow& row : rows) lines.push_back(deal_line(row));
    const ui::TableEvents happened = ui::table(spec, lines);
    if (!happened.opened.empty()) context.go({"deal", happened.opened});
}

void start_deal(Context& context) {
    std::vector<AuthorizationRow> usable;
    for (AuthorizationRow& row : authorization_rows(context.model, context.today)) {
        const auto screen = authorization_screen(context.model, row.id, context.today);
        if (screen && screen->usable) usable.push_back(std::move(row));
    }
    if (!usable.empty()) return open(context, new_deal(usable));
    Action first = new_authorization();
    first.words =
        "A deal is made under an ISV's authorization, so that comes first. " + first.words;
    open(context, std::move(first));
}

void draw_deals(Context& context) {
    const HomeScreen home = home_screen(context.model, context.today);
    Frame frame{.place = "deals", .title = "Deals", .titled = true};
    frame.actions = {{"new", "New deal", ui::ButtonKind::primary}};
    const std::string pressed = draw_frame(context, frame, [&] {
        ui::Card card("deals", "");
        if (!home.deals.empty()) return draw_deal_table(context, "Deals", home.deals, "");
        if (ui::empty_state("empty", "No deal yet",
                            "A deal is one offer to one customer. It is made under an "
                            "authorization of the ISV.",
                            {"new", "New deal"}))
            start_deal(context);
    });
    if (pressed == "new") start_deal(context);
}

void draw_authorizations(Context& context) {
    Frame frame{.place = "authorizations", .title = "Authorizations", .titled = true};
    frame.actions = {{"new", "New authorization", ui::ButtonKind::primary}};
    const auto rows = authorization_rows(context.model, context.today);
    const std::string pressed = draw_frame(context, frame, [&] {
        ui::Card card("authorizations", "");
        if (rows.empty()) {
            if (ui::empty_state("empty", "No authorization yet",
                                "An ISV authorizes us to resell at a discount: for any customer, "
                                "or once for one customer.",
                                {"new", "New authorization"}))
                open(context, new_authorization());
            return;
        }
        ui::TableSpec spec{.key = "table", .name = "Authorizations", .clickable = true};
        spec.columns = {{.key = "isv", .label = "ISV"},
                        {.key = "products", .label = "Products", .optional = true},
                        {.key = "kind", .label = "Kind", .optional = true},
                        {.key = "discount", .label = "Discount", .number = true, .optional = true},
                        {.key = "status", .label = "Status"},
                        {.key = "ends", .label = "Until", .optional = true},
                        {.key = "uses", .label = "Offers", .number = true, .optional = true}};
        std::vector<ui::TableRow> lines;
        for (const AuthorizationRow& row : rows) lines.push_back(authorization_line(row));
        const ui::TableEvents happened = ui::table(spec, lines);
        if (!happened.opened.empty()) context.go({"authorization", happened.opened});
    });
    if (pressed == "new") open(context, new_authorization());
}

}  // namespace cppo::views
