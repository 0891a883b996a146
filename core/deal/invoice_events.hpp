// What happens to the invoices of an accepted offer: metered, issued, paid, refunded, written off,
// paid out.
#pragma once

#include "base/text.hpp"
#include "deal/form_events.hpp"
#include "money/quantity.hpp"

namespace cppo::event {

inline constexpr EventField invoice_field = {
    .key = "number", .label = "Invoice", .help = "The invoice, counted from 1.", .path = "invoice"};

/// AWS issued an invoice to the customer.
struct Issue {
    int number = 0;  ///< from 1

    static constexpr EventText about = {
        .name = "invoice",
        .verb = "invoice",
        .summary = "Records that AWS issued an invoice to the customer.",
        .deal_example = "deal invoice --id granite-3y --number 2 --on 2027-02-01",
        .button = EventButton{.label = "Record invoice",
                              .title = "Record an invoice",
                              .explanation = "AWS puts it on the customer's bill.",
                              .confirm = "Record the invoice"},
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(invoice_field, self.number);
    }
    std::string sentence(const FormWords&) const {
        return "AWS issued invoice " + std::to_string(number);
    }
};

/// The customer paid AWS all or part of an invoice.
struct Collect {
    int number = 0;
    Money amount = Money::zero(Currency::usd);

    static constexpr EventText about = {
        .name = "collect",
        .verb = "collect",
        .summary = "Records what the customer paid AWS toward an invoice.",
        .deal_example = "deal collect --id kaede-backup --number 1 --amount 600001 --on 2026-12-10",
        .button = EventButton{.label = "Record payment",
                              .title = "Record a payment",
                              .explanation = "Enter what the customer paid AWS toward the invoice.",
                              .confirm = "Record the payment"},
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(invoice_field, self.number);
        io.ask({.key = "amount",
                .label = "Amount",
                .help = "In the deal's currency, such as 110000.00."},
               self.amount);
    }
    std::string sentence(const FormWords&) const {
        return "The customer paid " + grouped_with_code(amount) + " toward invoice " +
               std::to_string(number);
    }
};

/// AWS moves a party's credit for one invoice to its payout. After a refund of what was paid out
/// already the credit is less than nothing, and the party's next payout is smaller.
struct Disburse {
    int number = 0;
    Party party = Party::isv;

    static constexpr EventText about = {
        .name = "disburse",
        .verb = "disburse",
        .summary = "Records that AWS paid out an invoice to you or to the ISV.",
        .deal_example =
            "deal disburse --id meridian-mesh --number 1 --party partner --on 2026-10-10",
        .button = EventButton{.label = "Record payout",
                              .title = "Record a payout",
                              .explanation = "AWS pays out after it has collected the invoice.",
                              .confirm = "Record the payout"},
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(invoice_field, self.number);
        io.ask({.key = "party",
                .label = "Paid to",
                .help = "The party that AWS paid: isv or partner.",
                .choices = isv_or_partner},
               self.party);
    }
    std::string sentence(const FormWords&) const {
        return "AWS paid " + whom(party) + " for invoice " + std::to_string(number);
    }
};

/// The partner, as seller of record, refunds part of an invoice. The open balance is lowered first;
/// the rest goes back to the customer.
struct Refund {
    int number = 0;
    Money amount = Money::zero(Currency::usd);
    std::string reason;

    static constexpr EventText about = {
        .name = "refund",
        .verb = "refund",
        .summary = "Records that you refunded all or part of an invoice.",
        .deal_example =
            "deal refund --id granite-3y --number 1 --amount 10000 --reason \"Fewer "
            "seats\" --on 2026-11-24",
        .button = EventButton{.label = "Record a refund",
                              .title = "Record a refund",
                              .explanation =
                                  "You refund all or part of an invoice. AWS refunds its fees in "
                                  "proportion and recovers what it has already paid out from the "
                                  "next payouts.",
                              .confirm = "Record the refund",
                              .danger = true,
                              .leads_back = true},
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(invoice_field, self.number);
        io.ask({.key = "amount",
                .label = "Amount",
                .help = "In the deal's currency; it reduces the open balance first."},
               self.amount);
        io.ask(reason_field, self.reason);
    }
    std::string sentence(const FormWords&) const {
        return "You refunded " + grouped_with_code(amount) + " on invoice " +
               std::to_string(number) + ": " + reason;
    }
};

/// AWS writes off what the customer has not paid of an invoice.
struct Forgive {
    int number = 0;

    static constexpr EventText about = {
        .name = "forgive",
        .verb = "forgive",
        .summary = "Records that AWS wrote off the open balance of an invoice.",
        .deal_example = "deal forgive --id granite-3y --number 2 --on 2027-06-01",
        .button = EventButton{.label = "Write off an invoice",
                              .title = "Write off an invoice",
                              .explanation = "Its open balance will not be collected. Payments "
                                             "already received are not affected.",
                              .confirm = "Write off",
                              .danger = true,
                              .leads_back = true},
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(invoice_field, self.number);
    }
    std::string sentence(const FormWords&) const {
        return "AWS wrote off the open balance of invoice " + std::to_string(number);
    }
};

/// What was used in a month, one count for each of the request's rates; AWS invoices it early in
/// the next month.
struct Meter {
    Date month;  ///< by its first day
    std::vector<Quantity> units;

    static constexpr EventText about = {
        .name = "meter",
        .verb = "meter",
        .summary = "Records the usage AWS metered in a month; AWS invoices it in the next month.",
        .deal_example =
            "deal meter --id harvest-usage --month 2026-11-01 --units 123456 --on 2026-12-02",
        .button = EventButton{.label = "Record a month's usage",
                              .title = "Record a month's usage",
                              .explanation = "Enter what AWS metered, one count for each rate. AWS "
                                             "invoices it on the second day of the next month.",
                              .confirm = "Record the usage",
                              .tab = "money"},
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "month", .label = "Month", .help = "The first day of the month."},
               self.month);
        io.ask({.key = "units",
                .label = "Units",
                .help = "One count for each rate on the request, in order.",
                .word = "N,N"},
               self.units);
    }
    std::string sentence(const FormWords&) const {
        std::vector<std::string> counts;
        for (Quantity count : units) counts.push_back(text(count));
        return "Metered " + month_text(month) + ": " + join(counts, ", ");
    }
};

}  // namespace cppo::event
