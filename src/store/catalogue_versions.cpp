#include "policycalc/store/catalogue_versions.h"

#include "store/database.h"
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

  CatalogueVersionSummary take() const {
    CatalogueVersionSummary taken = summary;
    taken.published_at = fromSeconds(published_at);
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

}  // namespace

bool CatalogueVersions::publish(const CatalogueVersion& version) {
  check(version);
  bool is_new = false;
  // Without it the service does not start, and on a full disk nothing could be deleted.
  database_.writeAnyway([&](soci::session& session) { is_new = insertNew(session, version); });
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

std::vector<CatalogueVersionSummary> CatalogueVersions::list() const {
  return database_.read([&](soci::session& session) {
    Row row;
    Statement query(session);
    query.into(row.summary.hash).into(row.published_at).into(row.summary.bytes);
    return allRows(query,
                   "SELECT hash, published_at, bytes FROM catalogue_version"
                   " ORDER BY published_at DESC, id DESC",
                   row);
  });
}

}  // namespace policycalc::store
