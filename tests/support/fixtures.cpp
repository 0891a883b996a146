#include "fixtures.hpp"

#include "deal/form_guards.hpp"

namespace cppo::test {

Date day(std::string_view text) { return sure(parse_date(text, "date")); }
Duration duration(std::string_view text) { return sure(parse_duration(text, "duration")); }
Money money(std::string_view text, Currency currency) {
    return sure(parse_money(text, currency, "money"));
}
Percent percent(std::string_view text) { return sure(parse_percent(text, "percent")); }
Quantity quantity(std::int64_t count) { return {count}; }
UnitPrice unit_price(std::string_view text) { return sure(parse_unit_price(text, "unit_price")); }
AccountId account(std::string_view digits) { return sure(parse_account(digits, "account")); }
FeeTerms fees(std::string_view marketplace, std::string_view processing) {
    return {percent(marketplace), percent(processing), false};
}

// --- forms ---------------------------------------------------------------------------------------

Content filled(FormKind kind, const Texts& texts, Content content) {
    for (const auto& [path, written] : texts) {
        const FieldPath place = sure(parse_field_path(path));
        while (!place.group.empty() &&
               static_cast<int>(content.rows(place.group).size()) <= place.row)
            content = sure(with_row(kind, content, place.group));
        content = sure(with_value(kind, content, path, written));
    }
    return content;
}

static Texts authorization_texts() {
    return {{"isv_name", isv_name},
            {"isv_account", isv_account},
            {"partner_name", partner_name},
            {"partner_account", partner_account},
            {"products[0].title", "Alder Graph"},
            {"products[0].product", product_id},
            {"products[0].discount", "25"},
            {"currency", "USD"},
            {"starts", "2020-01-01"}};
}

Content raf_content() { return filled(raf, authorization_texts()); }

Content crt_content() {
    const Texts customer = {{"customer_name", customer_name},
                            {"customer_account", customer_account},
                            {"ends", "2020-12-31"}};
    return filled(crt, customer, filled(crt, authorization_texts()));
}

static Content request_content(const Texts& rest) {
    const Content common = filled(ctr, {{"customer_name", customer_name},
                                        {"customer_account", customer_account},
                                        {"lines[0].product", product_id},
                                        {"lines[0].description", "Alder Graph, team edition"},
                                        {"lines[0].quantity", "1"},
                                        {"currency", "USD"},
                                        {"starts", "2020-02-01"},
                                        {"accept_by", "2020-01-31"}});
    return filled(ctr, rest, common);
}

Content scheduled_content() {
    return request_content({{"lines[0].list", "300000.00"},
                            {"price", "270000.00"},
                            {"pricing", "scheduled"},
                            {"term", "P3Y"},
                            {"schedule[0].on", "2020-02-01"},
                            {"schedule[0].amount", "100000.00"},
                            {"schedule[1].on", "2021-02-01"},
                            {"schedule[1].amount", "90000.00"},
                            {"schedule[2].on", "2022-02-01"},
                            {"schedule[2].amount", "80000.00"}});
}

Content upfront_content() {
    return request_content({{"lines[0].list", "120000.00"},
                            {"price", "110000.00"},
                            {"pricing", "upfront"},
                            {"term", "P1Y"}});
}

Signature signature(Party party, FormKind kind, const Content& content, Date on) {
    return {party, "Signer of the " + std::string(text(party)), "Director", on,
            content_hash(party, kind, content)};
}

// --- records -------------------------------------------------------------------------------------

Workspace workspace() {
    Workspace workspace;
    workspace.partner = {std::string(partner_name), account(partner_account)};
    workspace.contact = "deals@birch.example";
    workspace.registered_seller = true;
    workspace.channel_manager = "manager@aws.example";
    workspace.salt = "00ff00ff00ff00ff";
    return workspace;
}

/// The events that fill in `content` on an empty form, with the currency before the amounts.
template <typename Happen>
static void write(FormKind kind, const Content& content, const Happen& happen) {
    const auto edit = [&](std::string path, std::string_view text) {
        if (!text.empty()) happen(event::Edit{std::move(path), std::string(text)});
    };
    edit("currency", content.value("currency"));
    for (const Section& section : form(kind).sections) {
        const std::string group(section.group);
        if (group.empty())
            for (const Field& field : section.fields)
                if (field.key != "currency") edit(std::string(field.key), content.value(field.key));
        const auto& rows = content.rows(group);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            happen(event::AddRow{group});
            for (const Field& field : section.fields)
                edit(field_path(group, static_cast<int>(i), field.key),
                     value_in(rows[i], field.key));
        }
    }
}

template <typename Record>
static std::string next_id(const Record& record) {
    return "e" + std::to_string(record.events.size() + 1);
}

Result<void> attempt(Authorization& authorization, std::string_view on,
                     AuthorizationPayload payload, const Workspace& workspace) {
    const AuthorizationEvent event{next_id(authorization), day(on), std::move(payload)};
    CHECK_OK(cppo::check(authorization, event, &workspace));
    apply_event(authorization, event);
    return {};
}

Authorization authorization(FormKind kind, AuthorizationStatus status,
                            std::optional<Content> content) {
    Authorization made;
    made.id = {kind == raf ? "auth-1" : "auth-once"};
    made.form = kind;
    made.created_on = day(created_on);
    const auto happen = [&](std::string_view on, AuthorizationPayload payload) {
        sure(attempt(made, on, std::move(payload), workspace()));
    };
    const auto sign = [&](Party party) {
        happen(signed_on, event::Sign{signature(party, kind, made.state.content, day(signed_on))});
    };
    write(kind, content.value_or(kind == raf ? raf_content() : crt_content()),
          [&](AuthorizationPayload payload) { happen(created_on, std::move(payload)); });
    if (status == AuthorizationStatus::draft) return made;
    sign(Party::isv);
    if (status == AuthorizationStatus::signing) return made;
    sign(Party::partner);
    happen(signed_on, event::Submit{std::string(customer_desk)});
    if (status == AuthorizationStatus::submitted) return made;
    happen(signed_on, event::Receive{});
    if (status == AuthorizationStatus::consumed) happen(offered_on, event::Use{{"deal-0"}});
    if (status == AuthorizationStatus::revoked) happen(signed_on, event::Revoke{Party::isv});
    return made;
}

Result<void> DealSetup::check(std::string_view on, DealPayload payload) const {
    const Surroundings around = surroundings();
    return cppo::check(deal, {next_id(deal), day(on), std::move(payload)}, &around);
}

Result<void> DealSetup::attempt(std::string_view on, DealPayload payload) {
    CHECK_OK(check(on, payload));
    const bool uses = std::holds_alternative<event::CreateOffer>(payload);
    if (uses) CHECK_OK(test::attempt(authorization, on, event::Use{deal.id}, workspace));
    apply_event(deal, {next_id(deal), day(on), std::move(payload)});
    return {};
}

void DealSetup::happen(std::string_view on, DealPayload payload) {
    sure(attempt(on, std::move(payload)));
}

void DealSetup::edit(std::string_view path, std::string_view text) {
    happen(created_on, event::Edit{std::string(path), std::string(text)});
}

void DealSetup::sign(Party party) {
    happen(signed_on, event::Sign{signature(party, ctr, deal.state.request, day(signed_on))});
}

event::Submit DealSetup::submission() const {
    return {std::string(customer_desk), discounts_for(deal, authorization, {})};
}

Money DealSetup::amount(std::string_view text) const {
    return money(text, currency_of(deal.state.request));
}

DealSetup desk(const Content& request, Authorization authorization) {
    DealSetup made;
    made.workspace = workspace();
    made.deal.id = {"deal-1"};
    made.deal.kind = authorization.kind();
    made.deal.rule_set = authorization.rule_set;
    made.deal.authorization = authorization.id;
    made.deal.created_on = day(created_on);
    made.authorization = std::move(authorization);
    write(ctr, request, [&](DealPayload payload) { made.happen(created_on, std::move(payload)); });
    return made;
}

DealSetup desk(const Content& request, FormKind authorization_form) {
    return desk(request, authorization(authorization_form));
}

DealSetup modern_desk() {
    Authorization granted;
    granted.id = {"auth-1"};
    granted.rule_set = RuleSet::modern_2024;
    granted.created_on = day(created_on);
    const auto happen = [&](AuthorizationPayload payload) {
        sure(attempt(granted, created_on, std::move(payload), workspace()));
    };
    write(raf, raf_content(), happen);
    happen(event::Edit{"net_terms", "60"});
    happen(event::Submit{std::string(seller_portal)});
    happen(event::Receive{});
    Content request = upfront_content();
    request.values["product_type"] = "professional_services";
    request.values["buyer_country"] = "DE";
    request.values["net_terms"] = "45";
    request.values["accept_by"] = "2024-02-29";
    request.values["starts"] = "2024-03-01";
    return desk(request, granted);
}

DealSetup brought_to(DealStatus status, DealSetup desk) {
    if (status == DealStatus::draft) return desk;
    desk.sign(Party::partner);
    if (status == DealStatus::signing) return desk;
    if (signers_of(desk.deal).size() == 2) desk.sign(Party::customer);
    desk.happen(submitted_on, desk.submission());
    if (status == DealStatus::submitted) return desk;
    if (status == DealStatus::withdrawn) {
        desk.happen(offered_on, event::Withdraw{"the customer asked for other terms"});
        return desk;
    }
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    desk.happen(offered_on, event::SetFees{fees("3", "1")});
    if (status == DealStatus::offered) return desk;
    if (status == DealStatus::expired) {
        desk.happen("2020-02-01", event::Expire{});
        return desk;
    }
    desk.happen(accepted_on, event::Accept{account(customer_account)});
    if (status == DealStatus::cancelled)
        desk.happen(accepted_on, event::Cancel{"both sides agreed to end it"});
    if (status == DealStatus::replaced) desk.happen(accepted_on, event::Replace{{"deal-2"}});
    return desk;
}

}  // namespace cppo::test
