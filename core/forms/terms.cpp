#include "forms/terms.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace cppo {
namespace {

class Problems {
  public:
    Problems(FormKind kind, const Content& content) : kind_(kind), content_(content) {}

    Issues found() && {
        for (const Section& section : form(kind_).sections) check_section(section);
        if (!issues_.empty()) return std::move(issues_);
        check_accounts();
        if (kind_ == FormKind::custom_transaction_request) check_request();
        else check_authorization();
        return std::move(issues_);
    }

  private:
    void add(Code code, std::string field, std::string detail) {
        issues_.push_back({code, std::move(field), std::move(detail)});
    }
    void add(const Result<void>& result) {
        if (!result) issues_.push_back(result.error());
    }

    void check_section(const Section& section) {
        if (section.group.empty()) {
            for (const Field& field : section.fields)
                check_field(field, content_.values, std::string(field.key));
            return;
        }
        const auto& rows = content_.rows(section.group);
        if (static_cast<int>(rows.size()) < section.rows_min)
            add(Code::required, std::string(section.group),
                "the form names no " + std::string(section.row_name));
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const Field& field : section.fields)
                check_field(field, rows[i],
                            field_path(section.group, static_cast<int>(i), field.key));
    }

    void check_field(const Field& field, const Content::Row& row, const std::string& path) {
        const std::string_view value = value_in(row, field.key);
        if (value.empty()) {
            if (field.required)
                add(Code::required, path, std::string(field.label) + " is empty");
            return;
        }
        const auto read = canonical(field, value, currency_of(content_), path);
        if (!read) issues_.push_back(read.error());
        else if (*read != value)
            add(Code::malformed, path, quoted(value) + " is to be written " + quoted(*read));
    }

    void check_accounts() {
        constexpr Party parties[] = {Party::isv, Party::partner, Party::customer};
        const auto key = [](Party party) { return std::string(text(party)) + "_account"; };
        for (std::size_t i = 0; i < std::size(parties); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const auto account = content_.value(key(parties[i]));
                if (!account.empty() && account == content_.value(key(parties[j])))
                    add(Code::same_account, key(parties[i]),
                        in_groups(AccountId{std::string(account)}) + " is also " +
                            std::string(spoken(parties[j])) + "'s account");
            }
    }

    void check_authorization() {
        const auto ends = content_.value("ends");
        if (!ends.empty() && ends <= content_.value("starts"))
            add(Code::out_of_range, "ends",
                std::string(ends) + " is not after the first day, " +
                    std::string(content_.value("starts")));
        std::set<std::string_view> seen;
        const auto& products = content_.rows("products");
        for (std::size_t i = 0; i < products.size(); ++i) {
            const auto id = value_in(products[i], "product");
            if (!seen.insert(id).second)
                add(Code::duplicate_key, field_path("products", static_cast<int>(i), "product"),
                    quoted(id) + " is on the form twice");
        }
    }

    void check_request() {
        Money list = Money::zero(currency_of(content_));
        const auto& lines = content_.rows("lines");
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string path = field_path("lines", static_cast<int>(i), "list");
            const auto unit = parse_money(value_in(lines[i], "list"), list.currency(), path);
            const auto count = parse_quantity(value_in(lines[i], "quantity"), path);
            const auto extended = extend(*unit, *count, path);
            if (!extended) return issues_.push_back(extended.error());
            list += *extended;
        }
        if (list > amount_max(list.currency()))
            add(Code::out_of_range, "lines",
                "the list price of " + grouped_with_code(list) + " is above " +
                    grouped_with_code(amount_max(list.currency())));
        add(check_custom_terms(content_.value("custom_terms"), "custom_terms"));
        const bool scheduled = content_.value("pricing") == "scheduled";
        const bool payments = !content_.rows("schedule").empty();
        if (scheduled && !payments)
            add(Code::required, "schedule", "an offer paid by schedule has no payment yet");
        if (!scheduled && payments)
            add(Code::malformed, "schedule", "an offer paid upfront has a schedule of payments");
    }

    FormKind kind_;
    const Content& content_;
    Issues issues_;
};

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

Result<void> without_problems(FormKind kind, const Content& content) {
    const Issues issues = problems(kind, content);
    if (issues.empty()) return {};
    return tl::unexpected(issues.front());
}

}  // namespace

Issues problems(FormKind kind, const Content& content) {
    return Problems(kind, content).found();
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
    terms.price = money(content.value("price"));
    terms.scheduled = content.value("pricing") == "scheduled";
    for (const Content::Row& row : content.rows("schedule"))
        terms.schedule.push_back(
            {sure(parse_date(value_in(row, "on"), "on")), money(value_in(row, "amount"))});
    terms.schedule = in_date_order(std::move(terms.schedule));
    terms.starts = sure(parse_date(content.value("starts"), "starts"));
    terms.term = sure(parse_duration(content.value("term"), "term"));
    terms.accept_by = sure(parse_date(content.value("accept_by"), "accept_by"));
    terms.custom_terms = content.value("custom_terms");
    terms.customer_signs = content.value("customer_signs") == "yes";
    return terms;
}

bool needs_customer_signature(const RequestTerms& terms, CustomerSignature setting) {
    return terms.customer_signs ||
           needs_customer_signature(setting, terms.starts, terms.term,
                                    static_cast<int>(terms.schedule.size()));
}

}  // namespace cppo
