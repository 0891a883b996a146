#include "screens/directory_parts.hpp"

#include "base/text.hpp"
#include "billing/forecast.hpp"
#include "desk/words.hpp"
#include "screens/stages.hpp"

namespace cppo {

std::optional<Named> named(const Content& content, std::string_view party) {
    const std::string prefix(party);
    const std::string account(content.value(prefix + "_account"));
    const std::string name(content.value(prefix + "_name"));
    if (account.empty() && name.empty()) return std::nullopt;
    return Named{account, account.empty() ? name : ""};
}

std::string key_of(const Named& named) {
    return address_part(named.account.empty() ? named.name : named.account);
}

std::string address_part(std::string_view text) {
    std::string part;
    for (char c : text) {
        const auto mark = std::string_view("~/?#").find(c);
        if (mark == std::string_view::npos) part += c;
        else part += '~' + std::to_string(mark);
    }
    return part;
}

std::vector<std::string> texts_of(const std::vector<Money>& amounts) {
    std::vector<std::string> texts;
    for (const Money amount : amounts) texts.push_back(grouped_with_code(amount));
    return texts;
}

std::string account_text(std::string_view account) {
    const auto id = parse_account(account, "account");
    return id ? in_groups(*id) : std::string(account);
}

template <typename Record>
static Date last_day_of(const Record& record) {
    return record.events.empty() ? record.created_on : record.events.back().on;
}

Date last_day(const Authorization& authorization) { return last_day_of(authorization); }
Date last_day(const Deal& deal) { return last_day_of(deal); }

std::optional<Money> price_of(const Deal& deal) {
    const auto price =
        parse_money(deal.state.request.value("price"), currency_of(deal.state.request), "price");
    return price ? std::optional<Money>(*price) : std::nullopt;
}

static std::optional<Money> sum_of(const Deal& deal, Money DealInvoice::*part) {
    Money sum = Money::zero(currency_of(deal.state.request));
    for (const DealInvoice& invoice : deal.state.invoices)
        if (!invoice.dropped) sum += invoice.*part;
    return sum;
}

std::optional<Money> total_price(const Deal& deal) {
    if (was_not_accepted(deal)) return std::nullopt;
    return deal.state.invoices.empty() ? price_of(deal) : sum_of(deal, &DealInvoice::price);
}

std::optional<Money> total_wholesale(const Model& model, const Deal& deal) {
    if (was_not_accepted(deal)) return std::nullopt;
    if (!deal.state.invoices.empty()) return sum_of(deal, &DealInvoice::wholesale);
    const auto quote = quote_of(deal, discounts_of(model, deal));
    return quote ? std::optional<Money>(quote->total.wholesale) : std::nullopt;
}

std::optional<Money> total_our_net(const Model& model, const Deal& deal) {
    if (deal.state.invoices.empty()) {
        const auto quote = quote_of(deal, discounts_of(model, deal));
        return quote ? std::optional<Money>(quote->total.partner_net) : std::nullopt;
    }
    Money sum = Money::zero(currency_of(deal.state.request));
    for (const DealInvoice& invoice : deal.state.invoices) {
        if (invoice.dropped) continue;
        const auto split = expected_split(deal, invoice);
        if (!split) return std::nullopt;
        sum += split->partner_net;
    }
    return sum;
}

std::optional<Money> still_to_pay(const Deal& deal) {
    if (!deal.state.accepted_on) return std::nullopt;
    Money sum = Money::zero(currency_of(deal.state.request));
    for (const DealInvoice& invoice : deal.state.invoices)
        if (!invoice.dropped) sum += invoice.open();
    return sum;
}

const std::vector<Content::Row>& sold_rows(const Deal& deal) {
    return deal.state.request.rows(is_by_usage(deal) ? "rates" : "lines");
}

}  // namespace cppo
