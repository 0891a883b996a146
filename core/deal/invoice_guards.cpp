#include "deal/invoice_guards.hpp"

#include "deal/form_guards.hpp"

namespace cppo {
namespace {

std::string name_of(int number) { return "invoice " + std::to_string(number); }

Result<const DealInvoice*> invoice_of(const Deal& deal, int number) {
    if (number < 1 || number > static_cast<int>(deal.state.invoices.size()))
        return refuse(Code::not_found, "invoice", "the deal has no " + name_of(number));
    return &deal.state.invoices[static_cast<std::size_t>(number - 1)];
}

Result<const DealInvoice*> issued_invoice(const Deal& deal, int number) {
    const DealInvoice* invoice = TRY(invoice_of(deal, number));
    if (invoice->invoiced_on) return invoice;
    return refuse(Code::not_yet, "invoice", name_of(number) + " has not been issued");
}

Result<void> check_amount(Money amount, const DealInvoice& invoice, std::string_view what) {
    if (amount.currency() != invoice.price.currency())
        return refuse(Code::currency_mismatch, "amount",
                      "the invoice is in " + std::string(text(invoice.price.currency())));
    if (amount > Money::zero(amount.currency())) return {};
    return refuse(Code::out_of_range, "amount", std::string(what) + " must be more than zero");
}

}  // namespace

Result<void> check_not_before(Date on, std::optional<Date> earliest, std::string_view what) {
    if (!earliest || on >= *earliest) return {};
    return refuse(Code::not_yet, "on",
                  text(on) + " is before " + std::string(what) + " on " + text(*earliest));
}

Result<void> check_invoice(const Deal& deal, Date on, const event::Issue& issue) {
    const DealInvoice* due = TRY(invoice_of(deal, issue.number));
    if (due->dropped)
        return refuse(Code::transition_refused, "invoice",
                      name_of(issue.number) + " was dropped when the agreement ended");
    if (due->invoiced_on)
        return refuse(Code::already_exists, "invoice",
                      name_of(issue.number) + " was issued on " + text(*due->invoiced_on));
    if (!deal.state.fees) return tl::unexpected(fee_unknown("fees"));
    return check_not_before(on, due->charge_date, "the invoice is due");
}

Result<void> check_invoice(const Deal& deal, Date on, const event::Collect& collect) {
    const DealInvoice* paid = TRY(issued_invoice(deal, collect.number));
    CHECK_OK(check_amount(collect.amount, *paid, "a payment"));
    if (collect.amount > paid->open())
        return refuse(Code::overpayment, "amount",
                      grouped_with_code(collect.amount) + " is " +
                          grouped_with_code(collect.amount - paid->open()) + " more than the " +
                          grouped_with_code(paid->open()) + " still open");
    return check_not_before(on, paid->invoiced_on, "the invoice was issued");
}

Result<void> check_invoice(const Deal& deal, Date on, const event::Disburse& disburse) {
    const Party party = disburse.party;
    if (party != Party::isv && party != Party::partner)
        return refuse(
            Code::malformed, "party",
            "AWS disburses to the ISV and to the partner, not to " + std::string(spoken(party)));
    const DealInvoice* paid = TRY(invoice_of(deal, disburse.number));
    if (!can_disburse(*paid, party, settings_of(deal))) {
        if (!paid->collected_on)
            return refuse(Code::not_collected, "invoice",
                          name_of(disburse.number) + " is not collected in full: " +
                              grouped_with_code(paid->open()) + " is open");
        return refuse(Code::already_exists, "party",
                      std::string(spoken(party)) + " was paid on " + text(*paid->payout(party).on));
    }
    CHECK_OK(check_not_before(on, paid->collected_on, "the invoice was collected"));
    return check_not_before(on, paid->invoiced_on, "the invoice was issued");
}

Result<void> check_invoice(const Deal& deal, Date on, const event::Refund& refund) {
    const DealInvoice* lowered = TRY(issued_invoice(deal, refund.number));
    CHECK_OK(check_amount(refund.amount, *lowered, "a refund"));
    const Money left = lowered->price - lowered->credited();
    if (refund.amount > left)
        return refuse(Code::refund_exceeds, "amount",
                      grouped_with_code(refund.amount) + " is " +
                          grouped_with_code(refund.amount - left) + " more than the " +
                          grouped_with_code(left) + " left of " + name_of(refund.number));
    CHECK_OK(check_lines(refund));
    return check_not_before(on, lowered->invoiced_on, "the invoice was issued");
}

Result<void> check_invoice(const Deal& deal, Date on, const event::Forgive& forgive) {
    const DealInvoice* lowered = TRY(issued_invoice(deal, forgive.number));
    if (lowered->open().is_zero())
        return refuse(Code::out_of_range, "invoice",
                      name_of(forgive.number) + " has no open balance");
    return check_not_before(on, lowered->invoiced_on, "the invoice was issued");
}

}  // namespace cppo
