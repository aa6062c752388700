#include "policycalc/store/inspection.h"

#include "store/postgresql/inspection.h"
#include "store/sqlite/inspection.h"

namespace policycalc::store {

Inspection inspect(const std::filesystem::path& database) {
  return sqlite::inspect(database);
}

ServerInspection inspectServer(const std::string& address, std::chrono::sys_seconds now) {
  return postgresql::inspect(address, now);
}

}  // namespace policycalc::store
