// What a story can state about its records, one line each:
//   status ID STATUS                       of a deal or an authorization
//   field ID PATH TEXT                     of its form, "" while empty
//   signatures ID COUNT
//   offers AUTHORIZATION COUNT
//   quote DEAL SPLIT | CODE                SPLIT: price wholesale markup marketplace_fee
//   invoice DEAL NUMBER split SPLIT               processing_fee isv_net partner_net
//   invoice DEAL NUMBER status STATUS
//   invoice DEAL NUMBER due DATE
//   refund DEAL NUMBER WHICH SPLIT         the first, second, … refund or giving up of the invoice
//   open DEAL NUMBER AMOUNT                what the customer still owes of it
//   position DEAL NUMBER isv|partner AMOUNT  what a disbursement would move now
//   balance DEAL ACCOUNT AMOUNT            for isv, partner and aws: what AWS owes or keeps
//   buyer DEAL isv|partner NAME            as that party's report shows it
//   payer DEAL ACCOUNT
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// What is not as the line says, value by value.
std::vector<std::string> differences_from(const std::vector<std::string>& line, const Model& model);

}  // namespace cppo
