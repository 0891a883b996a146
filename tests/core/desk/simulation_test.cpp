// Random desks driven by random commands, undo and redo, over a store that crashes between any two
// writes, with events that come twice. What is loaded afterwards is the last acknowledged state.
// CPPO_SEED=n starts elsewhere, CPPO_DESKS=n simulates so many.
#include <catch2/catch_test_macros.hpp>

#include "billing/billing.hpp"
#include "desk/desk.hpp"
#include "fixtures.hpp"
#include "random.hpp"
#include "sample_desk.hpp"
#include "show.hpp"

namespace cppo::test {
namespace {

using Stored = std::map<std::string, std::string>;

Stored texts_of(const std::vector<Record>& records) {
    Stored texts;
    for (const Record& record : records) texts[key_of(record)] = encode(record);
    return texts;
}

/// As a shell stores it: by key, an empty text where the key is removed.
Stored texts_of(const Desk::Unsaved& unsaved) {
    Stored texts = texts_of(unsaved.records);
    for (const UndoLog::Stored& stored : unsaved.beside) texts[stored.key] = stored.text;
    return texts;
}

void put_all(Stored& texts, const Stored& changed) {
    for (const auto& [key, text] : changed)
        if (text.empty()) texts.erase(key);
        else texts[key] = text;
}

Stored records_in(Stored texts) {
    std::erase_if(texts, [](const auto& stored) { return UndoLog::owns(stored.first); });
    return texts;
}

/// Texts by key, written one after the other. A batch that has been kept is put in place by
/// whoever opens the store next.
struct CrashingStore {
    Stored texts;
    Stored batch;

    /// Stops after so many writes, of which the first keeps the batch.
    void save(const Stored& changed, std::int64_t writes) {
        if (writes-- == 0) return;
        batch = changed;
        for (const auto& [key, text] : changed) {
            if (writes-- == 0) return;
            put_all(texts, {{key, text}});
        }
        batch.clear();
    }
    Desk open() {
        put_all(texts, batch);
        batch.clear();
        Desk desk("0123456789abcdef0123456789abcdef");
        for (const auto& [key, text] : texts) desk.load(key, text);
        REQUIRE(desk.model().damaged.empty());
        return desk;
    }
};

/// What the events have made of a deal, none of which is stored.
std::string state_of(const Deal& deal) {
    const DealState& state = deal.state;
    std::string all(text(deal.kind));
    all += ' ' + std::string(text(state.status)) + ' ' + deal.authorization.value + ' ' +
           text(deal.created_on) + ' ' + state.offer_id + ' ' + state.return_reason;
    for (const Signature& signature : state.signatures) all += ' ' + signature.hash;
    if (state.fees) all += ' ' + text(state.fees->marketplace) + ' ' + text(state.fees->processing);
    for (const DealInvoice& invoice : state.invoices)
        for (Money amount : {invoice.price, invoice.wholesale, invoice.open(), invoice.kept(),
                             invoice.isv_payout.amount, invoice.partner_payout.amount})
            all += ' ' + text(amount);
    return all + content_hash(Party::partner, FormKind::custom_transaction_request, state.request);
}

struct Counts {
    std::int64_t commands = 0, events = 0, refused = 0, twice = 0, crashes = 0, lost = 0,
                 accepted = 0, settled = 0, undone = 0;
};

/// What a person may want next of a deal, sensible or not.
class RandomCommands {
  public:
    RandomCommands(Random& random, const Model& model, Date on)
        : random_(random), model_(model), on_(on) {}

    Command next() {
        switch (random_.between(0, 19)) {
            case 0: return command::EditWorkspace{"contact", typed()};
            case 1: return command::EditWorkspace{"rounding", random_.one_in(2) ? "half_up" : "x"};
            case 2: return command::CreateAuthorization{FormKind::custom_resale_transaction, ""};
            case 3: return command::ChangeAuthorization{any_authorization(), authorization_event()};
            case 4:
            case 5: return command::CreateDeal{any_deal().authorization, "", any_deal().id};
            default: return of(any_deal());
        }
    }

  private:
    template <typename Map>
    const auto& one_of(const Map& map) {
        const auto last = static_cast<std::int64_t>(map.size()) - 1;
        return *std::next(map.begin(), random_.between(0, last));
    }
    const Deal& any_deal() { return one_of(model_.deals()).second; }
    AuthorizationId any_authorization() { return one_of(model_.authorizations()).first; }
    std::string typed() { return std::to_string(random_.skewed(1'000'000)); }
    Signature signed_by(Party party) { return {party, "Nobody", "Director", on_, ""}; }

    AuthorizationPayload authorization_event() {
        switch (random_.between(0, 4)) {
            case 0: return event::Sign{signed_by(random_.one_in(2) ? Party::isv : Party::partner)};
            case 1: return event::Submit{std::string(customer_desk)};
            case 2: return event::Receive{};
            case 3: return event::Edit{"isv_name", typed()};
            default: return event::RevokeProduct{"prod-6yd1m4hs9gk3p"};
        }
    }

    Command of(const Deal& deal) {
        const bool is_written =
            deal.state.status == DealStatus::draft || deal.state.status == DealStatus::signing;
        if (is_written && random_.one_in(6))
            return command::SpreadPayments{deal.id, static_cast<int>(random_.between(0, 13)), on_};
        if (is_written && random_.one_in(6))
            return command::Reprice{deal.id, PriceBy::markup, typed()};
        if (is_written) return command::ChangeDeal{deal.id, written(deal)};
        return command::ChangeDeal{deal.id, after_submission(deal)};
    }

    DealPayload written(const Deal& deal) {
        switch (random_.between(0, 9)) {
            case 0: return event::Edit{"price", typed()};
            case 1: return event::Edit{"accept_by", text(plus_days(on_, 30))};
            case 2: return event::Edit{"starts", text(plus_days(on_, 60))};
            case 3: return event::AddRow{"lines"};
            case 4: return event::SetFees{fees("3", "1")};
            case 5: return event::Withdraw{"no need"};
            default: break;
        }
        if (!deal.state.fees) return event::SetFees{fees("3.5", "1")};
        const auto missing = missing_signatures(deal);
        if (missing.empty()) return event::Submit{std::string(customer_desk)};
        return event::Sign{signed_by(missing.front())};
    }

    DealPayload after_submission(const Deal& deal) {
        if (random_.one_in(30)) return event::Withdraw{"no need"};
        if (random_.one_in(30)) return event::Cancel{"no need"};
        if (deal.state.status == DealStatus::submitted) {
            if (random_.one_in(6)) return event::Return{"a word is missing"};
            return event::CreateOffer{"offer-" + typed()};
        }
        if (deal.state.status == DealStatus::offered)
            return event::Accept{account(deal.state.request.value("customer_account")), true};
        return deal.state.invoices.empty() ? DealPayload(event::Expire{}) : of_invoice(deal);
    }

    DealPayload of_invoice(const Deal& deal) {
        const DealInvoice& invoice = one_of(deal.state.invoices);
        const std::int64_t most = std::max<std::int64_t>(1, invoice.price.minor());
        const Money part = Money::of_minor(random_.between(1, most), invoice.price.currency());
        switch (random_.between(0, 9)) {
            case 0: return event::Refund{invoice.number, part, "too much"};
            case 1: return event::Forgive{invoice.number};
            case 2: return event::Collect{invoice.number, part};
            case 3: return event::Meter{day("2026-11-01"), {quantity(random_.skewed(1'000'000))}};
            case 4: return event::Disburse{invoice.number, Party::isv};
            case 5: return event::Disburse{invoice.number, Party::partner};
            default: break;
        }
        if (!invoice.invoiced_on) return event::Issue{invoice.number};
        return event::Collect{invoice.number, invoice.open()};
    }

    Random& random_;
    const Model& model_;
    Date on_;
};

/// One desk: what is in memory, what is stored, and what has been acknowledged.
class Simulation {
  public:
    Simulation(Stored start, Random random, Counts& counts)
        : random_(random),
          counts_(counts),
          acknowledged_(start),
          store_{std::move(start), {}},
          desk_(store_.open()) {}

    void step() {
        on_ = plus_days(on_, static_cast<int>(random_.between(0, 4)));
        if (random_.one_in(8) && (random_.one_in(2) ? desk_.undo() : desk_.redo())) {
            ++counts_.undone;
            return keep();
        }
        const Command command = RandomCommands(random_, desk_.model(), on_).next();
        ++counts_.commands;
        const auto step = desk_.carry_out(command, on_);
        if (!step) {
            ++counts_.refused;
            // Looking at all of it takes its time.
            if (random_.one_in(40))
                CHECK(texts_of(records_of(desk_.model())) == records_in(acknowledged_));
            return;
        }
        if (step->changed.empty()) return;
        keep();
        comes_again(command, *step);
    }

    void finish() {
        std::map<DealId, std::string> states;
        for (const auto& [id, deal] : desk_.model().deals()) states[id] = state_of(deal);
        crash();
        for (const auto& [id, deal] : desk_.model().deals()) CHECK(state_of(deal) == states[id]);
        for (const auto& [id, deal] : desk_.model().deals()) conserves_money(deal);
    }

  private:
    void keep() {
        const Stored changed = texts_of(desk_.take_unsaved());
        const auto all = static_cast<std::int64_t>(changed.size()) + 1;
        const bool crashes = random_.one_in(10);
        const std::int64_t writes = crashes ? random_.between(0, all) : all;
        store_.save(changed, writes);
        if (writes > 0) put_all(acknowledged_, changed);
        else ++counts_.lost;
        if (crashes) return crash();
        ++counts_.events;
    }

    void crash() {
        ++counts_.crashes;
        desk_ = store_.open();
        CHECK(store_.texts == acknowledged_);
        CHECK(texts_of(records_of(desk_.model())) == records_in(acknowledged_));
    }

    /// The event just kept comes once more under its id, and then another under the same id.
    void comes_again(const Command& command, const Step& step) {
        const auto* change = std::get_if<command::ChangeDeal>(&command);
        const Deal* deal = change ? desk_.model().find(change->id) : nullptr;
        if (!deal) return;
        const std::string& id = std::get<Deal>(step.changed.front()).events.back().id;
        if (!has_event(*deal, id)) return;  // lost in a crash
        ++counts_.twice;
        const auto repeated =
            desk_.carry_out(command::ChangeDeal{deal->id, change->payload, id}, on_);
        REQUIRE(repeated);
        CHECK(repeated->changed.empty());
        if (!std::holds_alternative<event::Expire>(change->payload)) {
            const auto other =
                desk_.carry_out(command::ChangeDeal{deal->id, event::Expire{}, id}, on_);
            REQUIRE_FALSE(other);
            CHECK(other.error().code == Code::already_exists);
        }
        CHECK(texts_of(desk_.take_unsaved()).empty());
        if (!random_.one_in(20)) return;
        Deal doubled = *deal;
        doubled.events.push_back(doubled.events.back());
        CHECK_FALSE(decode(encode(doubled)));
    }

    void conserves_money(const Deal& deal) {
        if (deal.state.invoices.empty()) return;
        ++counts_.accepted;
        const Ledger ledger = ledger_of(deal);
        Money balance = Money::zero(ledger.currency());
        for (std::size_t i = 0; i < name_count<Account>(); ++i)
            balance += ledger.balance(static_cast<Account>(i));
        CHECK(balance.minor() == 0);
        Money price = Money::zero(ledger.currency());
        for (const DealInvoice& invoice : deal.state.invoices) {
            if (!invoice.split) continue;
            ++counts_.settled;
            CHECK(conserves(*invoice.split));
            CHECK(invoice.split->price == invoice.price);
            price += invoice.open() + invoice.kept() + invoice.credited();
        }
        for (const Movement& movement : movements_of(deal)) {
            CHECK(conserves(movement.billed));
            CHECK(conserves(movement.earned));
            if (movement.what == deal_event<event::Issue>) price -= movement.billed.price;
        }
        CHECK(price.minor() == 0);
    }

    Random random_;
    Counts& counts_;
    Date on_ = day("2026-11-23");
    Stored acknowledged_;
    CrashingStore store_;
    Desk desk_;
};

/// The sample's workspace, a draft of it, and perhaps others of its deals.
Stored random_start(const Model& sample, Random& random) {
    std::vector<Record> start = {sample.workspace()};
    for (const auto& [id, deal] : sample.deals()) {
        if (deal.state.status != DealStatus::draft && !random.one_in(8)) continue;
        start.push_back(deal);
        start.push_back(*sample.find(deal.authorization));
    }
    return texts_of(start);
}

}  // namespace

TEST_CASE("random desks come out of every crash as they were acknowledged", "[desk][slow]") {
    const char* asked = std::getenv("CPPO_DESKS");
    const std::int64_t desks = asked ? std::strtoll(asked, nullptr, 10) : 500;
    const Model sample = sample_desk().model();
    Counts counts;
    Random seeds;
    for (std::int64_t n = 0; n < desks; ++n) {
        INFO("CPPO_SEED=" << Random::seed() << ", desk " << n);
        Random random(seeds.next());
        Simulation simulation(random_start(sample, random), random, counts);
        for (int step = 0; step < 20; ++step) simulation.step();
        simulation.finish();
    }
    const auto tell = [](const char* what, std::int64_t count) {
        std::printf("%s %lld\n", what, static_cast<long long>(count));
    };
    if (asked) {
        tell("commands", counts.commands);
        tell("undone or redone", counts.undone);
        tell("kept", counts.events);
        tell("refused", counts.refused);
        tell("came twice", counts.twice);
        tell("crashes", counts.crashes);
        tell("lost in a crash", counts.lost);
        tell("deals accepted", counts.accepted);
        tell("invoices split", counts.settled);
    }
    CHECK(counts.events > desks);
    CHECK(counts.lost > desks / 10);
    CHECK(counts.undone > desks / 2);
}

}  // namespace cppo::test
