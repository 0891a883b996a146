#include <algorithm>

#include "deal/in_order.hpp"
#include "exchange/paper.hpp"
#include "screens/quote_panel.hpp"
#include "views/action.hpp"
#include "views/fields.hpp"
#include "views/form.hpp"
#include "views/paper.hpp"
#include "views/screens.hpp"
#include "views/split.hpp"

namespace cppo::views {

namespace {

const FormSection* group(const FormScreen& form, std::string_view name) {
    return first_of(form.sections, [&](const FormSection& s) { return s.group == name; });
}

const FieldRow* field(const FormScreen& form, std::string_view path) {
    for (const FormSection& section : form.sections)
        for (const FieldRow& row : section.fields)
            if (row.path == path) return &row;
    return nullptr;
}

std::string cell(const FormRow& row, std::size_t column) {
    return column < row.fields.size() ? row.fields[column].reading : "";
}

void draw_lines(Context& context, const DealScreen& deal) {
    ui::CardSpec spec{.key = "lines", .title = "What the customer buys"};
    if (deal.form.editable) spec.actions = {{"edit", "Edit"}};
    ui::Card card(spec);
    if (card.action() == "edit") context.go({"deal", deal.id.value, "forms"});
    ui::TableSpec table{.key = "table", .name = "Lines", .empty = "No line yet."};
    table.columns = {{.key = "line", .label = "Line"},
                     {.key = "quantity", .label = "Qty", .number = true},
                     {.key = "list", .label = "List", .number = true}};
    std::vector<ui::TableRow> rows;
    if (const FormSection* lines = group(deal.form, "lines"))
        for (const FormRow& row : lines->rows)
            rows.push_back(
                {std::to_string(row.index), {{cell(row, 1)}, {cell(row, 3)}, {cell(row, 2)}}});
    if (const FormSection* rates = group(deal.form, "rates"); deal.by_usage && rates) {
        table.columns = {{.key = "line", .label = "Unit"},
                         {.key = "list", .label = "List rate", .number = true},
                         {.key = "rate", .label = "Rate", .number = true}};
        for (const FormRow& row : rates->rows)
            rows.push_back(
                {std::to_string(row.index), {{cell(row, 1)}, {cell(row, 2)}, {cell(row, 3)}}});
    }
    ui::table(table, rows);
}

// The four ways to say one price: whichever is typed, the others follow.
void draw_price(Context& context, const DealScreen& deal, const QuotePanel& stored) {
    if (deal.by_usage) return;  // it is made of what AWS meters
    Draft& draft = context.draft(key_of(deal.id));
    const auto row_of = [&](PriceBy by, std::string label, FieldType type,
                            std::string QuotePanel::*value) {
        FieldRow row;
        row.path = "reprice." + std::string(text(by));
        row.label = std::move(label);
        row.type = type;
        // A field being edited is compared with the stored value, not with the value it leads to.
        const QuotePanel& shown = draft.texts.contains(row.path) ? stored : deal.quote;
        if (shown.*value != "–") row.value = row.reading = shown.*value;
        if (type == FieldType::money) row.suffix = shown.currency;
        return row;
    };
    FieldRow price = row_of(PriceBy::price, "Price", FieldType::money, &QuotePanel::price);
    if (const FieldRow* written = field(deal.form, "price"); written && !deal.quote.available)
        price.value = written->value, price.reading = written->reading;
    ui::Card card("price", "Price to the customer");
    ui::Columns columns(2, 140, 12);
    const auto ask = [&](PriceBy by, const FieldRow& row) {
        columns.next();
        const auto typed = draw_field(row, draft, {.editable = deal.form.editable, .help = false});
        if (typed)
            context.asks.push_back({command::Reprice{deal.id, by, *typed},
                                    day_for(context, deal.id), key_of(deal.id), row.path});
    };
    ask(PriceBy::price, price);
    ask(PriceBy::markup, row_of(PriceBy::markup, "Markup on wholesale", FieldType::percent,
                                &QuotePanel::markup_percent));
    ask(PriceBy::margin, row_of(PriceBy::margin, "Margin of price", FieldType::percent,
                                &QuotePanel::margin_percent));
    ask(PriceBy::partner_net,
        row_of(PriceBy::partner_net, "Your net", FieldType::money, &QuotePanel::partner_net));
}

// The deal at what is half typed in one of the four, while it is typed.
std::optional<Deal> preview(Context& context, const DealScreen& deal) {
    const Draft& draft = context.draft(key_of(deal.id));
    for (std::size_t i = 0; i < name_count<PriceBy>(); ++i) {
        const auto by = static_cast<PriceBy>(i);
        const auto typed = draft.texts.find("reprice." + std::string(text(by)));
        if (typed == draft.texts.end()) continue;
        const auto step = update(context.model, command::Reprice{deal.id, by, typed->second},
                                 Env{day_for(context, deal.id)});
        if (step && !step->changed.empty()) return std::get<Deal>(step->changed.front());
    }
    return std::nullopt;
}

bool is_assumed(const DealScreen& deal, const Draft& draft) {
    const auto typed = draft.texts.find("fees.assumed");
    return typed == draft.texts.end() ? deal.quote.fees_assumed : typed->second == "yes";
}

// Both percentages make one command; while one is missing the other stays half typed. Where AWS
// publishes its fees the partner pays none, and the other is the base rate alone.
void write_fees(Context& context, const DealScreen& deal, Draft& draft) {
    const auto read = [&](const std::string& path, const std::string& stored) -> Result<Percent> {
        const auto typed = draft.texts.find(path);
        const std::string& text = typed == draft.texts.end() ? stored : typed->second;
        if (text.empty()) return refuse(Code::required, path, "");
        return typed_percent(text, path);
    };
    const QuotePanel& quote = deal.quote;
    const auto marketplace =
        read("fees.marketplace", quote.fees_published ? quote.base_rate : quote.fee_marketplace);
    const auto processing = quote.fees_published ? Result<Percent>(Percent())
                                                 : read("fees.processing", quote.fee_processing);
    for (const auto* fee : {&marketplace, &processing})
        if (!*fee && fee->error().code != Code::required)
            draft.refuse(fee->error(), fee->error().field);
        else if (*fee)
            draft.errors.erase(fee == &marketplace ? "fees.marketplace" : "fees.processing");
    if (!marketplace || !processing) return;
    const FeeTerms fees{*marketplace, *processing, is_assumed(deal, draft)};
    // Fees are those of the whole deal: they count from its latest step, so that an invoice of that
    // day can follow.
    const Deal* record = context.model.find(deal.id);
    context.asks.push_back({command::ChangeDeal{deal.id, event::SetFees{fees}}, last_step(*record),
                            key_of(deal.id), "fees"});
}

FieldRow fee_row(std::string path, std::string label, FieldType type, std::string value) {
    FieldRow row;
    row.path = std::move(path);
    row.label = std::move(label);
    row.type = type;
    row.value = row.reading = std::move(value);
    return row;
}

void draw_fee_parts(const QuotePanel& quote) {
    if (quote.fee_parts.empty()) return ui::muted("Fee parts appear once there is a price.");
    std::vector<ui::Fact> parts;
    for (const FeePart& part : quote.fee_parts) parts.push_back({part.percent, part.name});
    ui::facts("parts", "Marketplace fee, of wholesale", parts);
}

// What can be written of the fees; true when something was.
bool draw_fee_fields(const QuotePanel& quote, Draft& draft, FieldLook look) {
    const auto ended = [&](std::string path, std::string label, FieldType type,
                           const std::string& value) {
        return draw_field(fee_row(std::move(path), std::move(label), type, value), draft, look)
            .has_value();
    };
    const auto assumed = [&](std::string label) {
        return ended("fees.assumed", std::move(label), FieldType::flag,
                     quote.fees_assumed ? "yes" : "no");
    };
    if (quote.fees_published) {
        if (!quote.asks_base_rate) return false;
        const bool written =
            ended("fees.marketplace", "Base rate", FieldType::percent, quote.base_rate);
        return assumed("This rate is assumed") || written;
    }
    bool written = false;
    {
        ui::Columns columns(2, 140, 12);
        columns.next();
        written |=
            ended("fees.marketplace", "Marketplace fee", FieldType::percent, quote.fee_marketplace);
        columns.next();
        written |=
            ended("fees.processing", "Processing fee", FieldType::percent, quote.fee_processing);
    }
    return assumed("These fees are assumed") || written;
}

void draw_fees(Context& context, const DealScreen& deal) {
    const QuotePanel& quote = deal.quote;
    Draft& draft = context.draft(key_of(deal.id));
    ui::CardSpec spec{.key = "fees", .title = "What AWS takes"};
    if (quote.fees_assumed) spec.chips = {{"assumed fees", ui::Tone::caution}};
    ui::Card card(spec);
    if (draw_fee_fields(quote, draft, {.editable = !deal.past && context.may_edit()}))
        write_fees(context, deal, draft);
    if (const std::string error = draft.error("fees"); !error.empty())
        ui::banner("refused", ui::Tone::bad, error);
    if (quote.fees_published) {
        draw_fee_parts(quote);
        ui::small("AWS publishes its fees and charges them to the ISV; you pay none.");
    } else {
        ui::small("AWS does not publish its fees: ask your channel account manager or " +
                  std::string(channel_team) + ".");
    }
}

// The rows of the schedule where there is one to be edited, and what each payment brings.
void draw_payments(Context& context, const DealScreen& deal) {
    if (deal.by_usage) return;
    if (deal.form.editable && group(deal.form, "schedule"))
        draw_group(context, deal.form, deal.id, "schedule");
    const QuotePanel& quote = deal.quote;
    ui::CardSpec spec{.key = "payments", .title = "Payments"};
    if (deal.form.editable) spec.actions = {{"spread", "Spread evenly"}};
    if (deal.form.editable && group(deal.form, "schedule")) {
        spec.title = "How each payment is split";
        spec.actions.clear();
    }
    ui::Card card(spec);
    if (card.action() == "spread") open(context, spreading(context, deal.id));
    ui::TableSpec table{
        .key = "table", .name = "Payments", .empty = "Payments appear once there is a price."};
    table.columns = {{.key = "date", .label = "Date"},
                     {.key = "pays", .label = "Customer pays", .number = true},
                     {.key = "isv", .label = "ISV net", .number = true, .optional = true},
                     {.key = "net", .label = "Your net", .number = true}};
    std::vector<ui::TableRow> rows;
    for (const PaymentRow& row : quote.payments)
        rows.push_back({row.on, {{row.on}, {row.price}, {row.isv_net}, {row.our_net}}});
    ui::table(table, rows);
}

// Settings of the workspace that are no longer this deal's, until the request is sent.
void draw_new_settings(Context& context, const DealScreen& deal) {
    const auto* action = first_of(deal.actions, records<event::SetSettings>);
    if (!action) return;
    ui::muted("The workspace's settings have changed since this deal was started.");
    if (ui::button({.key = action->verb, .label = action->label}))
        open(context, event_action(context, deal.id, action->verb));
}

// Shows the customer's view of the deal beside ours.
void draw_offer_copy(const Context& context, const Deal& deal) {
    draw_document({.key = "offer-copy", .title = "What the customer will see"},
                  customer_offer(deal, context.model.workspace().partner.name, Wording::reading));
}

}  // namespace

void draw_quote(Context& context, const DealScreen& stored) {
    DealScreen deal = stored;
    std::optional<Deal> record = shown_deal(context, stored.id);
    if (auto typed = preview(context, stored)) {
        deal.quote = quote_panel(context.model, *typed);
        record = std::move(typed);
    }
    for (const std::string& warning : deal.quote.warnings)
        ui::banner(warning, ui::Tone::caution, warning);
    // In one column the price and where it goes come first.
    if (ui::narrow()) {
        draw_price(context, deal, stored.quote);
        draw_split(deal);
        draw_new_settings(context, deal);
        draw_fees(context, deal);
        draw_payments(context, deal);
        draw_lines(context, deal);
        draw_what_if(context, deal);
        draw_seen(deal);
        if (record) draw_offer_copy(context, *record);
        return;
    }
    ui::Columns columns({{340, 1}, {420, 3}});
    columns.next();
    draw_lines(context, deal);
    draw_price(context, deal, stored.quote);
    draw_fees(context, deal);
    draw_payments(context, deal);
    columns.next();
    draw_split(deal);
    draw_new_settings(context, deal);
    draw_seen(deal);
    draw_what_if(context, deal);
    if (record) draw_offer_copy(context, *record);
}

}  // namespace cppo::views
