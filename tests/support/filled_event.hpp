// Any event with something in every member, by the member's type alone: a new event needs no line
// here.
#pragma once

#include "deal/event.hpp"
#include "fixtures.hpp"

namespace cppo::test {

/// What a person is asked for; with `kept` also what is only written down.
class EventFiller {
  public:
    explicit EventFiller(bool kept) : kept_(kept) {}

    void ask(const EventField& field, std::string& value) {
        value = std::string(field.key) + " of the event";
    }
    void ask(const EventField&, int& value) { value = ++number_; }
    void ask(const EventField&, bool& value) { value = !value; }
    void ask(const EventField&, Date& value) { value = day("2026-11-01"); }
    void ask(const EventField&, Percent& value) { value = percent(std::to_string(++number_)); }
    void ask(const EventField&, Money& value) { value = money("1234.50"); }
    void ask(const EventField&, AccountId& value) { value = account(customer_account); }
    void ask(const EventField& field, Party& value) {
        value = *parse_name<Party>(field.choices.back());
    }
    void ask(const EventField&, std::vector<Quantity>& counts) {
        counts = {quantity(7), quantity(123456)};
    }
    template <typename T>
    void keep(std::string_view, T& value) {
        if (kept_) fill(value);
    }

  private:
    static void fill(std::string& value) { value = "written down"; }
    static void fill(Date& value) { value = day("2026-11-02"); }
    template <typename Tag>
    static void fill(Id<Tag>& value) {
        value = {"another-record"};
    }
    static void fill(std::vector<event::LineDiscount>& discounts) {
        discounts = {{std::string(product_id), percent("12.5")}};
    }
    static void fill(std::optional<FeeTerms>& terms) { terms = fees("3", "1"); }
    static void fill(Settings& settings) { settings.rounding = Rounding::half_even; }

    bool kept_;
    int number_ = 2;
};

template <typename E>
E filled(bool kept = false) {
    E event;
    EventFiller filler(kept);
    each_field(filler, event);
    return event;
}

}  // namespace cppo::test
