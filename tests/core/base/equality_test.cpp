// Emscripten's older library cannot default every comparison, so some types define their own. A
// member missing from it would hide a change.
#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"

using namespace cppo;
using namespace cppo::test;

/// Whether the value equals itself but not a copy with a different `part`.
template <typename Value, typename Part>
static bool tells(const Value& value, Part Value::*part, Part other) {
    Value changed = value;
    const bool same = changed == value;
    changed.*part = std::move(other);
    return same && !(changed == value);
}

TEST_CASE("values that differ in any one member are not equal", "[base]") {
    CHECK(tells({}, &Duration::months, 1));
    CHECK(tells({}, &Duration::days, 1));

    const PartyRef cedar = {std::string(customer_name), account(customer_account)};
    CHECK(tells(cedar, &PartyRef::name, std::string("Cedar")));
    CHECK(tells(cedar, &PartyRef::account, account(payer_account)));

    CHECK(tells({}, &Settings::rounding, Rounding::half_even));
    CHECK(tells({}, &Settings::processing_base, ProcessingBase::customer_price));
    CHECK(tells({}, &Settings::customer_signature, CustomerSignature::any_schedule));
    CHECK(tells({}, &FeeTerms::marketplace, percent("3")));
    CHECK(tells({}, &FeeTerms::processing, percent("1")));
    CHECK(tells({}, &FeeTerms::assumed, true));

    const Payment payment = {day("2020-02-01"), money("1.00")};
    CHECK(tells(payment, &Payment::on, day("2020-02-02")));
    CHECK(tells(payment, &Payment::amount, money("1.01")));

    const Content content = scheduled_content();
    CHECK(tells(content, &Content::values, Content{}.values));
    CHECK(tells(content, &Content::groups, Content{}.groups));

    const Signature signed_by =
        signature(Party::isv, FormKind::reseller_authorization, raf_content(), day("2020-01-10"));
    CHECK(tells(signed_by, &Signature::party, Party::partner));
    CHECK(tells(signed_by, &Signature::name, std::string("Somebody")));
    CHECK(tells(signed_by, &Signature::title, std::string("Manager")));
    CHECK(tells(signed_by, &Signature::on, day("2020-01-11")));
    CHECK(tells(signed_by, &Signature::hash, std::string("0")));

    const event::LineDiscount discount = {std::string(product_id), percent("25")};
    CHECK(tells(discount, &event::LineDiscount::product, std::string("prod-other")));
    CHECK(tells(discount, &event::LineDiscount::discount, percent("26")));
}
