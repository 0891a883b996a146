#include "sample_desk.hpp"

#include "codec/record.hpp"
#include "fixtures.hpp"

namespace cppo::test {

void DeskDriver::today(std::string_view date) { on = day(date); }

Result<Step> DeskDriver::attempt(const Command& command) const {
    return update(model(), command, Env{on});
}

void DeskDriver::run(const Command& command) { sure(desk.carry_out(command, on)); }

void DeskDriver::workspace(std::string_view path, std::string_view text) {
    run(command::EditWorkspace{std::string(path), std::string(text)});
}

void DeskDriver::authorization(std::string_view id, AuthorizationPayload payload) {
    run(command::ChangeAuthorization{AuthorizationId{std::string(id)}, std::move(payload)});
}

void DeskDriver::deal(std::string_view id, DealPayload payload) {
    run(command::ChangeDeal{DealId{std::string(id)}, std::move(payload)});
}

/// Calls `happen` with each event that sets one of the fields.
template <typename Happen>
static void fill_fields(const std::vector<std::pair<std::string_view, std::string_view>>& fields,
                        Happen&& happen, const auto& content) {
    for (const auto& [path, text] : fields) {
        const FieldPath place = sure(parse_field_path(path));
        if (!place.group.empty() &&
            static_cast<int>(content().rows(place.group).size()) <= place.row)
            happen(event::AddRow{place.group});
        happen(event::Edit{std::string(path), std::string(text)});
    }
}

void DeskDriver::fill_authorization(
    std::string_view id, std::vector<std::pair<std::string_view, std::string_view>> fields) {
    fill_fields(
        fields, [&](AuthorizationPayload payload) { authorization(id, std::move(payload)); },
        [&]() -> const Content& {
            return model().find(AuthorizationId{std::string(id)})->state.content;
        });
}

void DeskDriver::fill_deal(std::string_view id,
                           std::vector<std::pair<std::string_view, std::string_view>> fields) {
    fill_fields(
        fields, [&](DealPayload payload) { deal(id, std::move(payload)); },
        [&]() -> const Content& { return deal(id).state.request; });
}

static Signature sample_signature(Party party, Date on) {
    return {party, "Authorized signatory", "Head of contracts", on, ""};
}

void DeskDriver::sign_authorization(std::string_view id, Party party) {
    authorization(id, event::Sign{sample_signature(party, on)});
}

void DeskDriver::sign_deal(std::string_view id, Party party) {
    deal(id, event::Sign{sample_signature(party, on)});
}

void DeskDriver::fees(std::string_view id, std::string_view marketplace,
                      std::string_view processing) {
    deal(id, event::SetFees{test::fees(marketplace, processing)});
}

const Deal& DeskDriver::deal(std::string_view id) const {
    return *model().find(DealId{std::string(id)});
}

namespace {

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

void authorize(DeskDriver& desk, std::string_view id, FormKind form, const Fields& fields,
               std::string_view drafted, std::string_view sent, std::string_view received) {
    desk.today(drafted);
    desk.run(command::CreateAuthorization{form, std::string(id)});
    desk.fill_authorization(id, fields);
    desk.today(sent);
    desk.sign_authorization(id, Party::isv);
    desk.sign_authorization(id, Party::partner);
    desk.authorization(id, event::Submit{std::string(customer_desk)});
    desk.today(received);
    desk.authorization(id, event::Receive{});
}

void start_deal(DeskDriver& desk, std::string_view id, std::string_view authorization,
                std::string_view on, const Fields& fields) {
    desk.today(on);
    desk.run(command::CreateDeal{AuthorizationId{std::string(authorization)}, std::string(id)});
    desk.fill_deal(id, fields);
}

void send_deal(DeskDriver& desk, std::string_view id, std::string_view on) {
    desk.today(on);
    desk.sign_deal(id, Party::partner);
    if (!missing_signatures(desk.deal(id)).empty()) desk.sign_deal(id, Party::customer);
    desk.deal(id, event::Submit{std::string(customer_desk)});
}

void offer_deal(DeskDriver& desk, std::string_view id, std::string_view on,
                std::string_view offer_id) {
    desk.today(on);
    desk.deal(id, event::CreateOffer{std::string(offer_id)});
}

void accept_deal(DeskDriver& desk, std::string_view id, std::string_view on) {
    desk.today(on);
    desk.deal(id, event::Accept{terms_of(desk.deal(id)).customer.account, true});
}

void invoice_and_collect(DeskDriver& desk, std::string_view id, int number, std::string_view on,
                         std::string_view paid_on) {
    desk.today(on);
    desk.deal(id, event::Issue{number});
    desk.today(paid_on);
    const auto& invoice = desk.deal(id).state.invoices[static_cast<std::size_t>(number - 1)];
    desk.deal(id, event::Collect{number, invoice.open()});
}

void disburse(DeskDriver& desk, std::string_view id, int number, std::string_view on) {
    desk.today(on);
    desk.deal(id, event::Disburse{number, Party::isv});
    desk.deal(id, event::Disburse{number, Party::partner});
}

void add_workspace(DeskDriver& desk) {
    desk.workspace("salt", "5a0c2e9b71d84f3690aa17c4e2b8d6f1");
    desk.workspace("partner_name", "Harbor Consulting LLC");
    desk.workspace("partner_account", "777788889999");
    desk.workspace("contact", "Partner desk, Harbor Consulting");
    desk.workspace("registered_seller", "yes");
    desk.workspace("channel_manager", "channel.manager@amazon.com");
}

/// One recurring discount, used for two customers: a three-year schedule, and a linked account.
void add_recurring(DeskDriver& desk) {
    authorize(desk, "nimbus-2026", FormKind::reseller_authorization,
              {{"isv_name", "Nimbus Software, Inc."},
               {"isv_account", "111122223333"},
               {"starts", "2026-01-05"},
               {"contract", "standard"},
               {"products[0].title", "Nimbus Analytics"},
               {"products[0].product", "prod-4xkq7n2mvb5ge"},
               {"products[0].discount", "25"},
               {"products[1].title", "Nimbus Support"},
               {"products[1].product", "prod-9h3t6wz1rc8ya"},
               {"products[1].discount", "20"}},
              "2026-01-05", "2026-01-08", "2026-01-14");

    start_deal(desk, "granite-3y", "nimbus-2026", "2026-01-15",
               {{"customer_name", "Granite Bank"},
                {"customer_account", "000123456789"},
                {"lines[0].description", "Nimbus Analytics, 3 years"},
                {"lines[0].list", "300,000.00"},
                {"price", "270,000.00"},
                {"pricing", "scheduled"},
                {"starts", "2026-02-01"},
                {"term", "P3Y"},
                {"accept_by", "2026-01-31"},
                {"schedule[0].on", "2026-02-01"},
                {"schedule[0].amount", "100,000.00"},
                {"schedule[1].on", "2027-02-01"},
                {"schedule[1].amount", "90,000.00"},
                {"schedule[2].on", "2028-02-01"},
                {"schedule[2].amount", "80,000.00"},
                {"custom_terms", "The license also covers subsidiaries of the customer."}});
    desk.deal("granite-3y", event::RemoveRow{"lines", 1});
    desk.fees("granite-3y", "3", "1");
    send_deal(desk, "granite-3y", "2026-01-19");
    offer_deal(desk, "granite-3y", "2026-01-26", "offer-4mz2k7qd3xw5a");
    accept_deal(desk, "granite-3y", "2026-01-29");
    invoice_and_collect(desk, "granite-3y", 1, "2026-02-01", "2026-03-02");
    disburse(desk, "granite-3y", 1, "2026-03-10");

    start_deal(desk, "orchard-support", "nimbus-2026", "2026-11-02",
               {{"customer_name", "Orchard Health"},
                {"customer_account", "310042000271"},
                {"payer_account", "310042000100"},
                {"lines[1].description", "Nimbus Support, 1 year"},
                {"lines[1].list", "120,000.00"},
                {"price", "110,000.00"},
                {"starts", "2027-01-01"},
                {"accept_by", "2026-12-31"}});
    desk.deal("orchard-support", event::RemoveRow{"lines", 0});
    desk.fees("orchard-support", "3", "1");
    send_deal(desk, "orchard-support", "2026-11-06");
    offer_deal(desk, "orchard-support", "2026-11-16", "offer-7c5nq2bx8kr1m");
}

/// A discount for one customer, once; accepted and paid, not yet disbursed.
void add_single_use(DeskDriver& desk) {
    authorize(desk, "sentinel-meridian", FormKind::custom_resale_transaction,
              {{"isv_name", "Sentinel Labs GmbH"},
               {"isv_account", "222233334444"},
               {"customer_name", "Meridian Air"},
               {"customer_account", "640011223344"},
               {"starts", "2026-08-03"},
               {"ends", "2026-12-31"},
               {"products[0].title", "Sentinel Mesh"},
               {"products[0].product", "prod-2vtw8k5qy7ndc"},
               {"products[0].discount", "33.3"},
               {"resale_terms", "Support requests go to the partner first."}},
              "2026-08-03", "2026-08-06", "2026-08-12");
    start_deal(desk, "meridian-mesh", "sentinel-meridian", "2026-08-13",
               {{"lines[0].list", "99,999.99"},
                {"price", "87,499.99"},
                {"starts", "2026-09-01"},
                {"accept_by", "2026-08-31"}});
    desk.fees("meridian-mesh", "3", "1");
    send_deal(desk, "meridian-mesh", "2026-08-14");
    offer_deal(desk, "meridian-mesh", "2026-08-21", "offer-9tw3e6hq1zc7u");
    accept_deal(desk, "meridian-mesh", "2026-08-25");
    invoice_and_collect(desk, "meridian-mesh", 1, "2026-08-25", "2026-10-01");
}

/// A deal in yen, invoiced and partly paid, and a draft whose fees AWS has not stated.
void add_yen(DeskDriver& desk) {
    authorize(desk, "tidal-2026", FormKind::reseller_authorization,
              {{"isv_name", "Tidal Systems KK"},
               {"isv_account", "333344445555"},
               {"currency", "JPY"},
               {"starts", "2026-04-01"},
               {"ends", "2027-03-31"},
               {"products[0].title", "Tidal Backup"},
               {"products[0].product", "prod-6yd1m4hs9gk3p"},
               {"products[0].discount", "12.5"}},
              "2026-03-16", "2026-03-18", "2026-03-25");
    start_deal(desk, "kaede-backup", "tidal-2026", "2026-10-05",
               {{"customer_name", "Kaede Denki"},
                {"customer_account", "520099887766"},
                {"lines[0].list", "1,234,567"},
                {"price", "1,200,001"},
                {"starts", "2026-11-01"},
                {"accept_by", "2026-10-31"}});
    desk.fees("kaede-backup", "3.5", "1");
    send_deal(desk, "kaede-backup", "2026-10-07");
    offer_deal(desk, "kaede-backup", "2026-10-14", "offer-1gk8s5mv2ya6f");
    accept_deal(desk, "kaede-backup", "2026-10-20");
    desk.deal("kaede-backup", event::Issue{1});
    desk.today("2026-11-12");
    desk.deal("kaede-backup", event::Collect{1, Money::of_minor(600'000, Currency::jpy)});

    start_deal(desk, "loom-backup", "tidal-2026", "2026-11-17",
               {{"customer_name", "Loom & Thread"},
                {"customer_account", "180055667788"},
                {"lines[0].list", "480,000"},
                {"price", "465,000"},
                {"starts", "2027-01-01"},
                {"accept_by", "2026-12-20"}});
}

/// A deal sold by usage (domain example 5): one month metered and paid, the next one invoiced.
void add_usage(DeskDriver& desk) {
    authorize(desk, "harvest-2026", FormKind::reseller_authorization,
              {{"isv_name", "Harvest Metrics Ltd"},
               {"isv_account", "606070708080"},
               {"starts", "2026-07-01"},
               {"products[0].title", "Harvest Metrics"},
               {"products[0].product", "prod-3kc9w5tz7qh2v"},
               {"products[0].discount", "30"}},
              "2026-06-22", "2026-06-25", "2026-07-01");
    start_deal(desk, "harvest-usage", "harvest-2026", "2026-08-03",
               {{"pricing", "usage"},
                {"customer_name", "Delta Freight"},
                {"customer_account", "070012345678"},
                {"rates[0].product", "prod-3kc9w5tz7qh2v"},
                {"rates[0].description", "Events received"},
                {"rates[0].list_rate", "0.00123"},
                {"rates[0].partner_rate", "0.00111"},
                {"starts", "2026-09-01"},
                {"accept_by", "2026-08-31"}});
    desk.deal("harvest-usage", event::RemoveRow{"lines", 0});
    desk.fees("harvest-usage", "3", "1");
    send_deal(desk, "harvest-usage", "2026-08-05");
    offer_deal(desk, "harvest-usage", "2026-08-12", "offer-5rb8x2nk6wd4j");
    accept_deal(desk, "harvest-usage", "2026-08-20");
    desk.today("2026-10-02");
    desk.deal("harvest-usage", event::Meter{day("2026-09-01"), {quantity(123'456)}});
    invoice_and_collect(desk, "harvest-usage", 1, "2026-10-02", "2026-10-30");
    desk.today("2026-11-02");
    desk.deal("harvest-usage", event::Meter{day("2026-10-01"), {quantity(98'765'432)}});
    desk.deal("harvest-usage", event::Issue{2});
}

/// A form that still waits for the ISV's signature.
void add_unsigned(DeskDriver& desk) {
    desk.today("2026-11-18");
    desk.run(command::CreateAuthorization{FormKind::reseller_authorization, "fjord-2027"});
    desk.fill_authorization("fjord-2027", {{"isv_name", "Fjord Data AS"},
                                           {"isv_account", "444455556666"},
                                           {"starts", "2027-01-01"},
                                           {"products[0].title", "Fjord Vault"},
                                           {"products[0].product", "prod-8qs2n6xj4wb7r"},
                                           {"products[0].discount", "18"}});
    desk.sign_authorization("fjord-2027", Party::partner);
}

}  // namespace

DeskDriver sample_desk() {
    DeskDriver desk;
    add_workspace(desk);
    add_recurring(desk);
    add_single_use(desk);
    add_yen(desk);
    add_usage(desk);
    add_unsigned(desk);
    return desk;
}

std::string everything(const Model& model) { return encode_export(records_of(model)); }

std::string outcome(const Result<Step>& result) {
    return result ? "ok" : std::string(text(result.error().code)) + ' ' + result.error().field;
}

}  // namespace cppo::test
