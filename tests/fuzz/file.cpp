// A file to import: its changes are previewed, and the screens of every record that can be read are
// drawn.
#include "desk/import_preview.hpp"
#include "fuzz.hpp"
#include "screens/overview.hpp"

void cppo::fuzz::file(std::string_view bytes) {
    auto file = decode_export(bytes);
    if (!file) return;
    const Model nothing;
    require(import_rows(nothing, file->records).size() == file->records.size(),
            "each record has its row");
    comes_back(encode_export(file->records), decode_export,
               [](const Imported& again) { return encode_export(again.records); });
    const Model model = model_of(std::move(file->records), std::move(file->damaged));
    for (const ImportRow& row : import_rows(model, records_of(model)))
        require(row.lineage == Lineage::same, "a record is the same as itself");
    home_screen(model, *parse_date("2026-11-24", "on"));
}
