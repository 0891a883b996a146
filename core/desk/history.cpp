#include "desk/history.hpp"

#include "base/text.hpp"
#include "forms/reading.hpp"

namespace cppo {
namespace {

const Section& section_of(const Form& form, const FieldPath& place) {
    for (const Section& section : form.sections)
        if (section.group == place.group)
            for (const Field& field : section.fields)
                if (field.key == place.key) return section;
    INVARIANT(false);
}

/// "Off list price of product 1", "Legal name (ISV)", "Currency": a field by itself.
std::string field_label(const Section& section, const Field& field, int row) {
    std::string label(field.label);
    if (const auto unit = label.find(" (%)"); unit != label.npos) label.erase(unit);
    if (!section.group.empty()) {
        const std::string place = std::string(section.row_name) + ' ' + std::to_string(row + 1);
        return lower(label) == section.row_name ? capitalized(place) : label + " of " + place;
    }
    for (Party party : {Party::isv, Party::partner, Party::customer})
        if (section.title == role(party)) return label + " (" + std::string(role(party)) + ')';
    return label;
}

/// Whom an event names; for our own eyes.
std::string whom(Party party) {
    return party == Party::partner ? "us" : std::string(spoken(party));
}

/// An event in words, after its date.
struct Words {
    FormKind kind;
    Currency currency;  ///< of the form as it stands now

    std::string operator()(const event::Edit& e) const {
        const FieldPath place = *parse_field_path(e.path);
        const Section& section = section_of(form(kind), place);
        const Field& field = *form(kind).field(place.group, place.key);
        const std::string label = field_label(section, field, place.row);
        if (trimmed(e.text).empty()) return label + ": cleared";
        const auto kept = canonical(field, e.text, currency, e.path);
        const std::string value = kept ? in_words(field, *kept, currency) : e.text;
        const std::string unit(unit_of(field, currency));
        return label + ": " + value + (unit.empty() ? "" : ' ' + unit);
    }
    std::string operator()(const event::AddRow& e) const {
        const std::string row(form(kind).group(e.group)->row_name);
        const bool vowel = std::string_view("aeiou").find(row.front()) != std::string_view::npos;
        return (vowel ? "Added an " : "Added a ") + row;
    }
    std::string operator()(const event::RemoveRow& e) const {
        return "Removed " + std::string(form(kind).group(e.group)->row_name) + ' ' +
               std::to_string(e.row + 1);
    }
    std::string operator()(const event::Sign& e) const {
        return e.signature.name + ", " + e.signature.title + ", signed for " +
               whom(e.signature.party);
    }
    std::string operator()(const event::Submit& e) const {
        return e.to == seller_portal ? "Entered in the seller portal" : "Sent to " + e.to;
    }
    std::string operator()(const event::Return& e) const { return "AWS sent it back: " + e.reason; }
    std::string operator()(const event::Receive&) const { return "AWS authorized us"; }
    std::string operator()(const event::Use& e) const {
        return "Used for the offer of " + e.deal.value;
    }
    std::string operator()(const event::Revoke& e) const { return "Revoked by " + whom(e.by); }
    std::string operator()(const event::RevokeProduct& e) const {
        return "Revoked for " + e.product + " by " + whom(e.by);
    }
    std::string operator()(const event::SetSettings&) const {
        return "Took over the settings of the workspace";
    }
    std::string operator()(const event::SetFees& e) const {
        return "Fees: Marketplace " + text(e.fees.marketplace) + " %, processing " +
               text(e.fees.processing) + " %" + (e.fees.assumed ? ", assumed" : "");
    }
    std::string operator()(const event::CreateOffer& e) const {
        return "AWS created the offer " + e.offer_id;
    }
    std::string operator()(const event::Accept& e) const {
        return "Accepted by " + in_groups(e.account);
    }
    std::string operator()(const event::Expire&) const { return "The offer expired"; }
    std::string operator()(const event::Withdraw& e) const { return "Withdrawn: " + e.reason; }
    std::string operator()(const event::Invoice& e) const {
        return "AWS issued invoice " + std::to_string(e.number);
    }
    std::string operator()(const event::Collect& e) const {
        return "The customer paid " + grouped_with_code(e.amount) + " of invoice " +
               std::to_string(e.number);
    }
    std::string operator()(const event::Disburse& e) const {
        return "AWS paid " + whom(e.party) + " for invoice " + std::to_string(e.number);
    }
    std::string operator()(const event::Refund& e) const {
        return "We gave back " + grouped_with_code(e.amount) + " of invoice " +
               std::to_string(e.number) + ": " + e.reason;
    }
    std::string operator()(const event::Forgive& e) const {
        return "AWS gave up what was open of invoice " + std::to_string(e.number);
    }
    std::string operator()(const event::Meter& e) const {
        std::vector<std::string> counts;
        for (Quantity count : e.units) counts.push_back(text(count));
        return "Metered " + month_text(e.month) + ": " + join(counts, ", ");
    }
    std::string operator()(const event::Cancel& e) const {
        return "The agreement was cancelled: " + e.reason;
    }
    std::string operator()(const event::Replace& e) const {
        return "Replaced by the deal " + e.by.value;
    }
};

template <typename Record>
std::vector<HistoryRow> history(const Record& record, const Words& words) {
    std::vector<HistoryRow> rows;
    for (const auto& event : record.events)
        rows.push_back({text(event.on), std::visit(words, event.payload), event.id});
    return rows;
}

}  // namespace

std::vector<HistoryRow> history_of(const Authorization& authorization) {
    return history(authorization,
                   Words{authorization.form, currency_of(authorization.state.content)});
}

std::vector<HistoryRow> history_of(const Deal& deal) {
    return history(deal,
                   Words{FormKind::custom_transaction_request, currency_of(deal.state.request)});
}

}  // namespace cppo
