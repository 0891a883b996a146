// The records one command works on: read once, and kept again where the command changes them.
#pragma once

#include <memory>

#include "cli/verb.hpp"
#include "desk/update.hpp"
#include "store/store.hpp"

namespace cppo {

class Desk {
  public:
    /// Reads the records of --data; those set aside are reported on the call's err.
    static Result<Desk> read(const Call& call);

    /// The same, and keeps other writers out until the desk goes.
    static Result<Desk> write(const Call& call);

    const Model& model() const { return model_; }

    /// Keeps new versions of records, as update() answers with them. The first time, the workspace
    /// gets the salt of its reference numbers.
    Result<void> keep(const std::vector<Record>& changed);

    /// Lets these records take the places of files that were set aside, whose bytes are kept
    /// under other names.
    void make_way_for(const std::vector<Record>& records);

  private:
    explicit Desk(std::unique_ptr<Store> store) : store_(std::move(store)) {}
    void load(const Call& call);

    std::unique_ptr<Store> store_;
    Model model_;
};

/// NOT_FOUND for a record that is not there.
Error no_such(const AuthorizationId& id);
Error no_such(const DealId& id);

/// The record that --id names.
Result<const Authorization*> authorization_named(const Call& call, const Desk& desk);
Result<const Deal*> deal_named(const Call& call, const Desk& desk);

}  // namespace cppo
