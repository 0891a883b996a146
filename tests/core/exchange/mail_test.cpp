#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "codec/form_json.hpp"
#include "exchange/mail.hpp"
#include "exchange/mime.hpp"
#include "exchange/paper.hpp"
#include "fixtures.hpp"
#include "golden.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

std::string decoded(std::string_view base64_text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (char c : base64_text) {
        if (digits.find(c) == digits.npos) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(digits.find(c));
        if ((count += 6) >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 0xff);
    }
    return bytes;
}

/// The bytes of the message's parts, in order.
std::vector<std::string> parts_of(const std::string& eml) {
    std::vector<std::string> parts;
    const std::string encoding = "Content-Transfer-Encoding: base64\r\n\r\n";
    for (auto at = eml.find(encoding); at != eml.npos; at = eml.find(encoding, at + 1)) {
        const auto start = at + encoding.size();
        parts.push_back(decoded(eml.substr(start, eml.find("\r\n--", start) - start)));
    }
    return parts;
}

std::vector<std::string_view> header_lines(std::string_view eml) {
    return lines_of(eml.substr(0, eml.find("\r\n\r\n")));
}

std::string decoded_header(std::string_view header) {
    std::string text;
    for (std::string_view word : lines_of(header)) {
        word = trimmed(word);
        REQUIRE(word.substr(0, 10) == "=?UTF-8?B?");
        REQUIRE(word.size() <= 75);
        const std::string part = decoded(word.substr(10, word.size() - 12));
        CHECK(utf8_length(part) > 0);  // no character is cut in half
        text += part;
    }
    return text;
}

}  // namespace

TEST_CASE("exchange: base64 of the RFC's examples", "[exchange]") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\xfe\x00") == "//4=");
}

TEST_CASE("exchange: a subject names three products and counts the rest", "[exchange]") {
    const auto subject = [](int products) {
        Content content = raf_content();
        for (int i = 1; i < products; ++i) {
            const std::string row = "products[" + std::to_string(i) + "].";
            const std::string name = std::to_string(i);
            content = filled(
                FormKind::reseller_authorization,
                {{row + "title", name}, {row + "product", "prod-" + name}, {row + "discount", "5"}},
                content);
        }
        return mail_of(authorization(FormKind::reseller_authorization,
                                     AuthorizationStatus::submitted, content),
                       customer_desk)
            .subject;
    };
    const std::string start = "[RAF] Birch Resale / Alder Software / Alder Graph, 1, 2";
    CHECK(subject(3) == start + " / auth-1");
    CHECK(subject(5) == start + " and 2 more / auth-1");
}

TEST_CASE("exchange: a header stays on its line and within ASCII", "[exchange]") {
    CHECK(header_text("[RAF] Birch / Alder") == "[RAF] Birch / Alder");
    for (const std::string& text :
         {std::string("Zürich – 東京 / «Ä»"), std::string("ééééééééééééééééééééééééééé"),
          std::string(300, 'x'), std::string("=?UTF-8?B?Zg==?="),
          std::string("a\r\nBcc: someone@example.com"), std::string("a\x7f")}) {
        const std::string header = header_text(text);
        INFO(header);
        CHECK(decoded_header(header) == text);
        for (char c : replaced(header, "\r\n ", "")) CHECK((c > ' ' && c < 0x7f));
    }
    // Invalid UTF-8 is cut anywhere, without an endless loop.
    CHECK(lines_of(header_text(std::string(50, '\x80'))).size() == 6);
}

TEST_CASE("exchange: the mail of an authorization", "[exchange]") {
    const MailDraft mail =
        mail_of(authorization(FormKind::reseller_authorization, AuthorizationStatus::submitted),
                customer_desk);
    CHECK(mail.to == "mpcustdesk@amazon.com");
    CHECK(mail.subject == "[RAF] Birch Resale / Alder Software / Alder Graph / auth-1");
    CHECK(mail.file_name == "raf-auth-1.eml");
    CHECK(golden("exchange/raf.txt", mail.body) == mail.body);
    CHECK(golden("exchange/raf.eml", mail.eml) == mail.eml);

    const auto parts = parts_of(mail.eml);
    REQUIRE(parts.size() == 2);
    CHECK(replaced(parts[0], "\r\n", "\n") == mail.body);
    CHECK(golden("exchange/raf.json", parts[1]) == parts[1]);
}

TEST_CASE("exchange: the mail of a request holds the whole form", "[exchange]") {
    DealSetup desk = brought_to(DealStatus::submitted);
    const MailDraft mail = mail_of(desk.deal, "manager@aws.example");
    CHECK(mail.subject == "[CTR] Cedar Works / Alder Graph, team edition / deal-1");
    CHECK(mail.file_name == "ctr-deal-1.eml");
    CHECK(golden("exchange/ctr.txt", mail.body) == mail.body);
    const auto parts = parts_of(mail.eml);
    REQUIRE(parts.size() == 2);
    for (const CopyLine& line :
         copy_for(Party::aws, FormKind::custom_transaction_request, desk.deal.state.request)) {
        INFO(line.path);
        CHECK(mail.body.find(line.label + ": " + line.value) != mail.body.npos);
    }
    const std::string fields =
        print_json(content_json(FormKind::custom_transaction_request, desk.deal.state.request));
    CHECK(parts[1].find(replaced(fields.substr(0, fields.size() - 1), "\n", "\n  ")) !=
          parts[1].npos);
    CHECK(mail.body.find("Signer of the customer") != mail.body.npos);
    // The request has neither fees, which are AWS's, nor wholesale, which the authorization has.
    CHECK(mail.body.find("225000") == mail.body.npos);
}

TEST_CASE("exchange: a mail names the files to attach, with their digests", "[exchange]") {
    const std::string digest(64, '1'), other_digest(64, '2');
    const Texts files = {{"attachments[0].name", "terms of the resale.pdf"},
                         {"attachments[0].sha256", digest},
                         {"attachments[0].about", "Terms of the resale"},
                         {"attachments[1].name", "契約.pdf"},
                         {"attachments[1].sha256", other_digest}};
    const MailDraft mail = mail_of(
        authorization(crt, AuthorizationStatus::submitted, filled(crt, files, crt_content())),
        customer_desk);
    CHECK(golden("exchange/crt.txt", mail.body) == mail.body);
    CHECK(mail.files ==
          std::vector<Attachment>{{"terms of the resale.pdf", digest, "Terms of the resale"},
                                  {"契約.pdf", other_digest, ""}});
    for (const Attachment& file : mail.files)
        CHECK(mail.body.find("  File: " + file.name + "\n  SHA-256: " + file.sha256 + '\n') !=
              mail.body.npos);
}

TEST_CASE("exchange: a request's mail and the customer's copy have the same hash", "[exchange]") {
    const std::string digest(64, '3');
    const DealSetup desk =
        brought_to(DealStatus::submitted, test::desk(filled(ctr,
                                                            {{"customer_signs", "yes"},
                                                             {"attachments[0].name", "license.pdf"},
                                                             {"attachments[0].sha256", digest}},
                                                            scheduled_content())));
    const std::string hash = content_hash(Party::customer, ctr, desk.deal.state.request);
    CHECK(hash != content_hash(Party::partner, ctr, desk.deal.state.request));
    CHECK(mail_of(desk.deal, customer_desk)
              .body.find("\nSHA-256 of the customer's copy: " + hash + '\n') != std::string::npos);
    const std::string copy = customer_copy(desk.deal, partner_name);
    CHECK(copy.find(hash) != copy.npos);
    CHECK(copy.find("Attachment 1\n  File: license.pdf\n  SHA-256: " + digest) != copy.npos);
}

TEST_CASE("exchange: the same form makes the same bytes, another form others", "[exchange]") {
    const DealSetup one = brought_to(DealStatus::submitted);
    const DealSetup other = brought_to(DealStatus::submitted, desk(upfront_content()));
    CHECK(mail_of(one.deal, customer_desk).eml == mail_of(one.deal, customer_desk).eml);
    CHECK(mail_of(one.deal, customer_desk).eml != mail_of(other.deal, customer_desk).eml);
}

TEST_CASE("exchange: the message is a draft that any mail program can open", "[exchange]") {
    const std::string eml =
        mail_of(authorization(FormKind::custom_resale_transaction), customer_desk).eml;
    const auto headers = header_lines(eml);
    REQUIRE(headers.size() >= 5);
    CHECK(headers[0] == "X-Unsent: 1");
    CHECK(headers[1] == "To: mpcustdesk@amazon.com");
    CHECK(headers[2].substr(0, 9) == "Subject: ");
    CHECK(eml.find("From:") == eml.npos);
    for (std::size_t at = eml.find('\n'); at != eml.npos; at = eml.find('\n', at + 1))
        CHECK(eml[at - 1] == '\r');
    for (std::string_view line : lines_of(eml)) CHECK(line.size() <= 78);
}

TEST_CASE("exchange: nothing on a form can add headers", "[exchange]") {
    const Content named = filled(FormKind::reseller_authorization,
                                 {{"isv_name", "Älder: Bcc someone@example.com"},
                                  {"products[0].title", std::string(255, 'p')}},
                                 raf_content());
    const MailDraft mail =
        mail_of(authorization(FormKind::reseller_authorization, AuthorizationStatus::draft, named),
                "desk@amazon.com\r\nBcc: thief@example.com");
    int recipients = 0;
    for (std::string_view line : header_lines(mail.eml)) {
        const bool folded = line.front() == ' ';
        const std::string_view name = line.substr(0, line.find(':'));
        CHECK((folded || name == "X-Unsent" || name == "To" || name == "Subject" ||
               name == "MIME-Version" || name == "Content-Type"));
        recipients += name == "To";
    }
    CHECK(recipients == 1);
}

TEST_CASE("exchange: the customer's copy tells the customer's terms alone", "[exchange]") {
    const DealSetup desk = brought_to(
        DealStatus::submitted,
        test::desk(filled(FormKind::custom_transaction_request,
                          {{"customer_signs", "yes"}, {"custom_terms", "For 40 users.\nNo audit."}},
                          scheduled_content())));
    const std::string copy = customer_copy(desk.deal, partner_name);
    CHECK(golden("exchange/customer_copy.txt", copy) == copy);
    for (std::string_view told : {"270000.00", "Birch Resale", "Cedar Works", "2021-02-01", "P36M",
                                  "    For 40 users.\n    No audit.\n"}) {
        INFO(told);
        CHECK(copy.find(told) != copy.npos);
    }
    CHECK(copy.find(content_hash(Party::customer, FormKind::custom_transaction_request,
                                 desk.deal.state.request)) != copy.npos);
    for (std::string_view hidden :
         {"225000", "45000", "auth-1", "deal-1", "Alder Software", "discount", "holesale", "arkup",
          "fee", "Customer also signs", "manager@aws.example"}) {
        INFO(hidden);
        CHECK(copy.find(hidden) == copy.npos);
    }
}

TEST_CASE("exchange: the customer's copy by usage says what a unit costs", "[exchange]") {
    const Content priced = filled(ctr,
                                  {{"pricing", "usage"},
                                   {"price", ""},
                                   {"rates[0].product", product_id},
                                   {"rates[0].description", "API calls"},
                                   {"rates[0].list_rate", "0.00123"},
                                   {"rates[0].partner_rate", "0.00111"}},
                                  upfront_content());
    const std::string copy =
        customer_copy(test::desk(sure(without_row(ctr, priced, "lines", 0))).deal, partner_name);
    CHECK(copy.find("\nRate 1\n  Product ID: prod-4xkq7n2mvb5ge\n  Unit: API calls\n"
                    "  List rate: 0.00123\n  Rate: 0.00111\n") != copy.npos);
    CHECK(copy.find("Price to the customer") == copy.npos);
}
