#include <functional>
#include <map>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// A submission that breaks every rule at once; each step of the test below mends one.
struct Submission {
    std::map<std::string, std::string> request = {
        {"price", ""},
        {"custom_terms", "net 30"},
        {"lines[0].product", "prod-other"},
        {"customer_account", "999900001111"},
        {"currency", "EUR"},
        {"term", "P37M"},
        {"schedule[0].on", "2019-02-01"},
        {"schedule[1].on", "2019-02-01"},
        {"schedule[2].on", "2023-03-01"},
    };
    FormKind form = crt;
    AuthorizationStatus status = AuthorizationStatus::submitted;
    std::map<std::string, std::string> authorization = {{"ends", "2020-01-05"}};
    std::vector<Party> signers;
    std::string to = "buyer@cedar.example";
    std::string on = "2020-01-09";  // before the signatures, and see accept_by

    std::string outcome() const {
        Authorization used = test::authorization(
            form, status,
            filled(form, texts(authorization), form == crt ? crt_content() : raf_content()));
        DealSetup made = desk(filled(ctr, texts(request), scheduled_content()), std::move(used));
        for (Party party : signers) made.sign(party);
        event::Submit submission = made.submission();
        submission.to = to;
        const auto done = made.check(on, submission);
        return done ? "accepted" : std::string(text(done.error().code)) + ' ' + done.error().field;
    }

    static Texts texts(const std::map<std::string, std::string>& map) {
        return Texts(map.begin(), map.end());
    }
};

}  // namespace

TEST_CASE("a submission is refused for the first of its faults", "[deal]") {
    using enum AuthorizationStatus;
    Submission s;
    struct Step {
        std::string expected;
        std::function<void()> mend;
    };
    const std::vector<Step> steps = {
        {"FORM_INCOMPLETE ctr.price", [&] { s.request["price"] = "200000.00"; }},
        {"NET_TERMS_NOT_CUSTOMIZABLE ctr.custom_terms", [&] { s.request["custom_terms"] = ""; }},
        {"MISSING_SIGNATURE ctr.signatures", [&] { s.signers = {Party::partner}; }},
        {"MISSING_CUSTOMER_SIGNATURE ctr.signatures",
         [&] { s.signers.push_back(Party::customer); }},
        {"BAD_RECIPIENT to", [&] { s.to = customer_desk; }},
        {"NOT_AUTHORIZED authorization", [&] { s.status = consumed; }},
        {"AUTH_EXPIRED authorization", [&] { s.authorization["ends"] = "2020-12-31"; }},
        {"PRODUCT_NOT_COVERED ctr.lines[0].product",
         [&] { s.request["lines[0].product"] = product_id; }},
        {"CUSTOMER_MISMATCH ctr.customer_account",
         [&] { s.request["customer_account"] = customer_account; }},
        {"AUTH_CONSUMED authorization",
         [&] {
             s.status = authorized;
             s.form = raf;
             s.request["customer_account"] = isv_account;  // which a resale form cannot hold
         }},
        {"CURRENCY_MISMATCH ctr.currency", [&] { s.request["currency"] = "USD"; }},
        {"SAME_ACCOUNT ctr.customer_account",
         [&] { s.request["customer_account"] = customer_account; }},
        {"NEGATIVE_MARKUP ctr.price", [&] { s.request["price"] = "260000.00"; }},
        {"DUPLICATE_CHARGE_DATES ctr.schedule",
         [&] { s.request["schedule[1].on"] = "2019-03-01"; }},
        {"SCHEDULE_SUM_MISMATCH ctr.schedule", [&] { s.request["price"] = "270000.00"; }},
        {"INVALID_CHARGE_DATES ctr.schedule", [&] { s.request["schedule[2].on"] = "2022-02-01"; }},
        {"TOO_MANY_BACKDATED_CHARGES ctr.schedule",
         [&] {
             s.request["schedule[1].on"] = "2021-02-01";
             s.request["accept_by"] = "2020-01-09";
         }},
        {"OUT_OF_RANGE ctr.term", [&] { s.request["term"] = "P3Y"; }},
        {"OUT_OF_RANGE ctr.accept_by", [&] { s.request["accept_by"] = "2020-01-31"; }},
        {"OUT_OF_RANGE on", [&] { s.on = signed_on; }},
    };
    for (const Step& step : steps) {
        CHECK(s.outcome() == step.expected);
        step.mend();
    }
    CHECK(s.outcome() == "accepted");
}

TEST_CASE("a submission names one discount for every product sold", "[deal]") {
    DealSetup made = brought_to(DealStatus::signing);
    made.sign(Party::customer);
    event::Submit submission = made.submission();
    REQUIRE(submission.discounts.size() == 1);
    CHECK(submission.discounts[0].discount == percent("25"));
    submission.discounts[0].discount = percent("26");
    CHECK(refusal(made.check(submitted_on, submission)) ==
          Error{Code::malformed, "discounts", "the discounts differ from the authorization's"});
    submission.discounts.push_back(submission.discounts[0]);
    CHECK(refusal(made.check(submitted_on, submission))->code == Code::product_not_covered);
    submission.discounts.clear();
    CHECK(refusal(made.check(submitted_on, submission)) ==
          Error{Code::product_not_covered, "discounts",
                "the request needs exactly one discount for 'prod-4xkq7n2mvb5ge'"});
}

TEST_CASE("the accept-by date is after the day of submission", "[deal]") {
    const auto submitted_with = [](std::string_view accept_by) {
        DealSetup made = desk(filled(ctr, {{"accept_by", accept_by}}, upfront_content()));
        made.sign(Party::partner);
        return refusal(made.check(submitted_on, made.submission()));
    };
    CHECK(submitted_with("2020-01-14") == std::nullopt);
    CHECK(submitted_with("2020-01-13") ==
          Error{Code::out_of_range, "ctr.accept_by", "2020-01-13 is not after 2020-01-13"});
}

TEST_CASE("who must sign before a request is sent", "[deal]") {
    struct Row {
        std::string id;
        Texts request;
        CustomerSignature setting;
        std::vector<Party> missing;
    };
    using enum CustomerSignature;
    const Party partner = Party::partner, customer = Party::customer;
    const Texts one_year = {{"term", "P1Y"},
                            {"schedule[0].on", "2020-02-01"},
                            {"schedule[1].on", "2020-06-01"},
                            {"schedule[2].on", "2020-10-01"}};
    const std::vector<Row> rows = {
        {"three years in three payments", {}, multi_year_schedule, {partner, customer}},
        {"one year in three payments", one_year, multi_year_schedule, {partner}},
        {"one year in three payments, strict", one_year, any_schedule, {partner, customer}},
        {"one year, marked by the user",
         {{"term", "P1Y"}, {"customer_signs", "yes"}},
         multi_year_schedule,
         {partner, customer}},
        {"marked with no",
         {{"term", "P1Y"}, {"customer_signs", "no"}},
         multi_year_schedule,
         {partner}},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    DealSetup made = desk(filled(ctr, row.request, scheduled_content()));
    made.deal.settings.customer_signature = row.setting;
    CHECK(missing_signatures(made.deal) == row.missing);
    CHECK((signers_of(made.deal).size() == 2) == (row.missing.size() == 2));
    made.sign(partner);
    CHECK(missing_signatures(made.deal) ==
          std::vector<Party>(row.missing.begin() + 1, row.missing.end()));
}

TEST_CASE("three years paid at once or in one payment need only the partner", "[deal]") {
    DealSetup once = desk(filled(ctr, {{"term", "P3Y"}}, upfront_content()));
    CHECK(missing_signatures(once.deal) == std::vector{Party::partner});
    Content single = filled(ctr, {{"schedule[0].amount", "270000"}}, scheduled_content());
    single.groups["schedule"].resize(1);
    DealSetup scheduled = desk(single);
    CHECK(missing_signatures(scheduled.deal) == std::vector{Party::partner});
    scheduled.sign(Party::partner);
    CHECK(scheduled.check(submitted_on, scheduled.submission()).has_value());
}

TEST_CASE("an edit drops both signatures", "[deal]") {
    DealSetup made = brought_to(DealStatus::signing);
    made.sign(Party::customer);
    CHECK(missing_signatures(made.deal).empty());
    made.happen(signed_on, event::Edit{"price", "280000"});
    CHECK(made.deal.state.status == DealStatus::draft);
    CHECK(made.deal.state.signatures.empty());
    made.happen(signed_on, event::Edit{"price", "270000"});
    CHECK(missing_signatures(made.deal).size() == 2);
}
