#include "billing/billing.hpp"

namespace cppo {
namespace {

/// Follows the deal's events with the amounts its invoices hold.
class Booker {
  public:
    explicit Booker(const Deal& deal)
        : deal_(deal), ledger_(currency_of(deal.state.request)) {
        for (const DealInvoice& invoice : deal.state.invoices)
            open_.push_back(invoice.price);
    }

    Ledger book() && {
        for (const DealEvent& event : deal_.events) {
            if (const auto* issued = std::get_if<event::Invoice>(&event.payload))
                book_invoice(event.on, issued->number);
            if (const auto* paid = std::get_if<event::Collect>(&event.payload))
                book_collection(event.on, paid->number, paid->amount);
            if (const auto* payout = std::get_if<event::Disburse>(&event.payload))
                book_disbursement(event.on, payout->number, payout->party);
        }
        return std::move(ledger_);
    }

  private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number - 1); }
    const Settlement& split(int number) const {
        const auto& split = deal_.state.invoices[index(number)].split;
        INVARIANT(split.has_value());
        return *split;
    }
    static std::string memo(std::string_view what, int number) {
        return std::string(what) + " invoice " + std::to_string(number);
    }

    void book_invoice(Date on, int number) {
        const Money price = split(number).price;
        ledger_.append({on, memo("issue", number),
                        {{Account::receivable, price}, {Account::uncollected, -price}}});
        if (price.is_zero()) book_claims(on, number);
    }

    void book_collection(Date on, int number, Money amount) {
        ledger_.append({on, memo("collect", number),
                        {{Account::cash, amount}, {Account::receivable, -amount}}});
        open_[index(number)] -= amount;
        if (open_[index(number)].is_zero()) book_claims(on, number);
    }

    /// The whole invoice is in: each party's share becomes payable.
    void book_claims(Date on, int number) {
        const Settlement& s = split(number);
        ledger_.append({on, memo("earn", number),
                        {{Account::uncollected, s.price},
                         {Account::isv, -s.isv_net},
                         {Account::partner, -s.partner_net},
                         {Account::aws, -s.aws_total}}});
    }

    void book_disbursement(Date on, int number, Party party) {
        const bool to_isv = party == Party::isv;
        const Money net = to_isv ? split(number).isv_net : split(number).partner_net;
        ledger_.append({on, memo("disburse", number),
                        {{to_isv ? Account::isv : Account::partner, net}, {Account::cash, -net}}});
    }

    const Deal& deal_;
    Ledger ledger_;
    std::vector<Money> open_;
};

}  // namespace

std::vector<int> invoices_due(const Deal& deal, Date as_of) {
    std::vector<int> due;
    for (const DealInvoice& invoice : deal.state.invoices)
        if (!invoice.invoiced_on && invoice.charge_date <= as_of) due.push_back(invoice.number);
    return due;
}

Ledger ledger_of(const Deal& deal) { return Booker(deal).book(); }

}  // namespace cppo
