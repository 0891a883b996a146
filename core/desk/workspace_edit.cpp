#include "desk/workspace_edit.hpp"

#include "base/text.hpp"
#include "money/quantity.hpp"

namespace cppo {

template <typename Enum>
static std::vector<std::string_view> names_of() {
    return {std::begin(Names<Enum>::list), std::end(Names<Enum>::list)};
}

const std::vector<Field>& workspace_field_list() {
    static const std::vector<Field> fields = {
        {"partner_name", "Your legal name", "Written on every form as the partner.",
         FieldType::text, true, Party::partner, "[ext]"},
        {"partner_account", "Your AWS account",
         "The account you registered as an AWS Marketplace seller.", FieldType::account, true,
         Party::partner, "[seed]"},
        {"contact", "Contact", "Who answers questions about your forms.", FieldType::text, false,
         Party::partner, "[ext]"},
        {"registered_seller", "Registered as AWS Marketplace seller",
         "AWS authorizes a reseller only after this registration.", FieldType::flag, true,
         Party::partner, "[seed]"},
        {"channel_manager", "Channel account manager",
         "E-mail address at AWS; forms may go there instead of the customer desk.", FieldType::text,
         false, Party::partner, "[seed]"},
        {"rule_set", "Program year",
         "Rules for new authorizations and their deals. Under the 2024 program nobody signs and "
         "AWS publishes its fees.",
         FieldType::choice, true, Party::partner, "[ext]", names_of<RuleSet>()},
        {"rounding", "Rounding", "How exact half-cents are rounded.", FieldType::choice, true,
         Party::partner, "[ext]", names_of<Rounding>()},
        {"processing_base", "Processing fee is taken from",
         "Your markup, or the whole price to the customer.", FieldType::choice, true,
         Party::partner, "[ext]", names_of<ProcessingBase>()},
        {"customer_signature", "The customer signs", "Before AWS accepts the request.",
         FieldType::choice, true, Party::partner, "[seed]", names_of<CustomerSignature>()},
        {"stacking", "A non-recurring discount",
         "Replaces the recurring one on the same product, or is added to it.", FieldType::choice,
         true, Party::partner, "[aws-docs: 2019 ISV page]", names_of<Stacking>()},
        {"disbursement", "An invoice is disbursed",
         "Once it is paid in full, or in proportion to each payment.", FieldType::choice, true,
         Party::partner, "[aws-docs: collections and disbursement]", names_of<Disbursement>()},
        {"non_recurring_request", "Request after a Custom Resale Transaction",
         "Whether AWS also needs a Custom Transaction Request, or only the Custom Resale "
         "Transaction.",
         FieldType::choice, true, Party::partner, "[seed]", names_of<NonRecurringRequest>()},
        {"tier_band", "Tier of a published fee",
         "Chosen by a deal's wholesale value, or by what the buyer pays; only in the 2024 "
         "program.",
         FieldType::choice, true, Party::partner, "[aws-docs: listing fees]", names_of<TierBand>()},
        {"net_days", "Customers pay after (days)",
         "What forecasts expect; the real terms are between each customer and AWS.",
         FieldType::quantity, true, Party::partner, "[ext]"},
        {"disbursement_day", "AWS pays out on day",
         "Day of the month, 1 to 28; 0 for every day. Forecasts use it.", FieldType::quantity, true,
         Party::partner, "[aws-docs: managing disbursements]"}};
    return fields;
}

namespace {

/// The text of the fact at `path`.
struct FactText {
    std::string_view path;
    std::optional<std::string>& found;

    void operator()(std::string_view name, const auto& fact) const {
        if (name == path) found = text_of(fact);
    }
    void operator()(std::string_view, const Settings& settings) const {
        each_setting(settings, *this);
    }
    void operator()(std::string_view name, int days, int) const {
        if (name == path) found = std::to_string(days);
    }

    static std::string text_of(const std::string& words) { return words; }
    static std::string text_of(const AccountId& account) { return account.digits; }
    static std::string text_of(bool flag) { return flag ? "yes" : "no"; }
    template <typename Enum>
        requires std::is_enum_v<Enum>
    static std::string text_of(Enum choice) { return std::string(text(choice)); }
};

}  // namespace

std::string workspace_value(const Workspace& workspace, std::string_view path) {
    std::optional<std::string> found;
    each_fact(workspace, FactText{path, found});
    INVARIANT(found.has_value());
    return *found;
}

static Result<void> check_mail_address(std::string_view address, std::string_view path) {
    const auto at = address.find('@');
    const bool shaped = at != address.npos && at > 0 && at + 1 < address.size() &&
                        address.find('@', at + 1) == address.npos &&
                        address.find_first_of(" \t<>,;:\"()") == address.npos &&
                        address.find('.', at) != address.npos;
    if (shaped) return {};
    return refuse(Code::malformed, std::string(path),
                  in_quotes(address) + " is not an e-mail address like name@amazon.com");
}

static Result<int> days_in(std::string_view value, int most, std::string_view path) {
    const Quantity days = TRY(parse_quantity(value, path));
    if (days.count <= most) return static_cast<int>(days.count);
    return refuse(Code::out_of_range, std::string(path),
                  std::string(value) + " is not between 0 and " + std::to_string(most));
}

namespace {

/// Writes the fact at `path` from its canonical text, which only a number of days can refuse.
struct WriteFact {
    std::string_view path;
    const std::string& value;
    Result<void>& done;

    void operator()(std::string_view name, auto& fact) const {
        if (name == path) write(fact);
    }
    void operator()(std::string_view, Settings& settings) const { each_setting(settings, *this); }
    void operator()(std::string_view name, int& days, int most) const {
        if (name != path) return;
        const auto read = days_in(value, most, path);
        if (read) days = *read;
        else done = tl::unexpected(read.error());
    }

    void write(std::string& words) const { words = value; }
    void write(AccountId& account) const { account = {value}; }
    void write(bool& flag) const { flag = value == "yes"; }
    template <typename Enum>
        requires std::is_enum_v<Enum>
    void write(Enum& choice) const { choice = *parse_name<Enum>(value); }
};

}  // namespace

Result<Workspace> with_workspace_value(const Workspace& workspace, std::string_view path,
                                       std::string_view typed) {
    Workspace next = workspace;
    if (path == "salt") {
        const bool hexadecimal = typed.find_first_not_of("0123456789abcdef") == typed.npos;
        if (!workspace.salt.empty())
            return refuse(Code::already_exists, "salt", "the workspace has its salt");
        if (typed.size() != 32 || !hexadecimal)
            return refuse(Code::malformed, "salt",
                          in_quotes(typed) + " is not 32 hexadecimal digits");
        next.salt = typed;
        return next;
    }
    for (const Field& field : workspace_field_list()) {
        if (field.key != path) continue;
        const bool choice = field.type == FieldType::choice || field.type == FieldType::flag;
        std::string value;
        if (!trimmed(typed).empty() || choice)
            value = TRY(canonical(field, typed, Currency::usd, path));
        if (path == "channel_manager" && !value.empty()) CHECK_OK(check_mail_address(value, path));
        Result<void> done;
        each_fact(next, WriteFact{path, value, done});
        CHECK_OK(done);
        return next;
    }
    return refuse(Code::not_found, std::string(path), "the workspace has no " + in_quotes(path));
}

}  // namespace cppo
