#include "exchange/paper.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "deal/form_guards.hpp"
#include "forms/reading.hpp"

namespace cppo {
namespace {

constexpr FormKind request_form = FormKind::custom_transaction_request;

/// What one party reads of a form, section by section. Which fields these are, copy_for() says.
class FormWriter {
  public:
    FormWriter(Party reader, FormKind kind, const Content& content, Wording wording)
        : kind_(kind),
          currency_(currency_of(content)),
          wording_(wording),
          lines_(copy_for(reader, kind, content)) {}

    void write(Document& document) const {
        for (const Section& section : form(kind_).sections) {
            const Block block = section.group.empty() ? facts(section) : table(section);
            if (block.table.rows.empty()) continue;
            document.heading(std::string(section.title));
            document.blocks.push_back(block);
        }
    }

  private:
    std::string value(const Field& field, const CopyLine& line) const {
        return wording_ == Wording::files ? line.value : in_words(field, line.value, currency_);
    }

    Block facts(const Section& section) const {
        Block block{Block::Kind::facts};
        for (const Field& field : section.fields)
            for (const CopyLine& line : lines_) {
                if (line.path != field.key) continue;
                std::string words = value(field, line);
                const std::string unit(unit_of(field, currency_));
                if (wording_ == Wording::reading && !unit.empty()) words += ' ' + unit;
                block.table.rows.push_back({line.label, std::move(words)});
            }
        return block;
    }

    /// With the columns in which anything stands.
    Block table(const Section& section) const {
        Block block{Block::Kind::table, std::string(section.row_name)};
        for (const Field& field : section.fields) {
            const std::size_t column = block.table.columns.size();
            for (const CopyLine& line : lines_) {
                const auto place = parse_field_path(line.path);
                if (place->group != section.group || place->key != field.key) continue;
                if (column == block.table.columns.size())
                    block.table.columns.push_back({"", line.label, is_number(field.type)});
                put(block.table, place->row, column, value(field, line));
            }
        }
        for (auto& cells : block.table.rows) cells.resize(block.table.columns.size());
        return block;
    }

    static void put(Table& table, int row, std::size_t column, std::string text) {
        const auto index = static_cast<std::size_t>(row);
        if (table.rows.size() <= index) table.rows.resize(index + 1);
        table.rows[index].resize(column + 1);
        table.rows[index][column] = std::move(text);
    }

    FormKind kind_;
    Currency currency_;
    Wording wording_;
    std::vector<CopyLine> lines_;
};

void write_signature(Document& document, Party party, const Signature* given) {
    document.heading("Signed for " + std::string(spoken(party)));
    Block block{Block::Kind::signature};
    if (given)
        block.table.rows = {{"Name", given->name},
                            {"Title", given->title},
                            {"Date", text(given->on)},
                            {"SHA-256", given->hash}};
    else block.table.rows = {{"Name", ""}, {"Title", ""}, {"Date", ""}, {"Signature", ""}};
    document.blocks.push_back(std::move(block));
}

/// A form as AWS, the partner and, of its own forms, the ISV read it.
Document whole_form(FormKind kind, const Content& content, std::string reference, Wording wording) {
    Document document{std::string(form(kind).title) + " (" + upper(text(kind)) + ')', {}};
    document.paragraph(std::move(reference));
    FormWriter(Party::aws, kind, content, wording).write(document);
    document.heading("Digest");
    document.paragraph("SHA-256 of this form: " + content_hash(Party::aws, kind, content));
    // On the customer's copy as well, so that whoever holds both can match them.
    if (kind == request_form)
        document.paragraph("SHA-256 of the customer's copy: " +
                           content_hash(Party::customer, kind, content));
    return document;
}

/// Moves a column in which every row says the same to the facts above the table.
bool lift(Table& table, std::size_t column, std::vector<std::vector<std::string>>& facts) {
    const auto& rows = table.rows;
    const auto differs = [&](const auto& cells) { return cells[column] != rows[0][column]; };
    if (rows.empty() || std::any_of(rows.begin(), rows.end(), differs)) return false;
    facts.push_back({table.columns[column].title, rows[0][column]});
    const auto place = static_cast<std::ptrdiff_t>(column);
    table.columns.erase(table.columns.begin() + place);
    for (auto& cells : table.rows) cells.erase(cells.begin() + place);
    return true;
}

/// Who and what a row is about stands before its transaction, and the currency at the end: on paper
/// once for all rows, where it is the same, so that the table is not too wide for the sheet.
void lift_common(Table& table, std::vector<std::vector<std::string>>& facts) {
    std::size_t column = 0;
    while (table.columns[column].name != "transaction")
        if (!lift(table, column, facts)) ++column;
    for (column = 0; column < table.columns.size(); ++column)
        if (table.columns[column].name == "currency") lift(table, column, facts);
}

Document statement(const PartyRef& party, Period period, Table table) {
    Document document{"Statement for " + party.name, {}};
    std::vector<std::vector<std::string>> facts = {{"AWS account", in_groups(party.account)}};
    if (period.from != Date()) facts.push_back({"From", text(period.from)});
    facts.push_back({"As of", text(period.until)});
    lift_common(table, facts);
    document.facts(std::move(facts));
    document.heading("Invoices and refunds");
    document.blocks.push_back({Block::Kind::table, "line", std::move(table)});
    return document;
}

}  // namespace

static Document signed_form(FormKind kind, const Content& content,
                            const std::vector<Signature>& signatures,
                            const std::vector<Party>& signers, std::string reference,
                            Wording wording) {
    Document document = whole_form(kind, content, std::move(reference), wording);
    for (Party party : signers) write_signature(document, party, signature_of(signatures, party));
    return document;
}

Document form_document(const Authorization& authorization, std::string reference, Wording wording) {
    const AuthorizationState& state = authorization.state;
    return signed_form(authorization.form, state.content, state.signatures,
                       signers_of(authorization), std::move(reference), wording);
}

Document form_document(const Deal& deal, std::string reference, Wording wording) {
    return signed_form(request_form, deal.state.request, deal.state.signatures, signers_of(deal),
                       std::move(reference), wording);
}

Document customer_offer(const Deal& deal, std::string_view partner_name, Wording wording) {
    Document document{std::string(form(request_form).title) + ": the customer's copy", {}};
    document.paragraph("Offered by " + std::string(partner_name));
    FormWriter(Party::customer, request_form, deal.state.request, wording).write(document);
    return document;
}

Document customer_document(const Deal& deal, std::string_view partner_name, Wording wording) {
    const Content& request = deal.state.request;
    Document document = customer_offer(deal, partner_name, wording);
    document.heading("Digest");
    document.paragraph("SHA-256 of this copy, which the signature covers: " +
                       content_hash(Party::customer, request_form, request));
    write_signature(document, Party::customer,
                    signature_of(deal.state.signatures, Party::customer));
    return document;
}

std::string customer_copy(const Deal& deal, std::string_view partner_name) {
    return plain_text(customer_document(deal, partner_name, Wording::files));
}

Document document_of(const IsvStatement& of) {
    return statement(of.isv, of.period, table_of(of, Wording::reading));
}

Document document_of(const PartnerStatement& of) {
    return statement(of.partner, of.period, table_of(of, Wording::reading));
}

Document document_of(const CustomerStatement& of) {
    return statement(of.customer, of.period, table_of(of, Wording::reading));
}

}  // namespace cppo
