#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::store {

class Database;

/// One catalogue as it was published: enough to answer by it again after the policies have
/// changed.
struct CatalogueVersion {
  std::string hash;                         ///< names it, as the API spells it: `sha256:…`
  std::chrono::sys_seconds published_at{};  ///< UTC
  std::string content;                      ///< the whole catalogue, UTF-8 without NUL

  bool operator==(const CatalogueVersion&) const = default;
};

/// What `list` tells of a version without reading it.
struct CatalogueVersionSummary {
  std::string hash;
  std::chrono::sys_seconds published_at{};
  std::int64_t bytes = 0;  ///< length of the content

  bool operator==(const CatalogueVersionSummary&) const = default;
};

/// The catalogue versions published so far. Versions are never changed or removed.
/// Every function may be called from any thread and throws StoreError when the store fails.
class CatalogueVersions {
 public:
  /// `database` outlives this object.
  explicit CatalogueVersions(Database& database) : database_(database) {}
  CatalogueVersions(const CatalogueVersions&) = delete;
  CatalogueVersions& operator=(const CatalogueVersions&) = delete;

  /// Keeps `version`; once this returns, it outlives a crash and a power cut. Returns true if it is
  /// new. Publishing the same hash and content again changes nothing, not even the time, and
  /// returns false; another content under a known hash, an empty hash and a NUL in either are
  /// refused with kConstraint.
  bool publish(const CatalogueVersion& version);

  /// The version of exactly that hash.
  std::optional<CatalogueVersion> find(std::string_view hash) const;

  /// All versions, newest first: by time of publication, then the one stored later first.
  std::vector<CatalogueVersionSummary> list() const;

 private:
  Database& database_;
};

}  // namespace policycalc::store
