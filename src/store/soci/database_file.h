#pragma once

#include <filesystem>

namespace policycalc::store::sqlite {

/// Makes sure that a regular file, empty if it is new, lies at `path` and that this process may
/// write it and its folder. Missing folders are made with mode 0700 and a missing file with 0600,
/// and their names are on the disk when this returns. Gives the file's absolute path, free of
/// symbolic links. Throws StoreError with kCannotOpen; the message leaves the path to the caller.
///
/// Never opens the file: closing it again would drop the locks that a connection of this process
/// may hold on it (POSIX locks belong to the process and the file, not to the descriptor).
std::filesystem::path prepareDatabaseFile(const std::filesystem::path& path);

}  // namespace policycalc::store::sqlite
