#include "commands/event_changes.hpp"

namespace cppo {
namespace {

/// The words after an option by the type of its value.
template <typename T>
constexpr std::string_view word_of = "TEXT";
template <>
constexpr std::string_view word_of<int> = "N";
template <>
constexpr std::string_view word_of<Date> = "DATE";
template <>
constexpr std::string_view word_of<Percent> = "P";
template <>
constexpr std::string_view word_of<Money> = "X";
template <>
constexpr std::string_view word_of<AccountId> = "ACCOUNT";
template <>
constexpr std::string_view word_of<Party> = "PARTY";
template <>
constexpr std::string_view word_of<bool> = "";

struct OptionWriter {
    std::vector<Option>& options;

    template <typename T>
    void ask(const EventField& field, const T&) {
        options.push_back({field.option_name(), field.word.empty() ? word_of<T> : field.word,
                           field.help, field.optional ? Need::optional : Need::required});
    }
    template <typename T>
    void keep(std::string_view, const T&) {}
};

Result<std::string> read(const Arguments& arguments, std::string_view name, const std::string&) {
    return arguments.value(name);
}
Result<int> read(const Arguments& arguments, std::string_view name, int) {
    return arguments.count(name);
}
Result<Date> read(const Arguments& arguments, std::string_view name, Date) {
    return arguments.date(name);
}
Result<Percent> read(const Arguments& arguments, std::string_view name, Percent) {
    return parse_percent_of_whole(arguments.value(name), name);
}
/// In the currency of the blank amount.
Result<Money> read(const Arguments& arguments, std::string_view name, Money blank) {
    return parse_money(arguments.value(name), blank.currency(), name);
}
Result<AccountId> read(const Arguments& arguments, std::string_view name, const AccountId&) {
    return parse_account(arguments.value(name), name);
}
Result<Party> read(const Arguments& arguments, std::string_view name, Party) {
    return arguments.choice<Party>(name);
}
Result<std::vector<Quantity>> read(const Arguments& arguments, std::string_view name,
                                   const std::vector<Quantity>&) {
    std::vector<Quantity> counts;
    const std::string words = arguments.value(name);
    for (std::string_view count : split_text(words, ','))
        counts.push_back(TRY(parse_quantity(count, name)));
    return counts;
}

/// Reads the options of an event. An option that may be left out keeps what the event says.
struct OptionReader {
    const Arguments& arguments;
    Result<void> result = {};

    template <typename T>
    void ask(const EventField& field, T& value) {
        if (field.optional && !arguments.has(field.option_name())) return;
        take(read(arguments, field.option_name(), value), value);
    }
    void ask(const EventField& field, bool& value) {
        const std::string_view name = field.option_name();
        if (field.choices.empty()) value = arguments.has(name);
        else if (arguments.has(name)) take(one_of_two(field.choices, name), value);
    }
    template <typename T>
    void keep(std::string_view, const T&) {}

  private:
    Result<bool> one_of_two(std::span<const std::string_view> words, std::string_view name) const {
        const std::string word = arguments.value(name);
        if (word == words[0] || word == words[1]) return word == words[0];
        return refuse(Code::malformed, std::string(name),
                      in_quotes(word) + " is not " + one_of(words));
    }
    template <typename T>
    void take(Result<T> read, T& value) {
        if (read) value = std::move(*read);
        else if (result) result = tl::unexpected(read.error());
    }
};

Currency currency_at(const Model&, const AuthorizationId&) { return Currency::usd; }
/// update() refuses a deal that is not there.
Currency currency_at(const Model& model, const DealId& id) {
    const Deal* deal = model.find(id);
    return deal ? currency_of(deal->state.request) : Currency::usd;
}

template <typename Target, typename E>
Result<Command> read_event(const Arguments& arguments, const Model& model, std::istream&) {
    auto id = TRY(arguments.id<decltype(Target::id)>("id"));
    E event;
    CurrencyWriter currency(currency_at(model, id));
    each_field(currency, event);
    OptionReader reader{arguments};
    each_field(reader, event);
    CHECK_OK(reader.result);
    return Target{std::move(id), std::move(event), arguments.value("event")};
}

template <typename Target>
std::vector<Change> event_changes(std::string_view noun, std::string_view EventText::*example) {
    std::vector<Change> changes;
    each_event<decltype(Target::payload)>([&](const auto& event) {
        const EventText& about = event.about;
        if (about.verb.empty()) return;
        Change change{noun,
                      about.verb,
                      about.summary,
                      {{"id", "ID", "The record's ID."}},
                      {about.*example},
                      read_event<Target, std::decay_t<decltype(event)>>};
        OptionWriter writer{change.options};
        each_field(writer, event);
        change.options.insert(change.options.end(), {on_option, event_option});
        changes.push_back(std::move(change));
    });
    return changes;
}

}  // namespace

std::vector<Change> authorization_event_changes() {
    return event_changes<command::ChangeAuthorization>("authorization",
                                                       &EventText::authorization_example);
}

std::vector<Change> deal_event_changes() {
    return event_changes<command::ChangeDeal>("deal", &EventText::deal_example);
}

}  // namespace cppo
