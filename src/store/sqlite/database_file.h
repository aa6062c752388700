#pragma once

#include <cstdint>
#include <filesystem>

namespace policycalc::store::sqlite {

/// Makes sure that a regular file, empty if it is new, lies at `path` and that this process may
/// write it and its folder. Missing folders are made with mode 0700 and a missing file with 0600,
/// and their names are on the disk when this returns. Returns the file's absolute path, free of
/// symbolic links. Throws StoreError with kCannotOpen; the caller adds the path to the message.
///
/// Never opens the file: closing it again would drop the locks that a connection of this process
/// may hold on it (POSIX locks belong to the process and the file, not to the descriptor).
std::filesystem::path prepareDatabaseFile(const std::filesystem::path& path);

/// Whether SQLite and SOCI can use that path: it has no quotation mark, line break or NUL.
bool isUsablePath(const std::filesystem::path& path);

/// In bytes, one page of the smallest size: SQLite takes a shorter file for an empty database.
inline constexpr std::uintmax_t kSmallestDatabase = 512;

/// Makes `folder` and the missing ones above it, with mode 0700, and brings their names to the
/// disk. Throws as prepareDatabaseFile() does.
void makeFolders(const std::filesystem::path& folder);

}  // namespace policycalc::store::sqlite
