#pragma once

#include <string>

namespace policycalc::store::test {

/// Whether the tests run beside a PostgreSQL cluster (tests/tools/cluster.sh), and stores are to be
/// made in it.
bool isBesideServer();

/// A database of that cluster without our schema. It is used again for the next one: to drop a
/// database takes a second.
class ServerDatabase {
 public:
  ServerDatabase();
  ~ServerDatabase();
  ServerDatabase(const ServerDatabase&) = delete;
  ServerDatabase& operator=(const ServerDatabase&) = delete;

  /// `postgresql://…`
  std::string address() const;

 private:
  std::string name_;
};

}  // namespace policycalc::store::test
