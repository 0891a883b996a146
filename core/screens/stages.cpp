// A deal's status: a short text for what it is waiting for, and its milestones.
#include "screens/stages.hpp"

#include <algorithm>

#include "desk/words.hpp"
#include "screens/status.hpp"

namespace cppo {

namespace {

bool is_invoiced(const DealInvoice& invoice) { return invoice.invoiced_on.has_value(); }
bool is_collected(const DealInvoice& invoice) { return invoice.collected_on.has_value(); }
bool is_disbursed(const DealInvoice& invoice) {
    return status_of(invoice) == InvoiceStatus::disbursed;
}

bool all_invoices(const Deal& deal, bool (*holds)(const DealInvoice&)) {
    const auto& invoices = deal.state.invoices;
    return !invoices.empty() &&
           std::all_of(invoices.begin(), invoices.end(), [&](const DealInvoice& invoice) {
               return is_void(invoice) || holds(invoice);
           });
}

}  // namespace

std::string_view title_of(Phase phase) {
    static constexpr std::string_view titles[] = {
        "Quoting", "Awaiting signatures", "Offer open", "To be paid", "Done", "Ended"};
    return titles[static_cast<std::size_t>(phase)];
}

Phase phase_of(const Deal& deal) {
    switch (deal.state.status) {
        case DealStatus::draft: return Phase::quoting;
        case DealStatus::signing: return Phase::signing;
        case DealStatus::submitted:
        case DealStatus::offered: return Phase::offered;
        case DealStatus::accepted:
            return all_invoices(deal, is_disbursed) ? Phase::done : Phase::to_be_paid;
        case DealStatus::expired:
        case DealStatus::withdrawn:
        case DealStatus::cancelled:
        case DealStatus::replaced: return Phase::ended;
    }
    INVARIANT(false);
}

namespace {

/// One of the life cycle's milestones.
struct Milestone {
    std::string_view name;
    bool reached = false;
    std::string note = {};
};

/// The day the request went to AWS last, else how far its signing is.
std::string request_note(const Deal& deal) {
    std::optional<Date> sent;
    for (const DealEvent& event : deal.events)
        if (std::holds_alternative<event::Submit>(event.payload)) sent = event.on;
    const bool on_its_way =
        deal.state.status != DealStatus::draft && deal.state.status != DealStatus::signing;
    return on_its_way ? date_text(sent) : status_text(deal);
}

/// Reached when it holds of every invoice that is money; until then "1 of 3".
Milestone invoices_reached(std::string_view name, const Deal& deal,
                           bool (*holds)(const DealInvoice&)) {
    int of = 0, reached = 0;
    for (const DealInvoice& invoice : deal.state.invoices) {
        if (is_void(invoice)) continue;
        ++of;
        reached += holds(invoice);
    }
    const bool some = reached > 0 && reached < of;
    return {name, all_invoices(deal, holds),
            some ? std::to_string(reached) + " of " + std::to_string(of) : ""};
}

std::vector<Milestone> milestones_of(const Deal& deal, const std::optional<Date>& authorized_on) {
    const DealState& state = deal.state;
    return {{"Authorized", authorized_on.has_value(), date_text(authorized_on)},
            {"Request", true, request_note(deal)},
            {"Offer", state.offered_on.has_value(), date_text(state.offered_on)},
            {"Accepted", state.accepted_on.has_value(), date_text(state.accepted_on)},
            invoices_reached("Invoiced", deal, is_invoiced),
            invoices_reached("Paid", deal, is_collected),
            invoices_reached("Disbursed", deal, is_disbursed)};
}

/// The place of the last one reached.
std::size_t current_of(const std::vector<Milestone>& milestones) {
    std::size_t last = milestones.size() - 1;
    while (!milestones[last].reached) --last;  // the request has always begun
    return last;
}

}  // namespace

bool was_not_accepted(const Deal& deal) {
    return deal.state.status == DealStatus::expired || deal.state.status == DealStatus::withdrawn;
}

std::string stage_of(const Deal& deal) {
    if (was_not_accepted(deal) || deal.state.status == DealStatus::cancelled ||
        deal.state.status == DealStatus::replaced)
        return status_text(deal);
    const auto milestones = milestones_of(deal, std::nullopt);
    return std::string(milestones[current_of(milestones)].name);
}

std::vector<StageRow> stage_line(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    const auto milestones = milestones_of(
        deal, authorization ? authorization->state.authorized_on : std::optional<Date>());
    const std::size_t current = current_of(milestones);
    const bool is_under_way = !was_not_accepted(deal) && current + 1 < milestones.size();
    std::vector<StageRow> stages;
    for (std::size_t i = 0; i < milestones.size(); ++i) {
        const Milestone& mark = milestones[i];
        const StageState state = !mark.reached                  ? StageState::todo
                                 : is_under_way && i == current ? StageState::current
                                                                : StageState::done;
        stages.push_back({std::string(mark.name), state, mark.note});
    }
    return stages;
}

}  // namespace cppo
