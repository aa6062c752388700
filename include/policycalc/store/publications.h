#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/store.h"

namespace policycalc::store {

class Database;

/// How policies came into use.
enum class PublicationKind : std::uint8_t {
  kFolder,   ///< a service took those of its folder, since none had been published
  kPublish,  ///< published
  kRollback  ///< an earlier version came back
};

/// Policies with all that is served beside the catalogue.
struct PublishedPolicies {
  std::string hash;         ///< of the catalogue: `sha256:…`
  std::string content;      ///< the whole catalogue
  std::string workdays;     ///< the calendar and deadlines of the desk
  std::string conformance;  ///< the rendered conformance pack; "" without one

  bool operator==(const PublishedPolicies&) const = default;
};

/// One change of what is in use.
struct Publication {
  std::int64_t number = 0;  ///< from 1, rising; the highest one is in use
  PublicationKind kind = PublicationKind::kFolder;
  std::string hash;
  std::chrono::sys_seconds at{};  ///< UTC
  std::string by = {};            ///< a name; "" for kFolder
  std::string why = {};           ///< "" for kFolder
  std::string what = {};          ///< what changed, in a line; "" for kFolder

  bool operator==(const Publication&) const = default;
};

/// Which policies the services on a database answer by, since when, by whom and why. It reads and
/// writes the database by connections of its own, so that commands and services need not share
/// more than the file. Every function may be called from any thread and throws StoreError.
class Publications {
 public:
  /// Opens the database as openStore() does, and throws as that.
  explicit Publications(const StoreOptions& options);
  ~Publications();
  Publications(const Publications&) = delete;
  Publications& operator=(const Publications&) = delete;

  /// The number in use; 0 if nothing is. Cheap enough to ask each second.
  std::int64_t inUse() const;

  std::optional<Publication> find(std::int64_t number) const;

  /// The policies of a publication; nothing if there is no such number or the catalogue's time was
  /// over. See CatalogueVersions::removeOver().
  std::optional<PublishedPolicies> policies(std::int64_t number) const;

  /// Brings policies into use and keeps their catalogue as the current version, in one commit.
  /// `publication.number` is ignored. Returns the new number; nothing, and changes nothing, if
  /// another publication than `expected` is in use by now. Of kFolder it is done on a full disk,
  /// too. Refuses empty texts where Publication asks for one, and a NUL, with kConstraint.
  std::optional<std::int64_t> put(const Publication& publication, const PublishedPolicies& policies,
                                  std::int64_t expected);

  /// All, the latest first.
  std::vector<Publication> list() const;

 private:
  std::unique_ptr<Database> database_;
};

}  // namespace policycalc::store
