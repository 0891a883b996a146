// How Catch2 prints the program's values when a check fails.
#pragma once

#include <optional>

#include <catch2/catch_tostring.hpp>

#include "settle/settle.hpp"

namespace cppo::test {

/// All parts in order, each followed by " | ".
inline std::string shown(const Settlement& s) {
    std::string all;
    for (Money part : {s.price, s.wholesale, s.markup, s.marketplace_fee, s.processing_fee,
                       s.isv_net, s.partner_net, s.aws_total})
        all += grouped(part) + " | ";
    return all;
}

}  // namespace cppo::test

namespace Catch {

template <typename Value>
    requires requires(const Value& value) {
        { cppo::text(value) } -> std::convertible_to<std::string>;
    } || requires(const Value& value) {
        { cppo::text(value) } -> std::convertible_to<std::string_view>;
    }
struct StringMaker<Value> {
    static std::string convert(const Value& value) { return std::string(cppo::text(value)); }
};

template <typename Value>
struct StringMaker<tl::expected<Value, cppo::Error>> {
    static std::string convert(const tl::expected<Value, cppo::Error>& result) {
        if (!result) return "refused: " + cppo::text(result.error());
        if constexpr (std::is_void_v<Value>) return "accepted";
        else return Detail::stringify(*result);
    }
};

template <>
struct StringMaker<std::optional<cppo::Error>> {
    static std::string convert(const std::optional<cppo::Error>& refusal) {
        return refusal ? "refused: " + cppo::text(*refusal) : "accepted";
    }
};

template <>
struct StringMaker<cppo::Settlement> {
    static std::string convert(const cppo::Settlement& s) { return cppo::test::shown(s); }
};

}  // namespace Catch
