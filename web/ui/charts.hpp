// The pictures of where the money goes, and when. All are drawn from text and shares of a common
// scale that the screen has already worked out; nothing here calculates with money.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/theme.hpp"
#include "ui/ui.hpp"

namespace cppo::ui {

struct BarPart {
    Tone tone = Tone::neutral;
    int from = 0, to = 0;  // permille of the scale, from below
};

// One step from list price to nets. A dashed bar is something taken away from the one before.
struct Bar {
    std::string name = {}, amount = {};
    std::vector<BarPart> parts = {};  // from below to above
    bool dashed = false;
};
// `sentence` says in words what the picture shows; screen readers get it.
void waterfall(std::string_view key, std::string_view sentence, const std::vector<Bar>& bars);

// A line over a scale of its own, and upright lines that mark places on it.
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
// One bar divided among parties, for narrow screens; a table below it gives the figures.
void split_bar(std::string_view key, std::string_view sentence, const std::vector<Share>& shares);

// One month of a chart: bars beside each other, each a stack, and the amounts written over them.
struct MonthColumn {
    std::string key = {}, name = {};
    std::string label = {}, year = {};  // under the axis; the year only where it begins
    std::string words = {};             // all its amounts, on hover and for screen readers
    std::vector<std::vector<BarPart>> bars = {};
    std::vector<Chip> amounts = {};  // of a party's tone
};
struct ChartLevel {
    std::string text = {};
    int permille = 0;
};
struct MonthChart {
    std::string key = {}, name = {}, sentence = {};
    std::vector<MonthColumn> months = {};
    std::vector<ChartLevel> levels = {};
    int zero = 0;            // where the axis is
    std::string today = {};  // key of the month we are in; what is before it has happened
};
// The key of the month that was pressed, or "".
std::string month_chart(const MonthChart& chart);

}  // namespace cppo::ui
