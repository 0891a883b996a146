#include <algorithm>

#include "app/directory_parts.hpp"
#include "app/steps.hpp"
#include "app/workspace_edit.hpp"
#include "base/text.hpp"

namespace cppo {
namespace {

std::string card_of(const Deal& deal) {
    switch (deal.state.status) {
        case DealStatus::draft: return "Quoting";
        case DealStatus::signing: return "Waiting for signatures";
        case DealStatus::submitted:
        case DealStatus::offered: return "Offer open";
        case DealStatus::accepted: return stage_of(deal) == "Disbursed" ? "" : "To be paid";
        case DealStatus::expired:
        case DealStatus::withdrawn:
        case DealStatus::cancelled:
        case DealStatus::replaced: return "";
    }
    INVARIANT(false);
}

std::vector<StageCount> stage_counts(const Model& model) {
    std::vector<StageCount> cards;
    for (std::string_view name :
         {"Quoting", "Waiting for signatures", "Offer open", "To be paid"}) {
        int count = 0;
        Totals totals;
        for (const auto& [id, deal] : model.deals) {
            if (card_of(deal) != name) continue;
            ++count;
            if (const auto price = price_of(deal)) totals.add(*price);
        }
        cards.push_back({std::string(name), std::to_string(count), totals.texts()});
    }
    return cards;
}

/// What AWS has paid us in the month of `on`: the first currency as the figure.
StageCount paid_this_month(const Model& model, Date on) {
    const auto same_month = [&](Date date) {
        return text(date).substr(0, 7) == text(on).substr(0, 7);
    };
    Totals totals;
    for (const auto& [id, deal] : model.deals) {
        const auto& invoices = deal.state.invoices;
        // Most deals have no payout this late, and their movements need not be computed.
        if (std::none_of(invoices.begin(), invoices.end(), [&](const DealInvoice& invoice) {
                return invoice.partner_payout.on && (same_month(*invoice.partner_payout.on) ||
                                                     *invoice.partner_payout.on > on);
            }))
            continue;
        for (const Movement& movement : movements_of(deal))
            if (same_month(movement.on) && !movement.partner_paid.is_zero())
                totals.add(movement.partner_paid);
    }
    std::vector<std::string> texts = totals.texts();
    if (texts.empty()) return {"Paid to us this month", "0", {}};
    const std::string first = texts.front();
    const auto space = first.find(' ');
    texts.front() = first.substr(space + 1);
    return {"Paid to us this month", first.substr(0, space), std::move(texts)};
}

}  // namespace

DealRow deal_row(const Model& model, const Deal& deal, Date on) {
    const NextStep next = next_step(model, deal, on);
    DealRow row;
    row.id = deal.id;
    row.customer = customer_of(deal);
    row.product = products_of(model, deal);
    row.kind = deal.kind == DealKind::recurring ? "Recurring" : "Single use";
    row.stage = stage_of(deal);
    row.next = next.text;
    row.on = next.note.size() == 10 && next.note[4] == '-' ? next.note : "";
    if (const auto price = price_of(deal)) row.price = grouped(*price);
    if (const auto quote = quote_of(deal, discounts_of(model, deal)))
        row.our_net = grouped(quote->total.partner_net);
    row.currency = text(currency_of(deal.state.request));
    return row;
}

HomeScreen home_screen(const Model& model, Date on) {
    HomeScreen screen;
    screen.stages = stage_counts(model);
    screen.stages.push_back(paid_this_month(model, on));
    for (const auto& [id, authorization] : model.authorizations) {
        const NextStep next = next_step(authorization, on);
        if (!next.tag.empty())
            screen.todo.push_back({next.tag, next.text + " — " + kind_text(authorization) + ", " +
                                                 products_of(authorization),
                                   next.note, "authorization/" + id.value});
    }
    for (const auto& [id, deal] : model.deals) {
        const NextStep next = next_step(model, deal, on);
        const std::string customer = customer_of(deal);
        const bool named = next.text.find(customer) != next.text.npos;
        if (!next.tag.empty())
            screen.todo.push_back({next.tag,
                                   next.text + " — " + (named ? "" : customer + ", ") +
                                       products_of(model, deal),
                                   next.note, "deal/" + id.value + "/" + next.tab});
        screen.deals.push_back(deal_row(model, deal, on));
    }
    screen.authorization_count = static_cast<int>(model.authorizations.size());
    for (const Damaged& damaged : model.damaged)
        screen.damaged.push_back(damaged.key + ": " + sentence(damaged.error));
    screen.empty = model.authorizations.empty() && model.deals.empty() && model.damaged.empty() &&
                   model.workspace.partner.name.empty();
    return screen;
}

std::vector<FieldRow> workspace_fields(const Model& model) {
    std::vector<FieldRow> rows;
    for (const Field& field : workspace_field_list()) {
        FieldRow row;
        row.path = field.key;
        row.label = field.label;
        row.help = field.help;
        row.type = field.type;
        row.required = field.required;
        row.value = workspace_value(model.workspace, field.key);
        row.reading = row.value;
        if (field.type == FieldType::account && !row.value.empty())
            row.reading = in_groups(AccountId{row.value});
        for (std::string_view choice : field.choices) row.choices.emplace_back(choice);
        if (field.type == FieldType::flag) row.choices = {"yes", "no"};
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace cppo
