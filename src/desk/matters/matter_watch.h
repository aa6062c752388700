#pragma once

#include <cstdint>
#include <optional>

#include "desk/desk_failures.h"
#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

/// The workdays by which the clock of the matter has rested so far.
std::int64_t restedUntilToday(const store::Matter& matter, const Services& services);

/// Why the holder of the seat cannot remind anyone of the matter now; nothing if they can.
std::optional<DeskFailure> reminderFailure(const store::Matter& matter, const Seat& seat,
                                           const MatterBook& book);

/// Whom a reminder of the matter is for; 0 for no one.
std::int64_t remindedBy(const store::Matter& matter);

/// `POST /matters/{id}/completion`: the company completes its papers, and the clock rests until it
/// has, at most until a day.
http::Response awaitPapers(const MatterBook& book, const http::Request& request,
                           const SignedIn& who);

/// `POST /matters/{id}/completed`: the company has done so, and the clock goes on.
http::Response resume(const MatterBook& book, const http::Request& request, const SignedIn& who);

/// `POST /matters/{id}/reminders`.
http::Response remind(const MatterBook& book, const http::Request& request, const SignedIn& who);

/// `POST /matters/{id}/measure`: the window has read what a new catalogue changes in the measure.
http::Response readMeasure(const MatterBook& book, const http::Request& request,
                           const SignedIn& who);

}  // namespace policycalc::desk
