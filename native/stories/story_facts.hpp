// The facts that a story can state about its records, one per line:
//   status ID STATUS                       of a deal or an authorization
//   field ID PATH TEXT                     of its form; "" if empty
//   signatures ID COUNT
//   offers AUTHORIZATION COUNT
//   quote DEAL SPLIT | CODE                SPLIT: price wholesale markup marketplace_fee
//   invoice DEAL NUMBER split SPLIT               processing_fee isv_net partner_net
//   invoice DEAL NUMBER status STATUS
//   invoice DEAL NUMBER due DATE
//   refund DEAL NUMBER WHICH SPLIT         the first, second, … refund or write-off of the invoice
//   open DEAL NUMBER AMOUNT                what the customer still owes
//   position DEAL NUMBER isv|partner AMOUNT  what a disbursement would move now
//   balance DEAL ACCOUNT AMOUNT            for isv, partner and aws: what AWS owes or keeps
//   buyer DEAL isv|partner NAME            as shown in that party's report
//   payer DEAL ACCOUNT
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// The differences from what the line states, one per value.
std::vector<std::string> differences_from(const std::vector<std::string>& line, const Model& model);

}  // namespace cppo
