#include "quote_text.hpp"

#include "base/text.hpp"
#include "report/table.hpp"

namespace cppo {
namespace {

std::string percent_text(const std::optional<Percent>& percent) {
    return percent ? text(*percent) + " %" : "–";
}

std::string lines_text(const Quote& quote) {
    Table table{{{"", "Line"}, {"", "List", true}, {"", "Wholesale", true}}, {}};
    for (const QuotedLine& line : quote.lines)
        table.rows.push_back({line.description, grouped(line.list), grouped(line.wholesale)});
    table.rows.push_back({"Total", grouped(quote.list), grouped(quote.total.wholesale)});
    return plain_text(table);
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
                 {"", "On"},
                 {"", "Price", true},
                 {"", "Wholesale", true},
                 {"", "Markup", true},
                 {"", "Marketplace fee", true},
                 {"", "Processing fee", true},
                 {"", "ISV", true},
                 {"", "Partner", true},
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

std::string split_text(const Settlement& total, const FeeTerms& fees, const Settings& settings) {
    const bool on_markup = settings.processing_base == ProcessingBase::markup;
    const std::string base = on_markup ? "markup" : "customer price";
    Table table{{{"", "Who"}, {"", "Receives", true}, {"", "Being"}}, {}};
    const auto add = [&](const char* who, Money receives, const std::string& being) {
        table.rows.push_back({who, grouped(receives), being});
    };
    add("ISV", total.isv_net,
        "wholesale " + grouped(total.wholesale) + " − Marketplace fee " +
            grouped(total.marketplace_fee) + " (" + text(fees.marketplace) + " % of wholesale)");
    add("Partner", total.partner_net,
        "markup " + grouped(total.markup) + " − processing fee " + grouped(total.processing_fee) +
            " (" + text(fees.processing) + " % of " + base + ")");
    add("AWS", total.aws_total, "both fees");
    add("Customer pays", total.price, "");
    return plain_text(table);
}

}  // namespace

std::string settings_text(const Settings& settings) {
    return "rounding " + std::string(text(settings.rounding)) + ", processing fee on " +
           std::string(text(settings.processing_base));
}

std::string quote_text(const Quote& quote, const FeeTerms& fees, const Settings& settings) {
    const Settlement& total = quote.total;
    std::string page = "Quote in " + std::string(text(quote.currency)) + " by " +
                       std::string(text(quote.rule_set)) + "; " + settings_text(settings) + '\n';
    page += '\n' + lines_text(quote);
    page += "\nPrice " + grouped_with_code(total.price) + ", markup " + grouped(total.markup) +
            ": " + percent_text(markup_percent(total)) + " of wholesale, " +
            percent_text(margin_percent(total)) + " of the price\n";
    page += '\n' + split_text(total, fees, settings);
    page += '\n' + invoices_text(quote);
    if (!quote.warnings.empty()) page += '\n';
    for (const Warning& warning : quote.warnings)
        page += "Warning " + std::string(text(warning.code)) + ": " +
                capitalized(sentence(warning)) + '\n';
    return page;
}

}  // namespace cppo
