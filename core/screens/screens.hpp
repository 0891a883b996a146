// Every screen as plain rows of text: what the page draws and the command line prints. Screens are
// computed from the model each time they are shown and hold no rule of their own.
#pragma once

#include "desk/history.hpp"
#include "screens/form_screen.hpp"

namespace cppo {

enum class StageState { done, current, todo };

struct StageRow {
    std::string name;
    StageState state = StageState::todo;
    std::string note;  ///< a date, or how far it is ("1 of 3"), or empty
};

/// One thing the transition tables allow now: a button of the page, a verb of the command line.
struct ActionRow {
    std::string verb;   ///< "sign", "create_offer", …: the event's name
    std::string label;  ///< "Record the offer"
    bool enabled = true;
    std::string reason;       ///< why it is not enabled, or empty
    bool leads_back = false;  ///< not the way to the next stage
    std::string tab = {};     ///< of the deal's page where its button is
};

/// Whether the button is the event E's.
template <typename E>
bool records(const ActionRow& row) {
    return row.verb == E::about.name;
}

/// What somebody has to do next, and how much it presses: nothing; another's turn; ours; money that
/// came; something that should have happened before.
enum class Urgency { idle, theirs, ours, arrived, late };

struct DealRow {
    DealId id;
    std::string customer, product, kind, stage, next, on, price, our_net, currency;
    Urgency urgency = Urgency::idle;  ///< of what is next
};

/// What a deal waits for, in few words: what the home page counts and lists are filtered by.
enum class Phase { quoting, signing, offered, to_be_paid, done, ended };

template <>
struct Names<Phase> {
    static constexpr std::string_view list[] = {"quoting",    "signing", "offered",
                                                "to_be_paid", "done",    "ended"};
};

/// "Request in signing"
std::string_view title_of(Phase phase);

/// A card of the home screen: a figure and what stands under it.
struct StageCount {
    std::string name;
    std::string figure;               ///< "6"
    std::vector<std::string> totals;  ///< one per currency, "96,000.00 USD"
    std::optional<Phase> phase;       ///< whose deals it counts
};

struct TodoRow {
    std::string tag;  ///< "Sign", "3 days"
    std::string text;
    std::string note;             ///< date or amount
    std::string route;            ///< where it is done, "deal/deal-1/forms"
    std::optional<Date> on = {};  ///< when it is due
    Urgency urgency = Urgency::ours;
    std::string button = {};  ///< what the way there is called, "Record"
};

/// Nobody reads more things to do at once; the deals themselves say what comes next.
inline constexpr std::size_t todo_most = 100;

struct HomeScreen {
    std::vector<StageCount> stages;
    std::vector<TodoRow> todo;  ///< what is late or due within a week first; at most todo_most
    std::size_t todo_count = 0;
    std::vector<std::string> damaged;  ///< sentences about records set aside
    bool empty = true;                 ///< nothing but an unnamed workspace
};

struct SplitRow {
    Party party = Party::isv;
    std::string name, base, fee, fee_percent, receives, share;
};

/// A bar of the waterfall, in minor units. Neighbours of one name stand on each other.
struct SplitBar {
    std::string name;
    std::string amount;  ///< reading text with sign
    std::int64_t from = 0, to = 0;
    enum class Look { list, discount, isv, partner, customer, aws } look = Look::list;
};

struct PaymentRow {
    std::string on, price, isv_net, our_net;
};

/// What one party's report will show of the whole deal.
struct SeenRow {
    std::string report_of, buyer, gross, net;
};

/// One part of a published fee.
struct FeePart {
    std::string name, percent;
};

struct QuotePanel {
    bool available = false;
    std::string problem;  ///< why there is no quote yet: a sentence
    std::string price, markup_percent, margin_percent, partner_net, wholesale, list, currency;
    std::vector<SplitRow> split;
    std::vector<SplitBar> bars;
    std::vector<PaymentRow> payments;
    std::vector<SeenRow> seen;
    std::vector<std::string> warnings;
    std::string settings;                         ///< "rounded half up · processing fee on markup"
    std::string fee_marketplace, fee_processing;  ///< stored percentages, or empty
    bool fees_assumed = false;
    bool fees_published = false;     ///< by AWS, so that nobody writes them
    std::vector<FeePart> fee_parts;  ///< of a published fee, once there is a quote
    bool asks_base_rate = false;     ///< AWS publishes none for this type of product
    std::string base_rate;           ///< as stored, or empty
};

/// The deal at one more price, beside the one it has.
struct VariantRow {
    std::string typed;    ///< as it was asked for
    std::string problem;  ///< why there is no quote at it: a sentence, or empty
    std::string price, markup_percent, margin_percent, isv_net, fees, our_net;
};

VariantRow variant_row(const Model& model, const Deal& deal, const std::string& price);

/// Our net at every price from the wholesale cost to a little above list, as permille of the
/// picture's width and height.
struct NetCurve {
    struct Point {
        int at = 0, net = 0;
    };
    enum class Mark { floor, tier, list, price };
    struct Line {
        Mark mark = Mark::price;
        int at = 0;
        std::string name, amount;  ///< "List price", "120,000.00"
        std::string net;           ///< ours at it
    };
    std::vector<Point> points;  ///< from left to right; none where nothing can be quoted
    std::vector<Line> lines;    ///< from left to right
    int zero = 0;               ///< where no net at all stands
};

NetCurve net_curve(const Model& model, const Deal& deal);

struct InvoiceRow {
    int number = 0;
    InvoiceStatus status = InvoiceStatus::scheduled;
    std::string status_text, charge_date, invoiced_on, price, collected, open, credited, isv_net,
        partner_net, isv_paid_on, partner_paid_on;
    std::string open_plain;                      ///< the open amount as typed text
    std::string left_plain;                      ///< what can still be refunded
    std::string isv_position, partner_position;  ///< what a disbursement moves now
    bool can_pay_isv = false, can_pay_partner = false;
    std::vector<ActionRow> actions;  ///< what can happen to it now
};

struct BalanceRow {
    std::string account;
    std::string amount;
};

struct ReportPanel {
    Party party = Party::isv;
    std::string title;
    std::string rule;  ///< which buyer it shows and why
    Table table;
};

struct DealScreen {
    DealId id;
    std::string title;     ///< "Example Retail · Nimbus Analytics"
    std::string kind;      ///< "Recurring 20 %"
    std::string rule_set;  ///< "2019 edition"
    std::string currency, status;
    bool by_usage = false;
    bool past = false;  ///< how it stood once: nothing of it can be changed
    AuthorizationId authorization;
    std::string authorization_status;
    std::vector<StageRow> stages;
    std::vector<ActionRow> actions;
    std::string next;      ///< the one thing to do next, a sentence
    std::string next_tab;  ///< and where it is done
    Urgency urgency = Urgency::idle;
    QuotePanel quote;
    FormScreen form;
    std::string offer_id, offered_on, accept_by, accepted_on;
    std::vector<InvoiceRow> invoices;
    std::vector<BalanceRow> balances;
    std::vector<ReportPanel> reports;
    std::vector<HistoryRow> history;
};

Result<DealScreen> deal_screen(const Model& model, const DealId& id, Date on);

/// The same of a deal as it stands here, which need not be how the model has it.
DealScreen deal_screen(const Model& model, const Deal& deal, Date on);

/// The deal as it stood on the evening of `on`, and nothing to be done about it. Refuses like
/// as_of() too.
Result<DealScreen> past_deal_screen(const Model& model, const DealId& id, Date on);

struct AuthorizationRow {
    AuthorizationId id;
    std::string isv, products, kind, status, discount, ends, uses;
    bool usable = false;  ///< a deal can be started under it
    bool ready = false;   ///< and be sent: AWS has authorized it
};

struct AuthorizationScreen {
    AuthorizationId id;
    std::string title, kind, status;
    std::string next;  ///< the one thing to do next, a sentence
    Urgency urgency = Urgency::idle;
    FormScreen form;
    std::vector<ActionRow> actions;
    bool usable = false;  ///< a deal can be started under it
    std::string unusable_reason;
    std::vector<HistoryRow> history;
};

std::vector<AuthorizationRow> authorization_rows(const Model& model, Date on);
Result<AuthorizationScreen> authorization_screen(const Model& model, const AuthorizationId& id,
                                                 Date on);

/// The workspace's facts as fields that EditWorkspace takes.
std::vector<FieldRow> workspace_fields(const Model& model);

}  // namespace cppo
