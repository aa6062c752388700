#include "store/values.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

namespace policycalc::store {

void refuse(const std::string& message) {
  throw StoreError(StoreError::Kind::kConstraint, message);
}

void refuseNul(std::string_view what, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (text.find('\0') == std::string_view::npos) continue;
    refuse(std::string(what) + " cannot hold a NUL character");
  }
}

void requireRoom(soci::session& session, const char* table, std::int64_t most) {
  std::int64_t rows = 0;
  session << "SELECT count(*) FROM " << table, soci::into(rows);
  if (rows < most) return;
  throw StoreError(StoreError::Kind::kCeiling, "no more is kept than the settings allow",
                   std::string(table) + " has " + std::to_string(rows) + " rows");
}

}  // namespace policycalc::store
