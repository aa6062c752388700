#include "store/sqlite/old_database.h"

#include <array>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/sqlite/backup_file.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"

namespace policycalc::store::sqlite {
namespace {

namespace fs = std::filesystem;
using Kind = StoreError::Kind;

// Where SQLite locks its files, by its file format: the pending byte, the reserved byte and the 510
// bytes of readers.
constexpr off_t kLockStart = 0x40000000;
constexpr off_t kLockLength = 512;

[[noreturn]] void fail(const std::string& what, const fs::path& path, int number) {
  const std::string reason = std::generic_category().message(number);
  throw StoreError(Kind::kOther, what + " `" + path.string() + "` (" + reason + ")", reason);
}

[[noreturn]] void refuseBusy() {
  throw StoreError(Kind::kBusy, "another process has it open");
}

/// `20261125T160000Z`.
std::string stamp(std::chrono::sys_seconds time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &parts)};
}

/// An exclusive lock. Switching the write-ahead log off makes SQLite empty it first.
std::unique_ptr<soci::session> locked(const fs::path& database) {
  return translating([&] {
    auto session = connect({database, std::chrono::seconds(0)}, Access::kReadWrite);
    *session << "PRAGMA locking_mode = EXCLUSIVE";
    std::string mode;
    *session << "PRAGMA journal_mode = DELETE", soci::into(mode);
    if (mode != "delete") refuseBusy();
    *session << "BEGIN EXCLUSIVE";
    return session;
  });
}

void removeIfThere(const fs::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail("cannot remove", path, errno);
}

}  // namespace

bool isOpenElsewhere(const fs::path& database) {
  const int descriptor = ::open(database.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    if (errno == ENOENT) return false;
    fail("cannot open", database, errno);
  }
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = kLockStart;
  lock.l_len = kLockLength;
  const int answer = ::fcntl(descriptor, F_GETLK, &lock);
  const int number = errno;
  ::close(descriptor);
  if (answer != 0) fail("cannot look for locks on", database, number);
  return lock.l_type != F_UNLCK;
}

OldDatabase::OldDatabase(fs::path database) : database_(std::move(database)) {
  if (isOpenElsewhere(database_)) refuseBusy();
  // SQLite takes a shorter file for an empty database, and would drop its log.
  if (fs::file_size(database_) < kSmallestDatabase) return;
  try {
    lock_ = locked(database_);
  } catch (const StoreError& error) {
    if (error.kind() == Kind::kBusy) refuseBusy();
    if (error.kind() == Kind::kOther || error.kind() == Kind::kDisk) throw;
    // Damaged, or no database at all: a reason to restore, not to refuse.
  }
}

fs::path OldDatabase::keepAside(std::chrono::sys_seconds now) const {
  fs::path kept = nameAside(database_, now);
  if (::link(database_.c_str(), kept.c_str()) != 0) fail("cannot keep", kept, errno);
  if (lock_ != nullptr) {
    // All data is in the file: what lies here is left from the exclusive lock, without content.
    for (const char* suffix : {"-wal", "-journal", "-shm"}) {
      removeIfThere(beside(database_, suffix));
    }
  } else {
    moveLogAside(database_, kept);
  }
  return kept;
}

void moveLogAside(const fs::path& database, const fs::path& kept) {
  for (const char* suffix : {"-wal", "-journal"}) {
    const fs::path from = beside(database, suffix);
    const fs::path to = beside(kept, suffix);
    if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT)
      fail("cannot move", from, errno);
  }
  removeIfThere(beside(database, "-shm"));
}

fs::path nameAside(const fs::path& database, std::chrono::sys_seconds now) {
  fs::path first = database;
  first += ".before-restore-" + stamp(now);
  fs::path name = first;
  std::error_code ignored;
  for (int i = 2; fs::symlink_status(name, ignored).type() != fs::file_type::not_found; ++i) {
    name = first;
    name += "-" + std::to_string(i);
  }
  return name;
}

}  // namespace policycalc::store::sqlite
