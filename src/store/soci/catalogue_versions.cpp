#include "store/soci/catalogue_versions.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

void check(const CatalogueVersion& version) {
  if (version.hash.empty()) refuse("a catalogue version needs a hash");
  refuseNul("a catalogue version", {version.hash, version.content});
}

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

bool SociCatalogueVersions::publish(const CatalogueVersion& version) {
  check(version);
  bool is_new = false;
  writer_.submit([&](soci::session& session) { is_new = insertNew(session, version); });
  return is_new;
}

std::optional<CatalogueVersion> SociCatalogueVersions::find(std::string_view hash) const {
  return translating([&]() -> std::optional<CatalogueVersion> {
    CatalogueVersion version{std::string(hash), {}, {}};
    std::int64_t published_at = 0;
    const Readers::Lease reader = readers_.lease();
    reader.session() << "SELECT published_at, content FROM catalogue_version WHERE hash = :hash",
        soci::use(version.hash), soci::into(published_at), soci::into(version.content);
    if (!reader.session().got_data()) return std::nullopt;
    version.published_at = fromSeconds(published_at);
    return version;
  });
}

std::vector<CatalogueVersionSummary> SociCatalogueVersions::list() const {
  return translating([&] {
    std::vector<CatalogueVersionSummary> summaries;
    CatalogueVersionSummary summary;
    std::int64_t published_at = 0;
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (reader.session().prepare << "SELECT hash, published_at, bytes FROM catalogue_version"
                                     " ORDER BY published_at DESC, id DESC",
         soci::into(summary.hash), soci::into(published_at), soci::into(summary.bytes));
    query.execute();
    while (query.fetch()) {
      summary.published_at = fromSeconds(published_at);
      summaries.push_back(summary);
    }
    return summaries;
  });
}

}  // namespace policycalc::store::sqlite
