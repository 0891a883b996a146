#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

using enum AuthorizationStatus;

/// What check() says to the event, the workspace being the fixtures' unless another is given.
static std::optional<Error> refused(const Authorization& authorization, std::string_view on,
                                    AuthorizationPayload payload,
                                    const Workspace& desk = workspace()) {
    return refusal(check(authorization, {"new", day(on), std::move(payload)}, &desk));
}

TEST_CASE("a signature is refused for its first fault", "[deal]") {
    const Authorization draft_form = authorization(raf, draft);
    Signature wrong = signature(Party::customer, raf, raf_content(), day("2019-12-31"));
    wrong.name.clear();
    wrong.hash = "0000";
    const auto told = [&](const Authorization& form) {
        const auto error = refused(form, signed_on, event::Sign{wrong});
        return error ? std::string(text(error->code)) + ' ' + error->field : "accepted";
    };
    CHECK(told(authorization(raf, draft, Content{})) == "FORM_INCOMPLETE raf.isv_name");
    CHECK(told(draft_form) == "WRONG_SIGNER party");
    wrong.party = Party::isv;
    CHECK(told(draft_form) == "REQUIRED name");
    wrong.name = "Signer of the isv";
    CHECK(told(authorization(raf, signing)) == "WRONG_SIGNER party");
    CHECK(told(draft_form) == "MALFORMED hash");
    wrong.hash = content_hash(Party::isv, raf, raf_content());
    CHECK(told(draft_form) == "OUT_OF_RANGE on");
    wrong.on = day("2020-01-11");  // after the day it is recorded
    CHECK(told(draft_form) == "OUT_OF_RANGE on");
    wrong.on = day(created_on);
    CHECK(told(draft_form) == "accepted");
}

TEST_CASE("an edit drops every signature, and old ones do not fit any more", "[deal]") {
    Authorization form = authorization(raf, signing);
    REQUIRE(form.state.signatures.size() == 1);
    const Signature old = form.state.signatures[0];
    sure(attempt(form, signed_on, event::Edit{"products[0].discount", "20"}, workspace()));
    CHECK(form.state.signatures.empty());
    CHECK(form.state.status == draft);
    CHECK(refused(form, signed_on, event::Sign{old}) ==
          Error{Code::malformed, "hash", "the signature covers a different version of the form"});
}

TEST_CASE("a refused edit changes nothing and names the form", "[deal]") {
    const Authorization form = authorization(raf, signing);
    CHECK(refused(form, signed_on, event::Edit{"isv_account", "12"}) ==
          Error{Code::malformed, "raf.isv_account",
                "an AWS account number has 12 digits; '12' has 2"});
    CHECK(refused(form, signed_on, event::AddRow{"lines"}) ==
          Error{Code::not_found, "raf.lines", "the form has no table 'lines'"});
    CHECK(form.state.signatures.size() == 1);
}

TEST_CASE("a form is sent complete, signed by both, to AWS and in order", "[deal]") {
    Authorization form = authorization(raf, signing);
    const auto told = [&](std::string_view on, std::string to) {
        return refused(form, on, event::Submit{std::move(to)});
    };
    CHECK(told("2020-01-01", "isv@alder.example") ==
          Error{Code::missing_signature, "raf.signatures", "you have not signed"});
    sure(attempt(form, signed_on,
                 event::Sign{signature(Party::partner, raf, raf_content(), day(signed_on))},
                 workspace()));
    CHECK(told("2020-01-01", "isv@alder.example") ==
          Error{Code::bad_recipient, "to", "'isv@alder.example' is not an AWS address"});
    CHECK(told("2020-01-01", std::string(customer_desk)) ==
          Error{Code::out_of_range, "on", "2020-01-01 is before the latest event, on 2020-01-10"});
    CHECK(told(signed_on, "manager@aws.example") == std::nullopt);
}

TEST_CASE("AWS authorizes a registered partner", "[deal]") {
    const Authorization form = authorization(raf, submitted);
    Workspace unregistered = workspace();
    unregistered.registered_seller = false;
    CHECK(refused(form, "2020-01-01", event::Receive{}, unregistered) ==
          Error{Code::partner_not_registered, "partner_account",
                "the workspace is not marked as a registered seller"});
    CHECK(refused(form, "2020-01-01", event::Receive{})->code == Code::out_of_range);
    // A stored record is not judged again by today's workspace.
    CHECK(check(form, {"new", day(signed_on), event::Receive{}}, nullptr).has_value());
}

TEST_CASE("AWS says why it sends a form back", "[deal]") {
    Authorization form = authorization(raf, submitted);
    CHECK(refused(form, signed_on, event::Return{" "}) ==
          Error{Code::required, "reason", "the reason is empty"});
    CHECK(refused(form, signed_on, event::Return{"a\nb"})->code == Code::malformed);
    sure(attempt(form, signed_on, event::Return{"the account is unknown"}, workspace()));
    CHECK(form.state.return_reason == "the account is unknown");
    CHECK(form.state.signatures.empty());
    CHECK(form.state.content == raf_content());
}

TEST_CASE("the ISV or the partner revokes, nobody else", "[deal]") {
    const Authorization form = authorization();
    for (Party party : {Party::isv, Party::partner})
        CHECK(refused(form, signed_on, event::Revoke{party}) == std::nullopt);
    for (Party party : {Party::customer, Party::payer, Party::aws, Party::others})
        CHECK(refused(form, signed_on, event::Revoke{party})->code == Code::wrong_signer);
}

TEST_CASE("an authorization ends with its last day", "[deal]") {
    const Authorization until =
        authorization(raf, authorized, filled(raf, {{"ends", "2020-06-30"}}, raf_content()));
    CHECK_FALSE(is_expired(until, day("2020-06-30")));
    CHECK(is_expired(until, day("2020-07-01")));
    CHECK_FALSE(is_expired(authorization(), day("2199-12-31")));
}

namespace {

struct UseRow {
    std::string id;
    Authorization authorization;
    Texts request;
    std::string on;
    std::optional<Error> refused;
};

}  // namespace

TEST_CASE("who may use an authorization, for what, for whom and when", "[deal]") {
    const std::string name = "the authorization 'auth-1'", once = "the authorization 'auth-once'";
    const auto raf_with = [](Texts changes) {
        return authorization(raf, authorized, filled(raf, changes, raf_content()));
    };
    const auto not_authorized = [&](std::string_view status) {
        return Error{Code::not_authorized, "authorization",
                     "the status of " + name + " is " + std::string(status)};
    };
    // clang-format off
    const std::vector<UseRow> rows = {
        {"a standing one", authorization(), {}, "2020-01-13", {}},
        {"for any customer", authorization(), {{"customer_account", "999900001111"}},
         "2020-01-13", {}},
        {"on its first day", authorization(), {}, "2020-01-01", {}},
        {"before its first day", authorization(), {}, "2019-12-31",
         Error{Code::not_authorized, "authorization", name + " starts on 2020-01-01"}},
        {"on its last day", raf_with({{"ends", "2020-01-13"}}), {}, "2020-01-13", {}},
        {"after its last day", raf_with({{"ends", "2020-01-13"}}), {}, "2020-01-14",
         Error{Code::auth_expired, "authorization", name + " ended on 2020-01-13"}},
        {"not signed", authorization(raf, draft), {}, "2020-01-13", not_authorized("draft")},
        {"signed", authorization(raf, signing), {}, "2020-01-13", not_authorized("signing")},
        {"not received", authorization(raf, submitted), {}, "2020-01-13",
         not_authorized("submitted")},
        {"revoked", authorization(raf, revoked), {}, "2020-01-13", not_authorized("revoked")},
        {"another product", authorization(), {{"lines[0].product", "prod-other"}}, "2020-01-13",
         Error{Code::product_not_covered, "ctr.lines[0].product",
               name + " does not name 'prod-other'"}},
        {"for its customer", authorization(crt), {}, "2020-01-13", {}},
        {"for another customer", authorization(crt), {{"customer_account", "999900001111"}},
         "2020-01-13",
         Error{Code::customer_mismatch, "ctr.customer_account",
               once + " is for 7777 8888 9999, not for 9999 0000 1111"}},
        {"used by another deal", authorization(crt, consumed), {}, "2020-01-20",
         Error{Code::auth_consumed, "authorization", once + " was used by the deal 'deal-0'"}},
        {"another currency", raf_with({{"currency", "EUR"}}), {}, "2020-01-13",
         Error{Code::currency_mismatch, "ctr.currency",
               "the request is in USD and " + name + " in EUR"}},
        {"the customer is the ISV", authorization(), {{"customer_account", isv_account}},
         "2020-01-13",
         Error{Code::same_account, "ctr.customer_account",
               "0011 2222 3333 is the account of Alder Software"}},
        {"the customer is the partner", authorization(), {{"customer_account", partner_account}},
         "2020-01-13",
         Error{Code::same_account, "ctr.customer_account",
               "4444 5555 6666 is the account of Birch Resale"}},
    };
    // clang-format on
    const UseRow row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    const RequestTerms request = sure(request_terms(
        filled(FormKind::custom_transaction_request, row.request, scheduled_content())));
    CHECK(refusal(check_usable(row.authorization, request, {"deal-1"}, day(row.on))) ==
          row.refused);
}

TEST_CASE("the deal that consumed an authorization may go on using it", "[deal]") {
    const RequestTerms request = sure(request_terms(scheduled_content()));
    CHECK(check_usable(authorization(crt, consumed), request, {"deal-0"}, day("2020-01-20"))
              .has_value());
}

TEST_CASE("repeating an authorization's events changes nothing", "[deal]") {
    for (FormKind kind : {raf, crt}) {
        const Authorization original = authorization(kind, kind == raf ? authorized : consumed);
        Authorization replayed = original;
        replayed.events.clear();
        replayed.state = {};
        for (int pass = 0; pass < 2; ++pass)
            for (const AuthorizationEvent& event : original.events) {
                if (has_event(replayed, event.id)) continue;
                sure(check(replayed, event, nullptr));
                apply_event(replayed, event);
            }
        CHECK(replayed.events.size() == original.events.size());
        CHECK(replayed.state.status == original.state.status);
        CHECK(replayed.state.content == original.state.content);
        CHECK(replayed.state.signatures == original.state.signatures);
        CHECK(replayed.state.uses == original.state.uses);
    }
}
