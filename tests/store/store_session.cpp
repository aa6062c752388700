#include "store/store_session.h"

#include <soci/soci.h>

#include "policycalc/store/place.h"

#include "store/postgresql/connection.h"
#include "store/sqlite/connection.h"

namespace policycalc::store::test {

std::unique_ptr<soci::session> sessionOn(const std::filesystem::path& database) {
  return isOnServer(database.string())
             ? postgresql::connect({.address = database.string()}, postgresql::Access::kReadWrite)
             : sqlite::connect({database}, sqlite::Access::kReadWrite);
}

}  // namespace policycalc::store::test
