#include "ledger/ledger.hpp"

namespace cppo {

template <std::size_t... Index>
static std::array<Money, sizeof...(Index)> zeros(Currency currency, std::index_sequence<Index...>) {
    return {((void)Index, Money::zero(currency))...};
}

Ledger::Ledger(Currency currency)
    : currency_(currency),
      balances_(zeros(currency, std::make_index_sequence<name_count<Account>()>())) {}

void Ledger::append(Entry entry) {
    Money total = Money::zero(currency_);
    for (const Posting& posting : entry.postings) total += posting.amount;
    INVARIANT(total.is_zero());
    for (const Posting& posting : entry.postings)
        balances_[static_cast<std::size_t>(posting.account)] += posting.amount;
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
    const bool customer_owes_or_is_even = !balance(Account::receivable).is_negative();
    const bool aws_pays_only_what_it_holds = !balance(Account::cash).is_negative();
    INVARIANT(books_balance);
    INVARIANT(customer_owes_or_is_even);
    INVARIANT(aws_pays_only_what_it_holds);
}

}  // namespace cppo
