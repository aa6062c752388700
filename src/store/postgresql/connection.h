#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include <soci/session.h>

namespace policycalc::store::postgresql {

/// Where the database is and how long to wait for it.
struct Place {
  std::string address;  ///< `postgresql://…`
  std::chrono::seconds busy_timeout{5};
};

enum class Access : std::uint8_t { kReadOnly, kReadWrite };

/// The schema in which all tables of this program are.
inline constexpr const char* kSchema = "policycalc";

/// A session with what this program relies on: its own schema and no other, text as UTF-8, commits
/// that wait for the disk, locks that are waited for no longer than the busy timeout, transactions
/// that end when this process freezes in one. For one thread at a time. Throws StoreError, or
/// SOCI's exceptions if the server does not take the settings.
std::unique_ptr<soci::session> connect(const Place& place, Access access);

/// False once the server has closed the session, or cannot be reached any more.
bool isConnected(soci::session& session);

/// Whether it is in a transaction, also in one that has failed.
bool inTransaction(soci::session& session);

}  // namespace policycalc::store::postgresql
