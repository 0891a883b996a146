// The page's start: the page meets the browser here and nowhere else.
#include "app/page.hpp"
#include "browser/platform.hpp"
#include "keeper/storage.hpp"

using namespace cppo;

namespace {

constexpr const char* accepted_files = ".json,.age,application/json";

Date today() {
    const auto date = parse_date(web::today(), "today");
    INVARIANT(date.has_value());
    return *date;
}

// 32 hexadecimal digits from the browser's cryptographic source.
std::string random_salt() {
    constexpr char digits[] = "0123456789abcdef";
    std::string salt;
    for (const std::uint8_t byte : web::random_bytes()) {
        salt += digits[byte >> 4];
        salt += digits[byte & 15];
    }
    return salt;
}

Page& page() {
    static Page the(today(), random_salt());
    return the;
}

void follow(const web::Preferences& preferences) {
    using enum ui::Scheme;
    ui::set_theme(preferences.high_contrast ? (preferences.dark ? dark_contrast : light_contrast)
                                            : (preferences.dark ? dark : light));
    ui::set_touch(preferences.coarse_pointer);
    ui::apply_style();
}

void receive(const std::vector<web::File>& files) {
    if (!files.empty())
        page().receive(files.front().name, files.front().bytes, files.front().problem);
    web::wake();
}

void attach(const std::variant<AuthorizationId, DealId>& to, const std::vector<web::File>& files) {
    if (!files.empty())
        page().attach(to, files.front().name, files.front().bytes, files.front().problem);
    web::wake();
}

web::PrintBlock block_of(const Block& block) {
    using Kind = web::PrintBlock::Kind;
    static constexpr Kind kinds[] = {Kind::subheading, Kind::paragraph, Kind::facts, Kind::table,
                                     Kind::signature};
    web::PrintBlock made{
        kinds[static_cast<std::size_t>(block.kind)], block.text, block.table.rows, {}};
    if (block.kind != Block::Kind::table) return made;
    std::vector<std::string> head;
    for (const Column& column : block.table.columns) {
        head.push_back(column.title);
        made.right.push_back(column.number);
    }
    made.rows.insert(made.rows.begin(), std::move(head));
    return made;
}

// One for each kind of intent; a kind without one does not compile.
void carry_out(const intent::Save& save) {
    std::vector<web::Record> batch;
    for (const Record& record : save.records) batch.push_back({key_of(record), encode(record)});
    for (const UndoLog::Stored& stored : save.beside)
        batch.push_back({stored.key, stored.text, true});
    web::save(std::move(batch));
}

void carry_out(const intent::Go& go) { web::set_route(go.address); }

void carry_out(const intent::Copy& copy) { web::copy_text(copy.text); }

void carry_out(const intent::Download& file) {
    web::download(file.name, file.media_type, file.bytes, file.passphrase);
}

void carry_out(const intent::Unseal& file) {
    web::unseal({file.name, file.bytes, ""}, file.passphrase);
}

void carry_out(const intent::Print& print) {
    std::vector<web::PrintBlock> blocks = {
        {web::PrintBlock::Kind::heading, print.document.title, {}, {}}};
    for (const Block& block : print.document.blocks) blocks.push_back(block_of(block));
    web::print_page(print.title, blocks);
}

void carry_out(intent::PickImport) {
    web::pick_files(accepted_files, false, web::Reading::text, receive);
}

void carry_out(const intent::PickAttachment& pick) {
    web::pick_files("", false, web::Reading::bytes,
                    [to = pick.owner](const auto& files) { attach(to, files); });
}

void carry_out(intent::Scale chosen) {
    const float scale = static_cast<float>(chosen.percent) / 100;
    web::set_scale(scale);
    ui::set_scale(scale);
    ui::apply_style();
}

void carry_out(intent::RetrySave) { web::retry(); }

void carry_out(const intent::ConfirmLoaded& loaded) { web::confirm_loaded(loaded.damaged); }

void carry_out(const intent::Backup& asked) { web::request_backup(asked.what, asked.of); }

void carry_out(intent::TakeOver) { web::take_over(); }

void carry_out(intent::ApplyUpdate) { web::apply_update(); }

void carry_out(intent::Redraw) { web::wake(); }

void draw() {
    page().set_today(today());
    Intents intents;
    page().draw(intents);
    for (const Intent& intent : intents)
        std::visit([](const auto& kind) { carry_out(kind); }, intent);
    web::set_title(page().title());
}

void show_save_state() {
    page().keep(web::save_state(), web::words_of(web::save_state()), web::save_problem());
    web::wake();
}

void open_storage() {
    web::StorageHooks hooks;
    hooks.records = [](web::Loaded loaded) {
        page().load(std::move(loaded));
        web::wake();
    };
    hooks.state_changed = show_save_state;
    hooks.safekeeping_changed = [] {
        page().protect(web::safekeeping());
        web::wake();
    };
    web::open_storage(std::move(hooks));
}

}  // namespace

int main() {
    web::Hooks hooks;
    hooks.frame = draw;
    hooks.preferences = follow;
    hooks.route = [](std::string_view route) {
        page().visit(route);
        web::wake();
    };
    hooks.files_dropped = receive;
    hooks.update_ready = [] {
        page().offer_update();
        web::wake();
    };
    for (const int chord : ui::shortcuts()) web::claim_shortcut(chord);
    web::start(std::move(hooks));
    page().visit(web::route());
    open_storage();
    return 0;
}
