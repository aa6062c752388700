#include "app/hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "policycalc/base/text.h"

namespace policycalc::app {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// As the key file's.
constexpr ::mode_t kFileTooOpen = S_IWGRP | S_IRWXO;
// Others could put a file of their own in the database's place. That they may list the names in the
// folder reveals nothing.
constexpr ::mode_t kFolderTooOpen = S_IWOTH;

/// The rights of the file that `path` leads to; 0 if the file is missing.
::mode_t rightsOf(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode : 0;
}

}  // namespace

void keepMemoryPrivate() {
  if (kSanitized) return;
  const ::rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  // The limit does not hold for cores that the kernel pipes to a program.
  ::prctl(PR_SET_DUMPABLE, 0);
}

std::optional<std::string> openToOthers(const std::filesystem::path& database) {
  const std::string file = database.string();
  if ((rightsOf(database) & kFileTooOpen) != 0 && std::filesystem::is_regular_file(database)) {
    return "the database " + base::quoted(file) +
           " is open to other users; only its owner may use it (chmod 600 " + file + ")";
  }
  std::error_code error;
  const auto real = std::filesystem::weakly_canonical(database, error);
  if (error || (rightsOf(real.parent_path()) & kFolderTooOpen) == 0) return std::nullopt;
  const std::string folder = real.parent_path().string();
  return "the folder " + base::quoted(folder) + " of the database " + base::quoted(file) +
         " can be written by other users: choose a folder of the service (chmod 700 " + folder +
         ")";
}

}  // namespace policycalc::app
