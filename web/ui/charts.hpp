// Charts of where the money goes, and when. The screen has already computed the texts and the
// positions on a common scale, so nothing here calculates with money.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/theme.hpp"
#include "ui/ui.hpp"

namespace cppo::ui {

struct BarPart {
    Tone tone = Tone::neutral;
    int from = 0, to = 0;  // permille of the scale, from the bottom
};

// One step from list price to nets. A dashed bar is subtracted from the previous one.
struct Bar {
    std::string name = {}, amount = {};
    std::vector<BarPart> parts = {};  // from bottom to top
    bool dashed = false;
};
// `sentence` describes the chart for screen readers.
void waterfall(std::string_view key, std::string_view sentence, const std::vector<Bar>& bars);

// A curve on its own scale, and vertical lines that mark positions on it.
struct CurvePoint {
    int at = 0, value = 0;  // permille of width and height
};
struct CurveMark {
    Tone tone = Tone::neutral;
    int at = 0;
    std::string name = {}, amount = {}, value = {};
};
void curve(std::string_view key, std::string_view sentence, const std::vector<CurvePoint>& points,
           const std::vector<CurveMark>& marks, int zero);

struct Share {
    Tone tone = Tone::neutral;
    std::string name = {};
    int permille = 0;
};
// One bar divided among the parties, for narrow screens; a table below it lists the figures.
void split_bar(std::string_view key, std::string_view sentence, const std::vector<Share>& shares);

// One month of a chart: stacked bars side by side, with the amounts above them.
struct MonthColumn {
    std::string key = {}, name = {};
    std::string label = {}, year = {};  // under the axis; the year only in its first month
    std::string words = {};  // all its amounts, shown on hover and read by screen readers
    std::vector<std::vector<BarPart>> bars = {};
    std::vector<Chip> amounts = {};  // in a party's tone
};
struct ChartLevel {
    std::string text = {};
    int permille = 0;
};
struct MonthChart {
    std::string key = {}, name = {}, sentence = {};
    std::vector<MonthColumn> months = {};
    std::vector<ChartLevel> levels = {};
    int zero = 0;            // position of the axis
    std::string today = {};  // key of the current month
};
// Returns the key of the pressed month, or "".
std::string month_chart(const MonthChart& chart);

}  // namespace cppo::ui
