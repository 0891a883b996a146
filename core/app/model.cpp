#include "app/model.hpp"

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
