#pragma once

#include <filesystem>
#include <memory>

#include "policycalc/store/store.h"

namespace policycalc::store {

struct StoreOptions {
  /// The SQLite file. Folders above it are made if missing (mode 0700), and so is the file (0600);
  /// what exists keeps its mode. Two more files, `-wal` and `-shm`, lie beside it while it is open.
  std::filesystem::path path;
  /// How long a call waits for a lock or a free reader before it fails with kBusy; 1 to 600.
  int busy_timeout_seconds = 5;
  /// How many threads can read at once; 1 to 256. Others wait for them.
  int readers = 4;
};

/// Opens the database, makes it if there is none, and brings an older one up to this version.
/// Several processes may do so at once. Throws StoreError: kCannotOpen (no such place, not
/// writable, a folder, no database, another program's), kNewerThanProgram, kBusy, kCorrupt.
std::unique_ptr<Store> openStore(const StoreOptions& options);

}  // namespace policycalc::store
