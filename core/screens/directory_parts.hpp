// Shared by the lists of customers, products and ISVs: identifies the companies on a form and
// computes the value of a deal.
#pragma once

#include <map>
#include <tuple>

#include "screens/directory.hpp"

namespace cppo {

/// Sums per currency, in the currencies' order; amounts of two currencies are never added.
class Totals {
  public:
    void add(Money amount) {
        const auto [place, fresh] = sums_.insert({amount.currency(), amount});
        if (!fresh) place->second += amount;
    }
    std::vector<Money> amounts() const {
        std::vector<Money> amounts;
        for (const auto& [currency, sum] : sums_) amounts.push_back(sum);
        return amounts;
    }

  private:
    std::map<Currency, Money> sums_;
};

/// Identifies a company on a form: by its account, or by its name while the account is empty.
struct Named {
    std::string account, name;
    bool operator==(const Named&) const = default;
    bool operator<(const Named& other) const {
        return std::tie(account, name) < std::tie(other.account, other.name);
    }
};

/// `party` is "customer" or "isv", as the forms' fields begin; nothing while neither is written.
std::optional<Named> named(const Content& content, std::string_view party);
std::string key_of(const Named& named);

/// Encodes text as one part of an address, where a slash, a question mark or a number sign would
/// end it. Different texts have different encodings.
std::string address_part(std::string_view text);

/// The day something happened to it last.
Date last_day(const Authorization& authorization);
Date last_day(const Deal& deal);

/// The request's price, once it is written.
std::optional<Money> price_of(const Deal& deal);

/// What the customer pays and what the ISV is owed for it in all: of the invoices where there are
/// some, else as asked for; nothing of an offer that was not accepted.
std::optional<Money> total_price(const Deal& deal);
std::optional<Money> total_wholesale(const Model& model, const Deal& deal);

/// What the partner keeps of total_price(), once the fees are known.
std::optional<Money> total_our_net(const Model& model, const Deal& deal);

/// What the customer of an accepted offer still has to pay, invoices to come included.
std::optional<Money> still_to_pay(const Deal& deal);

/// The rows of the request that name what it sells.
const std::vector<Content::Row>& sold_rows(const Deal& deal);

}  // namespace cppo
