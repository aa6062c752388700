#include "desk/door/seat.h"

namespace policycalc::desk {

Seat seatOf(const SignedIn& who) {
  return {.role = who.role,
          .staff_id = who.member.id,
          .county = who.member.county,
          .unit = who.member.unit};
}

store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now) {
  return {.staff_id = who.member.id, .address = request.client, .at = now};
}

}  // namespace policycalc::desk
