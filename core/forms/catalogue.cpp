// The three forms of the program as field lists. The real papers were never published; the fields
// marked [seed] are those the program names, the others are what a deal cannot be priced without.
//
// A signature covers the fields in this order by their keys. A new field may stand anywhere; one
// that moves or changes its key would void the signatures of every record that holds it.
#include "forms/form.hpp"

namespace cppo {
namespace {

using enum FieldType;

const std::vector<std::string_view> net_terms = {"15", "30", "45", "60", "90", "120"};

const Section isv_section = {
    "ISV",
    {{"isv_name", "Legal name", "The company that owns the product.", text, true, Party::isv,
      "[ext]"},
     {"isv_account", "AWS account", "The ISV's AWS account number, 12 digits.", account, true,
      Party::isv, "[ext]"}}};

const Section partner_section = {
    "Partner",
    {{"partner_name", "Legal name", "Our company, the reseller.", text, true, Party::partner,
      "[ext]"},
     {"partner_account", "AWS account registered as seller",
      "The account we used to register as an AWS Marketplace seller.", account, true,
      Party::partner, "[seed]"},
     {"partner_contact", "Contact", "Who answers questions about this form.", text, false,
      Party::partner, "[ext]"}}};

const Section products_section = {
    "Products we may resell",
    {{"title", "Product", "The name on AWS Marketplace.", text, true, Party::isv, "[seed]"},
     {"product", "Product ID", "The listing's ID, such as prod-4xkq7n2mvb5ge.", text, true,
      Party::isv, "[seed]"},
     {"discount", "Off list price (%)", "The reduction off the listed price.", percent, true,
      Party::isv, "[seed]"},
     {"list", "List price", "The price of one unit when this form is signed.", money, false,
      Party::isv, "[ext]"},
     {"product_type",
      "Type",
      "What is sold with the customer's own licence cannot be resold.",
      choice,
      false,
      Party::isv,
      "[aws-docs: channel partner offers]",
      {"ami", "container", "saas", "professional_services"}},
     {"url", "Listing", "The product's page on AWS Marketplace.", url, false, Party::isv, "[ext]"}},
    "products",
    "product",
    1,
    50};

/// Files that travel with the form. The desk knows a file by its name and digest alone.
Section attachments_section(std::string_view about) {
    return {"Attachments",
            {{"name", "File", "The file's name, such as contract.pdf.", file_name, true,
              Party::partner, "[seed]"},
             {"sha256", "SHA-256", "The digest of the file's bytes, 64 digits.", sha256, true,
              Party::partner, "[ext]"},
             {"about", "About", about, text, false, Party::partner, "[ext]"}},
            "attachments",
            "attachment",
            0,
            20};
}

Section terms_section(bool dated_until_revoked) {
    return {"Terms",
            {{"currency", "Currency", "Prices, fees and payouts are in this currency.", currency,
              true, Party::isv, "[ext]"},
             {"starts", "From", "The first day the discount holds.", date, true, Party::isv,
              "[aws-docs: selling authorizations]"},
             {"ends", "Until",
              dated_until_revoked ? "The last day; empty means no set time."
                                  : "The last day; empty means until it is used.",
              date, false, Party::isv, "[aws-docs: selling authorizations]"},
             {"contract",
              "Reseller contract",
              "The agreement between ISV and partner.",
              choice,
              false,
              Party::isv,
              "[aws-docs: reseller contracts]",
              {"standard", "custom", "none"}},
             {"net_terms",
              "Payment terms up to (days)",
              "The longest an offer may give the customer; empty means none can be given.",
              choice,
              false,
              Party::isv,
              "[aws-docs: DG, resale authorizations]",
              net_terms,
              true,
              {},
              {},
              RuleSet::modern_2024}}};
}

Form reseller_authorization() {
    return {FormKind::reseller_authorization,
            "Reseller Authorization",
            "When AWS has received it, we may resell these products to any customer, as often as "
            "we like, at the discount named here.",
            {isv_section, partner_section, products_section, terms_section(true),
             attachments_section("What it is, such as the reseller contract.")},
            {Party::isv, Party::partner}};
}

Form custom_resale_transaction() {
    const Section customer = {
        "Customer",
        {{"customer_name", "Name", "The one customer this price is for.", text, true, Party::isv,
          "[seed]"},
         {"customer_account", "AWS account", "The customer's AWS account number, 12 digits.",
          account, true, Party::isv, "[seed]"}}};
    const Section resale = {"Terms of the resale",
                            {{"resale_terms", "Other agreed terms",
                              "Terms between ISV and partner that travel with this form.",
                              paragraph, false, Party::isv, "[seed]"}}};
    return {FormKind::custom_resale_transaction,
            "Custom Resale Transaction",
            "When AWS has received it, we may make one offer to the customer named here, once, at "
            "this wholesale price.",
            {isv_section, partner_section, customer, products_section, terms_section(false), resale,
             attachments_section("What it is, such as the terms of the resale.")},
            {Party::isv, Party::partner}};
}

const When sold_outright = {"pricing", {"upfront", "scheduled"}};
const When sold_by_usage = {"pricing", {"usage"}};

Section buyer_section() {
    return {
        "Customer",
        {{"customer_name", "Name", "The company that buys.", text, true, Party::partner, "[ext]"},
         {"customer_account", "AWS account",
          "The account the offer is made to; no other account sees it.", account, true,
          Party::partner, "[seed]"},
         {"payer_account", "Payer account",
          "The account whose AWS bill shows the invoice; empty means the same account.", account,
          false, Party::partner, "[seed]"},
         {"buyer_country", "Country", "Of the buyer, two letters; a fee may depend on it.", country,
          false, Party::partner, "[aws-docs: listing fees]"}}};
}

Section lines_section() {
    return {"What the customer buys",
            {{"product", "Product ID", "A product the authorization covers.", text, true,
              Party::partner, "[seed]"},
             {"description", "Description", "What the customer reads for this line.", text, true,
              Party::partner, "[ext]"},
             {"list", "List price", "The price of one unit on AWS Marketplace for the whole term.",
              money, true, Party::partner, "[ext]"},
             {"quantity", "Quantity", "How many units.", quantity, true, Party::partner, "[ext]"}},
            "lines",
            "line",
            1,
            50,
            sold_outright};
}

Section rates_section() {
    return {"What the customer pays for by usage",
            {{"product", "Product ID", "A product the authorization covers.", text, true,
              Party::partner, "[seed]"},
             {"description", "Unit", "What is counted, as the customer reads it.", text, true,
              Party::partner, "[ext]"},
             {"list_rate", "List rate", "The price of one unit on AWS Marketplace.", unit_price,
              true, Party::partner, "[ext]"},
             {"partner_rate", "Rate", "What the customer pays for one unit.", unit_price, true,
              Party::partner, "[seed]"}},
            "rates",
            "rate",
            1,
            50,
            sold_by_usage};
}

// clang-format off
Section price_section() {
    return {
        "Price and terms",
        {{"currency", "Currency", "The authorization's currency.", currency, true, Party::partner,
          "[ext]"},
         {"price", "Price to the customer", "The total of this offer, before tax.", money, true,
          Party::partner, "[seed]", {}, true, sold_outright},
         {"pricing", "Paid", "All at acceptance, by a schedule of payments, or by usage.", choice,
          true, Party::partner, "[ext]", {"upfront", "scheduled", "usage"}},
         {"starts", "Contract starts", "The first day of the contract.", date, true,
          Party::partner, "[aws-docs: private offers]"},
         {"term", "Term", "How long the contract runs, such as P12M or P3Y.", duration, true,
          Party::partner, "[aws-docs: private offers]"},
         {"ends", "Contract ends", "The last day of the contract, in place of a term.", date,
          false, Party::partner, "[aws-docs: private offers]", {}, true, {}, "term"},
         {"accept_by", "Customer must accept by",
          "The last day on which the offer can be accepted.", date, true, Party::partner,
          "[aws-docs: private offers]"},
         {"product_type", "Product type", "What is sold; a fee may depend on it.", choice, false,
          Party::partner, "[aws-docs: listing fees]",
          {"ami", "container", "saas", "professional_services", "machine_learning",
           "data_exchange"}},
         {"renewal", "Renewal", "The customer has bought this before.", flag, false,
          Party::partner, "[aws-docs: listing fees]"},
         {"net_terms", "Payment terms (days)",
          "When the customer pays an invoice, where the authorization lets an offer say so.",
          choice, false, Party::partner, "[aws-docs: DG, resale authorizations]", net_terms, true,
          {}, {}, RuleSet::modern_2024},
         {"custom_terms", "Custom terms",
          "Licence and other terms. Net payment terms cannot be changed here.", paragraph, false,
          Party::partner, "[seed]"},
         {"customer_signs", "Customer signs too",
          "Mark it where AWS asks for the customer's signature as well.", flag, false,
          Party::partner, "[seed]", {}, false, {}, {}, RuleSet::seed_2019}}};
}
// clang-format on

Section schedule_section() {
    return {
        "Payments",
        {{"on", "Date", "The day AWS invoices this part.", date, true, Party::partner, "[seed]"},
         {"amount", "Amount", "What the customer pays on that day.", money, true, Party::partner,
          "[seed]"}},
        "schedule",
        "payment",
        1,
        60,
        {"pricing", {"scheduled"}}};
}

Form custom_transaction_request() {
    return {FormKind::custom_transaction_request,
            "Custom Transaction Request",
            "When AWS has received it, AWS creates a private offer that only this customer sees.",
            {buyer_section(), lines_section(), rates_section(), price_section(), schedule_section(),
             attachments_section("What it is, such as the licence terms.")},
            {Party::partner, Party::customer}};
}

}  // namespace

const Form& form(FormKind kind) {
    static const Form forms[] = {reseller_authorization(), custom_resale_transaction(),
                                 custom_transaction_request()};
    static_assert(std::size(forms) == name_count<FormKind>());
    return forms[static_cast<std::size_t>(kind)];
}

}  // namespace cppo
