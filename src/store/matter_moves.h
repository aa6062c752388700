#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <soci/session.h>

#include "policycalc/desk/rules/seat.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/handing_on.h"

/// Moving open matters to other people within a job. Each that moves gets an entry in its history
/// and in the trail. All throw SOCI's exceptions or StoreError.
namespace policycalc::store {

/// The seat of a member; nothing works at one whose account does not exist.
desk::Seat seatOf(soci::session& session, std::int64_t staff_id);

/// How many open matters the holder of `before` is responsible for, now or once they come
/// back from the unit, and cannot act on in the seat `after`.
std::size_t mattersLost(soci::session& session, const desk::Seat& before, const desk::Seat& after,
                        const Actor& actor);

/// Hands these on. `duty`: what `to` cannot take goes to the duty handler of its unit.
HandedOn handOn(soci::session& session, const desk::Seat& before, const desk::Seat& after,
                std::int64_t to, bool duty, const Actor& actor);

/// Gives the open matters that `unit` has without a handler who can act to `staff_id`, as far as
/// they can handle them; returns how many.
std::size_t takeUnassigned(soci::session& session, const std::string& unit, std::int64_t staff_id,
                           const Actor& actor);

/// The active duty handler of the unit; 0 without one.
std::int64_t dutyHandlerOf(soci::session& session, const std::string& unit);

}  // namespace policycalc::store
