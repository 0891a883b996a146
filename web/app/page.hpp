// The page's shell over the core's Desk: one route, and what is half typed. A frame draws the const
// model, then carries out what was asked for. It knows no browser: main.cpp connects both.
#pragma once

#include "desk/desk.hpp"
#include "screens/overview.hpp"
#include "views/view.hpp"

namespace cppo {

class Page {
  public:
    // `salt` is 32 random hexadecimal digits, used when the workspace has none yet.
    Page(Date today, std::string salt);

    // Records from the store. If there are many, reading continues over the next frames, before
    // anything else.
    void load(web::Loaded loaded);
    void keep(web::SaveState state, std::string words, std::string problem);
    void protect(web::Safekeeping now) { keeping_.safekeeping = std::move(now); }
    void offer_update() { keeping_.newer = true; }
    void visit(std::string_view route);
    void set_today(Date today);
    // A file chosen or dropped; it is shown before anything is imported.
    void receive(std::string name, std::string_view bytes, const std::string& problem);

    // A file picked to go with a form: its name and digest are kept with the next frame.
    void attach(const views::Owner& to, std::string name, std::string_view bytes,
                const std::string& problem);

    // One frame. Between ui::frame_begin() and ui::frame_end().
    void draw(Intents& out);

    std::string title() const;
    const Model& model() const { return desk_.model(); }
    const Route& route() const { return route_; }

  private:
    void read_on();
    void read(const web::Record& stored);
    void mend(const web::Record& copied);
    void forget(std::string_view key);
    void draw_screen(views::Context& context);
    void carry_out(const views::Ask& ask, Intents& out);
    Result<void> check_typed(const Command& command) const;
    bool change(const views::Ask& ask, Intents& out);
    void undo(bool again, Intents& out);
    bool may_read() const;
    bool may_write() const;
    void set_scale(std::string_view percent);
    void confirm_loaded(Intents& out) const;
    void save_the_rest(Intents& out);
    void note_alone(Intents& out);

    std::vector<web::Record> unread_;  // and how many of them have been read already
    std::size_t read_ = 0;
    bool replaces_ = false;  // they are all there are
    bool just_read_ = false;
    Desk desk_;
    Overview overview_;
    Date today_;
    std::uint64_t revision_ = 0;  // raised by every change of the model and the day
    std::string salt_;
    Route route_;
    views::SaveStatus keeping_;
    views::UiState ui_;
    int scale_ = 100;  // percent
    bool scale_changed_ = false;
    std::string typed_;  // as it is kept beside the records
    bool typed_read_ = false;
    std::vector<views::Ask> outside_;  // asked for between two frames
};

}  // namespace cppo
