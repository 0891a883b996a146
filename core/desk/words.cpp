#include "desk/words.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace cppo {

std::string customer_of(const Deal& deal) {
    const auto name = deal.state.request.value("customer_name");
    return name.empty() ? "Unnamed customer" : std::string(name);
}

static std::string titles_of(const Authorization& authorization,
                             const std::vector<event::LineDiscount>* sold) {
    std::vector<std::string> titles;
    for (const Content::Row& row : authorization.state.content.rows("products")) {
        const std::string_view product = value_in(row, "product"), title = value_in(row, "title");
        const bool wanted = !sold || std::any_of(sold->begin(), sold->end(), [&](const auto& line) {
            return line.product == product;
        });
        if (wanted && !title.empty()) titles.emplace_back(title);
    }
    return titles.empty() ? "No product yet" : join(titles, ", ");
}

std::string products_of(const Authorization& authorization) {
    return titles_of(authorization, nullptr);
}

std::string products_of(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return "";
    const auto sold = discounts_of(model, deal);
    return titles_of(*authorization, sold.empty() ? nullptr : &sold);
}

std::string_view title_of(DealKind kind) {
    return kind == DealKind::recurring ? "Recurring" : "Single use";
}

static std::string range_text(const std::set<Percent>& discounts) {
    if (discounts.empty()) return "";
    const std::string first = text(*discounts.begin());
    return (discounts.size() == 1 ? first : first + "–" + text(*discounts.rbegin())) + " %";
}

static std::string kind_text(DealKind kind, const std::string& discounts) {
    return std::string(title_of(kind)) + (discounts.empty() ? "" : " " + discounts);
}

std::string discounts_text(const Authorization& authorization) {
    std::set<Percent> discounts;
    for (const Content::Row& row : authorization.state.content.rows("products"))
        if (const auto discount = parse_percent(value_in(row, "discount"), "discount"))
            discounts.insert(*discount);
    return range_text(discounts);
}

std::string kind_text(const Authorization& authorization) {
    return kind_text(authorization.kind(), discounts_text(authorization));
}

std::string kind_text(const Model& model, const Deal& deal) {
    std::set<Percent> discounts;
    for (const auto& line : discounts_of(model, deal)) discounts.insert(line.discount);
    return kind_text(deal.kind, range_text(discounts));
}

std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal) {
    if (!deal.state.discounts.empty()) return deal.state.discounts;
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const Date latest = deal.events.empty() ? deal.created_on : deal.events.back().on;
    std::vector<event::LineDiscount> standing;
    if (settings_of(deal).stacking == Stacking::additive)
        standing = standing_discounts(model, *authorization, latest);
    return discounts_for(deal, *authorization, standing);
}

std::string settings_text(RuleSet rule_set, const Settings& settings) {
    const std::string rounding =
        settings.rounding == Rounding::half_up ? "halves rounded up" : "halves rounded to even";
    if (fee_source(rule_set) == FeeSource::published)
        return rounding + " · fee tier by " +
               (settings.tier_band == TierBand::wholesale ? "wholesale value" : "customer price");
    return rounding + " · processing fee on " +
           (settings.processing_base == ProcessingBase::markup ? "markup" : "customer price");
}

}  // namespace cppo
