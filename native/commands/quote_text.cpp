#include "commands/quote_text.hpp"

#include "base/text.hpp"
#include "desk/words.hpp"
#include "report/table.hpp"

namespace cppo {
namespace {

std::string percent_text(const std::optional<std::string>& percent) {
    return percent ? *percent + " %" : "–";
}

/// Marks every percentage and page that rests on fees AWS has not confirmed (decision 3).
std::string stamp(const Quote& quote) { return quote.fees.terms.assumed ? ", assumed" : ""; }

std::string lines_text(const Quote& quote) {
    Table table{{{"", "Line"}, {"", "List", true}, {"", "Wholesale", true}}, {}};
    for (std::size_t i = 0; i < quote.lines.size(); ++i) {
        const QuotedLine& line = quote.lines[i];
        // A description is the customer's word, such as "iPaaS", and stays as it was typed.
        const std::string name =
            line.description.empty() ? capitalized(name_of(line, i)) : line.description;
        table.rows.push_back({name, grouped(line.list), grouped(line.wholesale)});
    }
    table.rows.push_back({"Total", grouped(quote.list), grouped(quote.total.wholesale)});
    return plain_text(table);
}

/// Every percentage with its base, because confusing the bases is the most common mistake.
std::string percents_text(const Quote& quote) {
    const Settlement& total = quote.total;
    return "Price " + grouped_with_code(total.price) + ", markup " + grouped(total.markup) + ": " +
           percent_text(markup_percent(total)) + " of wholesale, " +
           percent_text(margin_percent(total)) + " of the price\n" + "The ISV forgoes " +
           grouped(quote.list - total.isv_net) +
           " in discount and fee: " + percent_text(isv_discount_percent(quote)) + " of list\n";
}

std::vector<std::string> invoice_row(std::string name, std::string on, const Settlement& split) {
    std::vector<std::string> row = {std::move(name), std::move(on)};
    for (Money part : {split.price, split.wholesale, split.markup, split.marketplace_fee,
                       split.processing_fee, split.isv_net, split.partner_net, split.aws_total})
        row.push_back(grouped(part));
    return row;
}

std::string invoices_text(const Quote& quote) {
    Table table{{{"", "Invoice"},
                 {"", "Date"},
                 {"", "Price", true},
                 {"", "Wholesale", true},
                 {"", "Markup", true},
                 {"", "Marketplace fee", true},
                 {"", "Processing fee", true},
                 {"", "ISV", true},
                 {"", "You", true},
                 {"", "AWS", true}},
                {}};
    int number = 0;
    for (const QuotedInvoice& invoice : quote.invoices)
        table.rows.push_back(invoice_row(std::to_string(++number),
                                         invoice.on ? text(*invoice.on) : "at acceptance",
                                         invoice.split));
    if (number > 1) table.rows.push_back(invoice_row("Total", "", quote.total));
    return plain_text(table);
}

std::string partner_text(const Quote& quote) {
    const Settlement& total = quote.total;
    const std::string markup = "markup " + grouped(total.markup);
    if (fee_source(quote.rule_set) == FeeSource::published) return markup + ", no processing fee";
    const bool on_markup = quote.settings.processing_base == ProcessingBase::markup;
    return markup + " − processing fee " + grouped(total.processing_fee) + " (" +
           text(quote.fees.terms.processing) + " % of " +
           (on_markup ? "markup" : "customer price") + stamp(quote) + ')';
}

std::string parties_text(const Quote& quote) {
    const Settlement& total = quote.total;
    Table table{{{"", "Who"}, {"", "Receives", true}, {"", "Made up of"}}, {}};
    const auto add = [&](const char* who, Money receives, const std::string& being) {
        table.rows.push_back({who, grouped(receives), being});
    };
    add("ISV", total.isv_net,
        "wholesale " + grouped(total.wholesale) + " − marketplace fee " +
            grouped(total.marketplace_fee) + " (" + text(quote.fees.terms.marketplace) +
            " % of wholesale" + stamp(quote) + ')');
    add("You", total.partner_net, partner_text(quote));
    add("AWS", total.aws_total, quote.fees.parts.empty() ? "both fees" : "the marketplace fee");
    add("Customer pays", total.price, "");
    return plain_text(table);
}

/// How a published fee is calculated; empty if the fees were entered.
std::string rate_text(const Quote& quote) {
    if (quote.fees.parts.empty()) return "";
    Table table{{{"", "Marketplace fee"}, {"", "Of wholesale", true}, {"", "Source"}}, {}};
    for (const RatePart& part : quote.fees.parts)
        table.rows.push_back({capitalized(part.name), text(part.percent) + " %", part.source});
    table.rows.push_back({"Total", text(quote.fees.terms.marketplace) + " %", ""});
    return '\n' + plain_text(table);
}

}  // namespace

std::string warning_text(const Warning& warning) {
    return "Warning " + std::string(text(warning.code)) + ": " + sentence(warning) + '\n';
}

std::string quote_text(const Quote& quote) {
    std::string page = "Quote in " + std::string(text(quote.currency)) + " under " +
                       std::string(text(quote.rule_set)) + " · " +
                       settings_text(quote.rule_set, quote.settings) +
                       (quote.fees.terms.assumed ? " · assumed fees" : "") + '\n';
    page += '\n' + lines_text(quote);
    page += '\n' + percents_text(quote);
    page += '\n' + parties_text(quote);
    page += rate_text(quote);
    page += '\n' + invoices_text(quote);
    if (!quote.warnings.empty()) page += '\n';
    for (const Warning& warning : quote.warnings) page += warning_text(warning);
    return page;
}

}  // namespace cppo
