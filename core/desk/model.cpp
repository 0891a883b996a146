#include "desk/model.hpp"

#include <algorithm>

namespace cppo {

const Authorization* Model::find(const AuthorizationId& id) const {
    const auto found = authorizations.find(id);
    return found == authorizations.end() ? nullptr : &found->second;
}

const Deal* Model::find(const DealId& id) const {
    const auto found = deals.find(id);
    return found == deals.end() ? nullptr : &found->second;
}

namespace {

struct Put {
    Model& model;
    void operator()(Workspace workspace) const { model.workspace = std::move(workspace); }
    void operator()(Authorization authorization) const {
        const AuthorizationId id = authorization.id;
        model.authorizations.insert_or_assign(id, std::move(authorization));
    }
    void operator()(Deal deal) const {
        const DealId id = deal.id;
        model.deals.insert_or_assign(id, std::move(deal));
    }
};

}  // namespace

bool is_damaged(const Model& model, std::string_view key) {
    return std::any_of(model.damaged.begin(), model.damaged.end(),
                       [&](const Damaged& damaged) { return damaged.key == key; });
}

void put(Model& model, Record record) {
    const std::string key = key_of(record);
    std::erase_if(model.damaged, [&](const Damaged& damaged) { return damaged.key == key; });
    std::visit(Put{model}, std::move(record));
}

/// The id after `noun` and a slash; nothing for a key of another kind.
template <typename Id>
static std::optional<Id> id_in(std::string_view key, std::string_view noun) {
    const bool named = key.starts_with(noun) && key.substr(noun.size()).starts_with('/');
    return named ? std::optional<Id>(Id{std::string(key.substr(noun.size() + 1))}) : std::nullopt;
}

std::optional<Record> record_at(const Model& model, std::string_view key) {
    if (key == "workspace") return model.workspace;
    if (const auto id = id_in<AuthorizationId>(key, "authorization"))
        if (const Authorization* found = model.find(*id)) return *found;
    if (const auto id = id_in<DealId>(key, "deal"))
        if (const Deal* found = model.find(*id)) return *found;
    return std::nullopt;
}

void remove_record(Model& model, std::string_view key) {
    if (const auto id = id_in<AuthorizationId>(key, "authorization"))
        model.authorizations.erase(*id);
    if (const auto id = id_in<DealId>(key, "deal")) model.deals.erase(*id);
}

std::vector<Record> records_of(const Model& model) {
    std::vector<Record> records = {model.workspace};
    for (const auto& [id, authorization] : model.authorizations) records.push_back(authorization);
    for (const auto& [id, deal] : model.deals) records.push_back(deal);
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
    for (const auto& [id, other] : model.authorizations) {
        if (other.kind() != DealKind::recurring ||
            other.state.status != AuthorizationStatus::authorized)
            continue;
        const AuthorizationTerms& terms = terms_of(other);
        if (terms.isv.account.digits != isv || terms.starts > on || is_expired(other, on)) continue;
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
    Surroundings around{authorization, model.workspace};
    if (settings_of(deal).stacking == Stacking::additive)
        around.standing = standing_discounts(model, authorization, on);
    if (deal.replaces) around.replaced = model.find(*deal.replaces);
    return around;
}

std::optional<Subject> subject_of(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return std::nullopt;
    return Subject{deal, *authorization};
}

std::vector<Subject> subjects_of(const Model& model) {
    std::vector<Subject> subjects;
    for (const auto& [id, deal] : model.deals)
        if (const auto subject = subject_of(model, deal)) subjects.push_back(*subject);
    return subjects;
}

}  // namespace cppo
