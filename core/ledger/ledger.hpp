// The money AWS Marketplace holds for a deal, as balanced entries. Entries are only added: another
// entry corrects a mistake. The named invariants are checked after every append.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "money/money.hpp"
#include "time/date.hpp"

namespace cppo {

/// Debits are positive. `receivable` is what the customer owes AWS, `cash` what AWS has collected
/// but not paid out, and `unearned` the part of both that no party has earned yet. The `isv` and
/// `partner` accounts are negative while AWS owes them and positive if AWS has overpaid them; `aws`
/// is the fees AWS has earned, as a negative amount.
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
    bool is_payout = false;  ///< moves a party's earnings to its payout
};

class Ledger {
  public:
    explicit Ledger(Currency currency);

    /// Appends an entry; its postings must add up to zero.
    void append(Entry entry);

    const std::vector<Entry>& entries() const { return entries_; }
    Money balance(Account account) const;
    Currency currency() const { return currency_; }

    /// What AWS still owes the party: the party's balance with the opposite sign.
    Money payable(Account party) const { return -balance(party); }

  private:
    void check_invariants() const;

    Currency currency_;
    std::vector<Entry> entries_;
    using Amounts = std::array<Money, name_count<Account>()>;
    Amounts balances_;
    Amounts reversed_;  ///< each account's debits, except payouts
};

}  // namespace cppo
