#include "app/batch_files.h"

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace policycalc::app {

BatchFile BatchFile::toRead(const std::string& name) {
  if (name == "-") return {STDIN_FILENO, false};
  return {::open(name.c_str(), O_RDONLY | O_CLOEXEC), true};
}

BatchFile BatchFile::toWrite(const std::string& name) {
  if (name == "-") return {STDOUT_FILENO, false};
  return {::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR), true};
}

BatchFile::BatchFile(BatchFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), is_own_(other.is_own_) {}

BatchFile::~BatchFile() {
  if (is_own_ && file_ >= 0) ::close(file_);
}

off_t BatchFile::size() const {
  struct stat status {};
  return ::fstat(file_, &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
}

bool BatchFile::makePrivate() const {
  struct stat status {};
  if (::fstat(file_, &status) != 0) return false;
  return !S_ISREG(status.st_mode) || ::fchmod(file_, S_IRUSR | S_IWUSR) == 0;
}

bool BatchFile::clear() const {
  return ::ftruncate(file_, 0) == 0;
}

bool isSameFile(const std::string& one, const std::string& other) {
  std::error_code error;
  return std::filesystem::equivalent(one, other, error) &&
         std::filesystem::is_regular_file(one, error);
}

}  // namespace policycalc::app
