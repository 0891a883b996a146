#include "commands/desk_session.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <random>

namespace cppo {

/// $XDG_DATA_HOME/cppo by the XDG base directory specification, unless --data says otherwise.
static Result<std::filesystem::path> data_directory(const Arguments& arguments) {
    if (const std::string given = arguments.value("data"); !given.empty()) return given;
    std::error_code none;
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value ? value : "");
    };
    if (const auto data = variable("XDG_DATA_HOME"); data.is_absolute()) return data / "cppo";
    const auto home = variable("HOME");
    if (home.is_absolute() && std::filesystem::exists(home, none))
        return home / ".local/share/cppo";
    return refuse(Code::required, "data", "neither XDG_DATA_HOME nor HOME is set; give --data");
}

static std::string new_salt() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device device;
    std::string salt;
    while (salt.size() < 32) salt += digits[device() % digits.size()];
    return salt;
}

DeskSession::DeskSession(std::unique_ptr<Store> store, Model model, std::string salt,
                         const Call& call)
    : store_(std::move(store)), desk_(std::move(model), std::move(salt)) {
    set_aside_ = desk_.model().damaged;
    for (const Damaged& damaged : set_aside_) call.err << text(damage_of(damaged)) << '\n';
}

Result<DeskSession> DeskSession::read(const Call& call) {
    auto store = std::make_unique<Store>(TRY(data_directory(call.arguments)));
    CHECK_OK(store->check_readable());
    Model model = TRY(store->load());
    DeskSession session(std::move(store), std::move(model), "", call);
    if (call.arguments.has("as-of"))
        session.then_ = as_of(session.recorded(), TRY(call.arguments.date("as-of")));
    return session;
}

Result<DeskSession> DeskSession::write(const Call& call) {
    auto store = std::make_unique<Store>(TRY(data_directory(call.arguments)));
    CHECK_OK(store->lock());
    Model model = TRY(store->load());
    return DeskSession(std::move(store), std::move(model), new_salt(), call);
}

Result<void> DeskSession::save() {
    // A directory keeps no undo steps.
    const std::vector<Record> records = desk_.take_unsaved().records;
    if (records.empty()) return {};
    return store_->save(records, set_aside_);
}

void DeskSession::make_way_for(const std::vector<Record>& records) {
    for (const Record& record : records) {
        const auto damaged =
            std::find_if(set_aside_.begin(), set_aside_.end(),
                         [&](const auto& one) { return one.key == key_of(record); });
        if (damaged == set_aside_.end()) continue;
        store_->make_way_for(*damaged);
        set_aside_.erase(damaged);
    }
}

static Error no_such(std::string_view noun, const std::string& id) {
    return {Code::not_found, "id", "there is no " + std::string(noun) + ' ' + in_quotes(id)};
}
Error no_such(const AuthorizationId& id) { return no_such("authorization", id.value); }
Error no_such(const DealId& id) { return no_such("deal", id.value); }

Result<const Authorization*> authorization_named(const Call& call, const DeskSession& session) {
    const auto id = TRY(call.arguments.id<AuthorizationId>("id"));
    if (const Authorization* found = session.model().find(id)) return found;
    return tl::unexpected(no_such(id));
}

Result<const Deal*> deal_named(const Call& call, const DeskSession& session,
                               std::string_view option) {
    const auto id = TRY(call.arguments.id<DealId>(option));
    if (const Deal* found = session.model().find(id)) return found;
    if (const Deal* later = session.recorded().find(id))
        CHECK_OK(as_of(*later, TRY(call.arguments.date("as-of"))));
    Error none = no_such(id);
    none.field = option;
    return tl::unexpected(none);
}

}  // namespace cppo
