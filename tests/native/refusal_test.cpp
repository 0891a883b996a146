// Everything a person can get wrong: its exit code, its line, and that nothing has changed.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <sstream>

#include "base/text.hpp"
#include "cli.hpp"
#include "cli/files.hpp"
#include "codec/json.hpp"

namespace cppo::test {
namespace {

struct Row {
    std::string_view line;
    int code;
    std::string_view err;  ///< how standard error starts
    std::string_view input = "";
};

#define SIGNED "--name \"Authorized signatory\" --title Contracts --on 2026-11-20"

const std::vector<Row> rows = {
    // Values that cannot be read.
    {"quote -", 1, "MALFORMED document: The text is not JSON: it ends unexpecte", "{\"schema\": 1"},
    {"quote -", 1,
     "UNKNOWN_KEY price_usd: ", R"({"schema":1,"currency":"USD","lines":[],"price_usd":"1"})"},
    {"quote -", 1, "MALFORMED price: ",
     R"({"schema":1,"currency":"USD","price":1,
         "lines":[{"list":"1.00","quantity":1,"discount":"1"}]})"},
    {"quote missing.json", 1, "NOT_FOUND FILE: The file 'missing.json' cannot be read. "},
    {"quote .", 1, "NOT_FOUND FILE: "},
    {"workspace set --field partner_account --value 1234567890123", 1,
     "MALFORMED partner_account: An AWS account number has 12 digits; '1234567890123' has 13."},
    {"workspace set --field salt --value 00112233445566778899aabbccddeeff", 1,
     "ALREADY_EXISTS salt: "},
    {"workspace set --field nonsense --value x", 1, "NOT_FOUND nonsense: "},
    {"deal set --id loom-backup --field customer_account --value 1234567890123 --on 2026-11-20", 1,
     "MALFORMED ctr.customer_account: An AWS account number has 12 digits; "},
    {"deal set --id loom-backup --field price --value 465000.50 --on 2026-11-20", 1,
     "MALFORMED ctr.price: "},
    {"deal set --id loom-backup --field prize --value 1 --on 2026-11-20", 1,
     "NOT_FOUND ctr.prize: "},
    {"deal set --id loom-backup --field price --value 1 --on 2026-02-30", 1, "MALFORMED on: "},
    {"deal set --id loom-backup --field price --value 1 --on today", 1, "MALFORMED on: 'today' "},
    {"deal set --id ../x --field price --value 1 --on 2026-11-20", 1, "MALFORMED id: '../x' "},
    {"deal set --id nobody --field price --value 1 --on 2026-11-20", 1, "NOT_FOUND "},
    {"deal new --authorization nobody --on 2026-11-20", 1, "NOT_FOUND authorization: "},
    {"deal new --authorization nimbus-2026 --id granite-3y --on 2026-11-20", 1,
     "ALREADY_EXISTS id: 'granite-3y' "},
    {"authorization new --form ctr --on 2026-11-20", 1, "MALFORMED form: "},
    {"authorization new --form xyz --on 2026-11-20", 1, "MALFORMED form: 'xyz' is not raf, crt or"},
    {"deal invoice --id granite-3y --number two --on 2027-02-01", 1, "MALFORMED number: 'two' "},
    {"deal invoice --id granite-3y --number -2 --on 2027-02-01", 1, "MALFORMED number: '-2' "},
    {"deal collect --id kaede-backup --number 1 --amount 1.5 --on 2026-12-10", 1,
     "MALFORMED amount: "},
    {"deal fees --id loom-backup --marketplace 3% --processing 1 --on 2026-11-20", 1,
     "MALFORMED marketplace: "},
    {"deal fees --id loom-backup --marketplace 101 --processing 1 --on 2026-11-20", 1,
     "OUT_OF_RANGE marketplace: "},
    {"deal sign --id loom-backup --party nobody " SIGNED, 1, "MALFORMED party: 'nobody' is not "},
    {"deal accept --id orchard-support --account 310042000271 --paid-by cash --on 2026-11-20", 1,
     "MALFORMED paid-by: 'cash' is not invoice or card"},
    {"deal show --id granite-3y --as-of 2026-01-14", 1, "NOT_YET as-of: "},
    {"report --as nobody --as-of 2026-12-31", 1, "MALFORMED as: "},
    {"report --as payer --as-of 2026-12-31", 1, "MALFORMED as: "},
    {"report --as isv --as-of 2026-12-31", 1,
     "REQUIRED account: Choose one account of the ISV: 111122223333, 222233334444, "},
    {"report --as isv --account 12 --as-of 2026-12-31", 1, "MALFORMED account: "},
    {"report --as partner --deal nobody --as-of 2026-12-31", 1, "NOT_FOUND deal"},
    {"test . --format xml", 1, "MALFORMED format: 'xml' is not text or junit"},
    {"quote missing.jsonl --each", 1, "NOT_FOUND FILE: "},
    {"convert --discount 20%", 1, "MALFORMED discount: '20%' is not a number"},
    {"convert --discount 100.1", 1, "OUT_OF_RANGE discount: "},
    {"convert --discount 100", 1,
     "OUT_OF_RANGE discount: No markup up to 1000000 % makes up for a discount of 100 %. "},
    {"convert --markup -1", 1, "MALFORMED markup: "},
    {"convert --discount 1 --list 1.001", 1, "MALFORMED list: "},
    {"convert --discount 1 --list 1.5 --currency JPY", 1, "MALFORMED list: "},
    {"convert --discount 1 --list 1 --currency JPN", 1, "MALFORMED currency: "},
    {"convert --discount 1 --list 1 --rounding up", 1, "MALFORMED rounding: "},
    {"convert --markup 1000000 --wholesale 100000", 1, "OUT_OF_RANGE wholesale: "},
    {"convert --price 1 --wholesale 2", 1, "NEGATIVE_MARKUP price: "},
    // With names too long to be kept in place: a refusal must leave none of them behind.
    {"authorization revoke-product --id sentinel-meridian --product prod-6yd1m4hs9gk3p --by nobody "
     "--on 2026-11-20",
     1, "MALFORMED by: "},
    {"authorization sign --id sentinel-meridian --party isv --name \"Authorized signatory\" "
     "--title \"Director of contracts\" --on today",
     1, "MALFORMED on: "},
    {"authorization remove-row --id sentinel-meridian --group products-and-others --row x "
     "--on 2026-11-20",
     1, "MALFORMED row: "},
    {"authorization attach --id sentinel-meridian --file missing.pdf --on 2026-11-20", 1,
     "NOT_FOUND file: "},
    {"deal schedule --id sentinel-meridian --from missing.txt --on 2026-11-20", 1,
     "NOT_FOUND from: "},
    // What the program does not allow.
    {"deal sign --id orchard-support --party partner " SIGNED, 1, "TRANSITION_REFUSED event: "},
    {"deal sign --id loom-backup --party isv " SIGNED, 1, "WRONG_SIGNER party: "},
    {"deal submit --id loom-backup --to mpcustdesk@amazon.com --on 2026-11-20", 1,
     "MISSING_SIGNATURE ctr.signatures: You have not signed. Collec"},
    {"authorization submit --id fjord-2027 --to mpcustdesk@amazon.com --on 2026-11-20", 1,
     "MISSING_SIGNATURE raf.signatures: The ISV has not signed."},
    {"deal accept --id orchard-support --account 640011223344 --on 2026-11-20", 1,
     "OFFER_NOT_VISIBLE account: "},
    {"deal accept --id orchard-support --account 310042000271 --on 2027-01-01", 1,
     "OFFER_EXPIRED on: "},
    {"deal invoice --id granite-3y --number 2 --on 2027-01-31", 1, "NOT_YET on: "},
    {"deal collect --id kaede-backup --number 1 --amount 600002 --on 2026-12-10", 1,
     "OVERPAYMENT amount: 600,002 JPY is 1 JPY more than the 600,001 JPY still open."},
    {"deal disburse --id kaede-backup --number 1 --party isv --on 2026-12-10", 1,
     "NOT_COLLECTED invoice: "},
    {"deal fees --id granite-3y --marketplace 2 --processing 1 --on 2026-12-10", 1,
     "FEES_FIXED fees: "},
    {"deal quote --id loom-backup", 1, "FEE_UNKNOWN fees: "},
    {"deal mail --id loom-backup --to desk@orchard.example", 1, "BAD_RECIPIENT to: "},
    {"deal mail --id loom-backup --out no-folder/mail.eml", 1,
     "STORAGE_FAILED no-folder/mail.eml: "},
    {"data export no-folder/desk.json", 1, "STORAGE_FAILED no-folder/desk.json: "},
    {"data import -", 1, "MALFORMED document: ", "{\"schema\": 1, \"kind\": \"expo"},
    {"data import -", 1, "SCHEMA_UNSUPPORTED schema: ", R"({"schema": 2, "kind": "export"})"},
    {"data import missing.json", 1, "NOT_FOUND FILE: "},
    // Forms filled from a file: every problem at once, and none of it written.
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1,
     "MALFORMED ctr.price: '-1' is not a number",
     R"({"custom_terms": "None.", "price": "-1", "term": "P1Q", "lines[9].list": "1"})"},
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1,
     "MALFORMED price: Expected a string, found a whole number", R"({"price": 465000})"},
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1,
     "DUPLICATE_KEY price: ", R"({"price": "465000", "price": "465001"})"},
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1, "MALFORMED document: ", "[]"},
    {"deal fill --id nobody --from - --on 2026-11-20", 1, "NOT_FOUND id: ", "{}"},
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1,
     "MALFORMED lines[1].list: Expected a string, found a whole number.",
     R"({"lines": [{}, {"list": 9}]})"},
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1,
     "MALFORMED lines[0]: Expected a row, found a strin", R"({"lines": ["9"]})"},
    {"deal fill --id loom-backup --from - --on 2026-11-20", 1,
     "DUPLICATE_KEY lines[0].list: ", R"({"lines": [{"list": "9"}], "lines[0].list": "9"})"},
    // Files that go with a form.
    {"deal attach --id loom-backup --file missing.pdf --on 2026-11-20", 1, "NOT_FOUND file: "},
    {"deal attach --id loom-backup --file - --on 2026-11-20", 1,
     "MALFORMED file: Standard input has no file's name.", "bytes"},
    {"deal attach --id loom-backup --file . --on 2026-11-20", 1, "NOT_FOUND file: "},
    {"authorization attach --id nimbus-2026 --file data/workspace.json --on 2026-11-20", 1,
     "TRANSITION_REFUSED event: "},
    {"schema --form pdf", 1, "MALFORMED form: 'pdf' is not raf, crt or ctr"},
    {"schema --form raf --out no-folder/raf.json", 1, "STORAGE_FAILED no-folder/raf.json: "},
    // Wrong usage.
    {"", 2,
     "cppo: 'cppo' must be followed by quote, convert, test, workspace, authorization, deal, "},
    {"deal", 2, "cppo: 'cppo deal' must be followed by new, "},
    {"deal fly --id x", 2, "cppo: "},
    {"frobnicate", 2, "cppo: "},
    {"quote", 2, "cppo: FILE is required"},
    {"quote a.json b.json", 2, "cppo: "},
    {"convert", 2, "cppo: give one of --discount, --markup and --price"},
    {"convert --wholesale 1", 2, "cppo: give one of --discount, --markup and --price"},
    {"convert --discount 1 --price 1", 2, "cppo: --discount and --price cannot be combined; "},
    {"convert --markup 1 --list 1", 2, "cppo: --markup takes no --list"},
    {"convert --discount 1 --wholesale 1", 2, "cppo: --discount takes no --wholesale"},
    {"convert --price 1", 2, "cppo: --price needs --wholesale"},
    {"deal show", 2, "cppo: --id is required"},
    {"deal show --id", 2, "cppo: "},
    {"deal show --id granite-3y --id kaede-backup", 2, "cppo: "},
    {"deal show --id granite-3y --color red", 2, "cppo: "},
    {"deal set --id loom-backup --field price --value 1", 2, "cppo: --on is required"},
    {"test", 2, "cppo: PATH is required"},
    {"test nowhere", 2, "cppo: 'nowhere' contains no *.case.json and no *.deal files"},
};

}  // namespace

TEST_CASE("a refusal says why, changes nothing and ends with its code", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto before = folder.files();
    for (const Row& row : rows) {
        INFO("cppo " << row.line << " <<< " << row.input);
        const Ran ran = folder.cppo(row.line, std::string(row.input));
        CHECK(ran.code == row.code);
        CHECK(ran.err.substr(0, row.err.size()) == row.err);
        CHECK(ran.out.empty());
        CHECK(folder.files() == before);
    }
}

TEST_CASE("with --json a refusal is on standard output too", "[native]") {
    const Folder folder;
    const Ran one = folder.cppo("quote - --json", "{}");
    CHECK(one.code == 1);
    CHECK(one.out ==
          "{\n  \"error\": {\n    \"code\": \"REQUIRED\",\n    \"field\": \"schema\",\n"
          "    \"detail\": \"'schema' is missing\",\n"
          "    \"sentence\": \"'schema' is missing. Fill it in.\"\n  }\n}\n");
    folder.done("authorization new --form crt --id crt-1 --on 2026-11-20");
    const Ran several = folder.cppo("authorization check --id crt-1 --json");
    CHECK(several.code == 1);
    CHECK(several.out.substr(0, 15) == "{\n  \"errors\": [");
    CHECK(several.err.find("REQUIRED crt.isv_name: Legal name is empty. Fill it in.\n") == 0);
    CHECK(several.err.find("\nREQUIRED crt.customer_account: ") != several.err.npos);
}

TEST_CASE("a file is attached by name and digest, and replaced under its name", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.write("license.pdf", "abc");
    const std::string attach = "deal attach --id loom-backup --file license.pdf --on 2026-11-20";
    CHECK(folder.done(attach + " --about \"License terms\"") == "deal loom-backup: draft\n");
    const std::string shown = folder.done("deal show --id loom-backup --json");
    CHECK(shown.find("    \"attachments\": [\n      {\n        \"name\": \"license.pdf\",\n"
                     "        \"sha256\": \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff6"
                     "1f20015ad\",\n        \"about\": \"License terms\"\n      }\n    ]\n") !=
          shown.npos);
    CHECK(folder.done(attach) == "Nothing changed: this event is already recorded.\n");
    CHECK(folder.done("deal show --id loom-backup --json") == shown);
    // Other bytes under the name are another form: its signatures are dropped.
    folder.done("deal sign --id loom-backup --party partner " SIGNED);
    folder.write("license.pdf", "abcd");
    folder.done(attach);
    const std::string replaced = folder.done("deal show --id loom-backup --json");
    CHECK(replaced.find("ba7816bf") == replaced.npos);
    CHECK(replaced.find("\"about\": \"License terms\"") != replaced.npos);
    CHECK(replaced.find("\"signatures\": []") != replaced.npos);
    folder.write("price.csv", "1");
    folder.done("deal attach --id loom-backup --file ./price.csv --on 2026-11-20");
    CHECK(folder.done("deal mail --id loom-backup --out a.eml")
              .find("Written to a.eml\nAttach license.pdf, SHA-256 88d4266f") == 0);
    const std::string mail = folder.done("deal mail --id loom-backup --json");
    CHECK(mail.find("\"attach\": [\n    {\n      \"name\": \"license.pdf\"") != mail.npos);
    CHECK(mail.find("\"name\": \"price.csv\"") != mail.npos);
}

TEST_CASE("a file without end is not read on and on", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const Ran filled = folder.cppo("deal fill --id loom-backup --from /dev/zero --on 2026-11-20");
    CHECK(filled.code == 1);
    CHECK(filled.err ==
          "OUT_OF_RANGE from: The file '/dev/zero' has more than 67108864 bytes, the limit; "
          "split it into several files. Choose a different value.\n");
    std::istringstream in("123456");
    CHECK(read_input("-", in, "FILE", 6) == "123456");
    in = std::istringstream("1234567");
    CHECK(read_input("-", in, "FILE", 6).error() ==
          Error{Code::out_of_range, "FILE",
                "standard input has more than 6 bytes, the limit; split it into several files"});
}

TEST_CASE("what a hostile file says is printed without what a terminal obeys", "[native]") {
    const Folder folder;
    const std::string clear = "\x1b[2J\u009b1m\u202e";
    for (const char* line : {"quote -", "quote - --json"}) {
        const Ran ran = folder.cppo(line, R"({"schema":1,"currency":"USD","lines":[{"list":")" +
                                              clear + R"("}],")" + clear + R"(":1})");
        CHECK(ran.code == 1);
        INFO(ran.out << ran.err);
        CHECK(is_plain_text(ran.out, true));
        CHECK(is_plain_text(ran.err, true));
    }
    folder.done("data sample");
    folder.write("data/deals/a" + clear + ".json", "{");
    const Ran list = folder.cppo("deal list");
    CHECK(is_plain_text(list.err, true));
    CHECK(list.err.find("RECORD_DAMAGED deals/a\\u{1b}[2J\\u{9b}1m\\u{202e}.json: ") == 0);
    CHECK(is_plain_text(folder.cppo("deal \"" + clear + '"').err, true));
    folder.write("a" + clear + ".deal", clear);
    CHECK(is_plain_text(folder.cppo("test .").out, true));
}

}  // namespace cppo::test
