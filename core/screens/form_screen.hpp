// Any form as plain rows: one view and one printer draw all three from this.
#pragma once

#include "desk/model.hpp"

namespace cppo {

struct FieldRow {
    std::string path;  ///< "price", "products[0].discount": what Edit takes
    std::string label;
    std::string help;
    FieldType type = FieldType::text;
    bool required = false;
    std::string value;    ///< as stored, empty when absent
    std::string reading;  ///< grouped for people
    std::string error;    ///< the sentence of this field's first problem, or empty
    std::string suffix;   ///< "USD", "%"
    std::vector<std::string> choices;
};

struct FormRow {
    int index = 0;
    std::vector<FieldRow> fields;
};

struct FormSection {
    std::string title;
    std::vector<FieldRow> fields;
    std::string group;     ///< of a repeated section, else empty
    std::string row_name;  ///< "product"
    std::vector<FormRow> rows;
    std::vector<std::string> column_titles;
    std::string problem;  ///< the sentence of a problem of the whole group, or empty
    std::string sum;      ///< of a schedule: "adds up to 110,000.00", or what is missing
    bool sum_fits = true;
};

enum class CheckState { done, open, bad };

struct CheckRow {
    CheckState state = CheckState::open;
    std::string text;
    std::string path = {};                ///< of the first field to be written, or empty
    std::vector<std::string> wrong = {};  ///< sentences about bad values
};

struct SignatureRow {
    Party party = Party::partner;
    std::string role;  ///< "ISV", "Partner", "Customer"
    bool present = false;
    bool can_sign = false;  ///< the form is complete and this party has not signed
    std::string name, title, on;
    std::string hash;  ///< what is, or would be, signed
};

struct FormScreen {
    FormKind kind = FormKind::reseller_authorization;
    std::string title;
    std::string purpose;
    bool editable = false;
    std::vector<FormSection> sections;
    std::vector<CheckRow> checklist;  ///< before it can be sent
    std::vector<SignatureRow> signatures;
    int problem_count = 0;
    std::string submitted_to;
    std::string return_reason;
};

FormScreen form_screen(const Model& model, const Authorization& authorization);
FormScreen form_screen(const Model& model, const Deal& deal);

}  // namespace cppo
