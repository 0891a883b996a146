#include "views/action.hpp"

#include "base/text.hpp"
#include "views/fields.hpp"
#include "views/files.hpp"

namespace cppo::views {

namespace {

constexpr const char* draft_name = "action";

// What is in the dialog's fields now.
Answers answers_of(const Action& action, const Draft& draft) {
    Answers answers;
    for (const FieldRow& row : action.fields) {
        const auto typed = draft.texts.find(row.path);
        answers[row.path] =
            typed == draft.texts.end() ? row.value : std::string(trimmed(typed->second));
    }
    return answers;
}

// The form as a mail, to be sent from the person's own mail program.
void draw_mail(Context& context, const Owner& owner, const std::string& to) {
    const auto mail = mail_draft(context.model, owner, to);
    if (!mail) return;
    std::vector<ui::Fact> facts = {{"To", mail->to}, {"Subject", mail->subject}};
    for (const Attachment& file : mail->files)
        facts.push_back({"Attach", file.name + ", SHA-256 " + file.sha256});
    ui::facts("mail", "E-mail", facts);
    const std::string pressed =
        ui::buttons({{"download", "Download e-mail (.eml)"}, {"copy", "Copy text"}});
    if (pressed == "download")
        context.out.set(intent::Download{mail->file_name, "message/rfc822", mail->eml});
    if (pressed == "copy") {
        context.out.set(intent::Copy{mail->body});
        ui::toast("Form text copied.", ui::Tone::good);
    }
    ui::hairline();
}

// A refusal that is about none of the dialog's fields.
void draw_refusals(const Action& action, const Draft& draft) {
    for (const auto& [path, sentence] : draft.errors) {
        bool shown = false;
        for (const FieldRow& row : action.fields) shown = shown || row.path == path;
        if (!shown) ui::banner(path, ui::Tone::bad, sentence);
    }
}

void confirm(Context& context) {
    const Action& action = context.ui.action;
    Draft& draft = context.draft(draft_name);
    draft.errors.clear();
    auto made = command_of(action, draft, context.today);
    if (!made) return draft.refuse(made.error());
    context.asks.push_back(
        {std::move(made->command), made->on, draft_name, "", "", action.creates});
}

}  // namespace

FieldRow dialog_field(std::string path, std::string label, FieldType type, std::string value,
                      std::string help) {
    FieldRow made;
    made.path = std::move(path);
    made.label = std::move(label);
    made.help = std::move(help);
    made.type = type;
    made.required = true;
    made.value = made.reading = std::move(value);
    return made;
}

FieldRow dialog_choice(std::string path, std::string label, std::vector<std::string> choices) {
    INVARIANT(!choices.empty());
    FieldRow made =
        dialog_field(std::move(path), std::move(label), FieldType::choice, choices.front());
    made.choices = std::move(choices);
    return made;
}

Result<Dated> command_of(const Action& action, const Draft& draft, Date today) {
    return action.command(answers_of(action, draft), today);
}

void open(Context& context, Action action) {
    context.ui.drafts.erase(draft_name);
    context.ui.action = std::move(action);
    context.redraw();
}

void draw_action(Context& context) {
    Action& action = context.ui.action;
    if (action.title.empty()) return;
    bool open = true;
    if (ui::Dialog dialog("action", action.title, open); dialog) {
        Draft& draft = context.draft(draft_name);
        ui::muted(action.words);
        if (action.mail_of)
            if (const std::string to = answers_of(action, draft)["to"]; to != seller_portal)
                draw_mail(context, *action.mail_of, to);
        const FieldLook look{.labels = &action.labels};
        for (const FieldRow& row : action.fields) draw_field(row, draft, look);
        draw_refusals(action, draft);
        const std::string pressed =
            ui::buttons({{"cancel", "Cancel"},
                         {"confirm", action.confirm,
                          action.danger ? ui::ButtonKind::danger : ui::ButtonKind::primary}},
                        true);
        if (pressed == "cancel") open = false;
        if (pressed == "confirm") confirm(context);
    }
    if (!open) {
        action = {};
        context.ui.drafts.erase(draft_name);
        context.redraw();
    }
}

}  // namespace cppo::views
