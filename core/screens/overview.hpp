// All deals at once: a line for each, the things to do, and the sums. Lines are cached, so that the
// cost of a change depends on what changed and not on the number of deals.
#pragma once

#include <limits>
#include <set>

#include "screens/next_step.hpp"
#include "screens/stages.hpp"

namespace cppo {

struct DealRow {
    DealId id;
    DealKind kind = DealKind::recurring;
    std::string customer, product, stage, next, on, price, our_net, currency;
    Urgency urgency = Urgency::idle;  ///< of what is next
};

/// A card of the home screen: a figure and the totals below it.
struct StageCount {
    std::string name;
    std::string figure;               ///< "6"
    std::vector<std::string> totals;  ///< one per currency, "96,000.00 USD"
    std::optional<Phase> phase;       ///< whose deals it counts
};

struct TodoRow {
    std::string tag;  ///< "Sign", "3 days"
    std::string text;
    std::string note;             ///< date or amount
    std::string route;            ///< where it is done, "deal/deal-1/forms"
    std::optional<Date> on = {};  ///< when it is due
    Urgency urgency = Urgency::ours;
    std::string button = {};  ///< what the way there is called, "Record"
};

/// A longer list is of no use at a glance; each deal shows its own next step.
inline constexpr std::size_t todo_most = 100;

struct HomeScreen {
    std::vector<StageCount> stages;
    std::vector<TodoRow> todo;  ///< what is late or due within a week first; at most todo_most
    std::size_t todo_count = 0;
    std::vector<std::string> damaged;  ///< sentences about records set aside
    bool empty = true;                 ///< nothing but an unnamed workspace
};

/// One deal as it is listed, found and sorted.
struct DealLine {
    DealRow row;
    std::string words;  ///< in lowercase: the text a search looks through
    AccountId isv;
    AuthorizationId authorization;
    Phase phase = Phase::quoting;
    std::optional<Money> price, our_net;
    std::optional<Money> to_pay;  ///< by the customer, once the offer is accepted
    std::optional<Date> on;       ///< when the next step is due
    std::optional<TodoRow> todo;
    std::vector<Money> paid;  ///< to us in the month looked at, one each movement
};

/// Which deals are listed and in which order: by id, or by a column of the list.
struct DealQuery {
    std::string words = {};                         ///< the line contains every word
    std::optional<Phase> phase = {};                ///< or all
    std::string isv = {};                           ///< account number, or empty for all
    AuthorizationId authorization = {};             ///< or empty for all
    std::optional<std::vector<DealId>> among = {};  ///< these alone, or all
    std::string sorted_by = {};                     ///< a member of DealRow; "net" is `our_net`
    bool descending = false;                        ///< lines without a value come last either way

    bool operator==(const DealQuery& other) const;
};

DealLine deal_line(const Model& model, const Deal& deal, Date on);

class Overview {
  public:
    /// Reads at most `most` of the lines that are missing or outdated on `on`; returns whether all
    /// have been read. Another day makes every line outdated.
    bool refresh(const Model& model, Date on,
                 std::size_t most = std::numeric_limits<std::size_t>::max());

    /// Marks the lines that depend on these records to be read again.
    void forget(const std::vector<Record>& changed);
    void forget_all();

    std::size_t unread() const { return unread_.size(); }

    /// Covers the lines read so far.
    const HomeScreen& home(const Model& model);
    const std::vector<const DealLine*>& find(const DealQuery& query);

  private:
    void forget(const Authorization& changed);

    std::optional<Date> on_;
    std::map<DealId, DealLine> lines_;
    std::set<DealId> unread_;
    std::optional<HomeScreen> home_;
    std::optional<DealQuery> query_;
    std::vector<const DealLine*> found_;
};

/// The home screen of the whole model, read at once.
HomeScreen home_screen(const Model& model, Date on);

}  // namespace cppo
