#include "codec/form_json.hpp"

#include <algorithm>

namespace cppo {
namespace {

JsonObject row_json(const Section& section, const Content::Row& row) {
    JsonObject members;
    for (const Field& field : section.fields)
        if (const std::string_view value = value_in(row, field.key); !value.empty())
            members.push_back({std::string(field.key), value});
    return members;
}

class Reading {
  public:
    void read(const JsonObject& members) {
        for (const JsonMember& member : members) {
            if (const auto* rows = std::get_if<JsonArray>(&member.value.value))
                read_rows(member.key, *rows);
            else read_text(member.key, member.value);
        }
    }

    tl::expected<FormDocument, Issues> result(bool whole) && {
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        document_.whole = whole;
        return std::move(document_);
    }

  private:
    void read_rows(const std::string& group, const JsonArray& rows) {
        int number = 0;
        for (const Json& row : rows) {
            const std::string path = group + '[' + std::to_string(number) + ']';
            if (const auto* members = std::get_if<JsonObject>(&row.value)) {
                for (const JsonMember& member : *members)
                    read_text(field_path(group, number, member.key), member.value);
            } else {
                add(Code::malformed, path, "expected a row, found " + std::string(row.what()));
            }
            ++number;
        }
        if (!document_.tables.emplace(group, number).second)
            add(Code::duplicate_key, group, "the table appears twice");
    }

    void read_text(std::string path, const Json& value) {
        const auto* text = std::get_if<std::string>(&value.value);
        if (++seen_[path] == 2) add(Code::duplicate_key, path, "the field appears twice");
        if (text) document_.fields.push_back({std::move(path), *text});
        else
            add(Code::malformed, std::move(path),
                "expected a string, found " + std::string(value.what()));
    }

    void add(Code code, std::string field, std::string detail) {
        issues_.push_back({code, std::move(field), std::move(detail)});
    }

    FormDocument document_;
    Issues issues_;
    std::map<std::string, int> seen_;
};

bool is_fields(const JsonMember& member) { return member.key == "fields"; }

}  // namespace

Json content_json(FormKind kind, const Content& content) {
    JsonObject document;
    for (const Section& section : form(kind).sections) {
        if (section.group.empty()) {
            for (JsonMember& member : row_json(section, content.values))
                document.push_back(std::move(member));
            continue;
        }
        JsonArray rows;
        for (const Content::Row& row : content.rows(section.group))
            rows.push_back(row_json(section, row));
        if (!rows.empty()) document.push_back({std::string(section.group), std::move(rows)});
    }
    return document;
}

tl::expected<FormDocument, Issues> parse_content(std::string_view json) {
    const auto document = parse_json(json);
    if (!document) return tl::unexpected(Issues{document.error()});
    const auto* members = std::get_if<JsonObject>(&document->value);
    if (!members)
        return tl::unexpected(Issues{{Code::malformed, "document",
                                      "the file holds " + std::string(document->what()) +
                                          ", not an object of fields and strings"}});
    // What show prints says more of the record than its fields.
    const auto fields = std::find_if(members->begin(), members->end(), is_fields);
    if (fields != members->end() && std::any_of(fields + 1, members->end(), is_fields))
        return tl::unexpected(Issues{{Code::duplicate_key, "fields", "the field appears twice"}});
    const auto* shown =
        fields == members->end() ? nullptr : std::get_if<JsonObject>(&fields->value.value);
    Reading reading;
    reading.read(shown ? *shown : *members);
    return std::move(reading).result(shown != nullptr);
}

}  // namespace cppo
