// Every status × every event, kept as a text that shows the whole machine: what follows, or the
// refusal. Each representative is built by real events, each event is valid in itself.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "fixtures.hpp"
#include "golden.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

std::string row(std::string_view event, const std::string& outcome) {
    return "  " + std::string(event) + std::string(14 - event.size(), ' ') + outcome + '\n';
}

std::string refused(const Error& error) {
    return "x " + std::string(text(error.code)) + ' ' + error.field;
}

// --- authorizations ------------------------------------------------------------------------------

std::vector<AuthorizationPayload> authorization_events(const Authorization& authorization) {
    const bool isv_signed = !authorization.state.signatures.empty();
    const Party signer = isv_signed ? Party::partner : Party::isv;
    return {event::Edit{"isv_name", "Alder Software Ltd"},
            event::AddRow{"products"},
            event::RemoveRow{"products", 0},
            event::Sign{signature(signer, authorization.form, authorization.state.content,
                                  day(accepted_on))},
            event::Submit{std::string(customer_desk)},
            event::Return{"the account is unknown"},
            event::Receive{},
            event::Use{{"deal-1"}},
            event::Revoke{Party::partner},
            event::RevokeProduct{std::string(product_id), Party::isv}};
}

std::string table_of(const std::string& title, const Authorization& start) {
    std::string table = std::string(text(start.form)) + ": " + title + '\n';
    const auto events = authorization_events(start);
    REQUIRE(events.size() == name_count<AuthorizationEventKind>());
    for (std::size_t i = 0; i < events.size(); ++i) {
        REQUIRE(events[i].index() == i);
        Authorization next = start;
        const auto done = attempt(next, accepted_on, events[i], workspace());
        table += row(text(kind_of(events[i])),
                     done ? "> " + std::string(text(next.state.status)) : refused(done.error()));
        if (!done) CHECK(next.events.size() == start.events.size());
    }
    return table + '\n';
}

std::string authorization_tables() {
    std::string tables;
    for (FormKind kind : {raf, crt}) {
        using enum AuthorizationStatus;
        Authorization both = authorization(kind, signing);
        sure(attempt(
            both, signed_on,
            event::Sign{signature(Party::partner, kind, both.state.content, day(signed_on))},
            workspace()));
        tables += table_of("draft, empty", authorization(kind, draft, Content{}));
        tables += table_of("draft, filled in", authorization(kind, draft));
        tables += table_of("signing, signed by the ISV", authorization(kind, signing));
        tables += table_of("signing, signed by both", both);
        tables += table_of("submitted", authorization(kind, submitted));
        tables += table_of("authorized", authorization(kind, authorized));
        if (kind == crt) tables += table_of("consumed", authorization(kind, consumed));
        tables += table_of("revoked", authorization(kind, revoked));
    }
    return tables;
}

// --- deals ---------------------------------------------------------------------------------------

std::vector<DealPayload> deal_events(const DealSetup& desk) {
    const Deal& deal = desk.deal;
    const bool partner_signed = !deal.state.signatures.empty();
    const Party signer = partner_signed ? Party::customer : Party::partner;
    return {event::Edit{"customer_name", "Cedar Works Ltd"},
            event::AddRow{"schedule"},
            event::RemoveRow{"schedule", 0},
            event::SetFees{fees("3", "1")},
            event::Sign{signature(signer, ctr, deal.state.request, day(accepted_on))},
            desk.submission(),
            event::Return{"the account is unknown"},
            event::CreateOffer{"offer-wxyz9876"},
            event::Accept{account(customer_account)},
            event::Expire{},
            event::Withdraw{"the customer asked for other terms"},
            event::Issue{1},
            event::Collect{1, desk.amount("100000")},
            event::Disburse{1, Party::isv},
            event::SetSettings{},
            event::Refund{1, desk.amount("10000"), "fewer seats"},
            event::Forgive{1},
            event::Cancel{"both sides agreed to end it"},
            event::Replace{{"deal-2"}},
            event::Meter{day("2020-02-01"), {quantity(1)}}};
}

/// A day on which the event itself is possible: offers expire after the last day to accept, the
/// first invoice is due on the first charge date.
std::string_view day_of(DealEventKind kind) {
    const DealEventKind later[] = {deal_event<event::Expire>,  deal_event<event::Issue>,
                                   deal_event<event::Collect>, deal_event<event::Disburse>,
                                   deal_event<event::Refund>,  deal_event<event::Forgive>};
    return std::count(std::begin(later), std::end(later), kind) > 0 ? "2020-02-01" : accepted_on;
}

std::string table_of(const std::string& title, const DealSetup& start) {
    std::string table = "deal: " + title + '\n';
    const auto events = deal_events(start);
    REQUIRE(events.size() == name_count<DealEventKind>());
    for (std::size_t i = 0; i < events.size(); ++i) {
        REQUIRE(events[i].index() == i);
        DealSetup next = start;
        const auto kind = kind_of(events[i]);
        const auto done = next.attempt(day_of(kind), events[i]);
        table += row(text(kind), done ? "> " + std::string(text(next.deal.state.status))
                                      : refused(done.error()));
        if (!done) CHECK(next.deal.events.size() == start.deal.events.size());
    }
    return table + '\n';
}

std::string deal_tables() {
    using enum DealStatus;
    DealSetup both = brought_to(signing);
    both.sign(Party::customer);
    std::string tables;
    tables += table_of("draft, empty", desk(Content{}));
    tables += table_of("draft, filled in", brought_to(draft));
    tables += table_of("signing, signed by the partner", brought_to(signing));
    tables += table_of("signing, signed by both", both);
    for (DealStatus status :
         {submitted, offered, accepted, expired, withdrawn, cancelled, replaced})
        tables += table_of(std::string(text(status)), brought_to(status));
    return tables;
}

// --- invoices ------------------------------------------------------------------------------------

std::string invoice_table(const std::string& title, const DealSetup& start) {
    std::string table = "invoice: " + title + '\n';
    const std::pair<std::string_view, DealPayload> events[] = {
        {"invoice", event::Issue{1}},
        {"collect part", event::Collect{1, money("40000")}},
        {"collect all", event::Collect{1, money("100000")}},
        {"pay the ISV", event::Disburse{1, Party::isv}},
        {"pay us", event::Disburse{1, Party::partner}},
        {"refund part", event::Refund{1, money("30000"), "fewer seats"}},
        {"refund all", event::Refund{1, money("100000"), "fewer seats"}},
        {"write off", event::Forgive{1}}};
    for (const auto& [name, payload] : events) {
        DealSetup next = start;
        const auto done = next.attempt("2020-02-01", payload);
        table += row(name, done ? "> " + std::string(text(status_of(next.deal.state.invoices[0])))
                                : refused(done.error()));
    }
    return table + '\n';
}

std::string invoice_tables() {
    DealSetup desk = brought_to(DealStatus::accepted);
    std::string tables = invoice_table("scheduled", desk);
    const auto after = [&](const std::string& title, DealPayload payload) {
        desk.happen("2020-02-01", std::move(payload));
        tables += invoice_table(title, desk);
    };
    after("invoiced", event::Issue{1});
    after("partially collected", event::Collect{1, money("40000")});
    after("collected", event::Collect{1, money("60000")});
    after("collected, the ISV paid", event::Disburse{1, Party::isv});
    after("disbursed", event::Disburse{1, Party::partner});
    after("disbursed, refunded in part", event::Refund{1, money("30000"), "fewer seats"});
    after("disbursed, refunded in full", event::Refund{1, money("70000"), "it ended"});
    desk = brought_to(DealStatus::accepted);
    desk.happen("2020-02-01", event::Issue{1});
    after("invoiced, refunded in part", event::Refund{1, money("70000"), "fewer seats"});
    after("and the rest written off", event::Forgive{1});
    desk = brought_to(DealStatus::accepted);
    after("dropped", event::Cancel{"both sides agreed to end it"});
    return tables;
}

}  // namespace

TEST_CASE("every event in every status", "[deal]") {
    const std::string actual = authorization_tables() + deal_tables() + invoice_tables();
    CHECK(actual == golden("deal/transitions.txt", actual));
}

TEST_CASE("what is refused says what is possible instead", "[deal]") {
    const auto expiry_of = [](DealStatus status) {
        return refusal(brought_to(status).check(accepted_on, event::Expire{}))->detail;
    };
    CHECK(expiry_of(DealStatus::submitted) ==
          "'expire' is not possible while the deal's status is submitted; possible: fees, return, "
          "create-offer or withdraw");
    CHECK(expiry_of(DealStatus::expired) ==
          "'expire' is not possible while the deal's status is expired; this status is final");
}

TEST_CASE("only a single-use authorization is consumed by its use", "[deal]") {
    using enum AuthorizationStatus;
    CHECK(next_status(authorized, authorization_event<event::Use>, raf) == authorized);
    CHECK(next_status(authorized, authorization_event<event::Use>, crt) == consumed);
    CHECK(next_status(consumed, authorization_event<event::Use>, crt) == std::nullopt);
}
