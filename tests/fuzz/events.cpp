// Events of the sample's records, in any order and on any day, on records that never had them: what
// check() lets through apply() carries out, and the record is read as it was written.
#include "assets.hpp"
#include "codec/record.hpp"
#include "fuzz.hpp"

#include <vector>

using namespace cppo;

namespace {

/// The records as they began, and everything that ever happened to one of them.
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

/// Two bytes an event: which of the pool's, and how many days later than there.
template <typename Kind>
void live(const Pool<Kind>& pool, std::string_view bytes) {
    Kind record = pool.began[static_cast<unsigned char>(bytes[0]) % pool.began.size()];
    for (std::size_t i = 1; i + 1 < bytes.size() && i < 400; i += 2) {
        auto event = pool.events[static_cast<unsigned char>(bytes[i]) % pool.events.size()];
        event.id = "e" + std::to_string(i);
        event.on = plus_days(event.on, static_cast<signed char>(bytes[i + 1]));
        if (cppo::check(record, event, nullptr)) cppo::apply(record, event);
    }
    fuzz::comes_back(encode(Record(record)), decode, encode);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto sample = decode_export(assets::sample);
    static const auto deals = pool_of<Deal>(sample->records);
    static const auto authorizations = pool_of<Authorization>(sample->records);
    if (size < 4) return 0;
    const std::string_view bytes = fuzz::text_of(data, size).substr(1);
    if (data[0] % 2) live(deals, bytes);
    else live(authorizations, bytes);
    return 0;
}
