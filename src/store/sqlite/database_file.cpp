#include "store/sqlite/database_file.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "policycalc/store/error.h"

#include "store/part_file.h"

namespace policycalc::store::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kFolderMode = S_IRWXU;
constexpr mode_t kFileMode = S_IRUSR | S_IWUSR;

[[noreturn]] void refuse(const std::string& message, int error_number = 0) {
  const std::string reason =
      error_number == 0 ? std::string() : std::generic_category().message(error_number);
  throw StoreError(StoreError::Kind::kCannotOpen,
                   reason.empty() ? message : message + " (" + reason + ")", reason);
}

std::string inTicks(const fs::path& path) {
  return "`" + path.string() + "`";
}

void makeFile(const fs::path& file) {
  // mknod sets the mode at once and opens nothing.
  if (::mknod(file.c_str(), S_IFREG | kFileMode, 0) == 0) {
    syncFolder(file.parent_path());
  } else if (errno != EEXIST) {
    refuse("the file cannot be made", errno);
  }
}

void checkFile(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) refuse("the file cannot be reached", errno);
  if (S_ISDIR(status.st_mode)) refuse("it is a folder");
  if (!S_ISREG(status.st_mode)) refuse("it is not a regular file");
  // SQLite takes a file of one byte for an empty one and would overwrite it.
  if (status.st_size > 0 && static_cast<std::uintmax_t>(status.st_size) < kSmallestDatabase)
    refuse("it is not an SQLite database");
  if (::faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) != 0) {
    refuse("the file cannot be read and written", errno);
  }
}

void checkFolder(const fs::path& folder) {
  if (::faccessat(AT_FDCWD, folder.c_str(), R_OK | W_OK | X_OK, AT_EACCESS) != 0) {
    refuse("the folder " + inTicks(folder) + " cannot be written to", errno);
  }
}

}  // namespace

bool isUsablePath(const fs::path& path) {
  return path.native().find_first_of(std::string("\"\n\0", 3)) == std::string::npos;
}

void makeFolders(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return;
  if (folder.has_relative_path()) makeFolders(folder.parent_path());
  if (::mkdir(folder.c_str(), kFolderMode) == 0) {
    syncFolder(folder.parent_path());
  } else if (errno != EEXIST || !fs::is_directory(folder, error)) {
    refuse("the folder " + inTicks(folder) + " cannot be made", errno);
  }
}

fs::path prepareDatabaseFile(const fs::path& path) {
  if (path.empty()) refuse("no path is given");
  if (!isUsablePath(path)) {
    refuse("a path with a quotation mark, line break or NUL cannot be used");
  }
  std::error_code error;
  const fs::path wanted = fs::absolute(path, error);
  if (error) refuse("the path cannot be resolved", error.value());
  if (!wanted.has_filename()) refuse("it is a folder");
  makeFolders(wanted.parent_path());
  makeFile(wanted);
  checkFile(wanted);
  fs::path file = fs::canonical(wanted, error);
  if (error) refuse("the path cannot be resolved", error.value());
  checkFolder(file.parent_path());
  return file;
}

}  // namespace policycalc::store::sqlite
