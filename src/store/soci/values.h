#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// Times are stored as seconds since 1970 in UTC.
inline std::int64_t toSeconds(std::chrono::sys_seconds time) {
  return time.time_since_epoch().count();
}
inline std::chrono::sys_seconds fromSeconds(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

/// Throws StoreError with kConstraint: what a caller gives is not what is kept here.
[[noreturn]] void refuse(const std::string& message);

/// Refuses a NUL in any of `texts`, where SOCI would cut them when it reads them
/// again. `what` names the record.
void refuseNul(std::string_view what, std::initializer_list<std::string_view> texts);

/// How many rows the last statement of `session` changed.
std::int64_t changedRows(soci::session& session);

}  // namespace policycalc::store::sqlite
