#include "screens/event_form.hpp"

#include <charconv>

#include "base/text.hpp"

namespace cppo {
namespace {

std::string unit_path(const EventField& field, std::size_t index) {
    return std::string(field.place()) + '.' + std::to_string(index);
}

class FieldWriter {
  public:
    void ask(const EventField& field, const std::string& value) {
        add(field, FieldType::text, value);
    }
    void ask(const EventField& field, int value) {
        add(field, FieldType::quantity, value == 0 ? "" : std::to_string(value));
    }
    void ask(const EventField& field, Date value) {
        add(field, FieldType::date, value == Date() ? "" : text(value));
    }
    void ask(const EventField& field, Percent value) {
        add(field, FieldType::percent, text(value)).suffix = "%";
    }
    void ask(const EventField& field, Money value) {
        FieldRow& row = add(field, FieldType::money, value.is_zero() ? "" : text(value));
        if (!value.is_zero()) row.reading = grouped(value);
        row.suffix = text(value.currency());
    }
    void ask(const EventField& field, const AccountId& value) {
        add(field, FieldType::account, value.digits);
    }
    void ask(const EventField& field, bool value) {
        add(field, FieldType::flag, value ? "yes" : "no").help.clear();
    }
    /// Its choices say what the field's help would.
    void ask(const EventField& field, Party value) {
        FieldRow& row = add(field, FieldType::choice, std::string(text(value)));
        row.choices.assign(field.choices.begin(), field.choices.end());
        row.help.clear();
    }
    void ask(const EventField& field, const std::vector<Quantity>& counts) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            FieldRow& row =
                add(field, FieldType::quantity, counts[i] == Quantity() ? "" : text(counts[i]));
            row.path = unit_path(field, i);
            row.label += ' ' + std::to_string(i + 1);
            row.help.clear();
        }
    }
    template <typename T>
    void keep(std::string_view, const T&) {}

    std::vector<FieldRow> rows;

  private:
    FieldRow& add(const EventField& field, FieldType type, std::string value) {
        FieldRow& row = rows.emplace_back();
        row.path = field.place();
        row.label = field.label;
        row.help = field.help;
        row.type = type;
        row.required = true;
        row.value = row.reading = std::move(value);
        return row;
    }
};

Result<std::string> read(std::string_view typed, std::string_view, const std::string&) {
    return std::string(typed);
}
Result<int> read(std::string_view typed, std::string_view path, int) {
    return typed_number(typed, path);
}
Result<Date> read(std::string_view typed, std::string_view path, Date) {
    return parse_date(typed, path);
}
Result<Percent> read(std::string_view typed, std::string_view path, Percent) {
    return typed_percent(typed, path);
}
/// In the currency of the amount that is known.
Result<Money> read(std::string_view typed, std::string_view path, Money known) {
    return typed_money(typed, known.currency(), path);
}
Result<AccountId> read(std::string_view typed, std::string_view path, const AccountId&) {
    return parse_account(typed, path);
}
Result<bool> read(std::string_view typed, std::string_view, bool) { return typed == "yes"; }
Result<Party> read(std::string_view typed, std::string_view path, Party) {
    if (const auto party = parse_name<Party>(typed)) return *party;
    return refuse(Code::malformed, std::string(path), in_quotes(typed) + " is not a party");
}
Result<Quantity> read(std::string_view typed, std::string_view path, Quantity) {
    return parse_quantity(typed, path);
}

struct AnswerReader {
    const Answers& answers;
    Result<void> result = {};

    template <typename T>
    void ask(const EventField& field, T& value) {
        answer(std::string(field.place()), value);
    }
    void ask(const EventField& field, std::vector<Quantity>& counts) {
        for (std::size_t i = 0; i < counts.size(); ++i) answer(unit_path(field, i), counts[i]);
    }
    template <typename T>
    void keep(std::string_view, const T&) {}

    template <typename T>
    void answer(const std::string& path, T& value) {
        const auto typed = answers.find(path);
        if (typed == answers.end()) return;
        auto made = read(typed->second, path, value);
        if (made) value = std::move(*made);
        else if (result) result = tl::unexpected(made.error());
    }
};

template <typename Payload>
std::vector<FieldRow> fields_of(const Payload& known) {
    FieldWriter writer;
    std::visit([&](const auto& event) { each_field(writer, event); }, known);
    return std::move(writer.rows);
}

template <typename Payload>
Result<Payload> with_answers(Payload known, const Answers& answers) {
    AnswerReader reader{answers};
    std::visit([&](auto& event) { each_field(reader, event); }, known);
    CHECK_OK(reader.result);
    return known;
}

}  // namespace

std::vector<FieldRow> event_fields(const AuthorizationPayload& known) { return fields_of(known); }
std::vector<FieldRow> event_fields(const DealPayload& known) { return fields_of(known); }

Result<AuthorizationPayload> answered(AuthorizationPayload known, const Answers& answers) {
    return with_answers(std::move(known), answers);
}
Result<DealPayload> answered(DealPayload known, const Answers& answers) {
    return with_answers(std::move(known), answers);
}

Result<int> typed_number(std::string_view typed, std::string_view path) {
    int value = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error == std::errc{} && end == typed.data() + typed.size()) return value;
    return refuse(Code::malformed, std::string(path), in_quotes(typed) + " is not a whole number");
}

}  // namespace cppo
