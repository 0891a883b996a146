// Short ways to write quote requests, for the tests of quotes.
#pragma once

#include "codec/quote_document.hpp"
#include "fixtures.hpp"

namespace cppo::test {

inline FixedLine fixed(std::string_view list, std::string_view discount,
                       Currency currency = Currency::usd, std::int64_t units = 1) {
    return {"Seats", money(list, currency), quantity(units), percent(discount)};
}

inline UsageLine usage(std::int64_t units, std::string_view list, std::string_view rate,
                       std::string_view discount) {
    return {"calls", quantity(units), unit_price(list), unit_price(rate), percent(discount)};
}

/// The quote document that answers the document of a request.
inline Result<std::string> answer(std::string_view document) {
    const QuoteRequest request = TRY(decode_quote_request(document));
    const Quote quoted = TRY(quote(request));
    return encode_quote(quoted);
}

inline QuoteRequest request(QuoteLine line, PriceInput price,
                            std::optional<FeeTerms> terms = fees("3", "1"),
                            Currency currency = Currency::usd) {
    QuoteRequest request;
    request.currency = currency;
    request.lines = {std::move(line)};
    request.price = std::move(price);
    request.fees = terms;
    return request;
}

/// Under the rule set with published fees: new SaaS for a buyer in the United States.
inline QuoteRequest published(QuoteLine line, PriceInput price) {
    QuoteRequest asked = request(std::move(line), std::move(price), std::nullopt);
    if (const auto* fixed = std::get_if<FixedLine>(&asked.lines[0]))
        asked.currency = fixed->list.currency();
    asked.rule_set = RuleSet::modern_2024;
    asked.deal = DealFacts{};
    asked.deal->buyer_country = {"US"};
    return asked;
}

inline std::vector<Payment> schedule(std::vector<std::string> amounts) {
    std::vector<Payment> payments;
    for (const std::string& amount : amounts)
        payments.push_back({plus_months(day("2020-02-01"), 12 * static_cast<int>(payments.size())),
                            money(amount)});
    return payments;
}

}  // namespace cppo::test
