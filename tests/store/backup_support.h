#pragma once

#include <algorithm>
#include <fstream>
#include <grp.h>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/store.h"

#include "store/child_process.h"
#include "store/records.h"
#include "store/temporary_folder.h"

namespace policycalc::store::test {

/// A folder with a database, and a folder for its backups.
struct DataFolder {
  TemporaryFolder folder;
  std::filesystem::path database = folder.path() / "data" / "store.db";
  std::filesystem::path backup = folder.path() / "backups" / "b.db";

  DataFolder() {
    std::filesystem::create_directory(database.parent_path());
    std::filesystem::create_directory(backup.parent_path());
  }

  /// Closed, with one profile of that lookup.
  void makeDatabase(const std::string& lookup) const {
    openStore({database})->savedProfiles().add(savedProfile(lookup));
  }
};

inline bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline std::string readAll(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// The names in the folder of `file`, sorted.
inline std::vector<std::string> namesBeside(const std::filesystem::path& file) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Plain SQLite, without our settings.
inline void execute(const std::filesystem::path& database,
                    const std::vector<std::string>& statements) {
  soci::session session(soci::sqlite3, "dbname=" + database.string());
  for (const std::string& statement : statements) session << statement;
}

inline std::vector<std::string> lookupsIn(const std::filesystem::path& database) {
  soci::session session(soci::sqlite3, "dbname=" + database.string());
  const soci::rowset<std::string> rows =
      (session.prepare << "SELECT lookup FROM saved_profile ORDER BY lookup");
  return {rows.begin(), rows.end()};
}

/// Overwrites all but the first page.
inline void damage(const std::filesystem::path& database) {
  std::string bytes = readAll(database);
  std::fill(bytes.begin() + 4096, bytes.end(), '\xEE');
  write(database, bytes);
}

/// What `call` returns, or the message of its exception, in a process of a user without rights.
template <typename Call>
std::string asNobody(Call call) {
  constexpr uid_t kNobody = 65534;
  ChildProcess child([&](int output) {
    if (::geteuid() == 0 &&
        (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) {
      writeLine(output, "cannot drop rights");
      return;
    }
    try {
      writeLine(output, call());
    } catch (const StoreError& error) {
      writeLine(output, error.what());
    }
  });
  std::string message;
  child.readLine(message);
  child.wait();
  return message;
}

}  // namespace policycalc::store::test
