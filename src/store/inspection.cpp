#include "policycalc/store/inspection.h"

#include "store/sqlite/inspection.h"

namespace policycalc::store {

Inspection inspect(const std::filesystem::path& database) {
  return sqlite::inspect(database);
}

}  // namespace policycalc::store
