#include "api/hall/seat.h"

#include <charconv>
#include <string>

namespace policycalc::api {

hall::Seat seatOf(const SignedIn& who) {
  return {.role = who.role,
          .staff_id = who.member.id,
          .county = who.member.county,
          .unit = who.member.unit};
}

store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now) {
  return {.staff_id = who.member.id, .address = request.client, .at = now};
}

std::optional<std::int64_t> readId(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || id < 1 || std::to_string(id) != text) return std::nullopt;
  return id;
}

}  // namespace policycalc::api
