#include "forms/terms.hpp"

#include <algorithm>

namespace cppo {
namespace {

// The content has no problems when these read it, so a value that cannot be read is a bug.
template <typename T>
T sure(Result<T> result) {
    INVARIANT(result.has_value());
    return std::move(*result);
}

PartyRef party_of(const Content& content, const std::string& prefix) {
    return {std::string(content.value(prefix + "_name")),
            sure(parse_account(content.value(prefix + "_account"), prefix))};
}

/// In days if the form names the last day.
Duration term_of(const Content& content, Date starts) {
    const auto ends = content.value("ends");
    if (ends.empty()) return sure(parse_duration(content.value("term"), "term"));
    return {0, days_between(starts, sure(parse_date(ends, "ends"))) + 1};
}

std::optional<int> net_days_of(const Content& content) {
    const auto days = content.value("net_terms");
    if (days.empty()) return {};
    return static_cast<int>(sure(parse_quantity(days, "net_terms")).count);
}

Result<void> without_problems(FormKind kind, const Content& content) {
    const Issues issues = problems(kind, content);
    if (issues.empty()) return {};
    return tl::unexpected(issues.front());
}

}  // namespace

std::vector<Attachment> attachments_of(const Content& content) {
    std::vector<Attachment> attachments;
    for (const Content::Row& row : content.rows("attachments"))
        attachments.push_back({std::string(value_in(row, "name")),
                               std::string(value_in(row, "sha256")),
                               std::string(value_in(row, "about"))});
    return attachments;
}

const AuthorizedProduct* AuthorizationTerms::product(std::string_view id) const {
    const auto found = std::find_if(products.begin(), products.end(),
                                    [&](const AuthorizedProduct& p) { return p.id == id; });
    return found == products.end() ? nullptr : &*found;
}

Result<AuthorizationTerms> authorization_terms(FormKind kind, const Content& content) {
    CHECK_OK(without_problems(kind, content));
    return read_authorization_terms(kind, content);
}

AuthorizationTerms read_authorization_terms(FormKind kind, const Content& content) {
    INVARIANT(kind != FormKind::custom_transaction_request);
    AuthorizationTerms terms;
    terms.isv = party_of(content, "isv");
    terms.partner = party_of(content, "partner");
    if (kind == FormKind::custom_resale_transaction) terms.customer = party_of(content, "customer");
    for (const Content::Row& row : content.rows("products"))
        terms.products.push_back({std::string(value_in(row, "product")),
                                  std::string(value_in(row, "title")),
                                  sure(parse_percent(value_in(row, "discount"), "discount"))});
    terms.currency = currency_of(content);
    terms.starts = sure(parse_date(content.value("starts"), "starts"));
    if (const auto ends = content.value("ends"); !ends.empty())
        terms.ends = sure(parse_date(ends, "ends"));
    terms.net_days = net_days_of(content);
    terms.resale_terms = content.value("resale_terms");
    return terms;
}

Money RequestedLine::extended() const { return sure(extend(list, quantity, "list")); }

namespace {

Money money_of(const Content::Row& row, std::string_view key, Currency currency) {
    return sure(parse_money(value_in(row, key), currency, key));
}

std::vector<RequestedLine> lines_of(const Content& content, Currency currency) {
    std::vector<RequestedLine> lines;
    for (const Content::Row& row : content.rows("lines"))
        lines.push_back({std::string(value_in(row, "product")),
                         std::string(value_in(row, "description")), money_of(row, "list", currency),
                         sure(parse_quantity(value_in(row, "quantity"), "quantity"))});
    return lines;
}

std::vector<RequestedRate> rates_of(const Content& content) {
    std::vector<RequestedRate> rates;
    for (const Content::Row& row : content.rows("rates"))
        rates.push_back({std::string(value_in(row, "product")),
                         std::string(value_in(row, "description")),
                         sure(parse_unit_price(value_in(row, "list_rate"), "list_rate")),
                         sure(parse_unit_price(value_in(row, "partner_rate"), "partner_rate"))});
    return rates;
}

std::vector<Payment> schedule_of(const Content& content, Currency currency) {
    std::vector<Payment> schedule;
    for (const Content::Row& row : content.rows("schedule"))
        schedule.push_back(
            {sure(parse_date(value_in(row, "on"), "on")), money_of(row, "amount", currency)});
    return in_date_order(std::move(schedule));
}

}  // namespace

Result<RequestTerms> request_terms(const Content& content) {
    CHECK_OK(without_problems(FormKind::custom_transaction_request, content));
    return read_request_terms(content);
}

RequestTerms read_request_terms(const Content& content) {
    const Currency currency = currency_of(content);
    const PartyRef customer = party_of(content, "customer");
    const auto payer = content.value("payer_account");
    const auto pricing = parse_name<Pricing>(content.value("pricing"));
    const Date starts = sure(parse_date(content.value("starts"), "starts"));
    return {.customer = customer,
            .payer = payer.empty() ? customer.account : sure(parse_account(payer, "payer")),
            .lines = lines_of(content, currency),
            .rates = rates_of(content),
            .currency = currency,
            .price = pricing == Pricing::usage ? Money::zero(currency)
                                               : money_of(content.values, "price", currency),
            .pricing = pricing.value(),
            .schedule = schedule_of(content, currency),
            .starts = starts,
            .term = term_of(content, starts),
            .accept_by = sure(parse_date(content.value("accept_by"), "accept_by")),
            .net_days = net_days_of(content),
            .custom_terms = std::string(content.value("custom_terms")),
            .customer_signs = content.value("customer_signs") == "yes"};
}

std::vector<RequestTerms::Sold> RequestTerms::products() const {
    std::vector<Sold> sold;
    const auto add = [&](std::string_view group, const auto& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            sold.push_back({rows[i].product, field_path(group, static_cast<int>(i), "product")});
    };
    add("lines", lines);
    add("rates", rates);
    return sold;
}

bool needs_customer_signature(const RequestTerms& terms, CustomerSignature setting) {
    return terms.customer_signs ||
           needs_customer_signature(setting, terms.starts, terms.term,
                                    static_cast<int>(terms.schedule.size()));
}

}  // namespace cppo
