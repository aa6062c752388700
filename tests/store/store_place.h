#pragma once

#include <filesystem>
#include <memory>

#include "store/server_database.h"
#include "store/temporary_folder.h"

namespace policycalc::store::test {

/// Where one test can make a store, gone at the end: in a folder or, beside a PostgreSQL cluster,
/// in a database there.
class StorePlace : public TemporaryFolder {
 public:
  StorePlace() {
    if (isBesideServer()) server_ = std::make_unique<ServerDatabase>();
  }

  std::filesystem::path database() const {
    return server_ == nullptr ? TemporaryFolder::database()
                              : std::filesystem::path(server_->address());
  }

 private:
  std::unique_ptr<ServerDatabase> server_;
};

}  // namespace policycalc::store::test
