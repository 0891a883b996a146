// The money AWS Marketplace holds for a deal as balanced entries. Append-only: a mistake is
// countered by another entry, never edited. The named invariants hold after every append.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "money/money.hpp"
#include "time/date.hpp"

namespace cppo {

/// Debits are positive. `receivable` is what the customer owes AWS, `cash` what AWS has collected
/// and not paid out, `unearned` the part of both that no party has earned yet, and the parties'
/// accounts what AWS owes them (negative), has paid them too much (positive) or has kept.
enum class Account { receivable, cash, unearned, isv, partner, aws };

template <>
struct Names<Account> {
    static constexpr std::string_view list[] = {"receivable", "cash",    "unearned",
                                                "isv",        "partner", "aws"};
};

struct Posting {
    Account account;
    Money amount;
};

struct Entry {
    Date on;
    std::string memo;
    std::vector<Posting> postings;
    bool is_payout = false;  ///< AWS moves what a party has earned to its payout
};

class Ledger {
  public:
    explicit Ledger(Currency currency);

    /// Appends an entry whose postings add up to zero.
    void append(Entry entry);

    const std::vector<Entry>& entries() const { return entries_; }
    Money balance(Account account) const;
    Currency currency() const { return currency_; }

    /// What AWS owes the party and has not paid: the party's balance with its sign turned.
    Money payable(Account party) const { return -balance(party); }

  private:
    void check_invariants() const;

    Currency currency_;
    std::vector<Entry> entries_;
    using Amounts = std::array<Money, name_count<Account>()>;
    Amounts balances_;
    Amounts reversed_;  ///< of each account, the debits that were no payout
};

}  // namespace cppo
