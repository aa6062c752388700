#include "store/part_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "policycalc/store/error.h"

namespace policycalc::store {
namespace {

namespace fs = std::filesystem;
using Kind = StoreError::Kind;

[[noreturn]] void fail(Kind kind, const std::string& what, const fs::path& path, int number) {
  const std::string reason = std::generic_category().message(number);
  throw StoreError(kind, what + " `" + path.string() + "` (" + reason + ")", reason);
}

/// An open file, closed at the end.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {
    if (number_ < 0) fail(Kind::kCannotOpen, "cannot open", path, errno);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

void writeAll(const Descriptor& out, const char* bytes, std::size_t count, const fs::path& path) {
  while (count > 0) {
    const ssize_t written = ::write(out.number(), bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(Kind::kOther, "cannot write", path, errno);
    bytes += written;
    count -= static_cast<std::size_t>(written);
  }
}

/// Renames `from` to the unused name `to`; returns 0 or the error number.
int renameToFreeName(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL) return errno;
  // Some file systems, such as network ones, only support this way.
  if (::link(from.c_str(), to.c_str()) != 0) return errno;
  ::unlink(from.c_str());
  return 0;
}

}  // namespace

BackupRefusal refusal(const fs::path& path, const std::string& message) {
  return {"`" + path.string() + "` " + message};
}

BackupRefusal existsAlready(const fs::path& path) {
  return {"`" + path.string() + "` exists already", true};
}

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

PartFile::PartFile(const fs::path& final_name) : final_name_(final_name) {
  std::string name = final_name.string() + ".part-XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {
    fail(Kind::kCannotOpen, "cannot write to the folder", final_name.parent_path(), errno);
  }
  ::close(descriptor);
  path_ = name;
}

PartFile::~PartFile() {
  std::error_code ignored;
  if (!has_name_) fs::remove(path_, ignored);
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    fs::path beside = path_;
    beside += suffix;
    fs::remove(beside, ignored);
  }
}

void PartFile::copyFrom(const fs::path& source) const {
  const Descriptor in(source, O_RDONLY | O_NONBLOCK);
  const Descriptor out(path_, O_WRONLY | O_TRUNC);
  std::vector<char> buffer(std::size_t{1} << 16U);
  for (;;) {
    const ssize_t got = ::read(in.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(Kind::kOther, "cannot read", source, errno);
    if (got == 0) return;
    writeAll(out, buffer.data(), static_cast<std::size_t>(got), path_);
  }
}

void PartFile::takeRightsOf(const fs::path& existing) const {
  constexpr mode_t kRights = 0777;
  struct stat of {};
  if (::stat(existing.c_str(), &of) != 0) fail(Kind::kOther, "cannot look at", existing, errno);
  // Before the mode: a change of owner may take rights away.
  if (::chown(path_.c_str(), of.st_uid, of.st_gid) != 0 && errno != EPERM) {
    fail(Kind::kOther, "cannot give its owner to", path_, errno);
  }
  if (::chmod(path_.c_str(), of.st_mode & kRights) != 0) {
    fail(Kind::kOther, "cannot give its mode to", path_, errno);
  }
}

bool PartFile::giveName(bool over_existing) {
  {
    const Descriptor file(path_, O_RDONLY);
    if (::fsync(file.number()) != 0) fail(Kind::kOther, "cannot write to disk", path_, errno);
  }
  const int failure = over_existing
                          ? (::rename(path_.c_str(), final_name_.c_str()) == 0 ? 0 : errno)
                          : renameToFreeName(path_, final_name_);
  if (failure == EEXIST && !over_existing) return false;
  if (failure != 0) fail(Kind::kOther, "cannot give its name to", final_name_, failure);
  has_name_ = true;
  syncFolder(final_name_.parent_path());
  return true;
}

fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  fs::path folder = fs::canonical(whole.parent_path(), error);
  return error ? whole : folder / whole.filename();
}

std::string faultOfPlace(const fs::path& file) {
  std::error_code ignored;
  if (!file.has_filename() || fs::is_directory(file, ignored)) return "is a folder";
  if (!fs::is_directory(file.parent_path(), ignored)) return "is in a folder that does not exist";
  const fs::file_type type = fs::symlink_status(file, ignored).type();
  if (type == fs::file_type::not_found) return {};
  if (type != fs::file_type::regular && type != fs::file_type::symlink) {
    return "is not a regular file";
  }
  return {};
}

std::string faultOfBackup(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return "does not exist";
  if (error) return "cannot be reached (" + error.message() + ")";
  if (fs::is_directory(status)) return "is a folder";
  if (!fs::is_regular_file(status)) return "is not a regular file";
  if (::access(file.c_str(), R_OK) != 0) return "cannot be read";
  return {};
}

void syncFolder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(Kind::kCannotOpen, "cannot read the folder", folder, errno);
  const int error_number = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // Some file systems cannot sync a folder and say so; their names need no sync.
  if (error_number != 0 && error_number != EINVAL) {
    fail(Kind::kCannotOpen, "cannot write to disk the folder", folder, error_number);
  }
}

}  // namespace policycalc::store
