#include "ledger/ledger.hpp"

#include <algorithm>

namespace cppo {

template <std::size_t... Index>
static std::array<Money, sizeof...(Index)> zeros(Currency currency, std::index_sequence<Index...>) {
    return {((void)Index, Money::zero(currency))...};
}

Ledger::Ledger(Currency currency)
    : currency_(currency),
      balances_(zeros(currency, std::make_index_sequence<name_count<Account>()>())),
      reversed_(balances_) {}

void Ledger::append(Entry entry) {
    Money total = Money::zero(currency_);
    for (const Posting& posting : entry.postings) total += posting.amount;
    INVARIANT(total.is_zero());
    for (const Posting& posting : entry.postings) {
        const auto account = static_cast<std::size_t>(posting.account);
        balances_[account] += posting.amount;
        if (!entry.is_payout && posting.amount > Money::zero(currency_))
            reversed_[account] += posting.amount;
    }
    entries_.push_back(std::move(entry));
    check_invariants();
}

Money Ledger::balance(Account account) const {
    return balances_[static_cast<std::size_t>(account)];
}

void Ledger::check_invariants() const {
    Money total = Money::zero(currency_);
    for (Money balance : balances_) total += balance;
    const bool books_balance = total.is_zero();
    const Money none = Money::zero(currency_);
    // After a refund of money already paid out, AWS recovers it from the parties' next payouts.
    const Money awaited =
        std::max(balance(Account::isv), none) + std::max(balance(Account::partner), none);
    const bool customer_owes_or_is_even = balance(Account::receivable) >= none;
    const bool nobody_earns_what_is_not_billed = balance(Account::unearned) <= none;
    const bool aws_pays_only_what_it_holds = balance(Account::cash) + awaited >= none;
    for (Account party : {Account::isv, Account::partner}) {
        const Money reversed = reversed_[static_cast<std::size_t>(party)];
        const bool is_paid_only_what_it_earned = balance(party) <= reversed;
        INVARIANT(is_paid_only_what_it_earned);
    }
    INVARIANT(books_balance);
    INVARIANT(customer_owes_or_is_even);
    INVARIANT(nobody_earns_what_is_not_billed);
    INVARIANT(aws_pays_only_what_it_holds);
}

}  // namespace cppo
