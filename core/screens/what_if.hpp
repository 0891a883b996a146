// What a deal would yield at other prices.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// The deal at one more price, beside the one it has.
struct VariantRow {
    std::string typed;    ///< as it was asked for
    std::string problem;  ///< why there is no quote at it: a sentence, or empty
    std::string price, markup_percent, margin_percent, isv_net, fees, our_net;
};

VariantRow variant_row(const Model& model, const Deal& deal, const std::string& price);

/// Your net at every price from the wholesale cost to a little above list, in permille of the
/// chart's width and height.
struct NetCurve {
    struct Point {
        int at = 0, net = 0;
    };
    enum class Mark { floor, tier, list, price };
    struct Line {
        Mark mark = Mark::price;
        int at = 0;
        std::string name, amount;  ///< "List price", "120,000.00"
        std::string net;           ///< the partner's net at it
    };
    std::vector<Point> points;  ///< from left to right; none where nothing can be quoted
    std::vector<Line> lines;    ///< from left to right
    int zero = 0;               ///< position of a net of zero
};

NetCurve net_curve(const Model& model, const Deal& deal);

}  // namespace cppo
