#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "forms/terms.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

struct Row {
    std::string terms;
    std::string said;
};

const std::vector<Row> about_payment = {
    {"net 30", "net 30"},
    {"Net-60", "Net-60"},
    {"net30", "net30"},
    {"NET45DAYS", "NET45"},
    {"Net  90 days", "Net  90"},
    {"Terms: net (30)", "net (30"},
    {"net thirty days", "net thirty"},
    {"Net forty-five (45) days", "Net forty-five (45"},
    {"30 days net", "30 days net"},
    {"The customer gets net terms.", "net terms"},
    {"Payment terms: as usual", "Payment terms"},
    {"30-day payment terms", "30-day payment"},
    {"payment due within 45 days", "payment due"},
    {"Payment is due on delivery.", "Payment is due"},
    {"Payments are due monthly", "Payments are due"},
    {"Invoices are due in June.", "Invoices are due"},
    {"Invoices: 30 days.", "Invoices: 30 days"},
    {"due within 10 days", "due within 10 days"},
    {"due in ten business days", "due in ten business days"},
    {"All amounts are due upon receipt.", "due upon receipt"},
    {"payable within 30 days of invoice", "payable within 30 days"},
    {"payable 30 days after receipt", "payable 30 days after"},
    {"payable 30 days.", "payable 30 days"},
    {"payment: 30 days, then as before", "payment: 30 days"},
    {"Payment 30 days\nLicence as agreed", "Payment 30 days"},
    {"due 14 days after delivery", "due 14 days after"},
    {"Invoices shall be paid no later than 45 days after receipt", "paid no later than 45 days"},
    {"The customer pays AWS within 45 days.", "pays AWS within 45 days"},
    {"Customer will pay the fees within 30 days", "pay the fees within 30 days"},
    {"pay outstanding amounts 30 days from the invoice", "pay outstanding amounts 30 days from"},
    {"Remit all charges upon receipt", "Remit all charges upon receipt"},
    {"Payable on invoice", "Payable on invoice"},
    {"The customer has sixty days to pay.", "sixty days to pay"},
    {"a 60-day payment window applies", "60-day payment"},
    {"The payment period is a quarter.", "payment period"},
    {"Terms of payment: as before", "Terms of payment"},
    {"Payments may be deferred.", "Payments may be deferred"},
    {"Settlement within 14 days", "Settlement within 14 days"},
    {"1/10, net 45", "net 45"},
    {"within two weeks of the bill", "within two weeks of the bill"},
    {"30 days after receiving an invoice", "30 days after receiving an invoice"},
    {"Fees are payable upon receipt.", "payable upon receipt"},
    {"The customer shall pay all invoices within 45 days.", "pay all invoices within 45 days"},
    {"Customer pays within sixty (60) days", "pays within sixty (60) days"},
    {"Invoices must be paid within 2 months.", "paid within 2 months"},
    {"Payment shall be made within thirty days", "Payment shall be made within thirty days"},
    {"Payment of each invoice within 30 days", "Payment of each invoice within 30 days"},
    {"within 30 days of the date of the invoice", "within 30 days of the date of the invoice"},
    {"15 days after receipt of an invoice", "15 days after receipt of an invoice"},
    {"30 days from invoice", "30 days from invoice"},
    {"60 days EOM", "60 days EOM"},
    {"30 days end of month", "30 days end of month"},
};

const std::vector<std::string> about_other_things = {
    "",
    "the network has 30 nodes",
    "Zahlung innerhalb von 30 Tagen",
    "The fee is net $500 a seat.",
    "net 500 EUR for each site, net €40 for each seat",
    "net 30 seats more than last year",
    "net 1.5 TB of storage, net 30% growth",
    "The plan includes 5 paid days of training and paid 3 days on site.",
    "90 days of invoices stay in the archive.",
    "Built with ASP.NET 8",
    "AWS bills the customer; the balance of hours carries over.",
    "Data is deleted within 30 days after the contract ends.",
    "Payment is made through AWS Marketplace.",
    "due diligence",
    "net new seats",
    "internet 30",
    "Network 5 GB",
    "internet-30 gateway, ethernet 100",
    "All prices are net of tax.",
    "The price is net. 30 days of training are included.",
    "The fee is payable in US dollars.",
    "Paid in three yearly instalments as scheduled.",
    "Support answers within 2 days.",
    "Paid support includes an answer within 2 days.",
    "Termination with 30 days notice.",
    "30 days free trial, then as agreed",
    "No payment is required for the pilot.",
    "Service credits due to outages are capped.",
    "AWS invoices the customer on its AWS bill.",
    "Magnet 30 and cabinet 12 are included.",
    "Standard license, .NET 8 runtime supported",
};

}  // namespace

TEST_CASE("custom terms must not say when the customer pays", "[forms]") {
    for (const Row& row : about_payment) {
        INFO(row.terms);
        CHECK(refusal(check_custom_terms(row.terms, "ctr.custom_terms")) ==
              Error{Code::net_terms_not_customizable, "ctr.custom_terms",
                    "the custom terms say '" + row.said + "'"});
    }
}

TEST_CASE("custom terms may say anything else", "[forms]") {
    for (const std::string& terms : about_other_things) {
        INFO(terms);
        CHECK(refusal(check_custom_terms(terms, "ctr.custom_terms")) == std::nullopt);
    }
}
