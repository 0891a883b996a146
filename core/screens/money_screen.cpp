#include "screens/money_screen.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/forecast_screen.hpp"

namespace cppo {
namespace {

using When = MonthRow::When;

constexpr int months_past = 5, months_coming = 11;
constexpr std::string_view later_key = "later";

std::string_view month_of(Date date) {
    static constexpr std::string_view names[] = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
    const std::chrono::year_month_day day(date.day);
    return names[static_cast<unsigned>(day.month()) - 1];
}

std::string name_of(Date date) {
    const std::chrono::year_month_day day(date.day);
    return std::string(month_of(date)) + ' ' + std::to_string(static_cast<int>(day.year()));
}

/// What the parties paid and received in one month.
class Sums {
  public:
    explicit Sums(Currency currency) : sums_(4, Money::zero(currency)) {}
    void add(Party party, Money amount) { sums_[index(party)] += amount; }
    Money of(Party party) const { return sums_[index(party)]; }
    bool is_zero() const {
        return std::all_of(sums_.begin(), sums_.end(), [](Money sum) { return sum.is_zero(); });
    }

  private:
    static std::size_t index(Party party) {
        switch (party) {
            case Party::customer: return 0;
            case Party::isv: return 1;
            case Party::partner: return 2;
            case Party::aws: return 3;
            default: INVARIANT(false);
        }
    }
    std::vector<Money> sums_;
};

/// The months of the screen, each with the key its rows are found by.
struct Window {
    Date first, current, last;

    explicit Window(Date on) {
        const std::chrono::year_month_day day(on.day);
        current = Date{std::chrono::sys_days(day.year() / day.month() / std::chrono::day(1))};
        first = plus_months(current, -months_past);
        last = plus_months(current, months_coming);
    }
    std::string key(Date date) const {
        return date < plus_months(last, 1) ? month_text(date) : std::string(later_key);
    }
    /// The rows of every month, with nothing in them yet.
    std::vector<MonthRow> rows() const {
        std::vector<MonthRow> rows;
        for (Date month = first; month <= last; month = plus_months(month, 1))
            rows.push_back({.month = month_text(month),
                            .name = name_of(month),
                            .label = month_of(month).substr(0, 3),
                            .first = month,
                            .when = month < current    ? When::past
                                    : month == current ? When::current
                                                       : When::coming});
        rows.push_back({.month = std::string(later_key),
                        .name = "After " + name_of(last),
                        .when = When::later});
        return rows;
    }
};

struct Movements {
    std::vector<ForecastRow> paid, expected;
};

Movements movements(const Model& model, const Window& window, Date on) {
    return {paid_since(model, window.first), forecast(model, on)};
}

/// Adds a part to a bar; negative parts go below the axis.
void stack(std::vector<MonthPart>& bar, Party party, Money amount) {
    if (amount.is_zero()) return;
    std::int64_t from = 0;
    for (const MonthPart& part : bar)
        if ((part.to < 0) == amount.is_negative()) from = part.to;
    bar.push_back({party, from, from + amount.minor()});
}

void write(MonthRow& row, const Sums& sums) {
    const auto told = [&](Party party) {
        return sums.of(party).is_zero() ? std::string() : grouped(sums.of(party));
    };
    row.customer = told(Party::customer);
    row.isv = told(Party::isv);
    row.aws = told(Party::aws);
    row.partner = told(Party::partner);
    stack(row.paid, Party::customer, sums.of(Party::customer));
    for (Party party : {Party::isv, Party::partner, Party::aws})
        stack(row.received, party, sums.of(party));
}

/// At most six levels at round intervals, which cover every month except "later".
std::vector<AmountTick> ticks_of(const std::vector<MonthRow>& months, Currency currency) {
    std::int64_t low = 0, high = 0;
    for (const MonthRow& row : months) {
        if (row.when == When::later) continue;
        for (const auto* bar : {&row.paid, &row.received})
            for (const MonthPart& part : *bar) {
                low = std::min(low, part.to);
                high = std::max(high, part.to);
            }
    }
    std::int64_t step = 1;
    const auto up = [&](std::int64_t amount) { return (amount + step - 1) / step * step; };
    // 1, 2, 5, 10, 20, 50, …
    for (int next = 0; (up(high) + up(-low)) / step > 5; ++next)
        step = step * (next % 3 == 1 ? 5 : 4) / 2;
    std::vector<AmountTick> ticks;
    for (std::int64_t at = -up(-low); at <= up(high); at += step)
        ticks.push_back({grouped(Money::of_minor(at, currency)), at});
    return ticks;
}

using SumsByMonth = std::map<std::string, Sums>;

CurrencyMonths months_of(const Window& window, Currency currency, const SumsByMonth& sums) {
    CurrencyMonths all{std::string(text(currency)), window.rows(), {}, {}};
    Sums total(currency);
    for (MonthRow& row : all.months) {
        const auto found = sums.find(row.month);
        if (found == sums.end()) continue;
        write(row, found->second);
        for (Party party : {Party::customer, Party::isv, Party::partner, Party::aws})
            total.add(party, found->second.of(party));
    }
    const auto empty = [&](const MonthRow& row) { return !sums.count(row.month); };
    if (empty(all.months.back())) all.months.pop_back();
    all.months.erase(all.months.begin(),
                     std::find_if(all.months.begin(), all.months.end(), [&](const MonthRow& row) {
                         return row.when != When::past || !empty(row);
                     }));
    write(all.total, total);
    all.ticks = ticks_of(all.months, currency);
    return all;
}

std::vector<OverdueRow> overdue_of(const std::vector<ForecastRow>& expected, Date on) {
    std::vector<const ForecastRow*> late;
    for (const ForecastRow& row : expected)
        if (row.overdue_since) late.push_back(&row);
    std::stable_sort(late.begin(), late.end(), [](const auto* a, const auto* b) {
        return *a->overdue_since < *b->overdue_since;
    });
    std::vector<OverdueRow> rows;
    for (const ForecastRow* row : late) {
        const int days = days_between(*row->overdue_since, on);
        rows.push_back({row->deal, row->invoice, text(*row->overdue_since),
                        std::to_string(days) + (days == 1 ? " day" : " days"), row->name,
                        grouped_with_code(row->amount)});
    }
    return rows;
}

std::string what(const ForecastRow& row) {
    const bool back = row.amount.is_negative();
    switch (row.party) {
        case Party::customer: return back ? "The customer gets back" : "The customer pays";
        case Party::isv: return back ? "Recovered from the ISV" : "The ISV receives";
        case Party::partner: return back ? "Recovered from you" : "You receive";
        default: return back ? "AWS returns fees" : "AWS keeps as fees";
    }
}

MonthPayment payment_of(const Model& model, const ForecastRow& row, bool paid) {
    using State = MonthPayment::State;
    MonthPayment payment{.state = paid ? State::paid : State::expected,
                         .on = text(row.on),
                         .what = what(row),
                         .name = row.name,
                         .amount = grouped(row.amount),
                         .words = paid ? "Paid" : "Expected",
                         .customer = customer_of(*model.find(row.deal)),
                         .party = row.party,
                         .deal = row.deal,
                         .invoice = row.invoice};
    if (row.overdue_since) {
        payment.state = State::overdue;
        payment.words = "Overdue since " + text(*row.overdue_since);
    }
    return payment;
}

}  // namespace

MoneyScreen money_screen(const Model& model, Date on) {
    const Window window(on);
    const Movements all = movements(model, window, on);
    std::map<Currency, SumsByMonth> sums;
    for (const auto* rows : {&all.paid, &all.expected})
        for (const ForecastRow& row : *rows) {
            const Currency currency = row.amount.currency();
            const auto month = sums[currency].insert({window.key(row.on), Sums(currency)}).first;
            month->second.add(row.party, row.amount);
        }
    MoneyScreen screen;
    screen.basis = basis_of(model.workspace().timing);
    screen.overdue = overdue_of(all.expected, on);
    for (const auto& [currency, months] : sums)
        screen.currencies.push_back(months_of(window, currency, months));
    return screen;
}

Result<MonthScreen> month_screen(const Model& model, std::string_view currency,
                                 std::string_view month, Date on) {
    const auto known = parse_name<Currency>(currency);
    const Window window(on);
    const std::vector<MonthRow> rows = window.rows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const MonthRow& each) { return each.month == month; });
    if (!known || row == rows.end())
        return refuse(Code::not_found, "month", "there is no month " + in_quotes(month) + " here");
    MonthScreen screen{*row, std::string(currency), {}};
    const Movements all = movements(model, window, on);
    Sums sums(*known);
    bool used = false;
    for (const auto* list : {&all.paid, &all.expected})
        for (const ForecastRow& each : *list) {
            if (each.amount.currency() != *known) continue;
            used = true;
            if (window.key(each.on) != month) continue;
            sums.add(each.party, each.amount);
            screen.payments.push_back(payment_of(model, each, list == &all.paid));
        }
    if (!used) return refuse(Code::not_found, "currency", "nothing is paid in " + screen.currency);
    write(screen.month, sums);
    std::stable_sort(screen.payments.begin(), screen.payments.end(),
                     [](const auto& a, const auto& b) { return a.on < b.on; });
    return screen;
}

}  // namespace cppo
