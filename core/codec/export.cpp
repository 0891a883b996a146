#include <set>

#include "base/text.hpp"
#include "codec/object_reader.hpp"
#include "codec/record_json.hpp"

namespace cppo {
namespace {

std::string_view text_in(const Json& json, std::string_view key) {
    if (const auto* members = std::get_if<JsonObject>(&json.value))
        for (const JsonMember& member : *members)
            if (const auto* text = std::get_if<std::string>(&member.value.value))
                if (member.key == key) return *text;
    return {};
}

/// Where a record that cannot be read was kept, if its kind and id still say so.
std::string key_in(const Json& json, const std::string& place) {
    const RecordKind* kind = find_kind(text_in(json, "kind"));
    if (!kind) return place;
    if (kind->single) return text(RecordKey{kind, ""});
    const auto id = parse_record_name(text_in(json, "id"), "id");
    return id ? text(RecordKey{kind, *id}) : place;
}

/// Takes the records of an export as they are read.
class Records {
  public:
    Imported imported;

    void take(const Json& item, std::string_view text) {
        const std::string place = "records[" + std::to_string(count_++) + "]";
        auto record = record_of(item);
        if (record && !keys_.insert(key_of(*record)).second)
            record = refuse(Code::duplicate_key, "id",
                            "the file holds the record " + in_quotes(key_of(*record)) + " twice");
        if (record) imported.records.push_back(std::move(*record));
        else
            imported.damaged.push_back(
                {key_in(item, place), std::string(text), within(place, std::move(record.error()))});
    }

  private:
    std::set<std::string> keys_;
    std::size_t count_ = 0;
};

}  // namespace

std::string encode_export(const std::vector<Record>& records) {
    return print_json_list({{"schema", 1}, {"kind", "export"}}, "records", records.size(),
                           [&](std::size_t i) { return json_of(records[i]); });
}

bool is_sealed(std::string_view bytes) { return bytes.starts_with("age-encryption.org/v1\n"); }

Result<Imported> decode_export(std::string_view json) {
    if (is_sealed(json))
        return refuse(Code::malformed, "document",
                      "the file is encrypted with a passphrase: decrypt it with age, "
                      "'age -d FILE > DECRYPTED', and import the result");
    Records records;
    const auto take = [&](const Json& item, std::string_view text) { records.take(item, text); };
    const Json document = TRY(parse_json_list(json, "records", take));
    CHECK_OK(check_schema(document));
    if (text_in(document, "kind") != "export") {
        Imported imported;
        imported.records.push_back(TRY(record_of(document)));
        return imported;
    }
    Verdict verdict;
    ObjectReader io(document, "", verdict);
    io.find("schema");
    io.find("kind");
    io.list("records");
    io.finish();
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return std::move(records.imported);
}

}  // namespace cppo
