#include "store/server_database.h"

#include <cstdlib>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <unistd.h>
#include <vector>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

namespace policycalc::store::test {
namespace {

std::string clusterAddress() {
  const char* address = std::getenv("TESTS_POSTGRESQL");
  return address == nullptr ? "" : address;
}

/// The names that are not lent.
struct Names {
  std::mutex mutex;
  std::vector<std::string> free;
  int made = 0;
};

Names& names() {
  static Names all;
  return all;
}

std::string newName() {
  Names& all = names();
  const std::lock_guard lock(all.mutex);
  if (!all.free.empty()) {
    std::string name = all.free.back();
    all.free.pop_back();
    return name;
  }
  std::string name = "store_" + std::to_string(::getpid()) + "_" + std::to_string(++all.made);
  soci::session session(soci::postgresql, clusterAddress());
  session << "CREATE DATABASE " << name;
  return name;
}

}  // namespace

bool isBesideServer() {
  return !clusterAddress().empty();
}

ServerDatabase::ServerDatabase() : name_(newName()) {}

ServerDatabase::~ServerDatabase() {
  try {
    soci::session session(soci::postgresql, address());
    session << "SET client_min_messages = error";
    session << "DROP SCHEMA IF EXISTS policycalc CASCADE";
    const std::lock_guard lock(names().mutex);
    names().free.push_back(name_);
  } catch (const std::exception&) {
    // It is not used again.
  }
}

std::string ServerDatabase::address() const {
  const std::string cluster = clusterAddress();
  const std::string before = "postgresql:///postgres";
  if (cluster.rfind(before, 0) != 0) throw std::runtime_error("TESTS_POSTGRESQL: " + cluster);
  return "postgresql:///" + name_ + cluster.substr(before.size());
}

}  // namespace policycalc::store::test
