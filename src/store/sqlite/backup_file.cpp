#include "store/sqlite/backup_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

namespace policycalc::store::sqlite {
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

std::int64_t count(soci::session& session, const std::string& table,
                   const std::string& condition = "") {
  std::int64_t is_there = 0;  // an older version may not have it yet
  session << "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = :name",
      soci::use(table), soci::into(is_there);
  std::int64_t rows = 0;
  if (is_there > 0) session << "SELECT count(*) FROM " + table + condition, soci::into(rows);
  return rows;
}

/// Every table, index, view and trigger, as created.
std::vector<std::string> objectsOf(soci::session& session) {
  std::vector<std::string> objects;
  const soci::rowset<std::string> rows =
      (session.prepare << "SELECT type || ' ' || name || ' ' || tbl_name || ' ' ||"
                          " coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
  for (const std::string& object : rows) objects.push_back(object);
  return objects;
}

/// As objectsOf() for an empty database of that version.
std::vector<std::string> objectsOfVersion(std::int64_t version) {
  const auto session = connect({":memory:"}, Access::kReadWrite);
  const auto& all = schema();
  migrate(*session, {all.begin(), all.begin() + version});
  return objectsOf(*session);
}

std::optional<std::string> faultOf(soci::session& session, BackupContents& contents) {
  session << "PRAGMA trusted_schema = OFF";
  session << "PRAGMA cell_size_check = ON";
  checkIdentity(session, static_cast<int>(schema().size()));
  const std::int64_t version = schemaVersion(session);
  if (version < 1) return "it is empty";
  // Otherwise a foreign trigger would run with our next statement.
  if (objectsOf(session) != objectsOfVersion(version)) {
    return "it has other tables than this program's version " + std::to_string(version);
  }
  std::string verdict;
  session << "PRAGMA integrity_check(1)", soci::into(verdict);
  std::int64_t strays = 0;
  session << "SELECT count(*) FROM pragma_foreign_key_check", soci::into(strays);
  if (verdict != "ok" || strays > 0) return "it is damaged";
  contents.profiles = count(session, "saved_profile");
  contents.feedback = count(session, "feedback");
  contents.applicants = count(session, "applicant", " WHERE erased = 0");
  contents.matters = count(session, "matter") + count(session, "hall_case");  // the older name
  return std::nullopt;
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
  for (const char* suffix : {"-wal", "-shm", "-journal"})
    fs::remove(beside(path_, suffix), ignored);
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

fs::path beside(const fs::path& database, const char* suffix) {
  fs::path path = database;
  path += suffix;
  return path;
}

std::optional<std::string> faultOf(const fs::path& file, BackupContents& contents) {
  try {
    contents.bytes = fs::file_size(file);
    return translating([&] {
      const auto session = connect({file}, Access::kReadOnly);
      return faultOf(*session, contents);
    });
  } catch (const StoreError& error) {
    const bool cannot_tell =
        error.kind() == Kind::kOther || error.kind() == Kind::kDisk || error.kind() == Kind::kBusy;
    if (cannot_tell) throw;
    return error.what();
  }
}

}  // namespace policycalc::store::sqlite
