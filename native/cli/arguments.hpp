// The arguments of one command by name, and how to read them as values. An argument that cannot be
// read is refused at its option's name; the parser has already reported missing ones as wrong
// usage.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/text.hpp"
#include "time/date.hpp"

namespace cppo {

class Arguments {
  public:
    void add(std::string_view name, std::string value);

    bool has(std::string_view name) const { return values_.count(name) > 0; }
    /// The last value given for `name`, or empty.
    std::string value(std::string_view name) const;
    std::vector<std::string> values(std::string_view name) const;

    Result<Date> date(std::string_view name) const;
    /// Reads a whole number from 0 to 9,999. Refuses MALFORMED.
    Result<int> count(std::string_view name) const;

    template <typename IdType>
    Result<IdType> id(std::string_view name) const {
        return parse_record_name(value(name), name).map([](std::string text) {
            return IdType{std::move(text)};
        });
    }

    template <typename Enum>
    Result<Enum> choice(std::string_view name) const {
        if (const auto known = parse_name<Enum>(value(name))) return *known;
        return refuse(Code::malformed, std::string(name),
                      in_quotes(value(name)) + " is not " + one_of_names<Enum>());
    }

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace cppo
