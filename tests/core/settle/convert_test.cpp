#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "random.hpp"
#include "settle/convert.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("a discount of list is not the markup that makes up for it", "[settle]") {
    struct Row {
        std::string_view discount, markup;
    };
    const std::vector<Row> rows = {
        {"0", "0"},    {"20", "25"},           {"25", "33.333333333"}, {"30", "42.857142857"},
        {"50", "100"}, {"40", "66.666666667"}, {"99.99", "999900"},    {"12.5", "14.285714286"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.discount);
    CHECK(markup_for_discount(percent(row.discount), "discount") == percent(row.markup));
    CHECK(discount_for_markup(percent(row.markup)) == percent(row.discount));
}

TEST_CASE("no markup makes up for what is almost free", "[settle]") {
    CHECK(markup_for_discount(percent("99.990000999"), "discount").has_value());
    CHECK(refusal(markup_for_discount(percent("99.990001"), "discount")) ==
          Error{Code::out_of_range, "discount",
                "no markup up to 1000000 % makes up for a discount of 99.990001 %"});
    for (std::string_view discount : {"99.999999999", "100"})
        CHECK(refusal(markup_for_discount(percent(discount), "d"))->code == Code::out_of_range);
    CHECK(text(discount_for_markup(percent_max)) == "99.990001");
}

TEST_CASE("the way to the markup and back ends where it began", "[settle]") {
    INFO("CPPO_SEED=" << Random::seed());
    Random random;
    for (int i = 0; i < 10'000; ++i) {
        // Nine decimals of a markup tell discounts up to 50 % apart.
        const Percent discount = Percent::of_nano(random.between(0, 50 * Percent::one));
        REQUIRE(discount_for_markup(*markup_for_discount(discount, "")) == discount);
    }
}
