#include "commands/desk.hpp"

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
    return refuse(Code::required, "data",
                  "neither XDG_DATA_HOME nor HOME says where the records are");
}

Result<Desk> Desk::read(const Call& call) {
    Desk desk(std::make_unique<Store>(TRY(data_directory(call.arguments))));
    desk.load(call);
    return desk;
}

Result<Desk> Desk::write(const Call& call) {
    Desk desk(std::make_unique<Store>(TRY(data_directory(call.arguments))));
    CHECK_OK(desk.store_->lock());
    desk.load(call);
    return desk;
}

void Desk::load(const Call& call) {
    model_ = store_->load();
    for (const Damaged& damaged : model_.damaged) call.err << text(damage_of(damaged)) << '\n';
}

static std::string new_salt() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device device;
    std::string salt;
    while (salt.size() < 32) salt += digits[device() % digits.size()];
    return salt;
}

Result<void> Desk::keep(const std::vector<Record>& changed) {
    if (changed.empty()) return {};
    Model next = model_;
    std::vector<Record> records;
    bool workspace_changed = false;
    for (const Record& record : changed) {
        put(next, record);
        if (std::holds_alternative<Workspace>(record)) workspace_changed = true;
        else records.push_back(record);
    }
    if (next.workspace.salt.empty()) {
        apply_step(next, TRY(update(next, command::EditWorkspace{"salt", new_salt()}, Env{})));
        workspace_changed = true;
    }
    if (workspace_changed) records.push_back(next.workspace);
    CHECK_OK(store_->save(records, model_));
    model_ = std::move(next);
    return {};
}

void Desk::make_way_for(const std::vector<Record>& records) {
    for (const Record& record : records) {
        const auto damaged =
            std::find_if(model_.damaged.begin(), model_.damaged.end(),
                         [&](const Damaged& one) { return one.key == key_of(record); });
        if (damaged == model_.damaged.end()) continue;
        store_->make_way_for(*damaged);
        model_.damaged.erase(damaged);
    }
}

static Error no_such(std::string_view noun, const std::string& id) {
    return {Code::not_found, "id", "there is no " + std::string(noun) + ' ' + in_quotes(id)};
}
Error no_such(const AuthorizationId& id) { return no_such("authorization", id.value); }
Error no_such(const DealId& id) { return no_such("deal", id.value); }

Result<const Authorization*> authorization_named(const Call& call, const Desk& desk) {
    const auto id = TRY(call.arguments.id<AuthorizationId>("id"));
    if (const Authorization* found = desk.model().find(id)) return found;
    return tl::unexpected(no_such(id));
}

Result<const Deal*> deal_named(const Call& call, const Desk& desk) {
    const auto id = TRY(call.arguments.id<DealId>("id"));
    if (const Deal* found = desk.model().find(id)) return found;
    return tl::unexpected(no_such(id));
}

}  // namespace cppo
