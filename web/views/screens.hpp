// Every screen of the page, each drawn from the model alone.
#pragma once

#include "screens/deal_screen.hpp"
#include "views/view.hpp"

namespace cppo::views {

void draw_loading(Context& context);
void draw_home(Context& context);
void draw_deals(Context& context);
void draw_deal(Context& context, const DealId& id);
void draw_authorizations(Context& context);
void draw_authorization(Context& context, const AuthorizationId& id);
void draw_customers(Context& context);
void draw_customer(Context& context, const std::string& key);
void draw_products(Context& context);
void draw_product(Context& context, const std::string& key);
void draw_isvs(Context& context);
void draw_isv(Context& context, const std::string& key);
void draw_money_over_time(Context& context);
void draw_workspace(Context& context);
void draw_data(Context& context);

// The file read for import, until it is taken over or put away.
void draw_import(Context& context);

// Shared by the places that list deals. A row opens its deal, a column's head sorts.
void draw_deal_table(Context& context, const std::string& name, const DealQuery& query,
                     const std::string& empty);

// The deals that are looked for, and what they are looked for by.
void draw_deal_list(Context& context);

// Sorted as the person has sorted it: by a column's words, numbers by their size.
ui::TableEvents draw_sorted(Context& context, ui::TableSpec spec, std::vector<ui::TableRow> rows);

// Starts a deal under one of the authorizations, or says what has to come first.
void start_deal(Context& context);

// The tabs of a deal's page.
void draw_quote(Context& context, const DealScreen& deal);
void draw_what_if(Context& context, const DealScreen& deal);
void draw_offer(Context& context, const DealScreen& deal);
void draw_money(Context& context, const DealScreen& deal);
void draw_reports(Context& context, const DealScreen& deal);
void draw_history(const std::vector<HistoryRow>& history);

}  // namespace cppo::views
