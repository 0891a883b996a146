// A file to import: what of it would change is told before, and the screens of what it brings are
// drawn from any record that was read.
#include "app/import_preview.hpp"
#include "app/overview.hpp"
#include "fuzz.hpp"

using namespace cppo;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto file = decode_export(fuzz::text_of(data, size));
    if (!file) return 0;
    const Model nothing;
    fuzz::require(import_rows(nothing, file->records).size() == file->records.size(),
                  "each record has its row");
    const Model model = model_of(std::move(file->records), std::move(file->damaged));
    for (const ImportRow& row : import_rows(model, records_of(model)))
        fuzz::require(row.lineage == Lineage::same, "a record is the same as itself");
    home_screen(model, *parse_date("2026-11-24", "on"));
    return 0;
}
