#include "desk/model.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

namespace {

template <typename Id, typename Kind>
const Kind* find_in(const std::map<Id, Kind>& shelf, const Id& id) {
    const auto found = shelf.find(id);
    return found == shelf.end() ? nullptr : &found->second;
}

}  // namespace

const Authorization* Model::find(const AuthorizationId& id) const {
    return find_in(authorizations(), id);
}

const Deal* Model::find(const DealId& id) const { return find_in(deals(), id); }

namespace {

/// Calls `visit` with each row and its shelf.
template <typename Visit>
void each_shelf(auto& model, Visit visit) {
    const auto visit_all = [&](auto&... shelf) {
        const RecordKind* kind = record_kinds;
        (visit(*kind++, shelf), ...);
    };
    std::apply(visit_all, model.shelves);
}

// A shelf holds the one record of its kind, or all of them by id.

template <typename Kind>
void put_on(Kind& shelf, Kind record) {
    shelf = std::move(record);
}
template <typename Id, typename Kind>
void put_on(std::map<Id, Kind>& shelf, Kind record) {
    const Id id = record.id;
    shelf.insert_or_assign(id, std::move(record));
}

template <typename Kind>
std::optional<Record> record_on(const Kind& shelf, std::string_view) {
    return shelf;
}
template <typename Id, typename Kind>
std::optional<Record> record_on(const std::map<Id, Kind>& shelf, std::string_view id) {
    const Kind* found = find_in(shelf, Id{std::string(id)});
    return found ? std::optional<Record>(*found) : std::nullopt;
}

template <typename Kind>
void remove_from(Kind&, std::string_view) {}
template <typename Id, typename Kind>
void remove_from(std::map<Id, Kind>& shelf, std::string_view id) {
    shelf.erase(Id{std::string(id)});
}

template <typename Kind>
void add_all(std::vector<Record>& records, const Kind& shelf) {
    records.push_back(shelf);
}
template <typename Id, typename Kind>
void add_all(std::vector<Record>& records, const std::map<Id, Kind>& shelf) {
    for (const auto& [id, record] : shelf) records.push_back(record);
}

}  // namespace

bool is_damaged(const Model& model, std::string_view key) {
    return std::any_of(model.damaged.begin(), model.damaged.end(),
                       [&](const Damaged& damaged) { return damaged.key == key; });
}

void put(Model& model, Record record) {
    const std::string key = key_of(record);
    std::erase_if(model.damaged, [&](const Damaged& damaged) { return damaged.key == key; });
    const auto put = [&]<typename Kind>(Kind& each) { put_on(model.all<Kind>(), std::move(each)); };
    std::visit(put, record);
}

Result<Record> decode_stored(std::string_view key, std::string_view text) {
    Record record = TRY(decode(text));
    if (key_of(record) != key)
        return refuse(Code::record_damaged, "id",
                      "the file contains the record " + in_quotes(key_of(record)));
    return record;
}

void load_record(Model& model, std::string_view key, std::string_view text) {
    auto record = decode_stored(key, text);
    if (record) return put(model, std::move(*record));
    std::erase_if(model.damaged, [&](const Damaged& damaged) { return damaged.key == key; });
    model.damaged.push_back({std::string(key), std::string(text), std::move(record.error())});
}

std::optional<Record> record_at(const Model& model, std::string_view key) {
    const auto parts = parse_key(key);
    std::optional<Record> found;
    each_shelf(model, [&](const RecordKind& kind, const auto& shelf) {
        if (parts && parts->kind == &kind) found = record_on(shelf, parts->id);
    });
    return found;
}

void remove_record(Model& model, std::string_view key) {
    const auto parts = parse_key(key);
    each_shelf(model, [&](const RecordKind& kind, auto& shelf) {
        if (parts && parts->kind == &kind) remove_from(shelf, parts->id);
    });
}

std::vector<Record> records_of(const Model& model) {
    std::vector<Record> records;
    each_shelf(model, [&](const RecordKind&, const auto& shelf) { add_all(records, shelf); });
    return records;
}

Model model_of(std::vector<Record> records, std::vector<Damaged> damaged) {
    Model model;
    for (Record& record : records) put(model, std::move(record));
    model.damaged = std::move(damaged);
    return model;
}

std::vector<event::LineDiscount> standing_discounts(const Model& model,
                                                    const Authorization& authorization, Date on) {
    const auto isv = authorization.state.content.value("isv_account");
    std::map<std::string, std::pair<Date, Percent>> latest;
    for (const auto& [id, now] : model.authorizations()) {
        if (now.kind() != DealKind::recurring || now.state.content.value("isv_account") != isv)
            continue;
        const Authorization other = as_of(now, on);
        if (other.state.status != AuthorizationStatus::authorized) continue;
        const AuthorizationTerms& terms = terms_of(other);
        if (terms.starts > on || is_expired(other, on)) continue;
        const Date since = *other.state.authorized_on;
        for (const AuthorizedProduct& product : terms.products) {
            if (is_revoked(other, product.id)) continue;
            const auto [place, fresh] = latest.insert({product.id, {since, product.discount}});
            if (!fresh && place->second.first <= since) place->second = {since, product.discount};
        }
    }
    std::vector<event::LineDiscount> standing;
    for (const auto& [product, grant] : latest) standing.push_back({product, grant.second});
    return standing;
}

Surroundings surroundings_of(const Model& model, const Deal& deal,
                             const Authorization& authorization, Date on) {
    Surroundings around{as_of(authorization, on), model.workspace()};
    if (settings_of(deal).stacking == Stacking::additive)
        around.standing = standing_discounts(model, authorization, on);
    const Deal* replaced = deal.replaces ? model.find(*deal.replaces) : nullptr;
    if (replaced)
        if (const auto then = as_of(*replaced, on)) around.replaced = *then;
    return around;
}

Model as_of(const Model& model, Date on) {
    Model then = model;
    auto& authorizations = then.all<Authorization>();
    std::erase_if(authorizations, [&](const auto& each) { return each.second.created_on > on; });
    for (auto& [id, authorization] : authorizations) authorization = as_of(authorization, on);
    auto& deals = then.all<Deal>();
    std::erase_if(deals, [&](const auto& each) { return each.second.created_on > on; });
    for (auto& [id, deal] : deals) deal = *as_of(deal, on);
    return then;
}

std::optional<Subject> subject_of(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return std::nullopt;
    return Subject{deal, *authorization};
}

std::vector<Subject> subjects_of(const Model& model) {
    std::vector<Subject> subjects;
    for (const auto& [id, deal] : model.deals())
        if (const auto subject = subject_of(model, deal)) subjects.push_back(*subject);
    return subjects;
}

}  // namespace cppo
