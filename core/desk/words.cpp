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

static std::string kind_text(DealKind kind, const std::set<Percent>& discounts) {
    std::string words = kind == DealKind::recurring ? "Recurring" : "Single use";
    if (discounts.empty()) return words;
    words += ' ' + text(*discounts.begin());
    if (discounts.size() > 1) words += "–" + text(*discounts.rbegin());
    return words + " %";
}

std::string kind_text(const Authorization& authorization) {
    std::set<Percent> discounts;
    for (const Content::Row& row : authorization.state.content.rows("products"))
        if (const auto discount = parse_percent(value_in(row, "discount"), "discount"))
            discounts.insert(*discount);
    return kind_text(authorization.kind(), discounts);
}

std::string kind_text(const Model& model, const Deal& deal) {
    std::set<Percent> discounts;
    for (const auto& line : discounts_of(model, deal)) discounts.insert(line.discount);
    return kind_text(deal.kind, discounts);
}

std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal) {
    if (!deal.state.discounts.empty()) return deal.state.discounts;
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const Date latest = deal.events.empty() ? deal.created_on : deal.events.back().on;
    const Surroundings around = surroundings_of(model, deal, *authorization, latest);
    return discounts_for(deal, *authorization, around.standing);
}

}  // namespace cppo
