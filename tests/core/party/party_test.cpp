#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "party/visibility.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("account numbers are twelve digits, grouped or not", "[party]") {
    for (std::string_view typed : {"001122223333", "0011 2222 3333", "0011-2222-3333"})
        CHECK(parse_account(typed, "account") == AccountId{"001122223333"});
    CHECK(in_groups(account(isv_account)) == "0011 2222 3333");
}

TEST_CASE("the refusal of an account number says why", "[party]") {
    struct Row {
        std::string typed;
        std::string detail;
    };
    const std::vector<Row> rows = {
        {"", "an AWS account number has 12 digits; '' has 0"},
        {"1122223333", "an AWS account number has 12 digits; '1122223333' has 10"},
        {"0011222233334", "an AWS account number has 12 digits; '0011222233334' has 13"},
        {"00112222333x", "'00112222333x' contains characters other than digits"},
        {"1.12222E+11", "'1.12222E+11' contains characters other than digits"},
        {"٠٠١١٢٢٢٢٣٣٣٣", "'٠٠١١٢٢٢٢٣٣٣٣' contains characters other than digits"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    CHECK(refusal(parse_account(row.typed, "isv_account")) ==
          Error{Code::malformed, "isv_account", row.detail});
}

TEST_CASE("every party has its own title and its own name in sentences", "[party]") {
    std::vector<std::string_view> titles, words;
    for (std::size_t i = 0; i < name_count<Party>(); ++i) {
        titles.push_back(title(static_cast<Party>(i)));
        words.push_back(spoken(static_cast<Party>(i)));
    }
    CHECK(titles == std::vector<std::string_view>{"ISV", "You", "Customer", "Payer",
                                                  "AWS Marketplace", "Others"});
    CHECK(words == std::vector<std::string_view>{"the ISV", "the partner", "the customer",
                                                 "the payer", "AWS", "someone else"});
}

// The table of rule 2, row by row. The columns are the ISV in a recurring deal, the ISV in a
// non-recurring one, partner, customer, payer, AWS and others; S: may see, -: must not.
TEST_CASE("who may see what matches the program's table", "[party]") {
    struct Row {
        Datum datum;
        std::string seen;
    };
    const std::vector<Row> rows = {
        {Datum::discount, "SSS--S-"},      {Datum::wholesale, "SSS--S-"},
        {Datum::customer_name, "-SSSSS-"}, {Datum::customer_price, "--SSSS-"},
        {Datum::markup, "--S--S-"},        {Datum::processing_fee, "--S--S-"},
        {Datum::partner_net, "--S--S-"},   {Datum::marketplace_fee, "SS---S-"},
        {Datum::isv_net, "SS---S-"},       {Datum::custom_terms, "--SSSS-"},
        {Datum::resale_terms, "SSS--S-"},
    };
    REQUIRE(rows.size() == name_count<Datum>());
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(text(row.datum));
    std::string seen;
    const auto look = [&](Party party, DealKind kind) {
        seen += may_see(party, row.datum, kind) ? 'S' : '-';
    };
    look(Party::isv, DealKind::recurring);
    look(Party::isv, DealKind::non_recurring);
    for (Party party : {Party::partner, Party::customer, Party::payer, Party::aws, Party::others}) {
        look(party, DealKind::recurring);
        CHECK(may_see(party, row.datum, DealKind::non_recurring) == (seen.back() == 'S'));
    }
    CHECK(seen == row.seen);
}
