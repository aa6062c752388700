#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace policycalc::store {

/// What can be seen of a database without changing it.
struct Inspection {
  std::int64_t version = 0;  ///< of its schema
  std::int64_t latest = 0;   ///< that this program knows; an older one is brought up to it
  std::string fault;         ///< what is damaged; "" if the structure is sound
  std::uintmax_t bytes = 0;
  std::uintmax_t free_bytes = 0;  ///< that this process may still write beside it
  unsigned mode = 0;              ///< permissions of the file
  unsigned folder_mode = 0;
  std::optional<std::chrono::sys_seconds> confirmed;  ///< see Clock
};

/// What can be seen of a database on a PostgreSQL server, and of that server.
struct ServerInspection {
  std::int64_t version = 0;  ///< of its schema; 0 without tables of this program
  std::int64_t latest = 0;   ///< that this program knows; an older one is brought up to it
  std::string server;        ///< the version of the server: `15.18`
  std::uintmax_t bytes = 0;
  bool may_create = false;  ///< whether this program may make its schema there
  bool full_pages = true;   ///< whether pages survive a crash while they are written
  bool is_private = true;   ///< whether the connection is encrypted, or does not leave the machine
  std::int64_t free_connections = 0;
  std::chrono::seconds clock_ahead{0};  ///< the server's clock before ours
  std::string dump;  ///< the version of pg_dump, which makes backups; "" if it is missing
  std::optional<std::chrono::sys_seconds> confirmed;  ///< see Clock
};

/// Looks at the database at that address. Throws StoreError: kCannotOpen (not reached, no such
/// database or rights, another program's, a server that this program cannot rely on),
/// kNewerThanProgram, kBusy.
ServerInspection inspectServer(const std::string& address, std::chrono::sys_seconds now);

/// Reads the whole file, which a service may have open. Throws StoreError: kCannotOpen (no such
/// file, no database, another program's), kNewerThanProgram, kBusy, kCorrupt (too damaged to be
/// read).
Inspection inspect(const std::filesystem::path& database);

}  // namespace policycalc::store
