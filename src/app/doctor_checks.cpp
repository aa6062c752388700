#include <filesystem>

#include "policycalc/store/clock.h"
#include "policycalc/store/error.h"
#include "policycalc/vault/service_key.h"
#include "policycalc/web/times.h"

#include "app/doctor.h"

namespace policycalc::app {
namespace {

using Grade = Finding::Grade;

/// The reserve of the service, and as much again for the log and for growth.
constexpr std::uintmax_t kMegabyte = std::uintmax_t{1024} * 1024;
constexpr std::uintmax_t kLittleSpace = 64 * kMegabyte;

constexpr unsigned kOthers = 0007;
constexpr unsigned kOthersMayWrite = 0002;

Finding fine(std::string what, std::string state) {
  return {Grade::kFine, std::move(what), std::move(state), {}};
}

Finding trouble(std::string what, std::string state, std::string to_do) {
  return {Grade::kTrouble, std::move(what), std::move(state), std::move(to_do)};
}

Finding judgeStructure(const store::Inspection& seen) {
  if (!seen.fault.empty()) {
    return trouble("database", "is damaged: " + seen.fault,
                   "stop the service, keep a copy of the file, and restore the last backup: "
                   "`policycalc restore FILE --force`");
  }
  const std::string version = std::to_string(seen.version);
  if (seen.version < seen.latest) {
    return {Grade::kNote, "database",
            "is sound, with the schema " + version + " of an older version",
            "make a backup: the next start brings it to schema " + std::to_string(seen.latest) +
                ", and older versions cannot read it then"};
  }
  return fine("database", "is sound: schema " + version + ", " +
                              std::to_string(seen.bytes / kMegabyte) + " MB");
}

Finding judgeModes(const store::Inspection& seen) {
  if ((seen.mode & kOthers) != 0) {
    return trouble("permissions", "other users may open the database", "chmod 600 the file");
  }
  if ((seen.folder_mode & kOthersMayWrite) != 0) {
    return trouble("permissions", "other users may replace the database", "chmod 700 its folder");
  }
  return fine("permissions", "the database is closed to other users");
}

Finding judgeSpace(const store::Inspection& seen) {
  const std::string left = std::to_string(seen.free_bytes / kMegabyte) + " MB free";
  if (seen.free_bytes >= kLittleSpace) return fine("disk", left);
  return trouble("disk", left, "make room: on a full disk only deletions are taken");
}

Finding judgeTime(const store::Inspection& seen, std::chrono::sys_seconds now) {
  const std::string shown = "shows " + web::utcText(now);
  if (!seen.confirmed) return fine("clock", shown + "; the first start confirms the time");
  const std::string both = shown + ", the confirmed time is " + web::utcText(*seen.confirmed);
  switch (store::judgeClock(now, seen.confirmed)) {
    case store::ClockSense::kBelieved:
      break;
    case store::ClockSense::kAhead:
      return trouble("clock", both + ": nothing is removed and nothing ends",
                     "set the clock right or, if it is right, run `policycalc clock confirm`");
    case store::ClockSense::kBehind:
      return trouble("clock", both + ": it is behind",
                     "set the clock right or, if it is right, run `policycalc clock confirm`");
  }
  return fine("clock", both);
}

Finding checkKey(const Settings& settings, bool has_database) {
  std::error_code unknown;
  if (!std::filesystem::exists(settings.service_key, unknown)) {
    if (!has_database) return fine("key", "will be made at the first start");
    return trouble("key", settings.service_key + " does not exist",
                   "put back the key of this database: what is sealed needs it");
  }
  const auto key = vault::loadOrCreateServiceKey(settings.service_key);
  if (key.ok()) return fine("key", settings.service_key + " can be read");
  return trouble("key", key.error().message, "put back the key file, closed to other users");
}

}  // namespace

Findings judgeDatabase(const store::Inspection& seen, std::chrono::sys_seconds now) {
  return {judgeStructure(seen), judgeModes(seen), judgeSpace(seen), judgeTime(seen, now)};
}

Findings checkDatabase(const Settings& settings, std::chrono::sys_seconds now) {
  std::error_code unknown;
  if (!std::filesystem::exists(settings.database, unknown)) {
    return {{Grade::kNote, "database", settings.database + " does not exist",
             "if the service has run here before, the path is wrong; else the first start makes "
             "it"},
            checkKey(settings, false)};
  }
  Findings findings;
  try {
    findings = judgeDatabase(store::inspect(settings.database), now);
  } catch (const store::StoreError& error) {
    const bool damaged = error.kind() == store::StoreError::Kind::kCorrupt;
    findings = {trouble("database", settings.database + ": " + base::logText(error),
                        damaged ? "restore the last backup: `policycalc restore FILE --force`"
                                : "correct the path, or what the message names")};
  }
  findings.push_back(checkKey(settings, true));
  return findings;
}

}  // namespace policycalc::app
