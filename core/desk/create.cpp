#include "desk/create.hpp"

#include "desk/append_event.hpp"

namespace cppo {
namespace {

/// The id of a new record, stored as "`noun`/<id>". A damaged record's id is not reused.
template <typename Id>
Result<Id> new_id(const Model& model, const std::string& given, std::string_view prefix,
                  std::string_view noun) {
    const auto taken = [&](const std::string& name) {
        return model.find(Id{name}) || is_damaged(model, std::string(noun) + '/' + name);
    };
    if (given.empty()) return Id{first_free(prefix, 1, taken)};
    if (taken(given))
        return refuse(Code::already_exists, "id", in_quotes(given) + " exists already");
    return Id{TRY(parse_record_name(given, "id"))};
}

/// A new record while it is filled in, by ordinary events.
template <typename Record, typename Context>
class Writing {
  public:
    Writing(Record& record, Date on, const Context* context)
        : record_(record), on_(on), context_(context) {}

    Result<void> edit(const std::string& path, std::string_view value) {
        if (value.empty()) return {};
        return happen(record_, event::Edit{path, std::string(value)}, "", on_, context_);
    }
    Result<void> add_row(std::string_view group) {
        return happen(record_, event::AddRow{std::string(group)}, "", on_, context_);
    }

    /// Everything written on another form of this kind that the record's rule set has a field for;
    /// the currency first, in which amounts are read.
    Result<void> copy(FormKind kind, const Content& content) {
        CHECK_OK(edit("currency", content.value("currency")));
        for (const Section& section : form(kind).sections) {
            if (section.group.empty()) {
                for (const Field& field : section.fields)
                    if (belongs(field, record_.rule_set))
                        CHECK_OK(edit(std::string(field.key), content.value(field.key)));
                continue;
            }
            const auto& rows = content.rows(section.group);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                CHECK_OK(add_row(section.group));
                for (const Field& field : section.fields)
                    CHECK_OK(edit(field_path(section.group, static_cast<int>(i), field.key),
                                  value_in(rows[i], field.key)));
            }
        }
        return {};
    }

  private:
    Record& record_;
    Date on_;
    const Context* context_;
};

/// What the authorization already says need not be typed again.
Result<void> prefill(Writing<Deal, Surroundings>& deal, const Content& granted, Date on) {
    CHECK_OK(deal.edit("currency", granted.value("currency")));
    CHECK_OK(deal.edit("customer_name", granted.value("customer_name")));
    CHECK_OK(deal.edit("customer_account", granted.value("customer_account")));
    CHECK_OK(deal.edit("net_terms", granted.value("net_terms")));
    CHECK_OK(deal.edit("pricing", "upfront"));
    CHECK_OK(deal.edit("starts", text(on)));
    CHECK_OK(deal.edit("term", "P12M"));
    CHECK_OK(deal.edit("accept_by", text(plus_days(on, 30))));
    const auto& products = granted.rows("products");
    for (std::size_t i = 0; i < products.size(); ++i) {
        CHECK_OK(deal.add_row("lines"));
        const auto path = [&](std::string_view key) {
            return field_path("lines", static_cast<int>(i), key);
        };
        CHECK_OK(deal.edit(path("product"), value_in(products[i], "product")));
        CHECK_OK(deal.edit(path("list"), value_in(products[i], "list")));
        CHECK_OK(deal.edit(path("description"), value_in(products[i], "title")));
        CHECK_OK(deal.edit(path("quantity"), "1"));
    }
    return {};
}

}  // namespace

Result<Authorization> created(const Model& model, const command::CreateAuthorization& create,
                              Date on) {
    if (create.form == FormKind::custom_transaction_request)
        return refuse(Code::malformed, "form", "a request is made under an authorization");
    Authorization record;
    record.id = TRY(new_id<AuthorizationId>(model, create.id, "auth-", "authorization"));
    record.form = create.form;
    record.rule_set = model.workspace().rule_set;
    record.created_on = on;
    record = as_created(std::move(record));
    Writing writing(record, on, &model.workspace());
    if (create.copy_of) {
        const Authorization* original = model.find(*create.copy_of);
        if (!original)
            return refuse(Code::not_found, "copy_of",
                          "there is no authorization " + in_quotes(create.copy_of->value));
        record.form = original->form;
        record.rule_set = original->rule_set;
        CHECK_OK(writing.copy(record.form, original->state.content));
        return record;
    }
    const Workspace& ours = model.workspace();
    for (const auto& [path, value] : {std::pair{"partner_name", ours.partner.name},
                                      {"partner_account", ours.partner.account.digits},
                                      {"partner_contact", ours.contact},
                                      {"currency", std::string("USD")},
                                      {"starts", text(on)}})
        CHECK_OK(writing.edit(path, value));
    CHECK_OK(writing.add_row("products"));
    return record;
}

Result<Deal> created(const Model& model, const command::CreateDeal& create, Date on) {
    const Authorization* authorization = model.find(create.authorization);
    if (!authorization)
        return refuse(Code::not_found, "authorization",
                      "there is no authorization " + in_quotes(create.authorization.value));
    if (on < authorization->created_on)
        return refuse(Code::not_yet, "on",
                      text(on) + " is before the authorization was created, on " +
                          text(authorization->created_on));
    Deal record;
    record.id = TRY(new_id<DealId>(model, create.id, "deal-", "deal"));
    record.kind = authorization->kind();
    record.rule_set = authorization->rule_set;
    record.authorization = authorization->id;
    record.settings = model.workspace().settings;
    record.created_on = on;
    record = as_created(std::move(record));
    const Surroundings around = surroundings_of(model, record, *authorization, on);
    Writing writing(record, on, &around);
    if (!create.copy_of) {
        CHECK_OK(prefill(writing, authorization->state.content, on));
        return record;
    }
    const Deal* original = model.find(*create.copy_of);
    if (!original)
        return refuse(Code::not_found, "copy_of",
                      "there is no deal " + in_quotes(create.copy_of->value));
    const DealStatus status = TRY(as_of(*original, on)).state.status;
    if (create.replaces && !next_status(status, deal_event<event::Replace>))
        return tl::unexpected(transition_refused(status, deal_event<event::Replace>));
    if (create.replaces) record.replaces = original->id;
    CHECK_OK(writing.copy(FormKind::custom_transaction_request, original->state.request));
    return record;
}

}  // namespace cppo
