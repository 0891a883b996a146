// Everything the page shows of one deal.
#pragma once

#include "desk/history.hpp"
#include "screens/actions.hpp"
#include "screens/form_screen.hpp"
#include "screens/next_step.hpp"
#include "screens/quote_panel.hpp"
#include "screens/stages.hpp"

namespace cppo {

struct InvoiceRow {
    int number = 0;
    InvoiceStatus status = InvoiceStatus::scheduled;
    std::string status_text, charge_date, invoiced_on, price, collected, credited, isv_net,
        partner_net, isv_paid_on, partner_paid_on;
    Money open = Money::zero(Currency::usd);
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
    std::string rule_set;  ///< "2019 program"
    std::string currency, status;
    bool by_usage = false;
    bool past = false;  ///< an earlier state, which cannot be changed
    AuthorizationId authorization;
    std::string authorization_status;
    std::vector<StageRow> stages;
    std::vector<ActionRow> actions;
    std::string next;      ///< the one thing to do next, a sentence
    std::string next_tab;  ///< the tab on which to do it
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

/// The same for this version of a deal, which may differ from the model's.
DealScreen deal_screen(const Model& model, const Deal& deal, Date on);

/// The deal as it was at the end of the day `on`, without actions. Refuses like as_of() too.
Result<DealScreen> past_deal_screen(const Model& model, const DealId& id, Date on);

}  // namespace cppo
