#include "app/dated_backups.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"

namespace policycalc::app {
namespace {

namespace fs = std::filesystem;

/// A 0 is any digit.
constexpr std::string_view kShape = "policycalc-0000-00-00T000000Z.db";
constexpr std::size_t kDateAt = std::string_view("policycalc-").size();
constexpr std::size_t kDateLength = std::string_view("0000-00-00").size();

bool isDigit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// The day in the name of a dated backup or of a part of one; nothing for other names.
std::optional<std::chrono::sys_days> dayOf(std::string_view name) {
  const auto fits = [](char letter, char shape) {
    return shape == '0' ? isDigit(letter) : letter == shape;
  };
  if (name.size() < kShape.size()) return std::nullopt;
  if (!std::equal(kShape.begin(), kShape.end(), name.begin(),
                  [&](char shape, char letter) { return fits(letter, shape); })) {
    return std::nullopt;
  }
  const std::string_view rest = name.substr(kShape.size());
  if (!rest.empty() && rest.rfind(".part-", 0) != 0) return std::nullopt;
  const auto day = base::Date::parse(name.substr(kDateAt, kDateLength));
  if (!day.ok()) return std::nullopt;
  return day->days();
}

}  // namespace

fs::path datedBackup(const fs::path& folder, std::chrono::sys_seconds made) {
  const auto day = std::chrono::floor<std::chrono::days>(made);
  const std::chrono::hh_mm_ss time(made - day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "T%02d%02d%02dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return folder / ("policycalc-" + base::Date(day).toString() + text.data() + ".db");
}

std::size_t removeOldBackups(const OldBackups& old) {
  const auto today = std::chrono::floor<std::chrono::days>(old.time);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(old.except.parent_path())) {
    const fs::path& file = entry.path();
    if (!fs::is_regular_file(entry.symlink_status()) || file == old.except) continue;
    const auto day = dayOf(file.filename().string());
    if (day && *day + old.days <= today) files.push_back(file);
  }
  for (const fs::path& file : files) fs::remove(file);
  return files.size();
}

}  // namespace policycalc::app
