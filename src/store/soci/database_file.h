#pragma once

#include <cstdint>
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

/// Whether SQLite and SOCI can be given that path: it has no quotation mark, line break or NUL.
bool isUsablePath(const std::filesystem::path& path);

/// In bytes, one page of the least size: SQLite takes less for an empty database.
inline constexpr std::uintmax_t kSmallestDatabase = 512;

/// Makes `folder` and what is missing above it, with mode 0700, their names on the disk. Throws as
/// prepareDatabaseFile() does.
void makeFolders(const std::filesystem::path& folder);

/// Brings the names in `folder` to the disk: without this a power cut can take a file away together
/// with everything that was acknowledged in it. Throws as prepareDatabaseFile() does.
void syncFolder(const std::filesystem::path& folder);

}  // namespace policycalc::store::sqlite
