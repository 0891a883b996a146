// What happens to a form alike, whether it is an authorization's or a deal's request.
#pragma once

#include "commands/changes.hpp"

namespace cppo {

/// Examples of the verbs below, in their order.
struct FormExamples {
    std::string_view set, add_row, remove_row, sign, submit, back;
};

template <typename Payload>
Result<Payload> read_remove_row(const Arguments& arguments, const Model&) {
    const int row = TRY(arguments.count("row"));
    return event::RemoveRow{arguments.value("group"), row};
}

template <typename Payload>
Result<Payload> read_signature(const Arguments& arguments, const Model&) {
    const Party party = TRY(arguments.choice<Party>("party"));
    const Date on = TRY(arguments.date("on"));
    return event::Sign{{party, arguments.value("name"), arguments.value("title"), on, ""}};
}

template <typename Payload>
std::vector<EventRow<Payload>> form_events(std::string_view signers, const FormExamples& examples) {
    using Kind = decltype(EventRow<Payload>::kind);
    const Option group = {"group", "NAME", "The table of the form, such as products or schedule."};
    return {
        {Kind::edit,
         "set",
         "Writes one field of the form; every signature on it is dropped.",
         {{"field", "PATH", "The field, such as price or products[0].discount."},
          {"value", "TEXT", "What stands there from now on; an empty text clears the field."}},
         examples.set,
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Edit{a.value("field"), a.value("value")};
         }},
        {Kind::add_row,
         "add-row",
         "Adds an empty row at the end of a table of the form.",
         {group},
         examples.add_row,
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::AddRow{a.value("group")};
         }},
        {Kind::remove_row,
         "remove-row",
         "Takes a row out of a table of the form.",
         {group, {"row", "N", "The row, counted from 0 as in field paths."}},
         examples.remove_row,
         read_remove_row<Payload>},
        {Kind::sign,
         "sign",
         "Records a party's signature under the complete form.",
         {{"party", "PARTY", signers},
          {"name", "NAME", "Who signed."},
          {"title", "TITLE", "The signer's office."}},
         examples.sign,
         read_signature<Payload>},
        {Kind::submit,
         "submit",
         "Records that the form was handed to AWS.",
         {{"to", "MAIL",
           "The customer desk, mpcustdesk@amazon.com, or the channel manager; by modern-2024 the "
           "word portal."}},
         examples.submit,
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Submit{a.value("to")};
         }},
        {Kind::return_form,
         "return",
         "Records that AWS sent the form back; it is a draft again.",
         {{"reason", "TEXT", "What AWS answered."}},
         examples.back,
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Return{a.value("reason")};
         }},
    };
}

/// The file of --file with the digest of its bytes, and what --about says of it. Refuses NOT_FOUND.
Result<Attachment> read_attachment(const Arguments& arguments);

/// `attach`: names a file on the form. Target is command::ChangeAuthorization or
/// command::ChangeDeal.
template <typename Target>
Change attach_change(std::string_view noun, std::string_view example) {
    return {noun,
            "attach",
            "Names a file that goes with the form; its bytes stay where they are.",
            {{"id", "ID", "The record."},
             {"file", "PATH",
              "The file, of which name and SHA-256 are kept; one of that name is "
              "replaced."},
             on_option,
             {"about", "TEXT", "What it is.", Need::optional}},
            {example},
            [](const Arguments& a, const Model&) -> Result<Command> {
                auto id = TRY(a.id<decltype(Target::id)>("id"));
                auto file = TRY(read_attachment(a));
                return command::Attach{std::move(id), std::move(file)};
            }};
}

}  // namespace cppo
