// cppo schema: the forms for other programs, as JSON Schema.
#include "codec/form_schema.hpp"
#include "commands/mail_answer.hpp"

namespace cppo {

static Outcome run_schema(const Call& call) {
    const FormKind kind = TRY(call.arguments.choice<FormKind>("form"));
    const std::string schema = print_json(form_schema(kind));
    if (call.arguments.has("out")) return hand_out(call, schema, {});
    return Answer{schema, schema};
}

std::vector<Verb> schema_verbs() {
    return {{"schema",
             "",
             "Prints the JSON Schema of a complete form's content.",
             {{"form", "FORM",
               "raf: Reseller Authorization. crt: Custom Resale Transaction. ctr: Custom "
               "Transaction Request."},
              out_option,
              force_option},
             {"schema --form ctr", "schema --form raf --out raf.schema.json"},
             run_schema}};
}

}  // namespace cppo
