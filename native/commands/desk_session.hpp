// The records one command works on: read from --data once, and stored again where it changed them.
#pragma once

#include <memory>

#include "cli/verb.hpp"
#include "desk/desk.hpp"
#include "store/store.hpp"

namespace cppo {

class DeskSession {
  public:
    /// Reads the records of --data, as they were at the end of the day of --as-of if it is given;
    /// those set aside are reported on the call's err.
    static Result<DeskSession> read(const Call& call);

    /// The same, and keeps other writers out until the session ends.
    static Result<DeskSession> write(const Call& call);

    const Model& model() const { return then_ ? *then_ : desk_.model(); }
    const Model& recorded() const { return desk_.model(); }  ///< up to now, whatever --as-of says
    Desk& desk() { return desk_; }

    /// Stores what the desk has changed, all of it or, after a refusal, nothing.
    Result<void> save();

    /// Lets these records take the places of files that were set aside, whose bytes are kept
    /// under other names.
    void make_way_for(const std::vector<Record>& records);

  private:
    DeskSession(std::unique_ptr<Store> store, Model model, std::string salt, const Call& call);

    std::unique_ptr<Store> store_;
    Desk desk_;
    std::optional<Model> then_;
    std::vector<Damaged> set_aside_;
};

/// NOT_FOUND for a record that is not there.
Error no_such(const AuthorizationId& id);
Error no_such(const DealId& id);

/// The record that --id names.
Result<const Authorization*> authorization_named(const Call& call, const DeskSession& session);

/// The deal that this option names. Refuses NOT_YET for one that was created after --as-of.
Result<const Deal*> deal_named(const Call& call, const DeskSession& session,
                               std::string_view option = "id");

}  // namespace cppo
