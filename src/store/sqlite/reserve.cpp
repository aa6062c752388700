#include "store/sqlite/reserve.h"

#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace policycalc::store::sqlite {

namespace fs = std::filesystem;

std::uintmax_t freeBytes(const fs::path& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) return std::numeric_limits<std::uintmax_t>::max();
  return std::uintmax_t{status.f_bavail} * status.f_frsize;
}

Reserve::Reserve(fs::path file, std::uintmax_t bytes)
    : file_(std::move(file)), bytes_(bytes), whole_(bytes == 0 || make()) {}

bool Reserve::isWhole() {
  if (whole_) return true;
  const std::lock_guard lock(mutex_);
  // With less to spare, the next write would need the reserve at once.
  if (!whole_ && freeBytes(file_.parent_path()) >= 2 * bytes_) whole_ = make();
  return whole_;
}

bool Reserve::giveUp() {
  const std::lock_guard lock(mutex_);
  whole_ = bytes_ == 0;
  return bytes_ != 0 && ::unlink(file_.c_str()) == 0;
}

bool Reserve::make() {
  std::error_code error;
  if (fs::is_regular_file(file_, error) && fs::file_size(file_, error) >= bytes_) return true;
  if (freeBytes(file_.parent_path()) < bytes_) return false;
  const int descriptor =
      ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return false;
  const bool done = ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes_)) == 0;
  ::close(descriptor);
  if (!done) ::unlink(file_.c_str());
  return done;
}

}  // namespace policycalc::store::sqlite
