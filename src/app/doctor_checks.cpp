#include <charconv>
#include <filesystem>

#include "policycalc/store/clock.h"
#include "policycalc/store/error.h"
#include "policycalc/store/place.h"
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

Finding judgeTime(std::optional<std::chrono::sys_seconds> confirmed, std::chrono::sys_seconds now) {
  const std::string shown = "shows " + web::utcText(now);
  if (!confirmed) return fine("clock", shown + "; the first start confirms the time");
  const std::string both = shown + ", the confirmed time is " + web::utcText(*confirmed);
  switch (store::judgeClock(now, confirmed)) {
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

/// A service takes up to this many at once.
constexpr std::int64_t kConnections = 8;
constexpr std::chrono::seconds kNearly{30};

Finding judgeTables(const store::ServerInspection& seen) {
  const std::string server = "on PostgreSQL " + seen.server;
  if (!seen.full_pages) {
    return trouble("database", server + " with full_page_writes off",
                   "set it to on: else a power cut can damage the database");
  }
  if (seen.version == 0 && !seen.may_create) {
    return trouble("database", server + ": this role may not make the schema policycalc",
                   "make its role the owner of the database");
  }
  if (seen.version == 0) {
    return {Grade::kNote, "database", server + ": has no tables of this program yet",
            "if the service has run here before, the address is wrong; else the first start makes "
            "them"};
  }
  const std::string version = std::to_string(seen.version);
  if (seen.version < seen.latest) {
    return {Grade::kNote, "database",
            server + ": has the schema " + version + " of an older version",
            "make a backup: the next start brings it to schema " + std::to_string(seen.latest) +
                ", and older versions cannot read it then"};
  }
  return fine("database", server + ": schema " + version + ", " +
                              std::to_string(seen.bytes / kMegabyte) + " MB");
}

Finding judgeConnection(const store::ServerInspection& seen) {
  const std::string left = std::to_string(seen.free_connections) + " connections free";
  if (seen.free_connections < kConnections) {
    return trouble("connection", left,
                   "raise max_connections: a service takes up to " + std::to_string(kConnections));
  }
  if (!seen.is_private) {
    return trouble("connection", "crosses the network without TLS",
                   "add sslmode=verify-full to the address");
  }
  if (std::chrono::abs(seen.clock_ahead) > kNearly) {
    return {
        Grade::kNote, "connection",
        "the server's clock differs by " + std::to_string(seen.clock_ahead.count()) + " seconds",
        "set both clocks right: the service goes by this machine's"};
  }
  return fine("connection", left);
}

/// The number before the first dot.
int majorOf(const std::string& version) {
  int number = 0;
  std::from_chars(version.data(), version.data() + version.size(), number);
  return number;
}

Finding judgeDump(const store::ServerInspection& seen) {
  if (seen.dump.empty()) {
    return {Grade::kNote, "backup", "pg_dump is missing: `policycalc backup` needs it",
            "install the client of PostgreSQL"};
  }
  const std::string both = "by pg_dump " + seen.dump;
  if (majorOf(seen.dump) >= majorOf(seen.server)) return fine("backup", both);
  return trouble("backup", both + ", which is older than the server: no backup can be made",
                 "install the client of the server's version");
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
  return {judgeStructure(seen), judgeModes(seen), judgeSpace(seen), judgeTime(seen.confirmed, now)};
}

Findings judgeServer(const store::ServerInspection& seen, std::chrono::sys_seconds now) {
  return {judgeTables(seen), judgeConnection(seen), judgeDump(seen),
          judgeTime(seen.confirmed, now)};
}

namespace {

Findings checkServer(const Settings& settings, std::chrono::sys_seconds now) {
  try {
    const auto seen = store::inspectServer(settings.database, now);
    Findings findings = judgeServer(seen, now);
    findings.push_back(checkKey(settings, seen.version > 0));
    return findings;
  } catch (const store::StoreError& error) {
    return {
        trouble("database", store::shownDatabase(settings.database) + ": " + base::logText(error),
                "correct the address, or what the message names"),
        checkKey(settings, true)};
  }
}

}  // namespace

Findings checkDatabase(const Settings& settings, std::chrono::sys_seconds now) {
  if (store::isOnServer(settings.database)) return checkServer(settings, now);
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
