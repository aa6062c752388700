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

/// Reads the whole file, which a service may have open. Throws StoreError: kCannotOpen (no such
/// file, no database, another program's), kNewerThanProgram, kBusy, kCorrupt (too damaged to be
/// read).
Inspection inspect(const std::filesystem::path& database);

}  // namespace policycalc::store
