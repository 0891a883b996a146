// How an event describes itself: what it is called, what is said where a person records it, and
// what it asks for. Records, refusals, the command line, the page's dialogs and the history all
// follow from these descriptions.
#pragma once

#include <optional>
#include <span>
#include <type_traits>

#include "forms/form.hpp"

namespace cppo {

/// A button and the dialog it opens; one does not come without the other.
struct EventButton {
    std::string_view label;          ///< "Record payment"
    std::string_view title;          ///< of the dialog, "Record a payment"
    std::string_view explanation;    ///< one or two sentences below the title
    std::string_view confirm;        ///< the button that records the event
    bool danger = false;             ///< it cannot be undone, and the dialog warns
    bool leads_back = false;         ///< not the way to the next stage: never the main button
    std::string_view tab = "offer";  ///< of the deal's page where the button is
};

/// What an event is called and what is said about it.
struct EventText {
    std::string_view name;                        ///< in records and refusals, "set_fees"
    std::string_view verb = {};                   ///< of the command line, "fees"
    std::string_view summary = {};                ///< of the verb, a sentence
    std::string_view authorization_example = {};  ///< of the verb, without the leading "cppo"
    std::string_view deal_example = {};
    std::optional<EventButton> button = {};
    bool is_draft = false;  ///< part of writing a form, so that it can be undone
    bool moves_on = true;   ///< happens no earlier than the step before it
};

/// One thing an event asks a person for. Its type is the member's: an amount, a day, a party.
struct EventField {
    std::string_view key;                            ///< in records
    std::string_view label;                          ///< in dialogs
    std::string_view help;                           ///< a sentence
    std::string_view path = {};                      ///< where refusals name it; empty: the key
    std::string_view option = {};                    ///< of the command line; empty: the key
    std::string_view word = {};                      ///< what follows the option, "ID"
    std::span<const std::string_view> choices = {};  ///< of a party, or a flag's yes and no
    std::string_view line = {};                      ///< text of one line, as refusals call it
    bool optional = false;
    bool any_text = false;  ///< of any characters and lines

    std::string_view place() const { return path.empty() ? key : path; }
    std::string_view option_name() const { return option.empty() ? key : option; }
};

/// The form an event belongs to, whose words its sentence uses.
struct FormWords {
    FormKind kind;
    Currency currency;  ///< of the form as it is now
};

// An event E has `static constexpr EventText about`, `std::string sentence(const FormWords&) const`
// for the history, and `static void fields(Io& io, Self& self)`, which walks its members in the
// order of its record. Io has two functions, overloaded for the members' types:
//   ask(const EventField&, value)  what a person enters
//   keep(key, value)               what follows from the model and is only stored

/// Walks the members of `event`, which may be constant where `io` only reads them.
template <typename Io, typename E>
void each_field(Io& io, E& event) {
    std::remove_const_t<E>::fields(io, event);
}

/// Gives the amounts of an empty event the currency of its deal.
class CurrencyWriter {
  public:
    explicit CurrencyWriter(Currency currency) : currency_(currency) {}

    void ask(const EventField&, Money& amount) { amount = Money::zero(currency_); }
    template <typename T>
    void ask(const EventField&, T&) {}
    template <typename T>
    void keep(std::string_view, T&) {}

  private:
    Currency currency_;
};

/// Two walks that compare an event with another: where the members of one are, then whether those
/// of the other are equal to them.
struct MemberPlaces {
    std::vector<const void*> places = {};

    template <typename T>
    void ask(const EventField&, const T& value) {
        places.push_back(&value);
    }
    template <typename T>
    void keep(std::string_view, const T& value) {
        places.push_back(&value);
    }
};
struct MemberComparison {
    const std::vector<const void*>& others;
    std::size_t next = 0;
    bool equal = true;

    template <typename T>
    void ask(const EventField&, const T& value) {
        equal = equal && value == *static_cast<const T*>(others[next]);
        ++next;
    }
    template <typename T>
    void keep(std::string_view, const T& value) {
        ask({}, value);
    }
};

namespace event {
template <typename E>
    requires requires { E::about; }
bool operator==(const E& a, const E& b) {
    MemberPlaces places;
    each_field(places, a);
    MemberComparison comparison{places.places};
    each_field(comparison, b);
    return comparison.equal;
}
}  // namespace event

/// What happens to one invoice, which it names by its number.
template <typename E>
concept OfInvoice = requires(E event) {
    event.number;
};

}  // namespace cppo
