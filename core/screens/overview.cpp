#include "screens/overview.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/directory_parts.hpp"

namespace cppo {

bool DealQuery::operator==(const DealQuery& other) const {
    return words == other.words && phase == other.phase && isv == other.isv &&
           authorization == other.authorization && among == other.among &&
           sorted_by == other.sorted_by && descending == other.descending;
}

namespace {

bool same_month(Date a, Date b) { return month_text(a) == month_text(b); }

// --- one line -----------------------------------------------------------------------------------

/// What AWS has paid us of this deal in the month of `on`.
std::vector<Money> paid_in_month(const Deal& deal, Date on) {
    const auto& invoices = deal.state.invoices;
    std::vector<Money> paid;
    // Most deals have no payout this late, and their movements need not be computed.
    if (std::none_of(invoices.begin(), invoices.end(), [&](const DealInvoice& invoice) {
            const auto& last = invoice.partner_payout.on;
            return last && (same_month(*last, on) || *last > on);
        }))
        return paid;
    for (const Movement& movement : movements_of(deal))
        if (same_month(movement.on, on) && !movement.partner_paid.is_zero())
            paid.push_back(movement.partner_paid);
    return paid;
}

/// The text that a search looks through: what the line shows, and the deal's reference numbers.
std::string words_of(const DealRow& row, const Deal& deal, const Content& authorization) {
    const Content& request = deal.state.request;
    std::string words;
    for (const std::string_view part :
         {std::string_view(row.customer), std::string_view(row.product), title_of(row.kind),
          std::string_view(row.stage), std::string_view(row.next), std::string_view(row.price),
          std::string_view(row.our_net), std::string_view(row.currency),
          std::string_view(row.id.value), std::string_view(deal.state.offer_id),
          authorization.value("isv_name"), authorization.value("isv_account"),
          request.value("customer_account"), request.value("price")})
        words.append(part) += '\n';
    return lower(words);
}

DealRow row_of(const Model& model, const DealLine& line, const Deal& deal, const NextStep& next) {
    DealRow row;
    row.id = deal.id;
    row.customer = customer_of(deal);
    row.product = products_of(model, deal);
    row.kind = deal.kind;
    row.stage = stage_of(deal);
    row.next = next.text;
    row.urgency = next.urgency;
    if (next.on) row.on = text(*next.on);
    if (line.price) row.price = grouped(*line.price);
    if (line.our_net) row.our_net = grouped(*line.our_net);
    row.currency = text(currency_of(deal.state.request));
    return row;
}

TodoRow todo_of(const DealRow& row, const NextStep& next) {
    const bool named = next.text.find(row.customer) != next.text.npos;
    return {next.tag,   next.text + " — " + (named ? "" : row.customer + ", ") + row.product,
            next.note,  "deal/" + row.id.value + "/" + next.tab,
            next.on,    next.urgency,
            next.button};
}

// --- sums ---------------------------------------------------------------------------------------

using Lines = std::map<DealId, DealLine>;

/// How many, and their prices; of those to be paid, what is still to come.
StageCount count_of(const Lines& lines, Phase phase) {
    int count = 0;
    Totals totals;
    for (const auto& [id, line] : lines) {
        if (line.phase != phase) continue;
        ++count;
        const auto& amount = phase == Phase::to_be_paid ? line.to_pay : line.price;
        if (amount && !amount->is_zero()) totals.add(*amount);
    }
    return {std::string(title_of(phase)), std::to_string(count), texts_of(totals.amounts()), phase};
}

/// What AWS has paid us this month: the first currency as the figure.
StageCount paid_this_month(const Lines& lines) {
    Totals totals;
    for (const auto& [id, line] : lines)
        for (const Money amount : line.paid) totals.add(amount);
    const std::vector<Money> amounts = totals.amounts();
    StageCount card{"Paid to you this month", "0", texts_of(amounts), std::nullopt};
    if (amounts.empty()) return card;
    card.figure = grouped(amounts.front());
    card.totals.front() = text(amounts.front().currency());
    return card;
}

// --- what to do next ----------------------------------------------------------------------------

bool is_open_once(const Authorization& authorization, Date on) {
    return authorization.kind() == DealKind::non_recurring &&
           authorization.state.status == AuthorizationStatus::authorized &&
           !is_expired(authorization, on);
}

/// An unused single-use discount is lost when it ends, so it is listed as something to do.
std::optional<TodoRow> todo_of(const Authorization& authorization, bool has_deal, Date on) {
    NextStep next = next_step(authorization, on);
    if (!has_deal && is_open_once(authorization, on))
        next = {.tag = "Unused",
                .text = "No deal uses it yet",
                .note = std::string(authorization.state.content.value("ends")),
                .tab = "",
                .button = "New deal",
                .urgency = Urgency::ours};
    if (next.tag.empty()) return std::nullopt;
    return TodoRow{next.tag,
                   next.text + " — " + kind_text(authorization) + ", " + products_of(authorization),
                   next.note,
                   "authorization/" + authorization.id.value,
                   next.on,
                   next.urgency,
                   next.button};
}

/// Sorts late items first, then items due within the week, items that can be done any day, and
/// items that can wait.
void add_todo(HomeScreen& home, const Model& model, const Lines& lines, Date on) {
    std::set<AuthorizationId> used;
    for (const auto& [id, deal] : model.deals()) used.insert(deal.authorization);
    std::vector<TodoRow> of_forms;
    for (const auto& [id, authorization] : model.authorizations())
        if (auto row = todo_of(authorization, used.contains(id), on))
            of_forms.push_back(std::move(*row));
    std::vector<const TodoRow*> all;
    for (const TodoRow& row : of_forms) all.push_back(&row);
    for (const auto& [id, line] : lines)
        if (line.todo) all.push_back(&*line.todo);
    const auto turn = [&](const TodoRow& row) {
        if (row.urgency == Urgency::late) return 0;
        return !row.on ? 2 : days_between(on, *row.on) <= soon_days ? 1 : 3;
    };
    std::stable_sort(all.begin(), all.end(), [&](const TodoRow* a, const TodoRow* b) {
        const int first = turn(*a), second = turn(*b);
        return first != second ? first < second : a->on && *a->on < *b->on;
    });
    home.todo_count = all.size();
    for (const TodoRow* row : all)
        if (home.todo.size() < todo_most) home.todo.push_back(*row);
}

// --- finding ------------------------------------------------------------------------------------

bool holds(const DealLine& line, const DealQuery& query,
           const std::vector<std::string_view>& words) {
    return (!query.phase || line.phase == *query.phase) &&
           (query.isv.empty() || line.isv.digits == query.isv) &&
           (query.authorization.value.empty() || line.authorization == query.authorization) &&
           std::all_of(words.begin(), words.end(), [&](std::string_view word) {
               return line.words.find(word) != line.words.npos;
           });
}

bool is_before(Money a, Money b) {
    return a.currency() != b.currency() ? a.currency() < b.currency() : a < b;
}
template <typename Value>
bool is_before(const Value& a, const Value& b) {
    return a < b;
}

/// Sorts by the `value` of each line; lines without a value come last.
template <typename Value>
void sort_by(std::vector<const DealLine*>& lines, bool descending, Value value) {
    const auto end = std::stable_partition(lines.begin(), lines.end(), [&](const DealLine* line) {
        return static_cast<bool>(value(*line));
    });
    std::stable_sort(lines.begin(), end, [&](const DealLine* a, const DealLine* b) {
        return descending ? is_before(*value(*b), *value(*a)) : is_before(*value(*a), *value(*b));
    });
}

void sort_lines(std::vector<const DealLine*>& lines, const DealQuery& query) {
    const std::string& by = query.sorted_by;
    const bool down = query.descending;
    if (by == "price") return sort_by(lines, down, [](const DealLine& l) { return l.price; });
    if (by == "net") return sort_by(lines, down, [](const DealLine& l) { return l.our_net; });
    if (by == "on") return sort_by(lines, down, [](const DealLine& l) { return l.on; });
    if (by == "kind") return sort_by(lines, down, [](const DealLine& l) { return &l.row.kind; });
    if (by == "stage") return sort_by(lines, down, [](const DealLine& l) { return &l.phase; });
    const auto by_text = [&](std::string DealRow::*column) {
        sort_by(lines, down, [&](const DealLine& line) {
            const std::string& value = line.row.*column;
            return value.empty() ? nullptr : &value;
        });
    };
    if (by == "customer") by_text(&DealRow::customer);
    if (by == "product") by_text(&DealRow::product);
    if (by == "next") by_text(&DealRow::next);
}

}  // namespace

DealLine deal_line(const Model& model, const Deal& deal, Date on) {
    static const Content nothing;
    const Authorization* authorization = model.find(deal.authorization);
    const Content& form = authorization ? authorization->state.content : nothing;
    const NextStep next = next_step(model, deal, on);
    DealLine line;
    line.isv = {std::string(form.value("isv_account"))};
    line.authorization = deal.authorization;
    line.phase = phase_of(deal);
    line.price = total_price(deal);
    if (!line.price && !is_by_usage(deal)) line.price = price_of(deal);
    line.our_net = total_our_net(model, deal);
    line.to_pay = still_to_pay(deal);
    line.on = next.on;
    line.row = row_of(model, line, deal, next);
    if (!next.tag.empty()) line.todo = todo_of(line.row, next);
    line.paid = paid_in_month(deal, on);
    line.words = words_of(line.row, deal, form);
    return line;
}

bool Overview::refresh(const Model& model, Date on, std::size_t most) {
    if (on_ != on) {
        forget_all();
        on_ = on;
        for (const auto& [id, deal] : model.deals()) unread_.insert(id);
    }
    for (; most > 0 && !unread_.empty(); --most) {
        const DealId id = unread_.extract(unread_.begin()).value();
        if (const Deal* deal = model.find(id))
            lines_.insert_or_assign(id, deal_line(model, *deal, on));
        else lines_.erase(id);
        home_.reset();
        query_.reset();
    }
    return unread_.empty();
}

void Overview::forget(const std::vector<Record>& changed) {
    for (const Record& record : changed) {
        if (const auto* deal = std::get_if<Deal>(&record)) unread_.insert(deal->id);
        if (const auto* form = std::get_if<Authorization>(&record)) forget(*form);
    }
    home_.reset();
}

/// An ISV's discounts may also count for its other authorizations (decision 5).
void Overview::forget(const Authorization& changed) {
    const auto isv = changed.state.content.value("isv_account");
    for (const auto& [id, line] : lines_)
        if (line.isv.digits == isv || line.authorization == changed.id) unread_.insert(id);
}

void Overview::forget_all() { *this = {}; }

const HomeScreen& Overview::home(const Model& model) {
    if (home_) return *home_;
    home_.emplace();
    for (const Phase phase : {Phase::quoting, Phase::signing, Phase::offered, Phase::to_be_paid})
        home_->stages.push_back(count_of(lines_, phase));
    home_->stages.push_back(paid_this_month(lines_));
    add_todo(*home_, model, lines_, on_.value());
    for (const Damaged& damaged : model.damaged)
        home_->damaged.push_back(damaged.key + ": " + sentence(damaged.error));
    home_->empty = model.authorizations().empty() && model.deals().empty() &&
                   model.damaged.empty() && model.workspace().partner.name.empty();
    return *home_;
}

const std::vector<const DealLine*>& Overview::find(const DealQuery& query) {
    if (query_ == query) return found_;
    const std::string typed = lower(query.words);
    std::vector<std::string_view> words = split_text(typed, ' ');
    std::erase(words, std::string_view());
    found_.clear();
    const auto consider = [&](const DealLine& line) {
        if (holds(line, query, words)) found_.push_back(&line);
    };
    if (!query.among)
        for (const auto& [id, line] : lines_) consider(line);
    else
        for (const DealId& id : *query.among)
            if (const auto at = lines_.find(id); at != lines_.end()) consider(at->second);
    sort_lines(found_, query);
    query_ = query;
    return found_;
}

HomeScreen home_screen(const Model& model, Date on) {
    Overview overview;
    overview.refresh(model, on);
    return overview.home(model);
}

}  // namespace cppo
