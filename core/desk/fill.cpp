#include "desk/fill.hpp"

#include <algorithm>
#include <set>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "deal/form_guards.hpp"

namespace cppo {
namespace {

class DocumentWriting {
  public:
    DocumentWriting(FormKind kind, RuleSet rule_set, Content content)
        : form_(form(kind)), rule_set_(rule_set), content_(std::move(content)) {}

    void write(const FormDocument& document) {
        if (document.whole) content_ = {};
        for (const auto& [group, rows] : document.tables) replace_table(group, rows);
        // A new currency reads every amount on the form again; these are written anew below.
        for (const FieldText& entry : document.fields)
            if (entry.path != "currency") clear(entry.path);
        for (const bool is_currency : {true, false})
            for (const FieldText& entry : document.fields)
                if ((entry.path == "currency") == is_currency) set(entry);
        empty_unused(document);
    }

    tl::expected<Content, Issues> result() && {
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        return std::move(content_);
    }

  private:
    int row_count(const std::string& group) const {
        return static_cast<int>(content_.rows(group).size());
    }

    template <typename Change>
    bool happen(const Change& change) {
        Result<Content> next = edited(form_.kind, rule_set_, content_, change);
        if (!next) {
            note(next.error());
            return false;
        }
        content_ = *std::move(next);
        return true;
    }
    void note(Error issue) {
        if (std::find(issues_.begin(), issues_.end(), issue) == issues_.end())
            issues_.push_back(std::move(issue));
    }

    /// A table that is refused says so once, without its rows' fields.
    void replace_table(const std::string& group, int rows) {
        if (!form_.group(group)) {
            note(within(text(form_.kind),
                        {Code::not_found, group, "the form has no table " + in_quotes(group)}));
            refused_.insert(group);
            return;
        }
        while (row_count(group) > 0) happen(event::RemoveRow{group, row_count(group) - 1});
        while (row_count(group) < rows)
            if (!add_row(group)) return;
    }
    bool add_row(const std::string& group) {
        if (happen(event::AddRow{group})) return true;
        refused_.insert(group);
        return false;
    }

    void clear(const std::string& path) {
        if (auto cleared = edited(form_.kind, rule_set_, content_, event::Edit{path, ""}))
            content_ = *std::move(cleared);
    }

    void set(const FieldText& entry) {
        const auto path = parse_field_path(entry.path);
        if (path && !path->group.empty()) {
            if (refused_.count(path->group)) return;
            if (path->row == row_count(path->group) && form_.group(path->group) &&
                (entry.text.empty() || !add_row(path->group)))
                return;
        }
        happen(event::Edit{entry.path, entry.text});
    }

    /// Whether the document makes the choice, and it leaves what depends on it without use.
    bool leaves_unused(const FormDocument& document, const When& when) const {
        return std::any_of(document.fields.begin(), document.fields.end(),
                           [&](const FieldText& entry) {
                               return entry.path == when.key && !entry.text.empty();
                           }) &&
               !applies(when, form_, content_);
    }

    static bool writes(const FormDocument& document, std::string_view group, std::string_view key) {
        return document.tables.count(std::string(group)) ||
               std::any_of(
                   document.fields.begin(), document.fields.end(), [&](const FieldText& entry) {
                       const auto path = parse_field_path(entry.path);
                       return path && path->group == group && (!group.empty() || path->key == key);
                   });
    }

    void empty_unused(const FormDocument& document) {
        for (const Section& section : form_.sections) {
            const std::string group(section.group);
            if (!group.empty() && leaves_unused(document, section.when) &&
                !writes(document, group, {}))
                while (row_count(group) > 0) happen(event::RemoveRow{group, row_count(group) - 1});
            if (!group.empty()) continue;
            for (const Field& field : section.fields)
                if (leaves_unused(document, field.when) && !writes(document, {}, field.key))
                    clear(std::string(field.key));
        }
    }

    const Form& form_;
    RuleSet rule_set_;
    Content content_;
    std::set<std::string> refused_;
    Issues issues_;
};

class Differences {
  public:
    Differences(const Form& form, const Content& from, const Content& to)
        : form_(form),
          from_(from),
          to_(to),
          new_currency_(from.value("currency") != to.value("currency")) {}

    std::vector<FormChange> all() && {
        each_table([&](const Section& section, const std::string& group, int before, int after) {
            for (int row = before; row-- > after;) add(event::RemoveRow{group, row});
            for (int row = 0; row < std::min(before, after); ++row) clear(section, row);
        });
        each_single([&](const Section& section) { clear(section, 0); });
        if (new_currency_) add(event::Edit{"currency", std::string(to_.value("currency"))});
        each_single([&](const Section& section) { set(section, 0); });
        each_table([&](const Section& section, const std::string& group, int before, int after) {
            for (int row = before; row < after; ++row) add(event::AddRow{group});
            for (int row = 0; row < after; ++row) set(section, row);
        });
        return std::move(changes_);
    }

  private:
    template <typename Visit>
    void each_single(Visit visit) const {
        for (const Section& section : form_.sections)
            if (section.group.empty()) visit(section);
    }
    template <typename Visit>
    void each_table(Visit visit) const {
        for (const Section& section : form_.sections)
            if (!section.group.empty())
                visit(section, std::string(section.group), rows(from_, section),
                      rows(to_, section));
    }
    static int rows(const Content& content, const Section& section) {
        return static_cast<int>(content.rows(section.group).size());
    }

    static std::string_view value(const Content& content, const Section& section, int row,
                                  std::string_view key) {
        if (section.group.empty()) return content.value(key);
        const auto& rows = content.rows(section.group);
        const auto index = static_cast<std::size_t>(row);
        return index < rows.size() ? value_in(rows[index], key) : std::string_view();
    }

    /// What the new currency would read again goes first; so does what is empty at the end.
    bool is_cleared(const Section& section, int row, const Field& field) const {
        const auto before = value(from_, section, row, field.key);
        const auto after = value(to_, section, row, field.key);
        if (before.empty() || before == after || field.key == "currency") return false;
        return after.empty() || (new_currency_ && field.type == FieldType::money);
    }

    void clear(const Section& section, int row) {
        for (const Field& field : section.fields)
            if (is_cleared(section, row, field)) edit(section, row, field, "");
    }
    void set(const Section& section, int row) {
        for (const Field& field : section.fields) {
            const auto after = value(to_, section, row, field.key);
            if (after.empty() || field.key == "currency") continue;
            if (after != value(from_, section, row, field.key)) edit(section, row, field, after);
        }
    }
    void edit(const Section& section, int row, const Field& field, std::string_view text) {
        add(event::Edit{field_path(section.group, row, field.key), std::string(text)});
    }
    void add(FormChange change) { changes_.push_back(std::move(change)); }

    const Form& form_;
    const Content& from_;
    const Content& to_;
    bool new_currency_;
    std::vector<FormChange> changes_;
};

}  // namespace

tl::expected<Content, Issues> written_on(FormKind kind, RuleSet rule_set, const Content& content,
                                         const FormDocument& document) {
    DocumentWriting writing(kind, rule_set, content);
    writing.write(document);
    return std::move(writing).result();
}

std::vector<FormChange> changes_between(FormKind kind, const Content& from, const Content& to) {
    return Differences(form(kind), from, to).all();
}

std::string digest_of(const FormDocument& document) {
    std::string all = document.whole ? "whole" : "part";
    for (const auto& [group, rows] : document.tables)
        all += '\n' + group + '\t' + std::to_string(rows);
    for (const FieldText& entry : document.fields) all += '\n' + entry.path + '\t' + entry.text;
    return sha256_hex(all).substr(0, 8);
}

}  // namespace cppo
