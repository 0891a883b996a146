#include "gallery.hpp"

#include "ui/ui.hpp"

namespace cppo::view {

namespace {

using ui::Tone;

void draw_buttons(GalleryState& state) {
    ui::Card card("buttons", "Buttons and words");
    const std::vector<ui::Button> all{
        {"save", "Save offer", ui::ButtonKind::primary},
        {"later", "Later"},
        {"remove", "Remove deal", ui::ButtonKind::danger},
        {"quiet", "Show all", ui::ButtonKind::quiet},
        {.key = "no", .label = "Send", .disabled_because = "The form is not signed by the ISV."}};
    const std::string pressed = ui::buttons(all);
    if (!pressed.empty()) state.last = "button:" + pressed;
    ui::text(
        "A line of words that is long enough to wrap on a narrow screen, in the color of "
        "text, so that its second line can be looked at.");
    ui::strong("Strong words");
    ui::small("Small words under something");
    if (ui::link("more", "Read how disbursement works")) state.last = "link:more";
    const std::vector<ui::Chip> chips{{"Neutral"},
                                      {"Recurring", Tone::accent},
                                      {"Paid", Tone::good},
                                      {"3 days", Tone::caution},
                                      {"Refused", Tone::bad},
                                      {"ISV", Tone::isv},
                                      {"We", Tone::partner},
                                      {"AWS", Tone::aws},
                                      {"Customer", Tone::customer}};
    ui::chips(chips);
    ui::Row row(20, 16);
    ui::pill("Saving", Tone::neutral);
    ui::pill("Not saved", Tone::bad);
}

void draw_choices(GalleryState& state) {
    ui::Card card("choices", "Choices");
    const std::vector<ui::Option> kinds{
        {"recurring", "Recurring", "For any customer, as often as we like"},
        {"single", "Single use", "For one customer, once"}};
    ui::radios({.key = "kind", .label = "Kind of authorization", .required = true}, kinds,
               state.kind);
    const std::vector<ui::Option> views{{"all", "All"}, {"open", "Open"}, {"closed", "Closed"}};
    ui::segments("view", "Show", views, state.view);
    ui::checkbox({.key = "agreed",
                  .label = "The customer has agreed to the custom terms",
                  .help = "Attach them to the request."},
                 state.agreed);
    ui::field({.key = "note", .label = "Note", .help = "Only you see it.", .multiline = true},
              state.note);
}

void draw_states(GalleryState& state) {
    ui::banner("notice", Tone::accent, "This deal follows the seed rules of 2019.");
    if (ui::banner("offline", Tone::caution, "There is a newer version of the page.",
                   {"reload", "Load it"}))
        state.last = "banner";
    ui::banner("unsaved", Tone::bad,
               "The last change is not saved: the browser's storage is full. "
               "Save a copy of your records to a file.",
               {"export", "Save a copy"});
    {
        ui::Card card("facts", "Facts");
        const std::vector<ui::Fact> facts{{"Customer", "Example Retail"},
                                          {"Payer account", "0001 2345 6789"},
                                          {"Price", "110,000.00 USD", true, true},
                                          {"Your net", "−13,860.00 USD", true}};
        ui::facts("deal", "The deal", facts);
        ui::hairline();
        ui::progress("used", "Used of the authorization", 640, "64 of 100");
    }
    ui::Card card("nothing", "Invoices");
    if (ui::empty_state("empty", "No invoice yet",
                        "The first one is due when the offer is accepted.",
                        {"accept", "Record acceptance"}))
        state.last = "empty";
}

void draw_signing(GalleryState& state) {
    if (ui::Dialog dialog("signing", "Sign the request", state.signing); dialog) {
        ui::text("Your signature covers the form as it is now.");
        ui::field({.key = "name", .label = "Your name", .required = true}, state.note);
        const std::vector<ui::Option> currencies{{"usd", "USD"}, {"eur", "EUR"}};
        ui::combo({.key = "currency", .label = "Currency"}, currencies, state.currency);
        const std::vector<ui::Button> all{{"cancel", "Cancel"},
                                          {"sign", "Sign", ui::ButtonKind::primary}};
        const std::string pressed = ui::buttons(all, true);
        if (!pressed.empty()) {
            state.last = "dialog:" + pressed;
            state.signing = false;
        }
    }
}

}  // namespace

void draw_parts(GalleryState& state) {
    ui::PageSpec spec;
    spec.product = "CPPO Desk";
    spec.places = {{"home", "Home"}, {"parts", "Parts", 3}};
    spec.current = "parts";
    spec.title = "Parts";
    spec.titled = true;
    spec.actions = {{"sign", "Sign request", ui::ButtonKind::primary}};
    spec.saved = {"Not saved", Tone::bad};
    ui::PageEvents events;
    {
        ui::Page page(spec, events);
        using ui::Progress;
        const std::vector<ui::Stage> stages{{"Authorized", Progress::done, "2026-11-01"},
                                            {"Request", Progress::current, "2026-11-20"},
                                            {"Offer"}};
        ui::stage_line("stages", "Stages", stages);
        ui::Columns columns(2, 420);
        columns.next();
        draw_buttons(state);
        draw_choices(state);
        columns.next();
        draw_states(state);
    }
    if (!events.action.empty()) {
        state.last = "action:" + events.action;
        state.signing = true;
        ui::toast("Deal opened for signing.", Tone::good);
    }
    draw_signing(state);
}

}  // namespace cppo::view
