#include "policycalc/store/clock.h"

#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

using std::chrono::sys_seconds;

void keep(soci::session& session, sys_seconds time) {
  const std::int64_t seconds = toSeconds(time);
  session << "INSERT INTO clock (id, confirmed_at) VALUES (1, :time)"
             " ON CONFLICT (id) DO UPDATE SET confirmed_at = excluded.confirmed_at",
      soci::use(seconds);
}

}  // namespace

std::optional<sys_seconds> confirmedTime(soci::session& session) {
  std::int64_t seconds = 0;
  session << "SELECT confirmed_at FROM clock WHERE id = 1", soci::into(seconds);
  if (!session.got_data()) return std::nullopt;
  return fromSeconds(seconds);
}

std::int64_t endingSeconds(soci::session& session, sys_seconds now) {
  return toSeconds(endingTime(now, confirmedTime(session)));
}

std::optional<sys_seconds> Clock::confirmed() const {
  return database_.read([](soci::session& session) { return confirmedTime(session); });
}

ClockSense Clock::observe(sys_seconds now, std::chrono::seconds awake) {
  ClockSense sense = ClockSense::kBelieved;
  database_.write([&](soci::session& session) {
    const auto confirmed = confirmedTime(session);
    sense = judgeClock(now, confirmed, awake);
    if (sense == ClockSense::kBelieved && startingTime(now, confirmed) == now) keep(session, now);
  });
  return sense;
}

void Clock::confirm(sys_seconds now) {
  database_.writeAnyway([&](soci::session& session) { keep(session, now); });
}

}  // namespace policycalc::store
