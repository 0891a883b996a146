#include "deal/form_events.hpp"

#include "base/text.hpp"
#include "forms/reading.hpp"

namespace cppo::event {

static const Section& section_of(const Form& form, const FieldPath& place) {
    for (const Section& section : form.sections)
        if (section.group == place.group)
            for (const Field& field : section.fields)
                if (field.key == place.key) return section;
    INVARIANT(false);
}

/// "Off list price of product 1", "Legal name (ISV)", "Currency": a field by itself.
static std::string field_label(const Section& section, const Field& field, int row) {
    std::string label(field.label);
    if (const auto unit = label.find(" (%)"); unit != label.npos) label.erase(unit);
    if (!section.group.empty()) {
        const std::string place = std::string(section.row_name) + ' ' + std::to_string(row + 1);
        return lower(label) == section.row_name ? capitalized(place) : label + " of " + place;
    }
    for (Party party : {Party::isv, Party::partner, Party::customer})
        if (section.title == role(party)) return label + " (" + std::string(role(party)) + ')';
    return label;
}

std::string whom(Party party) {
    return party == Party::partner ? "you" : std::string(spoken(party));
}

std::string Edit::sentence(const FormWords& words) const {
    const FieldPath place = *parse_field_path(path);
    const Section& section = section_of(form(words.kind), place);
    const Field& field = *form(words.kind).field(place.group, place.key);
    const std::string label = field_label(section, field, place.row);
    if (trimmed(text).empty()) return label + ": cleared";
    const auto kept = canonical(field, text, words.currency, path);
    const std::string value = kept ? in_words(field, *kept, words.currency) : text;
    const std::string unit(unit_of(field, words.currency));
    return label + ": " + value + (unit.empty() ? "" : ' ' + unit);
}

std::string AddRow::sentence(const FormWords& words) const {
    const std::string row(form(words.kind).group(group)->row_name);
    const bool vowel = std::string_view("aeiou").find(row.front()) != std::string_view::npos;
    return (vowel ? "Added an " : "Added a ") + row;
}

std::string RemoveRow::sentence(const FormWords& words) const {
    return "Removed " + std::string(form(words.kind).group(group)->row_name) + ' ' +
           std::to_string(row + 1);
}

}  // namespace cppo::event
