#include "forms/terms.hpp"

#include <algorithm>

namespace cppo {
namespace {

// The readers below are called on content without problems; a value that cannot be read is a bug.
template <typename T>
T sure(Result<T> result) {
    INVARIANT(result.has_value());
    return std::move(*result);
}

PartyRef party_of(const Content& content, const std::string& prefix) {
    return {std::string(content.value(prefix + "_name")),
            sure(parse_account(content.value(prefix + "_account"), prefix))};
}

/// Until the last day where the form names one.
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
    INVARIANT(kind != FormKind::custom_transaction_request);
    CHECK_OK(without_problems(kind, content));
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

Result<RequestTerms> request_terms(const Content& content) {
    CHECK_OK(without_problems(FormKind::custom_transaction_request, content));
    RequestTerms terms;
    terms.customer = party_of(content, "customer");
    const auto payer = content.value("payer_account");
    terms.payer = payer.empty() ? terms.customer.account : sure(parse_account(payer, "payer"));
    terms.currency = currency_of(content);
    const auto money = [&](std::string_view text) {
        return sure(parse_money(text, terms.currency, "amount"));
    };
    for (const Content::Row& row : content.rows("lines"))
        terms.lines.push_back({std::string(value_in(row, "product")),
                               std::string(value_in(row, "description")),
                               money(value_in(row, "list")),
                               sure(parse_quantity(value_in(row, "quantity"), "quantity"))});
    for (const Content::Row& row : content.rows("rates"))
        terms.rates.push_back(
            {std::string(value_in(row, "product")), std::string(value_in(row, "description")),
             sure(parse_unit_price(value_in(row, "list_rate"), "list_rate")),
             sure(parse_unit_price(value_in(row, "partner_rate"), "partner_rate"))});
    terms.pricing = *parse_name<Pricing>(content.value("pricing"));
    terms.price = terms.pricing == Pricing::usage ? Money::zero(terms.currency)
                                                  : money(content.value("price"));
    for (const Content::Row& row : content.rows("schedule"))
        terms.schedule.push_back(
            {sure(parse_date(value_in(row, "on"), "on")), money(value_in(row, "amount"))});
    terms.schedule = in_date_order(std::move(terms.schedule));
    terms.starts = sure(parse_date(content.value("starts"), "starts"));
    terms.term = term_of(content, terms.starts);
    terms.accept_by = sure(parse_date(content.value("accept_by"), "accept_by"));
    terms.net_days = net_days_of(content);
    terms.custom_terms = content.value("custom_terms");
    terms.customer_signs = content.value("customer_signs") == "yes";
    return terms;
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
