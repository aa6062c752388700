#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::store {

class Database;

/// A month of the time that versions are kept: the longest, so that none is kept too short.
inline constexpr std::chrono::days kCatalogueMonth{31};

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
  std::int64_t bytes = 0;                            ///< length of the content
  std::optional<std::chrono::sys_seconds> ended_at;  ///< nothing for the current one

  bool operator==(const CatalogueVersionSummary&) const = default;
};

/// The catalogue versions published so far. The content of a version is never changed, and it is
/// removed only once its time is over; its hash stays.
/// Every function may be called from any thread and throws StoreError when the store fails.
class CatalogueVersions {
 public:
  /// `database` outlives this object.
  explicit CatalogueVersions(Database& database) : database_(database) {}
  CatalogueVersions(const CatalogueVersions&) = delete;
  CatalogueVersions& operator=(const CatalogueVersions&) = delete;

  /// Keeps `version` as the current one; once this returns, it outlives a crash and a power cut.
  /// The one that was current ends at the time of `version`, or at the confirmed time if that is
  /// later. Returns true if it is new. Publishing the same hash and content again keeps the first
  /// time and returns false; another content under a known hash, an empty hash and a NUL in either
  /// are refused with kConstraint.
  bool publish(const CatalogueVersion& version);

  /// The version of exactly that hash, if its content is there; also one that waits for approval.
  std::optional<CatalogueVersion> find(std::string_view hash) const;

  /// Whether a version of exactly that hash was removed, as its time was over.
  bool isRemoved(std::string_view hash) const;

  /// Removes the content of each version that ended longer than `kept` ago, by endingTime(), unless
  /// it waits to come back. Returns how many.
  std::size_t removeOver(std::chrono::sys_seconds now, std::chrono::seconds kept);

  /// All versions that can be found, newest first: by time of publication, then the one stored
  /// later first.
  std::vector<CatalogueVersionSummary> list() const;

 private:
  Database& database_;
};

}  // namespace policycalc::store
