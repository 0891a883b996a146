// The lists of deals and of authorizations, and what starts a new one.
#include "desk/words.hpp"
#include "views/action.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

ui::Cell kind_cell(DealKind kind) {
    const bool recurring = kind == DealKind::recurring;
    return {std::string(title_of(kind)), ui::Look::chip,
            recurring ? ui::Tone::accent : ui::Tone::neutral};
}

/// What has to be done now stands out.
ui::Cell next_cell(const DealRow& deal) {
    const ui::Tone tone = tone_of(deal.urgency);
    return {deal.next, tone == ui::Tone::neutral ? ui::Look::muted : ui::Look::chip, tone};
}

ui::TableRow deal_line(const DealRow& deal) {
    ui::TableRow row{.key = deal.id.value};
    row.cells = {{deal.customer, ui::Look::strong},
                 {deal.product},
                 kind_cell(deal.kind),
                 {deal.stage},
                 next_cell(deal),
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
                 {std::to_string(authorization.uses)}};
    return row;
}

}  // namespace

void draw_deal_table(Context& context, const std::string& name, const DealQuery& query,
                     const std::string& empty) {
    ui::TableSpec spec{.key = "table", .name = name, .clickable = true};
    spec.columns = {{.key = "customer", .label = "Customer"},
                    {.key = "product", .label = "Product", .optional = true, .bare = true},
                    {.key = "kind", .label = "Kind", .optional = true, .bare = true},
                    {.key = "stage", .label = "Stage"},
                    {.key = "next", .label = "Next", .optional = true, .bare = true},
                    {.key = "on", .label = "Date", .optional = true},
                    {.key = "price", .label = "Price", .number = true},
                    {.key = "net", .label = "Your net", .number = true, .optional = true},
                    {.key = "currency", .label = "Currency", .silent = true}};
    for (ui::Column& column : spec.columns) column.sortable = !column.silent;
    spec.sorted_by = query.sorted_by;
    spec.descending = query.descending;
    spec.empty = empty;
    const std::vector<const DealLine*>& found = context.overview.find(query);
    const ui::TableEvents happened =
        ui::table(spec, {found.size(), [&](std::size_t i) { return deal_line(found[i]->row); }});
    if (!happened.opened.empty()) context.go({"deal", happened.opened});
    if (happened.sort.empty()) return;
    DealQuery& sorted = context.ui.of<DealQuery>();
    sorted.descending = sorted.sorted_by == happened.sort && !sorted.descending;
    sorted.sorted_by = happened.sort;
    context.redraw();
}

namespace {

std::vector<ui::Option> phase_options() {
    std::vector<ui::Option> options = {{"", "All deals"}};
    for (std::size_t i = 0; i < name_count<Phase>(); ++i) {
        const auto phase = static_cast<Phase>(i);
        options.push_back({std::string(text(phase)), std::string(title_of(phase))});
    }
    return options;
}

std::vector<ui::Option> isv_options(const Model& model) {
    std::map<std::string, std::string> names;
    for (const auto& [id, authorization] : model.authorizations()) {
        const Content& form = authorization.state.content;
        if (const auto account = form.value("isv_account"); !account.empty())
            names.emplace(account, form.value("isv_name"));
    }
    std::vector<ui::Option> options = {{"", "All ISVs"}};
    for (const auto& [account, name] : names) options.push_back({account, name});
    return options;
}

void draw_phase(Context& context) {
    DealQuery& query = context.ui.of<DealQuery>();
    std::string chosen = query.phase ? std::string(text(*query.phase)) : "";
    if (!ui::combo({.key = "phase", .label = "Stage filter", .unlabelled = true}, phase_options(),
                   chosen))
        return;
    query.phase = parse_name<Phase>(chosen);
    if (context.route.place == "deals") context.go({"deals", chosen});
}

void draw_filters(Context& context) {
    DealQuery& query = context.ui.of<DealQuery>();
    const auto search = [&] {
        ui::field({.key = "search",
                   .label = "Search deals",
                   .placeholder = "Search customer, product, offer, amount",
                   .unlabelled = true},
                  query.words);
    };
    if (ui::narrow()) search();
    std::vector<ui::Track> tracks = {{140, 1}, {140, 1}};
    if (!ui::narrow()) tracks.insert(tracks.begin(), {220, 3});
    ui::Columns columns(tracks, 8);
    if (!ui::narrow()) {
        columns.next();
        search();
    }
    columns.next();
    draw_phase(context);
    columns.next();
    ui::combo({.key = "isv", .label = "ISV", .unlabelled = true}, isv_options(context.model),
              query.isv);
}

std::string count_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " deal" : " deals");
}

}  // namespace

void draw_deal_list(Context& context) {
    DealQuery& query = context.ui.of<DealQuery>();
    const std::size_t all = context.model.deals().size(), unread = context.overview.unread();
    draw_filters(context);
    if (unread > 0)
        ui::progress("reading", "Reading deals", static_cast<int>((all - unread) * 1000 / all),
                     "Reading " + count_text(all));
    draw_deal_table(context, "Deals", query, "No matching deals.");
    const std::size_t shown = context.overview.find(query).size();
    if (shown == all - unread) return;
    ui::small(std::to_string(shown) + " of " + count_text(all));
    if (!ui::button({.key = "clear", .label = "Show all deals"})) return;
    query = {.sorted_by = query.sorted_by, .descending = query.descending};
    if (context.route.place == "deals") context.go({"deals"});
}

void start_deal(Context& context) {
    std::vector<AuthorizationRow> usable = authorization_rows(context.model, context.today);
    std::erase_if(usable, [](const AuthorizationRow& row) { return !row.usable; });
    std::stable_partition(usable.begin(), usable.end(),
                          [](const AuthorizationRow& row) { return row.ready; });
    if (!usable.empty()) return open(context, new_deal(usable));
    Action first = new_authorization();
    first.words = "A deal needs an ISV's authorization, so start with that. " + first.words;
    open(context, std::move(first));
}

void draw_deals(Context& context) {
    Frame frame{.titled = true};
    frame.actions = {{"new", "New deal", ui::ButtonKind::primary}};
    const std::string pressed = draw_frame(context, frame, [&] {
        ui::Card card("deals", "");
        if (!context.model.deals().empty()) return draw_deal_list(context);
        if (ui::empty_state("empty", "No deal yet",
                            "A deal is one offer to one customer. It needs an "
                            "ISV's authorization.",
                            {"new", "New deal"}))
            start_deal(context);
    });
    if (pressed == "new") start_deal(context);
}

void draw_authorizations(Context& context) {
    Frame frame{.titled = true};
    frame.actions = {{"new", "New authorization", ui::ButtonKind::primary}};
    const auto rows = authorization_rows(context.model, context.today);
    const std::string pressed = draw_frame(context, frame, [&] {
        ui::Card card("authorizations", "");
        if (rows.empty()) {
            if (ui::empty_state("empty", "No authorization yet",
                                "An ISV authorizes you to resell at a discount: for any customer, "
                                "or once for one customer.",
                                {"new", "New authorization"}))
                open(context, new_authorization());
            return;
        }
        ui::TableSpec spec{.key = "table", .name = "Authorizations", .clickable = true};
        spec.columns = {{.key = "isv", .label = "ISV"},
                        {.key = "products", .label = "Products", .optional = true, .bare = true},
                        {.key = "kind", .label = "Kind", .optional = true, .bare = true},
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
