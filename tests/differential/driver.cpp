// Computes the core's figures for rows of input, one line each, which differential.py compares with
// the exact ones. A row is words separated by spaces; exact.py documents each kind.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "settle/quote.hpp"

namespace cppo {
namespace {

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "differential: %s\n", why.c_str());
    std::exit(2);
}

/// The value of a result. A generated row must be valid, so a refusal is a bug in the generator.
template <typename T>
T sure(Result<T> result) {
    if (!result) stop(text(result.error()));
    return std::move(*result);
}

class Row {
  public:
    explicit Row(const std::string& line) : words_(line) {}

    std::string word() {
        std::string next;
        if (!(words_ >> next)) stop("the row is too short");
        return next;
    }
    template <typename Enum>
    Enum choice() {
        const auto found = parse_name<Enum>(word());
        if (!found) stop("the row names no " + one_of_names<Enum>());
        return *found;
    }
    int count() { return static_cast<int>(quantity().count); }
    Quantity quantity() { return sure(parse_quantity(word(), "")); }
    Percent percent() { return sure(parse_percent(word(), "")); }
    UnitPrice unit_price() { return sure(parse_unit_price(word(), "")); }
    Date date() { return sure(parse_date(word(), "")); }
    Money money() { return sure(parse_money(word(), currency, "")); }

    /// Reads a list whose length is the next word, each item with `read`.
    template <typename Read>
    auto list(const Read& read) {
        std::vector<decltype(read())> items;
        for (int left = count(); left > 0; --left) items.push_back(read());
        return items;
    }

    Currency currency = Currency::usd;  ///< of the following amounts

  private:
    std::istringstream words_;
};

std::string answer(const Settlement& s) {
    std::string all;
    for (Money part : {s.price, s.wholesale, s.markup, s.marketplace_fee, s.processing_fee,
                       s.isv_net, s.partner_net, s.aws_total})
        all += text(part) + ' ';
    return all;
}

std::string answer(const std::optional<std::string>& percent) {
    return percent.value_or("none") + ' ';
}

std::string answer(const Result<Quote>& result) {
    if (!result) return std::string(text(result.error().code));
    std::string all = text(result->list) + ' ' + answer(result->total) +
                      answer(markup_percent(result->total)) + answer(margin_percent(result->total));
    for (const QuotedLine& line : result->lines)
        all += text(line.list) + ' ' + text(line.wholesale) + ' ';
    for (const QuotedInvoice& invoice : result->invoices)
        all += (invoice.on ? text(*invoice.on) : "undated") + ' ' + answer(invoice.split);
    return all;
}

PriceInput price_of(Row& row) {
    const std::string what = row.word();
    if (what == "price") return row.money();
    if (what == "markup") return Markup{row.percent()};
    if (what == "net") return TargetPartnerNet{row.money()};
    if (what != "schedule") stop("no price is fixed by " + what);
    return row.list([&] {
        const Date on = row.date();
        return Payment{on, row.money()};
    });
}

std::string in_quotes(Row& row, QuoteRequest asked) {
    asked.lines = row.list([&]() -> QuoteLine {
        const Money list = row.money();
        const Quantity quantity = row.quantity();
        return FixedLine{"", list, quantity, row.percent()};
    });
    asked.price = price_of(row);
    return answer(quote(asked));
}

std::string used(Row& row, QuoteRequest asked) {
    asked.lines = row.list([&]() -> QuoteLine {
        const Quantity units = row.quantity();
        const UnitPrice list = row.unit_price(), partner = row.unit_price();
        return UsageLine{"", units, list, partner, row.percent()};
    });
    return answer(quote(asked));
}

std::string refunded(Row& row, const QuoteRequest& asked) {
    const Money price = row.money(), wholesale = row.money();
    const Settlement whole = settle(price, wholesale, *asked.fees, asked.settings);
    std::string all = answer(whole);
    Money before = Money::zero(row.currency);
    for (Money amount : row.list([&] { return row.money(); })) {
        all += answer(part_of(whole, before, before + amount, asked.settings.rounding));
        before += amount;
    }
    return all;
}

std::string evenly_split(Row& row, Rounding rounding) {
    const Money price = row.money();
    const int count = row.count();
    const Date first = row.date();
    std::string all;
    for (const Payment& payment : even_schedule(price, count, first, row.count(), rounding))
        all += text(payment.on) + ' ' + text(payment.amount) + ' ';
    return all;
}

std::string answer_to(const std::string& line) {
    Row row(line);
    const std::string kind = row.word();
    QuoteRequest asked;
    asked.currency = row.currency = row.choice<Currency>();
    asked.settings.rounding = row.choice<Rounding>();
    if (kind == "even") return evenly_split(row, asked.settings.rounding);
    asked.settings.processing_base = row.choice<ProcessingBase>();
    const Percent marketplace = row.percent();
    asked.fees = FeeTerms{marketplace, row.percent()};
    if (kind == "quote") return in_quotes(row, asked);
    if (kind == "usage") return used(row, asked);
    if (kind == "refund") return refunded(row, asked);
    stop("there is no kind of row called " + kind);
}

}  // namespace
}  // namespace cppo

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);)
        std::cout << cppo::answer_to(line)
                  << std::endl;  // flush, because a later row may stop the program
}
