// Everything the desk knows, as values: the workspace, its authorizations and its deals.
#pragma once

#include <map>
#include <tuple>

#include "codec/record.hpp"
#include "report/statement.hpp"

namespace cppo {

/// Where the records of one kind are: the only one, or all of them by id.
template <typename Kind>
struct ShelfOf {
    using type = Kind;
};
template <typename Kind>
    requires requires(Kind record) { record.id; }
struct ShelfOf<Kind> {
    using type = std::map<decltype(Kind::id), Kind>;
};

/// A shelf for each kind of record there is.
template <typename Variant>
struct ShelvesOf;
template <typename... Kinds>
struct ShelvesOf<std::variant<Kinds...>> {
    using type = std::tuple<typename ShelfOf<Kinds>::type...>;
};

struct Model {
    ShelvesOf<Record>::type shelves;  ///< in the order of `record_kinds`
    std::vector<Damaged> damaged;     ///< records set aside when the model was loaded

    template <typename Kind>
    auto& all() {
        return std::get<kind_index<Kind>()>(shelves);
    }
    template <typename Kind>
    const auto& all() const {
        return std::get<kind_index<Kind>()>(shelves);
    }
    Workspace& workspace() { return all<Workspace>(); }
    const Workspace& workspace() const { return all<Workspace>(); }
    const auto& authorizations() const { return all<Authorization>(); }
    const auto& deals() const { return all<Deal>(); }

    const Authorization* find(const AuthorizationId& id) const;
    const Deal* find(const DealId& id) const;
};

/// True when the record kept under this key was set aside.
bool is_damaged(const Model& model, std::string_view key);

/// Puts a record in its place, replacing an older version of it and a damaged one.
void put(Model& model, Record record);

/// Reads what a store holds under `key`. Refuses like decode(), and RECORD_DAMAGED where the record
/// contains another key.
Result<Record> decode_stored(std::string_view key, std::string_view text);

/// Puts that record in its place, or sets the text aside as damaged.
void load_record(Model& model, std::string_view key, std::string_view text);

/// The record kept under this key. remove_record() removes it.
std::optional<Record> record_at(const Model& model, std::string_view key);
void remove_record(Model& model, std::string_view key);

/// Every record of the model, workspace first, then by key.
std::vector<Record> records_of(const Model& model);

/// The model of records read from a store; damaged ones are set aside.
Model model_of(std::vector<Record> records, std::vector<Damaged> damaged);

/// What a deal's guards look at on `on`. The model outlives it.
Surroundings surroundings_of(const Model& model, const Deal& deal,
                             const Authorization& authorization, Date on);

/// The model with its deals and authorizations as they were at the end of a day, without those
/// created later.
Model as_of(const Model& model, Date on);

/// What recurring authorizations of the authorization's ISV grant on `on`, one discount a product;
/// of several for one product the one authorized last.
std::vector<event::LineDiscount> standing_discounts(const Model& model,
                                                    const Authorization& authorization, Date on);

/// A deal's subject for statements; nothing when its authorization is missing.
std::optional<Subject> subject_of(const Model& model, const Deal& deal);
std::vector<Subject> subjects_of(const Model& model);

}  // namespace cppo
