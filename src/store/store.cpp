#include "policycalc/store/store.h"

#include <soci/soci.h>

#include "store/database.h"
#include "store/sqlite/database.h"

namespace policycalc::store {

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}

Store::~Store() = default;

void Store::ping() const {
  database_->read([](soci::session& session) {
    int members = 0;
    session << "SELECT count(*) FROM staff_member WHERE id = 0", soci::into(members);
    return members;
  });
}

std::unique_ptr<Store> openStore(const StoreOptions& options) {
  return std::make_unique<Store>(sqlite::openDatabase(options));
}

}  // namespace policycalc::store
