#pragma once

#include <optional>
#include <string_view>

#include "policycalc/desk/desk.h"
#include "policycalc/desk/rules/seat.h"
#include "policycalc/json/writer.h"
#include "policycalc/store/withdrawals.h"

namespace policycalc::desk {

/// The withdrawals that wait for the windows of the seat, only those of `county` unless it is "".
/// Nothing for a seat that sees no applicants there.
std::optional<store::WaitingNumbers> waitingFor(const Seat& seat, std::string_view county,
                                                const Services& services);

/// `{"count":…,"oldest":…}`, or null.
void writeWaiting(json::Writer& writer, const std::optional<store::WaitingNumbers>& waiting);

}  // namespace policycalc::desk
