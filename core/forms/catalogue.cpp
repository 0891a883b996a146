// The program's three forms as lists of fields. AWS never published the real forms: the program
// names the fields marked [seed], and the others are needed to price a deal.
//
// A signature covers the keys and values of the fields in this order. A new field can go anywhere,
// but moving a field or renaming its key would void the signatures of every record that has it.
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
    {{"partner_name", "Legal name", "Your company, the reseller.", text, true, Party::partner,
      "[ext]"},
     {"partner_account", "AWS account registered as seller",
      "The account you used to register as an AWS Marketplace seller.", account, true,
      Party::partner, "[seed]"},
     {"partner_contact", "Contact", "Who answers questions about this form.", text, false,
      Party::partner, "[ext]"}}};

const Section products_section = {
    "Products that may be resold",
    {{"title", "Product", "The name on AWS Marketplace.", text, true, Party::isv, "[seed]"},
     {"product", "Product ID", "The listing's ID, such as prod-4xkq7n2mvb5ge.", text, true,
      Party::isv, "[seed]"},
     {"discount", "Discount off list (%)", "The discount off the list price.", percent, true,
      Party::isv, "[seed]"},
     {"list", "List price", "The price of one unit when this form is signed.", money, false,
      Party::isv, "[ext]"},
     {"product_type",
      "Type",
      "Products sold with the customer's own license (BYOL) cannot be resold.",
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

/// Files sent with the form. The program stores each file's name and digest, not its content.
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
             {"starts", "From", "The first day the discount is valid.", date, true, Party::isv,
              "[aws-docs: selling authorizations]"},
             {"ends", "Until",
              dated_until_revoked ? "The last day. Leave empty for no end date."
                                  : "The last day. Leave empty if it is valid until used.",
              date, false, Party::isv, "[aws-docs: selling authorizations]"},
             {"contract",
              "Reseller contract",
              "The contract between the ISV and the partner.",
              choice,
              false,
              Party::isv,
              "[aws-docs: reseller contracts]",
              {"standard", "custom", "none"}},
             {"net_terms",
              "Payment terms up to (days)",
              "The longest payment terms an offer may give the customer. Leave empty for none.",
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
            "Once AWS has received it, you can resell these products to any customer, as often as "
            "you like, at this discount.",
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
                              "Terms between the ISV and the partner that belong to this form.",
                              paragraph, false, Party::isv, "[seed]"}}};
    return {FormKind::custom_resale_transaction,
            "Custom Resale Transaction",
            "Once AWS has received it, you can make a single offer to this customer at this "
            "wholesale price.",
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
          "The account that receives the offer; no other account can see it.", account, true,
          Party::partner, "[seed]"},
         {"payer_account", "Payer account",
          "The account whose AWS bill shows the invoice. Leave empty if it is the same account.",
          account, false, Party::partner, "[seed]"},
         {"buyer_country", "Country", "The buyer's two-letter country code; it can affect the fee.",
          country, false, Party::partner, "[aws-docs: listing fees]"}}};
}

Section lines_section() {
    return {
        "What the customer buys",
        {{"product", "Product ID", "A product the authorization covers.", text, true,
          Party::partner, "[seed]"},
         {"description", "Description", "How the offer describes this line.", text, true,
          Party::partner, "[ext]"},
         {"list", "List price", "The AWS Marketplace price of one unit for the whole term.", money,
          true, Party::partner, "[ext]"},
         {"quantity", "Quantity", "The number of units.", quantity, true, Party::partner, "[ext]"}},
        "lines",
        "line",
        1,
        50,
        sold_outright};
}

Section rates_section() {
    return {"What the customer pays by usage",
            {{"product", "Product ID", "A product the authorization covers.", text, true,
              Party::partner, "[seed]"},
             {"description", "Unit", "The unit that is metered, as the offer describes it.", text,
              true, Party::partner, "[ext]"},
             {"list_rate", "List rate", "The AWS Marketplace price of one unit.", unit_price, true,
              Party::partner, "[ext]"},
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
         {"pricing", "Payment", "All at acceptance, on a schedule, or by usage.", choice, true,
          Party::partner, "[ext]", {"upfront", "scheduled", "usage"}},
         {"starts", "Contract starts", "The first day of the contract.", date, true,
          Party::partner, "[aws-docs: private offers]"},
         {"term", "Term", "How long the contract runs, such as P12M or P3Y.", duration, true,
          Party::partner, "[aws-docs: private offers]"},
         {"ends", "Contract ends", "The last day of the contract, instead of a term.", date,
          false, Party::partner, "[aws-docs: private offers]", {}, true, {}, "term"},
         {"accept_by", "Customer must accept by",
          "The last day on which the offer can be accepted.", date, true, Party::partner,
          "[aws-docs: private offers]"},
         {"product_type", "Product type", "What is sold; it can affect the fee.", choice, false,
          Party::partner, "[aws-docs: listing fees]",
          {"ami", "container", "saas", "professional_services", "machine_learning",
           "data_exchange"}},
         {"renewal", "Renewal", "Whether this renews an earlier offer or agreement.", flag, false,
          Party::partner, "[aws-docs: listing fees]"},
         {"net_terms", "Payment terms (days)",
          "How soon the customer must pay an invoice, up to the authorization's limit.",
          choice, false, Party::partner, "[aws-docs: DG, resale authorizations]", net_terms, true,
          {}, {}, RuleSet::modern_2024},
         {"custom_terms", "Custom terms",
          "License and other terms. Net payment terms cannot be changed here.", paragraph, false,
          Party::partner, "[seed]"},
         {"customer_signs", "Customer also signs",
          "Choose yes if AWS also asks for the customer's signature.", flag, false,
          Party::partner, "[seed]", {}, false, {}, {}, RuleSet::seed_2019}}};
}
// clang-format on

Section schedule_section() {
    return {
        "Payments",
        {{"on", "Date", "The day AWS invoices this payment.", date, true, Party::partner, "[seed]"},
         {"amount", "Amount", "The amount invoiced on that day.", money, true, Party::partner,
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
            "Once AWS has received it, AWS creates a private offer that only this customer can "
            "see.",
            {buyer_section(), lines_section(), rates_section(), price_section(), schedule_section(),
             attachments_section("What it is, such as the license terms.")},
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
