#include "codec/undo_step.hpp"

#include "codec/object_reader.hpp"
#include "codec/record_json.hpp"

namespace cppo {

std::string encode_undo(const UndoStep& step) {
    JsonArray kept;
    for (const KeptRecord& each : step.kept)
        kept.push_back(JsonObject{{"key", each.key},
                                  {"record", each.record ? json_of(*each.record) : Json()}});
    return print_json(JsonObject{{"schema", 1},
                                 {"kind", "undo"},
                                 {"name", step.name},
                                 {"taken_back", step.taken_back},
                                 {"kept", std::move(kept)}});
}

Result<UndoStep> decode_undo(std::string_view json) {
    const Json document = TRY(parse_json(json));
    UndoStep step;
    Verdict verdict;
    ObjectReader io(document, "", verdict);
    std::string kind;
    int schema = 0;
    io.count("schema", schema);
    io.member("kind", kind);
    io.text("name", step.name);
    io.member("taken_back", step.taken_back);
    io.each("kept", [&](ObjectReader& each) {
        KeptRecord kept;
        each.member("key", kept.key);
        const Json* record = each.find("record");
        if (record && !std::holds_alternative<std::nullptr_t>(record->value)) {
            auto read = record_of(*record);
            if (read) kept.record = std::move(*read);
            else each.add({read.error().code, "record", read.error().detail});
        }
        step.kept.push_back(std::move(kept));
    });
    io.finish();
    if (schema != 1 || kind != "undo") verdict.add({Code::schema_unsupported, "schema", "no undo"});
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return step;
}

}  // namespace cppo
