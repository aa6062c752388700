// A file that is offered as a backup: refused with a reason, or sound, and never changed. An input
// is `r` and the whole file; or `e` and edits of a good backup, four bytes each: the place in
// three, then the new byte; or `t`, a length in three bytes, and edits of the backup cut to that
// length.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>

#include "policycalc/base/unicode.h"
#include "policycalc/store/store.h"

#include "fuzz/contract.h"
#include "store/sqlite/backup_file.h"

namespace policycalc::fuzz {

namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder for this process, removed at its end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("policycalc-fuzz-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

const Folder& folder() {
  static const Folder made;
  return made;
}

/// The bytes of a backup of an empty database.
const std::string& goodBackup() {
  static const std::string bytes = [] {
    const fs::path database = folder() / "policycalc.db";
    const fs::path backup = folder() / "backup.db";
    const auto store = store::openStore({.path = database});
    if (!store::backUp({database, backup, true}).ok()) return std::string();
    return contentOf(backup);
  }();
  return bytes;
}

std::size_t numberOf(std::string_view three) {
  const auto byte = [&](std::size_t at) {
    return std::size_t{static_cast<unsigned char>(three[at])};
  };
  return byte(0) | byte(1) << 8U | byte(2) << 16U;
}

std::string fileOf(std::string_view input) {
  const char kind = input.empty() ? 'r' : input.front();
  if (!input.empty()) input.remove_prefix(1);
  if (kind != 'e' && kind != 't') return std::string(input);
  std::string file = goodBackup();
  if (kind == 't' && input.size() >= 3) {
    file.resize(numberOf(input) % (file.size() + 1));
    input.remove_prefix(3);
  }
  for (; input.size() >= 4 && !file.empty(); input.remove_prefix(4)) {
    file[numberOf(input) % file.size()] = input[3];
  }
  return file;
}

}  // namespace

std::string contractFault(std::string_view bytes) {
  if (goodBackup().empty()) return "no backup could be made";
  const std::string content = fileOf(bytes);
  const fs::path path = folder() / "offered.db";
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
  store::BackupContents contents;
  try {
    const auto fault = store::sqlite::faultOf(path, contents);
    if (fault && (fault->empty() || !base::isUtf8(*fault))) return "an unusable reason: " + *fault;
    if (!fault && contents.bytes != content.size()) return "another size than the file's";
    if (!fault && (contents.profiles < 0 || contents.matters < 0)) return "a negative count";
  } catch (const store::StoreError& error) {
    // The caller reports it as a failure, and restores nothing.
    if (std::string_view(error.what()).empty()) return "a failure without a reason";
  }
  if (contentOf(path) != content) return "the offered file was changed";
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    fs::remove(store::sqlite::beside(path, suffix));
  }
  return {};
}

}  // namespace policycalc::fuzz
