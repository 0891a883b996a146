#include "cli/arguments.hpp"

namespace cppo {

void Arguments::add(std::string_view name, std::string value) {
    values_[std::string(name)].push_back(std::move(value));
}

std::string Arguments::value(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
}

Result<Date> Arguments::date(std::string_view name) const { return parse_date(value(name), name); }

Result<int> Arguments::count(std::string_view name) const {
    const std::string word = value(name);
    if (!all_digits(word) || word.size() > 4)
        return refuse(Code::malformed, std::string(name),
                      in_quotes(word) + " is not a whole number of at most four digits");
    return std::stoi(word);
}

}  // namespace cppo
