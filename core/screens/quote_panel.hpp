// The quote of one deal as the page and the command line show it to the partner.
#pragma once

#include "desk/model.hpp"

namespace cppo {

struct SplitRow {
    Party party = Party::isv;
    std::string role;     ///< "ISV", "You", "AWS Marketplace"
    std::string company;  ///< its name, or empty
    std::string base, fee, fee_percent, receives, share;
};

/// A bar of the waterfall, in minor units. Adjacent bars with the same name are stacked.
struct SplitBar {
    std::string name;
    std::string amount;  ///< reading text with sign
    std::int64_t from = 0, to = 0;
    enum class Look { list, discount, isv, partner, customer, aws } look = Look::list;
    bool received = false;  ///< one of the parts the price is divided into
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

QuotePanel quote_panel(const Model& model, const Deal& deal);

}  // namespace cppo
