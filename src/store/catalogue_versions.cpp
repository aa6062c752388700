#include "policycalc/store/catalogue_versions.h"

#include <algorithm>

#include "policycalc/store/clock.h"

#include "store/catalogue_rows.h"
#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/live_counters.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

void check(const CatalogueVersion& version) {
  if (version.hash.empty()) refuse("a catalogue version needs a hash");
  refuseNul("a catalogue version", {version.hash, version.content});
}

/// What list() tells of a version.
struct Row {
  CatalogueVersionSummary summary;
  std::int64_t published_at = 0;
  std::int64_t ended_at = 0;

  CatalogueVersionSummary take() const {
    CatalogueVersionSummary taken = summary;
    taken.published_at = fromSeconds(published_at);
    if (ended_at != 0) taken.ended_at = fromSeconds(ended_at);
    return taken;
  }
};

/// False if the hash is there already, with the same content.
bool insertNew(soci::session& session, const CatalogueVersion& version) {
  std::string known;
  session << "SELECT content FROM catalogue_version WHERE hash = :hash", soci::use(version.hash),
      soci::into(known);
  if (session.got_data()) {
    if (known != version.content) refuse("another catalogue has the hash `" + version.hash + "`");
    return false;
  }
  const std::int64_t published_at = toSeconds(version.published_at);
  const auto bytes = static_cast<std::int64_t>(version.content.size());
  session << "INSERT INTO catalogue_version (hash, published_at, bytes, content)"
             " VALUES (:hash, :published_at, :bytes, :content)",
      soci::use(version.hash), soci::use(published_at), soci::use(bytes),
      soci::use(version.content);
  return true;
}

void makeCurrent(soci::session& session, const CatalogueVersion& version) {
  session << "INSERT INTO catalogue_life (hash, ended_at) VALUES (:hash, 0)"
             " ON CONFLICT (hash) DO UPDATE SET ended_at = 0 WHERE catalogue_life.ended_at <> 0",
      soci::use(version.hash);
  // 0 would say that it goes on.
  const std::int64_t at = std::max<std::int64_t>(
      1, toSeconds(startingTime(version.published_at, confirmedTime(session))));
  session << "UPDATE catalogue_life SET ended_at = :at WHERE hash <> :hash AND ended_at = 0",
      soci::use(at), soci::use(version.hash);
}

}  // namespace

bool keepAsCurrent(soci::session& session, const CatalogueVersion& version) {
  const bool is_new = insertNew(session, version);
  makeCurrent(session, version);
  return is_new;
}

void keepAsWaiting(soci::session& session, const CatalogueVersion& version) {
  insertNew(session, version);
}

void dateFrom(soci::session& session, const std::string& hash, std::chrono::sys_seconds at) {
  const std::int64_t seconds = toSeconds(at);
  session << "UPDATE catalogue_version SET published_at = :at WHERE hash = :hash"
             " AND hash NOT IN (SELECT hash FROM catalogue_life)",
      soci::use(seconds), soci::use(hash);
}

void removeIfNeverInUse(soci::session& session, const std::string& hash) {
  session << "DELETE FROM catalogue_version WHERE hash = :hash"
             " AND hash NOT IN (SELECT hash FROM catalogue_life)",
      soci::use(hash);
}

bool CatalogueVersions::publish(const CatalogueVersion& version) {
  check(version);
  bool is_new = false;
  // Without it the service does not start, and on a full disk nothing could be deleted.
  database_.writeAnyway([&](soci::session& session) { is_new = keepAsCurrent(session, version); });
  return is_new;
}

std::optional<CatalogueVersion> CatalogueVersions::find(std::string_view hash) const {
  return database_.read([&](soci::session& session) -> std::optional<CatalogueVersion> {
    CatalogueVersion version{std::string(hash), {}, {}};
    std::int64_t published_at = 0;
    session << "SELECT published_at, content FROM catalogue_version WHERE hash = :hash",
        soci::use(version.hash), soci::into(published_at), soci::into(version.content);
    if (!session.got_data()) return std::nullopt;
    version.published_at = fromSeconds(published_at);
    return version;
  });
}

bool CatalogueVersions::isRemoved(std::string_view hash) const {
  const std::string wanted(hash);
  return database_.read([&](soci::session& session) {
    int lives = 0;
    int kept = 0;
    session << "SELECT count(*) FROM catalogue_life WHERE hash = :hash", soci::use(wanted),
        soci::into(lives);
    session << "SELECT count(*) FROM catalogue_version WHERE hash = :hash", soci::use(wanted),
        soci::into(kept);
    return lives > 0 && kept == 0;
  });
}

std::size_t CatalogueVersions::removeOver(std::chrono::sys_seconds now, std::chrono::seconds kept) {
  std::int64_t removed = 0;
  database_.erase([&](soci::session& session) {
    const std::int64_t latest = endingSeconds(session, now) - kept.count();
    removed = Statement(session)
                  .use(latest, "latest")
                  .change(
                      "DELETE FROM catalogue_version WHERE hash IN (SELECT hash FROM"
                      " catalogue_life WHERE ended_at <> 0 AND ended_at < :latest)"
                      " AND hash NOT IN (SELECT hash FROM waiting_version"
                      " WHERE state = 'waiting')");
  });
  database_.counters().removed_catalogues += static_cast<std::uint64_t>(removed);
  return static_cast<std::size_t>(removed);
}

std::vector<CatalogueVersionSummary> CatalogueVersions::list() const {
  return database_.read([&](soci::session& session) {
    Row row;
    Statement query(session);
    query.into(row.summary.hash).into(row.published_at).into(row.summary.bytes).into(row.ended_at);
    return allRows(query,
                   "SELECT v.hash, v.published_at, v.bytes, l.ended_at FROM catalogue_version v"
                   " JOIN catalogue_life l ON l.hash = v.hash"
                   " ORDER BY v.published_at DESC, v.id DESC",
                   row);
  });
}

}  // namespace policycalc::store
