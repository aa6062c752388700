#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <soci/session.h>

namespace policycalc::store {

/// Times are stored as seconds since 1970 in UTC.
inline std::int64_t toSeconds(std::chrono::sys_seconds time) {
  return time.time_since_epoch().count();
}
inline std::chrono::sys_seconds fromSeconds(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

/// Throws StoreError with kConstraint.
[[noreturn]] void refuse(const std::string& message);

/// Refuses a NUL in any of `texts`: SOCI would cut the text there when it reads it again. `what`
/// names the record.
void refuseNul(std::string_view what, std::initializer_list<std::string_view> texts);

/// A list of words as one column keeps it, with blanks between them. Refuses a word that is empty
/// or holds a blank or a NUL. `what` names the record.
std::string joinWords(std::string_view what, const std::vector<std::string>& words);
std::vector<std::string> splitWords(const std::string& joined);

/// Refuses with kCeiling if the table has `most` rows or more. SQLite counts them along the
/// smallest index: a millisecond for a hundred thousand.
void requireRoom(soci::session& session, const char* table, std::int64_t most);

/// ` INDEXED BY index` for SQLite, which would choose another; "" for an engine that has counted
/// its rows and decides for itself.
std::string indexedBy(const soci::session& session, const char* index);

}  // namespace policycalc::store
