// cppo data: all records at once, in and out, and whether they can all be read.
#include "assets.hpp"
#include "cli/files.hpp"
#include "commands/desk.hpp"
#include "commands/nouns.hpp"
#include "desk/import_preview.hpp"

namespace cppo {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

/// Records that would replace another version of themselves.
Issues conflicts_of(const Model& model, const std::vector<Record>& records) {
    std::map<std::string, std::string> here;
    for (const Record& record : records_of(model)) here[key_of(record)] = encode(record);
    // A workspace nobody has written to yet is nothing to lose.
    if (here["workspace"] == encode(Workspace())) here.erase("workspace");
    Issues conflicts;
    for (const Record& record : records) {
        const std::string key = key_of(record);
        const auto found = here.find(key);
        if (found != here.end() && found->second != encode(record))
            conflicts.push_back({Code::already_exists, key,
                                 "another version of this record is here already; --replace takes "
                                 "the new one"});
    }
    return conflicts;
}

Outcome take_over(const Call& call, std::string_view bytes) {
    Desk desk = TRY(Desk::write(call));
    Imported imported = TRY(decode_export(bytes));
    if (call.arguments.has("replace")) desk.make_way_for(imported.records);
    else if (Issues conflicts = conflicts_of(desk.model(), imported.records); !conflicts.empty())
        return tl::unexpected(Refusal(std::move(conflicts)));
    const auto step = TRY(update(desk.model(), command::Import{imported.records}, Env()));
    CHECK_OK(desk.keep(step.changed));
    Answer answer;
    for (const Damaged& damaged : imported.damaged)
        answer.problems.push_back({Code::record_damaged, damaged.key,
                                   std::string(text(damaged.error.code)) + " at " +
                                       damaged.error.field + ": " + damaged.error.detail});
    answer.text = counted(imported.records.size(), "record") + " imported, " +
                  std::to_string(imported.damaged.size()) + " set aside\n";
    answer.json =
        print_json(JsonObject{{"imported", static_cast<std::int64_t>(imported.records.size())},
                              {"set_aside", static_cast<std::int64_t>(imported.damaged.size())}});
    return answer;
}

Result<std::string> read_export(const Call& call) {
    return read_input(call.arguments.value("FILE"), call.in, "FILE", long_input_bytes_max);
}

Outcome run_import(const Call& call) { return take_over(call, TRY(read_export(call))); }

Outcome run_sample(const Call& call) { return take_over(call, assets::sample); }

Outcome run_export(const Call& call) {
    const Desk desk = TRY(Desk::read(call));
    const std::string bytes = encode_export(records_of(desk.model()));
    const std::string file = call.arguments.value("FILE");
    const std::size_t count = records_of(desk.model()).size();
    if (file == "-") return Answer{bytes, bytes};
    CHECK_OK(write_file(file, bytes));
    return Answer{
        counted(count, "record") + " written to " + file + '\n',
        print_json(JsonObject{{"exported", static_cast<std::int64_t>(count)}, {"file", file}})};
}

Outcome run_check(const Call& call) {
    const Desk desk = TRY(Desk::read(call));
    const Model& model = desk.model();
    Issues issues;
    for (const auto& [id, deal] : model.deals)
        if (!model.find(deal.authorization))
            issues.push_back({Code::not_found, key_of<Deal>(id),
                              "the deal's authorization " + in_quotes(deal.authorization.value) +
                                  " is not here"});
    const std::string counts = counted(model.authorizations.size(), "authorization") + ", " +
                               counted(model.deals.size(), "deal") + ", " +
                               std::to_string(model.damaged.size()) + " set aside\n";
    const JsonObject json = {
        {"authorizations", static_cast<std::int64_t>(model.authorizations.size())},
        {"deals", static_cast<std::int64_t>(model.deals.size())},
        {"set_aside", static_cast<std::int64_t>(model.damaged.size())}};
    // Those set aside have been reported while they were read.
    return Answer{counts, print_json(json), issues, !model.damaged.empty()};
}

Outcome run_compare(const Call& call) {
    const Desk desk = TRY(Desk::read(call));
    const std::string bytes = TRY(read_export(call));
    const Imported file = TRY(decode_export(bytes));
    Table table{{{"", "Record"}, {"", "Change"}, {"", "What happens to ours"}}, {}};
    JsonArray json;
    for (const ImportRow& row : import_rows(desk.model(), file.records)) {
        const std::string change(text(row.lineage));
        table.rows.push_back({row.key, change, row.words});
        json.push_back(JsonObject{{"record", row.key}, {"change", change}, {"words", row.words}});
    }
    return Answer{plain_text(table), print_json(std::move(json))};
}

}  // namespace

std::vector<Verb> data_verbs() {
    const Option replace = {"replace", "",
                            "Let records of the file replace ours of the same name; damaged files "
                            "they replace are kept under another name.",
                            Need::optional};
    return {{"data",
             "sample",
             "Takes over the sample workspace, to try things out with.",
             {replace},
             {"data sample"},
             run_sample},
            {"data",
             "check",
             "Reads every record and tells which cannot be read.",
             {},
             {"data check"},
             run_check},
            {"data",
             "export",
             "Writes all records into one file, as the page's \"Export all\".",
             {{"FILE", "", "The file to write; - writes to standard output."}},
             {"data export desk.json"},
             run_export},
            {"data",
             "compare",
             "Tells what importing an export would do to our records.",
             {{"FILE", "", "The export, or one record; - reads standard input."}},
             {"data compare desk.json"},
             run_compare},
            {"data",
             "import",
             "Takes over the records of an export; damaged ones are set aside.",
             {{"FILE", "", "The export, or one record; - reads standard input."}, replace},
             {"data import desk.json"},
             run_import}};
}

}  // namespace cppo
