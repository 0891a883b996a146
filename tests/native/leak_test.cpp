// No output of the command line tells a party what the visibility table denies it: for every deal
// of the sample and of the stories, in every form an output has.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "cli.hpp"
#include "desk/words.hpp"
#include "exchange/paper.hpp"
#include "fixtures.hpp"
#include "party/visibility.hpp"
#include "store/store.hpp"

namespace cppo::test {
namespace {

/// What each datum of a deal looks like in a file and on paper.
using Secrets = std::map<Datum, std::set<std::string>>;

void add(Secrets& secrets, Datum datum, Money amount) {
    secrets[datum].insert({text(amount), grouped(amount)});
}

void add_split(Secrets& secrets, const Settlement& split) {
    add(secrets, Datum::customer_price, split.price);
    add(secrets, Datum::wholesale, split.wholesale);
    add(secrets, Datum::markup, split.markup);
    add(secrets, Datum::processing_fee, split.processing_fee);
    add(secrets, Datum::partner_net, split.partner_net);
    add(secrets, Datum::marketplace_fee, split.marketplace_fee);
    add(secrets, Datum::isv_net, split.isv_net);
}

void add_account(Secrets& secrets, std::string_view account) {
    if (account.empty()) return;
    const AccountId id{std::string(account)};
    secrets[Datum::customer_name].insert({id.digits, in_groups(id)});
}

void add_files(Secrets& secrets, Datum datum, const Content& content) {
    for (const Attachment& file : attachments_of(content))
        secrets[datum].insert({file.name, file.sha256, file.about});
}

Secrets secrets_of(const Model& model, const Deal& deal) {
    Secrets secrets;
    const Content& request = deal.state.request;
    secrets[Datum::customer_name].insert(std::string(request.value("customer_name")));
    add_account(secrets, request.value("customer_account"));
    add_account(secrets, request.value("payer_account"));
    secrets[Datum::custom_terms].insert(std::string(request.value("custom_terms")));
    const Authorization& authorization = *model.find(deal.authorization);
    secrets[Datum::resale_terms].insert(
        std::string(authorization.state.content.value("resale_terms")));
    add_files(secrets, Datum::custom_terms, request);
    add_files(secrets, Datum::resale_terms, authorization.state.content);
    for (const Content::Row& rate : request.rows("rates"))
        secrets[Datum::customer_price].insert(std::string(value_in(rate, "partner_rate")));
    const auto discounts = discounts_of(model, deal);
    for (const auto& line : discounts)
        for (const char* form : {" %", "%", "\""})
            secrets[Datum::discount].insert(text(line.discount) + form);
    if (const auto quote = quote_of(deal, discounts)) {
        add_split(secrets, quote->total);
        for (const QuotedInvoice& invoice : quote->invoices) add_split(secrets, invoice.split);
    }
    for (const DealInvoice& invoice : deal.state.invoices)
        if (invoice.split) add_split(secrets, *invoice.split);
    for (const Movement& movement : movements_of(deal))
        if (movement.billed.price.is_negative())
            add_split(secrets, Settlement::zero(currency_of(request)) - movement.billed);
    return secrets;
}

/// What `party` may not see, less what it may see anyway: list prices, and amounts that another
/// datum it knows happens to equal.
std::map<std::string, Datum> forbidden_for(Party party, const Deal& deal, const Secrets& secrets) {
    std::map<std::string, Datum> forbidden;
    for (const auto& [datum, texts] : secrets)
        if (!may_see(party, datum, deal.kind))
            for (const std::string& text : texts) forbidden.emplace(text, datum);
    for (const auto& [datum, texts] : secrets)
        if (may_see(party, datum, deal.kind))
            for (const std::string& text : texts) forbidden.erase(text);
    for (const Content::Row& line : deal.state.request.rows("lines"))
        forbidden.erase(std::string(value_in(line, "list")));
    for (const Content::Row& rate : deal.state.request.rows("rates"))
        forbidden.erase(std::string(value_in(rate, "list_rate")));
    for (const char* nothing : {"", "0", "0.00"}) forbidden.erase(nothing);
    return forbidden;
}

/// True when `text` is in `output` by itself, not as a part of a longer number.
bool stands_in(const std::string& output, const std::string& text) {
    const auto part_of_number = [&](std::size_t at) {
        return at < output.size() && (is_digit(output[at]) || output[at] == '.');
    };
    for (auto at = output.find(text); at != output.npos; at = output.find(text, at + 1)) {
        const bool before = is_digit(text.front()) && at > 0 && part_of_number(at - 1);
        const bool grouped_before = is_digit(text.front()) && at > 1 && output[at - 1] == ',' &&
                                    is_digit(output[at - 2]) && text.find(',') != text.npos;
        const bool after = is_digit(text.back()) && part_of_number(at + text.size());
        if (!before && !grouped_before && !after) return true;
    }
    return false;
}

/// Everything the page prints for the party of this deal; reports once the forms are complete.
std::map<std::string, std::string> papers_for(Party party, const Deal& deal, const Model& model) {
    std::map<std::string, std::string> papers;
    const std::string name = " on paper for " + std::string(text(party)) + " of " + deal.id.value;
    const auto add = [&](std::string what, const Document& document) {
        papers[what + name] = plain_text(document);
    };
    const Subject subject = *subject_of(model, deal);
    const Content& form = subject.authorization.state.content;
    if (party == Party::isv)
        add("form", form_document(subject.authorization, "", Wording::reading));
    if (party == Party::customer)
        add("copy", customer_document(deal, model.workspace().partner.name, Wording::reading));
    const auto request = request_of(deal);
    const auto terms = authorization_terms(subject.authorization.form, form);
    if (!request || !terms) return papers;
    const std::span<const Subject> one(&subject, 1);
    const Date on = *parse_date("2199-12-31", "on");
    const std::string& salt = model.workspace().salt;
    if (party == Party::isv)
        add("report", document_of(isv_statement(one, terms->isv.account, on, salt)));
    if (party == Party::partner) add("report", document_of(partner_statement(one, on, salt)));
    if (party == Party::customer)
        add("report", document_of(customer_statement(one, request->customer.account, on, salt)));
    return papers;
}

/// Everything the command line makes for the party of this deal.
std::map<std::string, std::string> outputs_for(Party party, const Deal& deal, const Folder& folder,
                                               const Model& model) {
    std::map<std::string, std::string> outputs = papers_for(party, deal, model);
    const std::string id = " --id " + deal.id.value;
    const std::string report =
        "report --as " + std::string(text(party)) + " --as-of 2199-12-31 --deal " + deal.id.value;
    for (const char* form : {"", " --csv", " --json", " --payouts", " --payouts --csv"})
        outputs[report + form] = folder.cppo(report + form).out;
    if (party == Party::customer) {
        const std::string copy = "deal customer-copy" + id;
        outputs[copy] = folder.done(copy);
        outputs[copy + " --json"] = folder.done(copy + " --json");
    }
    if (party == Party::isv) {
        // The ISV signs the authorization's form, so it reads the mail that hands it over. What is
        // entered in the seller portal is not mailed.
        if (filing(deal.rule_set) == Filing::portal) return outputs;
        const std::string mail = "authorization mail --id " + deal.authorization.value;
        outputs[mail] = folder.done(mail);
        outputs[mail + " --json"] = folder.done(mail + " --json");
    }
    return outputs;
}

/// Counts the outputs that said something at all, so that an empty check cannot pass.
int check_model(const Model& model) {
    const Folder folder;
    Store store("data");
    REQUIRE(store.save(records_of(model), {}).has_value());
    int outputs_with_rows = 0;
    for (const auto& [id, deal] : model.deals()) {
        const Secrets secrets = secrets_of(model, deal);
        for (Party party : {Party::isv, Party::partner, Party::customer}) {
            const auto forbidden = forbidden_for(party, deal, secrets);
            for (const auto& [name, output] : outputs_for(party, deal, folder, model)) {
                outputs_with_rows += std::count(output.begin(), output.end(), '\n') > 1;
                for (const auto& [secret, datum] : forbidden) {
                    INFO(name << " tells the " << text(datum) << ": " << secret);
                    CHECK(!stands_in(output, secret));
                }
                // One id on two parties' papers would join them; references differ by party.
                if (name.substr(0, 6) == "report") CHECK(!stands_in(output, id.value));
            }
        }
    }
    return outputs_with_rows;
}

Model sample() {
    const Folder folder;
    folder.done("data sample");
    return sure(Store("data").load());
}

}  // namespace

TEST_CASE("no party's output of the sample tells what that party may not know", "[native]") {
    CHECK(check_model(sample()) > 20);
}

TEST_CASE("no party's output of a story tells what that party may not know", "[native]") {
    int outputs = 0;
    for (const auto& [name, model] : told_stories()) {
        INFO(name);
        outputs += check_model(model);
    }
    CHECK(outputs > 100);
}

TEST_CASE("the files of a form are named to those who read it, and to nobody else", "[native]") {
    const Folder folder;
    const Model model = told_stories().at("files.deal");
    Store store("data");
    REQUIRE(store.save(records_of(model), {}).has_value());
    const std::string for_customer = folder.done("deal customer-copy --id d1");
    const std::string for_isv = folder.done("authorization mail --id crt-1 --json");
    const auto tells = [](const std::string& output, std::string_view file) {
        return output.find(file) != output.npos;
    };
    CHECK(tells(for_customer, "license.pdf"));
    CHECK_FALSE(tells(for_customer, "resale-terms.pdf"));
    CHECK(tells(for_isv, "resale-terms.pdf"));
    CHECK_FALSE(tells(for_isv, "license.pdf"));
    const Deal& deal = *model.find(DealId{"d1"});
    const Secrets secrets = secrets_of(model, deal);
    CHECK(forbidden_for(Party::isv, deal, secrets).count("license.pdf") == 1);
    CHECK(forbidden_for(Party::customer, deal, secrets).count(std::string(64, 'b')) == 1);
}

TEST_CASE("what belongs to the deal of another customer is in no customer's report", "[native]") {
    const Model model = sample();
    const Folder folder;
    folder.done("data sample");
    for (const auto& [id, deal] : model.deals()) {
        const std::string account(deal.state.request.value("customer_account"));
        const std::string report =
            folder.done("report --as customer --as-of 2199-12-31 --account " + account + " --json");
        for (const auto& [other_id, other] : model.deals()) {
            if (other_id == id) continue;
            INFO(id.value << " / " << other_id.value);
            CHECK(!stands_in(report, std::string(other.state.request.value("customer_account"))));
            CHECK(!stands_in(report, std::string(other.state.request.value("customer_name"))));
            const std::string price(other.state.request.value("price"));
            CHECK((price.empty() || !stands_in(report, price)));
        }
    }
}

TEST_CASE("the leak test finds what leaks", "[native]") {
    // The partner's own report, held against what the ISV may not see, must fail.
    const Model model = sample();
    const Folder folder;
    folder.done("data sample");
    const Deal& deal = *model.find(DealId{"granite-3y"});
    const auto forbidden = forbidden_for(Party::isv, deal, secrets_of(model, deal));
    CHECK(forbidden.count("Granite Bank") == 1);
    CHECK(forbidden.count("100,000.00") == 1);
    CHECK(forbidden.count("83333.33") == 0);
    const std::string ours =
        folder.done("report --as partner --as-of 2199-12-31 --deal granite-3y --csv");
    CHECK(stands_in(ours, "Granite Bank"));
    CHECK(stands_in(ours, "100000.00"));
    CHECK(!stands_in(ours, "00000.00"));
    CHECK(!stands_in(ours, "166.6"));
}

}  // namespace cppo::test
