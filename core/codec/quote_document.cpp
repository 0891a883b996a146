#include "codec/quote_document.hpp"

#include "base/text.hpp"
#include "codec/settings_codec.hpp"

namespace cppo {
namespace {

constexpr std::size_t lines_max = 1000;
constexpr std::int64_t quantity_max = 1'000'000'000'000;

void read_kind(ObjectReader& io, DealKind& kind) {
    const Json* json = io.find("kind");
    const auto* written = json ? std::get_if<std::string>(&json->value) : nullptr;
    if (written && *written == "non_recurring") kind = DealKind::non_recurring;
    else io.optional("kind", kind);
}

FixedLine read_fixed_line(ObjectReader& io, Currency currency) {
    FixedLine line{"", Money::zero(currency), {}, {}};
    io.optional("description", line.description);
    io.money("list", currency, line.list);
    io.count("quantity", line.quantity.count, quantity_max);
    io.member("discount", line.discount);
    return line;
}

UsageLine read_usage_line(ObjectReader& io) {
    UsageLine line;
    io.optional("description", line.description);
    const Json* units = io.find("units");
    if (units && std::holds_alternative<std::string>(units->value)) io.member("units", line.units);
    else io.count("units", line.units.count, quantity_max);
    io.member("list_rate", line.list_rate);
    io.member("partner_rate", line.partner_rate);
    io.member("discount", line.discount);
    return line;
}

void read_lines(ObjectReader& io, QuoteRequest& request) {
    const JsonArray* items = io.list("lines");
    if (items && items->size() > lines_max)
        return io.refuse(
            Code::out_of_range, "lines",
            std::to_string(items->size()) + " lines are more than " + std::to_string(lines_max));
    io.each("lines", [&](ObjectReader& line) {
        const bool usage = line.has("units") || line.has("list_rate") || line.has("partner_rate");
        if (usage) request.lines.push_back(read_usage_line(line));
        else request.lines.push_back(read_fixed_line(line, request.currency));
    });
}

std::vector<Payment> read_schedule(ObjectReader& io, Currency currency) {
    std::vector<Payment> payments;
    io.each("schedule", [&](ObjectReader& item) {
        Payment payment{{}, Money::zero(currency)};
        item.member("on", payment.on);
        item.money("amount", currency, payment.amount);
        payments.push_back(payment);
    });
    return payments;
}

Percent read_markup(ObjectReader& io) {
    std::string written = "0";
    io.member("markup", written);
    auto percent = parse_percent(written, "markup");
    if (!percent) io.add(percent.error());
    return percent.value_or(Percent());
}

/// Exactly one of the four ways to fix the price; usage lines bring their own.
PriceInput read_price(ObjectReader& io, const QuoteRequest& request) {
    std::vector<std::string_view> given;
    for (std::string_view key : {"price", "schedule", "target_partner_net", "markup"})
        if (io.has(key)) given.push_back(key);
    if (given.size() > 1)
        io.refuse(
            Code::malformed, given[1],
            in_quotes(given[0]) + " and " + in_quotes(given[1]) + " both fix the price; give one");
    if (given.empty()) {
        const bool usage =
            !request.lines.empty() && std::holds_alternative<UsageLine>(request.lines.front());
        if (!usage)
            io.refuse(Code::required, "price",
                      "none of price, schedule, target_partner_net and markup is given");
        return {};
    }
    if (given[0] == "schedule") return read_schedule(io, request.currency);
    if (given[0] == "markup") return Markup{read_markup(io)};
    Money amount = Money::zero(request.currency);
    io.money(given[0], request.currency, amount);
    if (given[0] == "price") return amount;
    return TargetPartnerNet{amount};
}

/// A quote never mixes rule sets: keys that belong to the other one are refused by name.
void refuse_keys(ObjectReader& io, std::initializer_list<std::string_view> keys, RuleSet rule_set) {
    for (std::string_view key : keys)
        if (io.has(key))
            io.refuse(
                Code::unknown_key, key,
                in_quotes(key) + " does not belong to rule set " + std::string(text(rule_set)));
}

/// Nothing unless both percentages are known: quote() then refuses FEE_UNKNOWN.
std::optional<FeeTerms> read_told_fees(ObjectReader& io, RuleSet rule_set) {
    FeeTerms fees;
    bool known = false;
    if (!io.has("fees")) return std::nullopt;
    io.object("fees", [&](ObjectReader& inner) {
        inner.optional("marketplace", fees.marketplace);
        inner.optional("processing", fees.processing);
        inner.optional("assumed", fees.assumed);
        refuse_keys(inner, {"professional_services"}, rule_set);
        known = inner.has("marketplace") && inner.has("processing");
    });
    return known ? std::optional(fees) : std::nullopt;
}

std::optional<EnteredRate> read_entered_rate(ObjectReader& io, RuleSet rule_set) {
    EnteredRate rate;
    bool entered = false;
    if (!io.has("fees")) return std::nullopt;
    io.object("fees", [&](ObjectReader& inner) {
        entered = inner.has("professional_services");
        inner.optional("professional_services", rate.percent);
        inner.optional("assumed", rate.assumed);
        if (inner.has("assumed") && !entered)
            inner.refuse(Code::unknown_key, "assumed",
                         "'assumed' goes with 'professional_services'; other fees are published");
        refuse_keys(inner, {"marketplace", "processing"}, rule_set);
    });
    return entered ? std::optional(rate) : std::nullopt;
}

DealFacts read_deal(ObjectReader& io) {
    DealFacts deal;
    io.object("deal", [&](ObjectReader& inner) {
        inner.member("renewal", deal.renewal);
        inner.member("product_type", deal.product_type);
        inner.member("buyer_country", deal.buyer_country);
        if (inner.has("on")) inner.member("on", deal.on.emplace());
        if (inner.has("tcv_usd"))
            inner.money("tcv_usd", Currency::usd, deal.tcv_usd.emplace(Money::zero(Currency::usd)));
    });
    return deal;
}

void read_fees(ObjectReader& io, QuoteRequest& request) {
    if (fee_source(request.rule_set) == FeeSource::told) {
        request.fees = read_told_fees(io, request.rule_set);
        return refuse_keys(io, {"deal"}, request.rule_set);
    }
    request.deal = read_deal(io);
    request.deal->entered = read_entered_rate(io, request.rule_set);
}

void read_settings(ObjectReader& io, Settings& settings) {
    if (io.has("settings"))
        io.object("settings", [&](ObjectReader& inner) { members(inner, settings); });
}

// --- the answer ----------------------------------------------------------------------------------

void add_split(JsonObject& members, const Settlement& split) {
    members.push_back({"marketplace_fee", text(split.marketplace_fee)});
    members.push_back({"processing_fee", text(split.processing_fee)});
    members.push_back({"isv_net", text(split.isv_net)});
    members.push_back({"partner_net", text(split.partner_net)});
    members.push_back({"aws_total", text(split.aws_total)});
}

Json json_of(const QuotedInvoice& invoice) {
    JsonObject members = {{"on", invoice.on ? Json(text(*invoice.on)) : Json()},
                          {"price", text(invoice.split.price)},
                          {"wholesale", text(invoice.split.wholesale)},
                          {"markup", text(invoice.split.markup)}};
    add_split(members, invoice.split);
    return members;
}

Json json_of(const Error& error) {
    return JsonObject{{"code", text(error.code)},
                      {"field", as_plain_text(error.field)},
                      {"detail", as_plain_text(error.detail)},
                      {"sentence", as_plain_text(sentence(error))}};
}

}  // namespace

Json json_of(const Warning& warning) {
    return JsonObject{{"code", text(warning.code)}, {"sentence", sentence(warning)}};
}

Result<QuoteRequest> decode_quote_request(std::string_view json) {
    const Json document = TRY(parse_json(json));
    CHECK_OK(check_schema(document));
    Verdict verdict;
    ObjectReader io(document, "", verdict);
    QuoteRequest request;
    io.find("schema");
    read_kind(io, request.kind);
    io.optional("rule_set", request.rule_set);
    io.member("currency", request.currency);
    read_lines(io, request);
    request.price = read_price(io, request);
    read_fees(io, request);
    read_settings(io, request.settings);
    io.finish();
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return request;
}

Json json_of(const Quote& quote) {
    const Settlement& total = quote.total;
    const auto percent = markup_percent(total);
    JsonObject answer = {{"currency", text(quote.currency)},
                         {"rule_set", text(quote.rule_set)},
                         {"list", text(quote.list)},
                         {"price", text(total.price)},
                         {"wholesale", text(total.wholesale)},
                         {"markup", text(total.markup)},
                         {"markup_percent", percent ? Json(*percent) : Json()}};
    add_split(answer, total);
    if (fee_source(quote.rule_set) == FeeSource::published)
        answer.push_back({"fee_rate", text(quote.fees.terms.marketplace)});
    JsonArray lines, invoices, warnings;
    for (const QuotedLine& line : quote.lines)
        lines.push_back(JsonObject{{"list", text(line.list)}, {"wholesale", text(line.wholesale)}});
    for (const QuotedInvoice& invoice : quote.invoices) invoices.push_back(json_of(invoice));
    for (const Warning& warning : quote.warnings) warnings.push_back(json_of(warning));
    answer.push_back({"lines", std::move(lines)});
    answer.push_back({"invoices", std::move(invoices)});
    answer.push_back({"warnings", std::move(warnings)});
    return answer;
}

std::string encode_quote(const Quote& quote, JsonLayout layout) {
    return print_json(json_of(quote), layout);
}

std::string encode_errors(const Issues& issues, JsonLayout layout) {
    if (issues.size() == 1)
        return print_json(JsonObject{{"error", json_of(issues.front())}}, layout);
    JsonArray errors;
    for (const Error& error : issues) errors.push_back(json_of(error));
    return print_json(JsonObject{{"errors", std::move(errors)}}, layout);
}

}  // namespace cppo
