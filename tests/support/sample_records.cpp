#include "sample_records.hpp"

#include "fixtures.hpp"

namespace cppo::test {

Deal deal_with_a_long_life() {
    DealSetup desk = brought_to(DealStatus::submitted);
    desk.happen(offered_on, event::Return{"Please name the payer account."});
    desk.happen(offered_on, event::Edit{"payer_account", "1212-3434 5656"});
    desk.happen(offered_on, event::Edit{"custom_terms", "License for 40 users.\nNo resale – «ß»."});
    desk.happen(offered_on, event::AddRow{"schedule"});
    desk.happen(offered_on, event::RemoveRow{"schedule", 3});
    for (Party party : {Party::partner, Party::customer})
        desk.happen(offered_on, event::Sign{signature(party, FormKind::custom_transaction_request,
                                                      desk.deal.state.request, day(offered_on))});
    desk.happen(offered_on, desk.submission());
    desk.happen(offered_on, event::SetFees{{percent("3.123456789"), percent("1"), true}});
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    desk.happen(accepted_on, event::Accept{account(customer_account), true});
    desk.happen("2020-02-01", event::Issue{1});
    desk.happen("2020-03-01", event::Collect{1, desk.amount("99999.99")});
    desk.happen("2020-03-02", event::Collect{1, desk.amount("0.01")});
    desk.happen("2020-03-10", event::Disburse{1, Party::isv});
    desk.happen("2020-03-11", event::Disburse{1, Party::partner});
    return desk.deal;
}

namespace {

/// A deal that adopted other settings, was paid in part, refunded, written off and cancelled.
Deal deal_that_ended_early() {
    DealSetup desk = test::desk();
    Settings others = desk.workspace.settings;
    others.rounding = Rounding::half_even;
    others.disbursement = Disbursement::by_share;
    desk.happen(created_on, event::SetSettings{others});
    desk = brought_to(DealStatus::accepted, desk);
    desk.happen("2020-02-01", event::Issue{1});
    desk.happen("2020-03-01", event::Collect{1, desk.amount("50000")});
    desk.happen("2020-03-02", event::Refund{1, desk.amount("12345.67"), "fewer seats"});
    desk.happen("2020-03-03", event::Forgive{1});
    desk.happen("2020-03-10", event::Disburse{1, Party::isv});
    desk.happen("2020-04-01", event::Cancel{"both sides agreed to end it"});
    return desk.deal;
}

Deal deal_without_request() {
    Content request = filled(FormKind::custom_transaction_request, {}, upfront_content());
    DealSetup desk = test::desk(request, FormKind::custom_resale_transaction);
    desk.deal.settings.non_recurring_request = NonRecurringRequest::none;
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234", desk.submission().discounts});
    return desk.deal;
}

Deal deal_sold_by_usage() {
    Content request = filled(FormKind::custom_transaction_request,
                             {{"pricing", "usage"},
                              {"price", ""},
                              {"rates[0].product", product_id},
                              {"rates[0].description", "Events received"},
                              {"rates[0].list_rate", "0.00123"},
                              {"rates[0].partner_rate", "0.00111"}},
                             upfront_content());
    request = sure(without_row(FormKind::custom_transaction_request, request, "lines", 0));
    DealSetup desk = brought_to(DealStatus::accepted, test::desk(request));
    desk.happen("2020-03-01", event::Meter{day("2020-02-01"), {quantity(123456)}});
    desk.happen("2020-03-02", event::Issue{1});
    return desk.deal;
}

/// A deal under modern-2024 whose offer fixed the published fees.
Deal deal_by_published_fees() {
    DealSetup desk = modern_desk();
    desk.happen(created_on, event::SetFees{{percent("2.5"), Percent(), true}});
    desk.happen("2024-02-01",
                event::Submit{std::string(seller_portal), desk.submission().discounts});
    desk.happen("2024-02-02",
                event::CreateOffer{"offer-abcd1234", {}, FeeTerms{percent("3"), Percent(), true}});
    return desk.deal;
}

Deal replacing_deal() {
    Deal deal = brought_to(DealStatus::draft).deal;
    deal.replaces = DealId{"deal-1"};
    return deal;
}

Authorization returned_authorization() {
    Authorization record =
        authorization(FormKind::custom_resale_transaction, AuthorizationStatus::submitted);
    sure(attempt(record, offered_on, event::Return{"The end date is missing."}, workspace()));
    sure(attempt(record, offered_on, event::AddRow{"products"}, workspace()));
    sure(attempt(record, offered_on, event::RemoveRow{"products", 1}, workspace()));
    return record;
}

Authorization product_revoked() {
    Authorization record = authorization();
    sure(attempt(record, offered_on, event::RevokeProduct{std::string(product_id), Party::isv},
                 workspace()));
    return record;
}

}  // namespace

std::vector<Record> sample_records() {
    using enum AuthorizationStatus;
    Workspace unnamed;
    return {workspace(),
            unnamed,
            authorization(raf, draft),
            authorization(raf, revoked),
            authorization(crt, consumed),
            returned_authorization(),
            brought_to(DealStatus::draft).deal,
            brought_to(DealStatus::expired).deal,
            brought_to(DealStatus::withdrawn, desk(upfront_content())).deal,
            deal_with_a_long_life(),
            deal_that_ended_early(),
            deal_without_request(),
            replacing_deal(),
            deal_sold_by_usage(),
            brought_to(DealStatus::replaced).deal,
            product_revoked(),
            deal_by_published_fees()};
}

}  // namespace cppo::test
