// cppo convert: discount, markup and margin, each a percentage of something else.
#include "base/text.hpp"
#include "codec/quote_document.hpp"
#include "commands/nouns.hpp"
#include "commands/quote_text.hpp"
#include "report/table.hpp"
#include "settle/convert.hpp"

namespace cppo {
namespace {

/// The known facts of one sale, in the order of the output.
struct Facts {
    Table table{{{"", "What"}, {"", "Value", true}, {"", "Of"}}, {}};
    JsonObject json;

    void add(const char* name, const std::optional<std::string>& percent, const char* of) {
        table.rows.push_back({capitalized(name), percent ? *percent + " %" : "–", of});
        json.push_back({name, percent ? Json(*percent) : Json()});
    }
    void add(const char* name, Money amount) {
        table.rows.push_back({capitalized(name), grouped_with_code(amount), ""});
        json.push_back({name, text(amount)});
    }
};

Result<Money> amount(const Call& call, std::string_view name) {
    Currency currency = Currency::usd;
    if (call.arguments.has("currency"))
        currency = TRY(parse_currency(call.arguments.value("currency"), "currency"));
    return parse_money(call.arguments.value(name), currency, name);
}

Result<Rounding> rounding(const Call& call) {
    if (!call.arguments.has("rounding")) return Rounding::half_up;
    return call.arguments.choice<Rounding>("rounding");
}

/// The markup that comes back to list, and what it makes of a list price.
Result<std::optional<Warning>> add_discount(Facts& facts, const Call& call) {
    const Percent discount =
        TRY(parse_percent_of_whole(call.arguments.value("discount"), "discount"));
    const Percent markup = TRY(markup_for_discount(discount, "discount"));
    facts.add("discount", text(discount), "list");
    facts.add("markup", text(markup), "wholesale, to bring the price back to list");
    if (!call.arguments.has("list")) return std::nullopt;
    const Money list = TRY(amount(call, "list"));
    const Rounding halves = TRY(rounding(call));
    const Money wholesale = wholesale_of(list, discount, halves);
    const Money price = TRY(price_for_markup(markup, wholesale, halves, "list"));
    facts.add("list", list);
    facts.add("wholesale", wholesale);
    facts.add("price", price);
    return short_of_list(price, list);
}

/// The margin of a markup, and the price it makes of a wholesale cost.
Result<std::optional<Warning>> add_markup(Facts& facts, const Call& call) {
    const Percent markup = TRY(parse_percent(call.arguments.value("markup"), "markup"));
    const std::string made_up = text(discount_for_markup(markup));
    facts.add("discount", made_up, "list, which the markup makes up for");
    facts.add("markup", text(markup), "wholesale");
    facts.add("margin", made_up, "the price");
    if (!call.arguments.has("wholesale")) return std::nullopt;
    const Money wholesale = TRY(amount(call, "wholesale"));
    const Rounding halves = TRY(rounding(call));
    facts.add("wholesale", wholesale);
    facts.add("price", TRY(price_for_markup(markup, wholesale, halves, "wholesale")));
    return std::nullopt;
}

/// Markup and margin of a price over a wholesale cost.
Result<std::optional<Warning>> add_price(Facts& facts, const Call& call) {
    const Money wholesale = TRY(amount(call, "wholesale"));
    const Money price = TRY(amount(call, "price"));
    CHECK_OK(check_price(price, wholesale, "price"));
    const Settlement sale = settle(price, wholesale, FeeTerms{}, Settings{});
    facts.add("wholesale", wholesale);
    facts.add("price", price);
    facts.add("markup", markup_percent(sale), "wholesale");
    facts.add("margin", margin_percent(sale), "the price");
    return std::nullopt;
}

/// What a conversion starts from, and the amounts that may stand beside it.
struct Way {
    std::string_view from, needs, takes;
    Result<std::optional<Warning>> (*add)(Facts&, const Call&);
};

constexpr Way ways[] = {{"discount", "", "list", add_discount},
                        {"markup", "", "wholesale", add_markup},
                        {"price", "wholesale", "wholesale", add_price}};

/// The one way the options name, or what is wrong with them.
tl::expected<const Way*, std::string> way_of(const Arguments& arguments) {
    const Way* found = nullptr;
    for (const Way& way : ways) {
        if (!arguments.has(way.from)) continue;
        if (found)
            return tl::unexpected("--" + std::string(found->from) + " and --" +
                                  std::string(way.from) + " cannot be combined; give one");
        found = &way;
    }
    if (!found) return tl::unexpected<std::string>("give one of --discount, --markup and --price");
    for (std::string_view amount : {"list", "wholesale"}) {
        const bool given = arguments.has(amount);
        if ((given && found->takes != amount) || (!given && found->needs == amount))
            return tl::unexpected("--" + std::string(found->from) + (given ? " takes" : " needs") +
                                  (given ? " no --" : " --") + std::string(amount));
    }
    return found;
}

Outcome run_convert(const Call& call) {
    const auto way = way_of(call.arguments);
    if (!way) return Refusal::usage(way.error());
    Facts facts;
    const auto warning = TRY((*way)->add(facts, call));
    Answer answer{plain_text(facts.table), ""};
    JsonArray warnings;
    if (warning) {
        answer.text += warning_text(*warning);
        warnings.push_back(json_of(*warning));
    }
    facts.json.push_back({"warnings", std::move(warnings)});
    answer.json = print_json(facts.json);
    return answer;
}

}  // namespace

std::vector<Verb> convert_verbs() {
    constexpr Need may = Need::optional;
    return {{"convert",
             "",
             "Converts a discount into the markup that brings the price back to list.",
             {{"discount", "PERCENT", "Off list; prints the markup that makes up for it.", may},
              {"list", "AMOUNT", "With --discount: also prints wholesale cost and price.", may},
              {"markup", "PERCENT", "On wholesale; prints the discount it makes up for.", may},
              {"price", "AMOUNT", "With --wholesale: prints markup and margin.", may},
              {"wholesale", "AMOUNT", "With --markup: also prints the price.", may},
              {"currency", "CODE", "Currency of the amounts (default: USD).", may},
              {"rounding", "WAY", "half_up (the default) or half_even.", may}},
             {"convert --discount 20", "convert --discount 25 --list 120000.00",
              "convert --markup 33.333333333", "convert --markup 25 --wholesale 96000.00",
              "convert --wholesale 96000.00 --price 110000.00 --json"},
             run_convert}};
}

}  // namespace cppo
