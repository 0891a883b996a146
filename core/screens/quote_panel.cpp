#include "screens/quote_panel.hpp"

#include "base/text.hpp"
#include "desk/words.hpp"
#include "party/visibility.hpp"

namespace cppo {
namespace {

/// Two decimals, for reading: "84.65 %".
std::string short_percent(Money part, Money whole) {
    if (whole.is_zero()) return "–";
    const Percent exact = ratio(part, whole, Rounding::half_up);
    const std::int64_t hundredths =
        divide_rounded(exact.nano(), Percent::one / 100, Rounding::half_up);
    const std::string sign = hundredths < 0 ? "−" : "";
    const auto magnitude = static_cast<std::uint64_t>(hundredths < 0 ? -hundredths : hundredths);
    return sign + std::to_string(magnitude / 100) + '.' + padded(magnitude % 100, 2) + " %";
}

std::string name_in(const Model& model, const Deal& deal, Party party) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const std::string_view key = party == Party::isv ? "isv_name" : "partner_name";
    return std::string(authorization->state.content.value(key));
}

std::vector<SplitRow> split_rows(const Model& model, const Deal& deal, const Quote& quote) {
    const FeeTerms& fees = quote.fees.terms;
    const Settlement& total = quote.total;
    const bool on_markup = settings_of(deal).processing_base == ProcessingBase::markup;
    return {{Party::isv, "ISV", name_in(model, deal, Party::isv), grouped(total.wholesale),
             grouped(-total.marketplace_fee), text(fees.marketplace) + " %", grouped(total.isv_net),
             short_percent(total.isv_net, total.price)},
            {Party::partner, "You", name_in(model, deal, Party::partner),
             grouped(on_markup ? total.markup : total.price), grouped(-total.processing_fee),
             text(fees.processing) + " %", grouped(total.partner_net),
             short_percent(total.partner_net, total.price)},
            {Party::aws, "AWS Marketplace", "", "", "", "", grouped(total.aws_total),
             short_percent(total.aws_total, total.price)}};
}

std::string signed_text(Money amount) {
    return (amount.is_negative() || amount.is_zero() ? "" : "+") + grouped(amount);
}

std::vector<SplitBar> split_bars(const Quote& quote) {
    using Look = SplitBar::Look;
    const Settlement& t = quote.total;
    const std::int64_t list = quote.list.minor(), wholesale = t.wholesale.minor(),
                       price = t.price.minor(), isv = t.isv_net.minor(), fees = t.aws_total.minor(),
                       partner = t.partner_net.minor();
    return {{"List", grouped(quote.list), 0, list, Look::list},
            {"Discount", grouped(t.wholesale - quote.list), wholesale, list, Look::discount},
            {"Wholesale", grouped(t.wholesale), 0, wholesale, Look::isv},
            {"Markup", signed_text(t.markup), wholesale, price, Look::partner},
            {"Price", grouped(t.price), 0, price, Look::customer},
            {"AWS fees", grouped(-t.aws_total), price - fees, price, Look::aws, true},
            {"Nets", grouped(t.isv_net), 0, isv, Look::isv, true},
            {"Nets", grouped(t.partner_net), isv, isv + partner, Look::partner, true}};
}

/// The program's report rule, before the first invoice. [seed: step 5]
std::vector<SeenRow> seen_rows(const Model& model, const Deal& deal, const Settlement& total) {
    const std::string customer = customer_of(deal);
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const bool names_customer = may_see(Party::isv, Datum::customer_name, authorization->kind());
    return {{"ISV", names_customer ? customer : name_in(model, deal, Party::partner),
             grouped(total.wholesale), grouped(total.isv_net)},
            {"You", customer, grouped(total.price), grouped(total.partner_net)},
            {"Customer", "its own bill", grouped(total.price), "–"}};
}

std::string percent_or_dash(const std::optional<std::string>& percent) {
    return percent.value_or("–");
}

void fill_panel(QuotePanel& panel, const Quote& quote) {
    const Settlement& total = quote.total;
    panel.available = true;
    panel.price = grouped(total.price);
    panel.list = grouped(quote.list);
    panel.wholesale = grouped(total.wholesale);
    panel.partner_net = grouped(total.partner_net);
    panel.bars = split_bars(quote);
    for (const QuotedInvoice& invoice : quote.invoices)
        panel.payments.push_back({invoice.on ? text(*invoice.on) : "At acceptance",
                                  grouped(invoice.split.price), grouped(invoice.split.isv_net),
                                  grouped(invoice.split.partner_net)});
    for (const RatePart& part : quote.fees.parts)
        panel.fee_parts.push_back({capitalized(part.name), text(part.percent) + " %"});
    for (const Warning& warning : quote.warnings) panel.warnings.push_back(sentence(warning));
}

/// What was written about the fees; what is published is known with the quote.
void fill_fees(QuotePanel& panel, const Deal& deal) {
    panel.fees_published = fee_source(deal.rule_set) == FeeSource::published;
    if (panel.fees_published) {
        const auto facts = facts_of(deal);
        panel.asks_base_rate = facts && !is_published(facts->product_type, facts->on);
        if (const auto& rate = deal.state.entered_rate) {
            panel.base_rate = text(rate->percent);
            panel.fees_assumed = panel.asks_base_rate && rate->assumed;
        }
    } else if (const auto& fees = deal.state.fees) {
        panel.fee_marketplace = text(fees->marketplace);
        panel.fee_processing = text(fees->processing);
        panel.fees_assumed = fees->assumed;
    }
}

}  // namespace

QuotePanel quote_panel(const Model& model, const Deal& deal) {
    QuotePanel panel;
    panel.currency = text(currency_of(deal.state.request));
    panel.settings = std::string(rules_text(deal.rule_set)) + " · " +
                     settings_text(deal.rule_set, settings_of(deal));
    fill_fees(panel, deal);
    const auto discounts = discounts_of(model, deal);
    if (const auto known = before_fees(deal, discounts)) {
        panel.markup_percent = percent_or_dash(markup_percent(*known));
        panel.margin_percent = percent_or_dash(margin_percent(*known));
    }
    const auto quote = quote_of(deal, discounts);
    if (!quote) {
        const bool metered_later = quote.error().code == Code::not_yet;
        panel.problem =
            metered_later ? capitalized(quote.error().detail) + '.' : sentence(quote.error());
        return panel;
    }
    fill_panel(panel, *quote);
    panel.split = split_rows(model, deal, *quote);
    panel.seen = seen_rows(model, deal, quote->total);
    return panel;
}

}  // namespace cppo
