// Events of the sample's records in any order, on any day and on other records: apply_event() can
// apply what check() accepts, a repeated event changes nothing, no money appears or disappears, and
// the record reads back as written.
#include "assets.hpp"
#include "billing/billing.hpp"
#include "desk/desk.hpp"
#include "fuzz.hpp"

namespace cppo::fuzz {
namespace {

/// The records without their events, and all of their events.
template <typename Kind>
struct Pool {
    std::vector<Kind> began;
    std::vector<typename decltype(Kind::events)::value_type> events;
};

template <typename Kind>
Pool<Kind> pool_of(const std::vector<Record>& records) {
    Pool<Kind> pool;
    for (const Record& record : records)
        if (const auto* kind = std::get_if<Kind>(&record)) {
            pool.events.insert(pool.events.end(), kind->events.begin(), kind->events.end());
            Kind fresh = *kind;
            fresh.events.clear();
            fresh.state = {};
            pool.began.push_back(std::move(fresh));
        }
    return pool;
}

/// Two bytes per event: its index in the pool, and how many days later it happens.
template <typename Kind>
auto event_at(const Pool<Kind>& pool, std::string_view bytes, std::size_t i) {
    auto event = pool.events[pick(bytes[i], pool.events.size())];
    event.id = "e" + std::to_string(i);
    event.on = plus_days(event.on, static_cast<signed char>(bytes[i + 1]));
    return event;
}

void keeps_money(const Deal& deal) {
    if (deal.state.invoices.empty()) return;
    const Ledger ledger = ledger_of(deal);
    Money balance = Money::zero(ledger.currency());
    for (std::size_t i = 0; i < name_count<Account>(); ++i)
        balance += ledger.balance(static_cast<Account>(i));
    require(balance.is_zero(), "the ledger balances");
    for (const DealInvoice& invoice : deal.state.invoices)
        if (invoice.split) require(conserves(*invoice.split), "every cent has its party");
}

void keeps_money(const Authorization&) {}

/// Like reading a stored record: checks only whether the event can have happened.
template <typename Kind>
void replay(const Pool<Kind>& pool, std::string_view bytes) {
    Kind record = pool.began[pick(bytes[0], pool.began.size())];
    for (std::size_t i = 1; i + 1 < bytes.size() && i < 400; i += 2) {
        const auto event = event_at(pool, bytes, i);
        if (cppo::check(record, event, nullptr)) apply_event(record, event);
    }
    keeps_money(record);
    comes_back(encode(Record(record)), decode, encode);
    if (record.events.empty()) return;
    record.events.push_back(record.events[pick(bytes[1], record.events.size())]);
    require(!decode(encode(Record(record))), "no record has an event twice");
}

/// Like a command, with everything that a deal depends on.
void command(const Model& sample, const Pool<Deal>& pool, std::string_view bytes) {
    const Deal& began = pool.began[pick(bytes[0], pool.began.size())];
    Model model;
    model.workspace() = sample.workspace();
    put(model, began);
    if (const Authorization* authorization = sample.find(began.authorization))
        put(model, *authorization);
    Desk desk(std::move(model), "");
    for (std::size_t i = 1; i + 1 < bytes.size() && i < 200; i += 2) {
        const auto event = event_at(pool, bytes, i);
        const command::ChangeDeal change{began.id, event.payload, event.id};
        if (!desk.carry_out(change, event.on)) continue;
        const auto again = desk.carry_out(change, event.on);
        require(again && again->changed.empty(), "an event that comes twice changes nothing");
    }
    keeps_money(*desk.model().find(began.id));
    for (const Record& record : records_of(desk.model()))
        comes_back(encode(record), decode, encode);
}

}  // namespace

void events(std::string_view bytes) {
    static const auto sample = decode_export(assets::sample);
    static const auto deals = pool_of<Deal>(sample->records);
    static const auto authorizations = pool_of<Authorization>(sample->records);
    static const Model desk = model_of(sample->records, {});
    if (bytes.size() < 4) return;
    const std::string_view rest = bytes.substr(1);
    switch (pick(bytes[0], 3)) {
        case 0: return replay(authorizations, rest);
        case 1: return replay(deals, rest);
        default: return command(desk, deals, rest);
    }
}

}  // namespace cppo::fuzz
