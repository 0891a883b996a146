// Finds what is missing or wrong on a form: first field by field, then by the rules between fields.
// A rule is skipped if its fields cannot be read, because that is already reported.
#include <set>

#include "base/text.hpp"
#include "forms/terms.hpp"

namespace cppo {
namespace {

class Problems {
  public:
    Problems(FormKind kind, const Content& content) : form_(form(kind)), content_(content) {}

    Issues found() && {
        for (const Section& section : form_.sections) check_section(section);
        check_accounts();
        check_last_day();
        check_unique("products", "product");
        check_unique("attachments", "name");
        if (form_.kind == FormKind::custom_transaction_request) {
            check_list_price();
            check_net_terms();
        }
        return std::move(issues_);
    }

  private:
    void add(Code code, std::string field, std::string detail) {
        issues_.push_back({code, std::move(field), std::move(detail)});
    }
    void add(const Result<void>& result) {
        if (!result) issues_.push_back(result.error());
    }
    void add_misplaced(std::string field, std::string_view title, const When& when) {
        if (content_.value(when.key).empty()) return;  // the missing choice is reported instead
        add(Code::malformed, std::move(field),
            in_quotes(title) + " applies only when " + in_quotes(form_.field({}, when.key)->label) +
                " is " + one_of(when.choices));
    }

    void check_section(const Section& section) {
        if (section.group.empty()) {
            for (const Field& field : section.fields)
                check_field(section, field, content_.values, std::string(field.key));
            return;
        }
        const auto& rows = content_.rows(section.group);
        if (!applies(section.when, form_, content_)) {
            if (!rows.empty())
                add_misplaced(std::string(section.group), section.title, section.when);
            return;
        }
        if (static_cast<int>(rows.size()) < section.rows_min)
            add(Code::required, std::string(section.group),
                "the form has no " + std::string(section.row_name));
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const Field& field : section.fields)
                check_field(section, field, rows[i],
                            field_path(section.group, static_cast<int>(i), field.key));
    }

    void check_field(const Section& section, const Field& field, const Content::Row& row,
                     const std::string& path) {
        const std::string_view value = value_in(row, field.key);
        const bool wanted = applies(field.when, form_, content_);
        if (value.empty()) {
            if (field.required && wanted && !is_replaced(section, field, row))
                add(Code::required, path, std::string(field.label) + " is empty");
            return;
        }
        if (!wanted) return add_misplaced(path, field.label, field.when);
        const auto read = canonical(field, value, currency_of(content_), path);
        if (!read) issues_.push_back(read.error());
        else if (*read != value)
            add(Code::malformed, path, "write " + in_quotes(value) + " as " + in_quotes(*read));
        if (!field.instead_of.empty() && !value_in(row, field.instead_of).empty())
            add(Code::malformed, path,
                "fill in either " + in_quotes(field.label) + " or " +
                    in_quotes(form_.field(section.group, field.instead_of)->label) + ", not both");
    }

    void check_accounts() {
        constexpr Party parties[] = {Party::isv, Party::partner, Party::customer};
        const auto key = [](Party party) { return std::string(text(party)) + "_account"; };
        for (std::size_t i = 0; i < std::size(parties); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const auto account = parse_account(content_.value(key(parties[i])), "account");
                if (account && account->digits == content_.value(key(parties[j])))
                    add(Code::same_account, key(parties[i]),
                        in_groups(*account) + " is also " + std::string(spoken(parties[j])) +
                            "'s account");
            }
    }

    void check_last_day() {
        const auto starts = parse_date(content_.value("starts"), "starts");
        const auto ends = parse_date(content_.value("ends"), "ends");
        if (starts && ends && *ends <= *starts)
            add(Code::out_of_range, "ends",
                text(*ends) + " is not after the first day, " + text(*starts));
    }

    void check_unique(std::string_view group, std::string_view key) {
        std::set<std::string_view> seen;
        const auto& rows = content_.rows(group);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto value = value_in(rows[i], key);
            if (!value.empty() && !seen.insert(value).second)
                add(Code::duplicate_key, field_path(group, static_cast<int>(i), key),
                    in_quotes(value) + " appears on the form twice");
        }
    }

    void check_list_price() {
        Money list = Money::zero(currency_of(content_));
        const auto& lines = content_.rows("lines");
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string path = field_path("lines", static_cast<int>(i), "list");
            const auto unit = parse_money(value_in(lines[i], "list"), list.currency(), path);
            const auto count = parse_quantity(value_in(lines[i], "quantity"), path);
            if (!unit || !count) continue;
            const auto extended = extend(*unit, *count, path);
            if (!extended) return issues_.push_back(extended.error());
            list += *extended;
        }
        if (list > amount_max(list.currency()))
            add(Code::out_of_range, "lines",
                "the list price of " + grouped_with_code(list) + " is more than the maximum of " +
                    grouped_with_code(amount_max(list.currency())));
    }

    void check_net_terms() {
        add(check_custom_terms(content_.value("custom_terms"), "custom_terms"));
        const auto& files = content_.rows("attachments");
        for (std::size_t i = 0; i < files.size(); ++i)
            for (std::string_view key : {"name", "about"})
                add(check_custom_terms(value_in(files[i], key),
                                       field_path("attachments", static_cast<int>(i), key)));
    }

    const Form& form_;
    const Content& content_;
    Issues issues_;
};

}  // namespace

Issues problems(FormKind kind, const Content& content) { return Problems(kind, content).found(); }

}  // namespace cppo
