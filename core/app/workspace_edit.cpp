#include "app/workspace_edit.hpp"

#include "base/text.hpp"

namespace cppo {

template <typename Enum>
static std::vector<std::string_view> names_of() {
    return {std::begin(Names<Enum>::list), std::end(Names<Enum>::list)};
}

const std::vector<Field>& workspace_field_list() {
    static const std::vector<Field> fields = {
        {"partner_name", "Our legal name", "Written on every form as the partner.",
         FieldType::text, true, Party::partner, "[ext]"},
        {"partner_account", "Our AWS account",
         "The account we registered as an AWS Marketplace seller.", FieldType::account, true,
         Party::partner, "[seed]"},
        {"contact", "Contact", "Who answers questions about our forms.", FieldType::text, false,
         Party::partner, "[ext]"},
        {"registered_seller", "Registered as AWS Marketplace seller",
         "AWS authorizes a reseller only after this registration.", FieldType::flag, true,
         Party::partner, "[seed]"},
        {"channel_manager", "Channel account manager",
         "E-mail address at AWS; forms may go there instead of the customer desk.",
         FieldType::text, false, Party::partner, "[seed]"},
        {"rounding", "Rounding", "What happens to half a cent.", FieldType::choice,
         true, Party::partner, "[ext]", names_of<Rounding>()},
        {"processing_base", "Processing fee is taken from",
         "Our markup, or the whole price to the customer.", FieldType::choice, true,
         Party::partner, "[ext]", names_of<ProcessingBase>()},
        {"customer_signature", "The customer signs",
         "Before AWS takes the request.",
         FieldType::choice, true, Party::partner, "[seed]", names_of<CustomerSignature>()}};
    return fields;
}

std::string workspace_value(const Workspace& workspace, std::string_view path) {
    if (path == "partner_name") return workspace.partner.name;
    if (path == "partner_account") return workspace.partner.account.digits;
    if (path == "contact") return workspace.contact;
    if (path == "registered_seller") return workspace.registered_seller ? "yes" : "no";
    if (path == "channel_manager") return workspace.channel_manager;
    if (path == "rounding") return std::string(text(workspace.settings.rounding));
    if (path == "processing_base") return std::string(text(workspace.settings.processing_base));
    if (path == "customer_signature")
        return std::string(text(workspace.settings.customer_signature));
    INVARIANT(path == "salt");
    return workspace.salt;
}

static Result<void> check_mail_address(std::string_view address, std::string_view path) {
    const auto at = address.find('@');
    const bool shaped = at != address.npos && at > 0 && at + 1 < address.size() &&
                        address.find('@', at + 1) == address.npos &&
                        address.find_first_of(" \t<>,;:\"()") == address.npos &&
                        address.find('.', at) != address.npos;
    if (shaped) return {};
    return refuse(Code::malformed, std::string(path),
                  quoted(address) + " is not an e-mail address like name@amazon.com");
}

static void write(Workspace& workspace, std::string_view path, const std::string& value) {
    Settings& settings = workspace.settings;
    if (path == "partner_name") workspace.partner.name = value;
    else if (path == "partner_account") workspace.partner.account = {value};
    else if (path == "contact") workspace.contact = value;
    else if (path == "registered_seller") workspace.registered_seller = value == "yes";
    else if (path == "channel_manager") workspace.channel_manager = value;
    else if (path == "rounding") settings.rounding = *parse_name<Rounding>(value);
    else if (path == "processing_base")
        settings.processing_base = *parse_name<ProcessingBase>(value);
    else settings.customer_signature = *parse_name<CustomerSignature>(value);
}

Result<Workspace> with_workspace_value(const Workspace& workspace, std::string_view path,
                                       std::string_view typed) {
    Workspace next = workspace;
    if (path == "salt") {
        const bool hexadecimal = typed.find_first_not_of("0123456789abcdef") == typed.npos;
        if (!workspace.salt.empty())
            return refuse(Code::already_exists, "salt", "the workspace has its salt");
        if (typed.size() != 32 || !hexadecimal)
            return refuse(Code::malformed, "salt", quoted(typed) + " is not 32 hexadecimal digits");
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
        write(next, path, value);
        return next;
    }
    return refuse(Code::not_found, std::string(path), "the workspace has no " + quoted(path));
}

}  // namespace cppo
