// The page's start: the desk meets the browser here and nowhere else.
#include "app/desk.hpp"
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

Desk& desk() {
    static Desk the(today(), random_salt());
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
        desk().receive(files.front().name, files.front().bytes, files.front().problem);
    web::wake();
}

void attach(const std::variant<AuthorizationId, DealId>& to, const std::vector<web::File>& files) {
    if (!files.empty())
        desk().attach(to, files.front().name, files.front().bytes, files.front().problem);
    web::wake();
}

void save(const Intents& intents) {
    std::vector<web::Record> batch;
    for (const Record& record : intents.save) batch.push_back({key_of(record), encode(record)});
    for (const UndoLog::Stored& stored : intents.beside)
        batch.push_back({stored.key, stored.text, true});
    web::save(std::move(batch));
}

void set_scale(float scale) {
    web::set_scale(scale);
    ui::set_scale(scale);
    ui::apply_style();
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

void print_paper(const Print& asked) {
    std::vector<web::PrintBlock> blocks = {
        {web::PrintBlock::Kind::heading, asked.document.title, {}, {}}};
    for (const Block& block : asked.document.blocks) blocks.push_back(block_of(block));
    web::print_page(asked.title, blocks);
}

void carry_out(const Intents& intents) {
    if (!intents.save.empty() || !intents.beside.empty()) save(intents);
    if (intents.route) web::set_route(*intents.route);
    if (intents.copy) web::copy_text(*intents.copy);
    if (const auto& file = intents.download)
        web::download(file->name, file->media_type, file->bytes, file->passphrase);
    if (const auto& file = intents.unseal)
        web::unseal({file->name, file->bytes, ""}, file->passphrase);
    if (intents.print) print_paper(*intents.print);
    if (intents.pick_file) web::pick_files(accepted_files, false, web::Reading::text, receive);
    if (const auto& record = intents.attach_to)
        web::pick_files("", false, web::Reading::bytes,
                        [to = *record](const auto& files) { attach(to, files); });
    if (intents.scale) set_scale(static_cast<float>(*intents.scale) / 100);
    if (intents.retry_save) web::retry();
    if (intents.read) web::tell_read(*intents.read);
    if (intents.guard) web::guard(intents.guard->what, intents.guard->of);
    if (intents.take_over) web::take_over();
    if (intents.apply_update) web::apply_update();
    if (intents.changed) web::wake();
}

void draw() {
    desk().set_today(today());
    Intents intents;
    desk().draw(intents);
    carry_out(intents);
    web::set_title(desk().title());
}

void tell_state() {
    desk().keep(web::save_state(), web::text(web::save_state()), web::save_problem());
    web::wake();
}

void open_storage() {
    web::StorageHooks hooks;
    hooks.records = [](web::Loaded loaded) {
        desk().load(std::move(loaded));
        web::wake();
    };
    hooks.state_changed = tell_state;
    hooks.guards_changed = [] {
        desk().guard(web::guards());
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
        desk().visit(route);
        web::wake();
    };
    hooks.files_dropped = receive;
    hooks.update_ready = [] {
        desk().offer_update();
        web::wake();
    };
    for (const int chord : ui::shortcuts()) web::claim_shortcut(chord);
    web::start(std::move(hooks));
    desk().visit(web::route());
    open_storage();
    return 0;
}
