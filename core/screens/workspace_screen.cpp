// The workspace's facts as fields of a form.
#include "screens/workspace_screen.hpp"

#include "desk/workspace_edit.hpp"

namespace cppo {

std::vector<FieldRow> workspace_fields(const Model& model) {
    std::vector<FieldRow> rows;
    for (const Field& field : workspace_field_list()) {
        FieldRow row;
        row.path = field.key;
        row.label = field.label;
        row.help = field.help;
        row.type = field.type;
        row.required = field.required;
        row.value = workspace_value(model.workspace(), field.key);
        row.reading = row.value;
        if (field.type == FieldType::account && !row.value.empty())
            row.reading = in_groups(AccountId{row.value});
        for (std::string_view choice : field.choices) row.choices.emplace_back(choice);
        if (field.type == FieldType::flag) row.choices = {"yes", "no"};
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace cppo
