// Every event comes back as it was from each place that its description makes: the record, the
// options of the command line, the fields of a dialog.
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include <set>

#include "codec/event_codec.hpp"
#include "commands/changes.hpp"
#include "filled_event.hpp"
#include "screens/actions.hpp"
#include "screens/deal_screen.hpp"
#include "screens/event_form.hpp"

namespace cppo::test {
namespace {

/// What is typed after the options of an event.
struct Typist {
    Arguments& arguments;

    template <typename T>
    static std::string word(const EventField& field, const T& value) {
        if constexpr (std::is_same_v<T, std::string>) return value;
        else if constexpr (std::is_same_v<T, int>) return std::to_string(value);
        else if constexpr (std::is_same_v<T, AccountId>) return value.digits;
        else if constexpr (std::is_same_v<T, bool>)
            return field.choices.empty() ? "" : std::string(field.choices[value ? 0 : 1]);
        else return std::string(text(value));
    }
    template <typename T>
    void ask(const EventField& field, const T& value) {
        arguments.add(field.option_name(), word(field, value));
    }
    void ask(const EventField& field, const std::vector<Quantity>& counts) {
        std::vector<std::string> words;
        for (Quantity count : counts) words.push_back(text(count));
        arguments.add(field.option_name(), join(words, ","));
    }
    template <typename T>
    void keep(std::string_view, const T&) {}
};

/// A dialog has one field for each rate, so it has to know how many there are.
struct Counter {
    void ask(const EventField&, std::vector<Quantity>& counts) { counts.resize(2); }
    template <typename T>
    void ask(const EventField&, T&) {}
    template <typename T>
    void keep(std::string_view, T&) {}
};

const Change* verb_of(std::string_view noun, const EventText& about) {
    for (const Change& change : changes(noun))
        if (!about.verb.empty() && change.name == about.verb) return &change;
    return nullptr;
}

template <typename Payload>
std::vector<Event<Payload>> read_back(const std::vector<Event<Payload>>& events) {
    const Json document = JsonObject{{"events", json_of(events)}};
    Verdict verdict;
    ObjectReader reader(document, "", verdict);
    std::vector<Event<Payload>> read;
    if constexpr (std::is_same_v<Payload, DealPayload>) read = read_deal_events(reader);
    else read = read_authorization_events(reader);
    reader.finish();
    if (verdict.first()) FAIL(text(*verdict.first()));
    return read;
}

template <typename E, typename Payload>
void check_record() {
    const std::vector<Event<Payload>> written = {{"e1", day("2026-11-20"), filled<E>(true)}};
    CHECK(read_back(written) == written);
}

template <typename E, typename Target>
void check_options(std::string_view noun) {
    const Change* change = verb_of(noun, E::about);
    CHECK((change != nullptr) == !E::about.verb.empty());
    if (!change) return;
    const E event = filled<E>();
    Arguments arguments;
    arguments.add("id", "some-record");
    arguments.add("on", "2026-11-20");
    Typist typist{arguments};
    each_field(typist, event);
    std::istringstream nothing;
    const Command command = sure(change->command(arguments, Model(), nothing));
    const auto& target = std::get<Target>(command);
    CHECK(std::get<E>(target.payload) == event);
    CHECK(change->examples.size() == 1);
    CHECK_FALSE(change->examples.front().empty());
}

template <typename E, typename Payload>
void check_dialog() {
    const E event = filled<E>();
    Answers answers;
    for (const FieldRow& row : event_fields(Payload(event))) {
        INFO(row.path);
        CHECK_FALSE(row.label.empty());
        CHECK(answers.emplace(row.path, row.value).second);
        if (row.type == FieldType::choice)
            CHECK(std::count(row.choices.begin(), row.choices.end(), row.value) == 1);
    }
    E asked;
    Counter counter;
    each_field(counter, asked);
    CHECK(std::get<E>(sure(answered(Payload(asked), answers))) == event);
    // Without an answer the event stays as it is.
    CHECK(std::get<E>(sure(answered(Payload(event), {}))) == event);
}

template <typename Target>
void check_events(std::string_view noun) {
    using Payload = decltype(Target::payload);
    std::set<std::string_view> names;
    each_event<Payload>([&](const auto& blank) {
        using E = std::decay_t<decltype(blank)>;
        INFO(noun << ' ' << E::about.name);
        CHECK(names.insert(E::about.name).second);
        CHECK_FALSE((filled<E>() == E() && !event_fields(Payload(E())).empty()));
        check_record<E, Payload>();
        check_options<E, Target>(noun);
        check_dialog<E, Payload>();
    });
}

}  // namespace

TEST_CASE("every event of an authorization comes back from record, options and dialog",
          "[native]") {
    check_events<command::ChangeAuthorization>("authorization");
}

TEST_CASE("every event of a deal comes back from record, options and dialog", "[native]") {
    check_events<command::ChangeDeal>("deal");
}

TEST_CASE("an event has a verb unless it follows from another record's", "[native]") {
    std::set<std::string_view> without;
    const auto look = [&](const auto& event) {
        if (event.about.verb.empty()) without.insert(event.about.name);
    };
    each_event<AuthorizationPayload>(look);
    each_event<DealPayload>(look);
    // An authorization is used by the offer that is made with it, a deal is replaced by the
    // acceptance of another.
    CHECK(without == std::set<std::string_view>{"use", "replace"});
}

TEST_CASE("an event of which one member differs is another event", "[native]") {
    CHECK(filled<event::Refund>() == filled<event::Refund>());
    for (auto change : {+[](event::Refund& r) { ++r.number; },
                        +[](event::Refund& r) { r.amount = money("1234.51"); },
                        +[](event::Refund& r) { r.reason += '.'; }}) {
        event::Refund other = filled<event::Refund>();
        change(other);
        CHECK_FALSE(other == filled<event::Refund>());
    }
    // What is only written down counts too.
    event::Sign sign = filled<event::Sign>();
    sign.signature.hash = "0";
    CHECK_FALSE(sign == filled<event::Sign>());
    CHECK_FALSE(DealPayload(event::Expire()) == DealPayload(event::SetSettings()));
}

TEST_CASE("every status offers buttons for all that is possible and is no field", "[native]") {
    const auto offered = [](const DealSetup& desk) {
        std::set<std::string> verbs;
        const DealScreen screen =
            sure(deal_screen(model_of({desk.workspace, desk.authorization, desk.deal}, {}),
                             desk.deal.id, day(accepted_on)));
        for (const ActionRow& row : screen.actions) CHECK(verbs.insert(row.verb).second);
        for (const InvoiceRow& invoice : screen.invoices)
            for (const ActionRow& row : invoice.actions) verbs.insert(row.verb);
        return verbs;
    };
    for (std::size_t status = 0; status < name_count<DealStatus>(); ++status) {
        const DealSetup desk = brought_to(static_cast<DealStatus>(status));
        INFO(text(desk.deal.state.status));
        const std::set<std::string> verbs = offered(desk);
        for (const std::string& verb : verbs) {
            const auto kind = parse_name<DealEventKind>(verb);
            REQUIRE(kind);
            const DealPayload event = blank(*kind);
            CHECK(about(event).button.has_value());
            CHECK(verb_of("deal", about(event)) != nullptr);
            CHECK(next_status(desk.deal.state.status, *kind).has_value());
        }
        each_event<DealPayload>([&](const auto& event) {
            using E = std::decay_t<decltype(event)>;
            // An invoice has its own conditions; settings can be applied once they differ, and
            // only what is sold by usage is metered.
            const bool depends = OfInvoice<E> || std::is_same_v<E, event::SetSettings> ||
                                 std::is_same_v<E, event::Meter>;
            if (depends || !E::about.button) return;
            INFO(E::about.name);
            CHECK(verbs.count(std::string(E::about.name)) ==
                  (next_status(desk.deal.state.status, deal_event<E>) ? 1u : 0u));
        });
    }
}

}  // namespace cppo::test
