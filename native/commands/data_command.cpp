// cppo data: all records at once, in and out, and whether they can all be read.
#include "assets.hpp"
#include "cli/files.hpp"
#include "commands/desk_session.hpp"
#include "commands/mail_answer.hpp"
#include "commands/nouns.hpp"
#include "desk/import_preview.hpp"

namespace cppo {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

Outcome take_over(const Call& call, std::string_view bytes) {
    DeskSession session = TRY(DeskSession::write(call));
    Imported imported = TRY(decode_export(bytes));
    const bool replace = call.arguments.has("replace");
    if (replace) session.make_way_for(imported.records);
    else if (Issues conflicts = import_conflicts(session.model(), imported.records);
             !conflicts.empty()) {
        for (Error& conflict : conflicts) conflict.detail += "; add --replace to use the file's";
        return tl::unexpected(Refusal(std::move(conflicts)));
    }
    TRY(session.desk().carry_out(command::Import{imported.records, "", replace}, Date()));
    CHECK_OK(session.save());
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
    const DeskSession session = TRY(DeskSession::read(call));
    const std::string bytes = encode_export(records_of(session.model()));
    const std::string file = call.arguments.value("FILE");
    const std::size_t count = records_of(session.model()).size();
    if (file == "-") return Answer{bytes, bytes};
    CHECK_OK(write_named(file, bytes, "FILE", call.arguments.has("force")));
    return Answer{
        counted(count, "record") + " written to " + file + '\n',
        print_json(JsonObject{{"exported", static_cast<std::int64_t>(count)}, {"file", file}})};
}

Outcome check_data(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Model& model = session.model();
    Issues issues;
    for (const auto& [id, deal] : model.deals())
        if (!model.find(deal.authorization))
            issues.push_back({Code::not_found, key_of<Deal>(id),
                              "the deal's authorization " + in_quotes(deal.authorization.value) +
                                  " is not here"});
    const std::string counts = counted(model.authorizations().size(), "authorization") + ", " +
                               counted(model.deals().size(), "deal") + ", " +
                               std::to_string(model.damaged.size()) + " set aside\n";
    const JsonObject json = {
        {"authorizations", static_cast<std::int64_t>(model.authorizations().size())},
        {"deals", static_cast<std::int64_t>(model.deals().size())},
        {"set_aside", static_cast<std::int64_t>(model.damaged.size())}};
    // Those set aside have been reported while they were read.
    return Answer{counts, print_json(json), issues, !model.damaged.empty()};
}

Outcome run_compare(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const std::string bytes = TRY(read_export(call));
    const Imported file = TRY(decode_export(bytes));
    Table table{{{"", "Record"}, {"", "Change"}, {"", "What happens to yours"}}, {}};
    JsonArray json;
    for (const ImportRow& row : import_rows(session.model(), file.records)) {
        const std::string change(text(row.lineage));
        table.rows.push_back({row.key, change, row.words});
        json.push_back(JsonObject{{"record", row.key}, {"change", change}, {"words", row.words}});
    }
    return Answer{plain_text(table), print_json(std::move(json))};
}

}  // namespace

std::vector<Verb> data_verbs() {
    const Option replace = {"replace", "",
                            "Replace your records even if they have steps that the file lacks; "
                            "a copy of each replaced damaged file is kept under another name.",
                            Need::optional};
    return {{"data",
             "sample",
             "Imports the sample workspace, to try things out.",
             {replace},
             {"data sample"},
             run_sample},
            {"data",
             "check",
             "Reads every record and reports those that cannot be read.",
             {},
             {"data check"},
             check_data},
            {"data",
             "export",
             "Writes all records to one file, like the page's \"Export all\".",
             {{"FILE", "", "The file to write; - writes to standard output."}, force_option},
             {"data export desk.json"},
             run_export},
            {"data",
             "compare",
             "Previews what importing an export would change.",
             {{"FILE", "", "The export, or one record; - reads standard input."}},
             {"data compare desk.json"},
             run_compare},
            {"data",
             "import",
             "Imports the records of an export; sets damaged ones aside.",
             {{"FILE", "", "The export, or one record; - reads standard input."}, replace},
             {"data import desk.json"},
             run_import}};
}

}  // namespace cppo
