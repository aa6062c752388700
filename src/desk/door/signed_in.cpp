#include "desk/door/signed_in.h"

namespace policycalc::desk {

Seat seatOf(const store::StaffMember& member) {
  return {.role = member.role,
          .staff_id = member.id,
          .county = member.county,
          .unit = member.unit,
          .active = member.active};
}

Seat seatOf(const SignedIn& who) {
  Seat seat = seatOf(who.member);
  seat.stands_in_for = who.stands_in_for;
  return seat;
}

store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now) {
  return {.staff_id = who.member.id, .address = request.client, .at = now};
}

}  // namespace policycalc::desk
