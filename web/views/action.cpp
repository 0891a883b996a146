#include "views/action.hpp"

#include <charconv>

#include "base/text.hpp"
#include "views/fields.hpp"
#include "views/files.hpp"

namespace cppo::views {

namespace {

constexpr const char* draft_name = "action";

// What stands in a field of the dialog now.
std::string text_of(const Action& action, const Draft& draft, std::string_view path) {
    const auto typed = draft.texts.find(std::string(path));
    if (typed != draft.texts.end()) return std::string(trimmed(typed->second));
    for (const FieldRow& row : action.fields)
        if (row.path == path) return row.value;
    return {};
}

// Reads the dialog's texts as the types its command needs.
struct Reader {
    const Action& action;
    const Draft& draft;

    std::string text(std::string_view path) const { return text_of(action, draft, path); }
    Result<Date> date(std::string_view path) const { return parse_date(text(path), path); }
    Result<int> number(std::string_view path) const {
        const std::string typed = text(path);
        int value = 0;
        const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
        if (error == std::errc{} && end == typed.data() + typed.size()) return value;
        return refuse(Code::malformed, std::string(path),
                      in_quotes(typed) + " is not a whole number");
    }
    // An amount as people write it, with or without grouping.
    Result<Money> money(std::string_view path) const {
        const Currency currency = parse_name<Currency>(action.currency).value_or(Currency::usd);
        return typed_money(text(path), currency, path);
    }
    Result<Party> party(std::string_view path) const {
        if (const auto named = parse_name<Party>(text(path))) return *named;
        return refuse(Code::malformed, std::string(path), in_quotes(text(path)) + " is no party");
    }
    Signature signature(Date on) const {
        return {action.party, text("name"), text("title"), on, ""};
    }
};

Result<AuthorizationPayload> authorization_event(const Reader& read, Date on) {
    const auto kind = parse_name<AuthorizationEventKind>(read.action.verb);
    INVARIANT(kind.has_value());
    switch (*kind) {
        case AuthorizationEventKind::sign: return event::Sign{read.signature(on)};
        case AuthorizationEventKind::submit: return event::Submit{read.text("to")};
        case AuthorizationEventKind::return_form: return event::Return{read.text("reason")};
        case AuthorizationEventKind::receive: return event::Receive{};
        case AuthorizationEventKind::revoke: {
            const std::string product = read.text("product");
            const Party by = TRY(read.party("by"));
            if (product.empty() || product == all_products) return event::Revoke{by};
            return event::RevokeProduct{product, by};
        }
        default: INVARIANT(false);
    }
}

Result<DealPayload> deal_event(const Reader& read, Date on) {
    const auto kind = parse_name<DealEventKind>(read.action.verb);
    INVARIANT(kind.has_value());
    const int invoice = read.action.invoice;
    switch (*kind) {
        case DealEventKind::sign: return event::Sign{read.signature(on)};
        case DealEventKind::submit: return event::Submit{read.text("to")};
        case DealEventKind::return_form: return event::Return{read.text("reason")};
        case DealEventKind::create_offer: return event::CreateOffer{read.text("offer_id")};
        case DealEventKind::accept:
            return event::Accept{TRY(parse_account(read.text("account"), "account")),
                                 read.text("on_invoicing") == "yes"};
        case DealEventKind::expire: return event::Expire{};
        case DealEventKind::withdraw: return event::Withdraw{read.text("reason")};
        case DealEventKind::invoice: return event::Invoice{invoice};
        case DealEventKind::collect: return event::Collect{invoice, TRY(read.money("amount"))};
        case DealEventKind::disburse: return event::Disburse{invoice, TRY(read.party("party"))};
        case DealEventKind::refund:
            return event::Refund{TRY(read.number("invoice")), TRY(read.money("amount")),
                                 read.text("reason")};
        case DealEventKind::meter: {
            event::Meter meter{TRY(read.date("month")), {}};
            for (const FieldRow& row : read.action.fields)
                if (row.path.starts_with(units_path))
                    meter.units.push_back(TRY(parse_quantity(read.text(row.path), row.path)));
            return meter;
        }
        case DealEventKind::forgive: return event::Forgive{TRY(read.number("invoice"))};
        case DealEventKind::cancel: return event::Cancel{read.text("reason")};
        case DealEventKind::set_settings: return event::SetSettings{};
        default: INVARIANT(false);
    }
}

Result<Dated> event_command(const Reader& read) {
    const Date on = TRY(read.date("on"));
    const Owner& owner = *read.action.owner;
    if (const auto* deal = std::get_if<DealId>(&owner))
        return Dated{command::ChangeDeal{*deal, TRY(deal_event(read, on))}, on};
    const AuthorizationId& id = std::get<AuthorizationId>(owner);
    return Dated{command::ChangeAuthorization{id, TRY(authorization_event(read, on))}, on};
}

Dated copy_command(const Reader& read, Date today) {
    if (const auto* deal = std::get_if<DealId>(&*read.action.owner))
        return {command::CreateDeal{AuthorizationId{read.text("authorization")}, "", *deal,
                                    read.action.verb == "replacement"},
                today};
    command::CreateAuthorization create;
    create.copy_of = std::get<AuthorizationId>(*read.action.owner);
    return {create, today};
}

// The form as a mail, to be sent from the person's own mail program.
void draw_mail(Context& context, const std::string& to) {
    const auto mail = mail_draft(context.model, *context.ui.action.owner, to);
    if (!mail) return;
    std::vector<ui::Fact> facts = {{"To", mail->to}, {"Subject", mail->subject}};
    for (const Attachment& file : mail->files)
        facts.push_back({"Attach", file.name + ", SHA-256 " + file.sha256});
    ui::facts("mail", "Mail", facts);
    const std::string pressed =
        ui::buttons({{"download", "Download mail (.eml)"}, {"copy", "Copy text"}});
    if (pressed == "download")
        context.out.set(intent::Download{mail->file_name, "message/rfc822", mail->eml});
    if (pressed == "copy") {
        context.out.set(intent::Copy{mail->body});
        ui::toast("The form's text is copied.", ui::Tone::good);
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

Result<Dated> command_of(const Action& action, const Draft& draft, Date today) {
    const Reader read{action, draft};
    if (action.verb == "new_authorization") {
        const auto form = parse_name<FormKind>(read.text("form"));
        INVARIANT(form.has_value());
        return Dated{command::CreateAuthorization{*form, ""}, today};
    }
    if (action.verb == "new_deal")
        return Dated{command::CreateDeal{AuthorizationId{read.text("authorization")}, ""}, today};
    if (action.verb == "copy" || action.verb == "replacement") return copy_command(read, today);
    if (action.verb == "spread")
        return Dated{
            command::SpreadPayments{std::get<DealId>(*action.owner), TRY(read.number("count")),
                                    TRY(read.date("first")), TRY(read.number("months"))},
            today};
    if (action.verb == "schedule")
        return Dated{command::SchedulePayments{std::get<DealId>(*action.owner), read.text("rows")},
                     today};
    return event_command(read);
}

void open(Context& context, Action action) {
    context.ui.drafts.erase(draft_name);
    context.ui.action = std::move(action);
    context.redraw();
}

void draw_action(Context& context) {
    Action& action = context.ui.action;
    if (action.verb.empty()) return;
    bool open = true;
    if (ui::Dialog dialog("action", action.title, open); dialog) {
        Draft& draft = context.draft(draft_name);
        ui::muted(action.words);
        if (const std::string to = text_of(action, draft, "to");
            action.verb == "submit" && to != seller_portal)
            draw_mail(context, to);
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
