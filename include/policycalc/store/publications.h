#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/error.h"

namespace policycalc::store {

class Database;
struct StoreOptions;

/// How policies came into use.
enum class PublicationKind : std::uint8_t {
  kFolder,   ///< a service took those of its folder, since none had been published
  kPublish,  ///< published
  kRollback  ///< an earlier version came back
};
/// `folder`, `publish` or `rollback`: as it is kept and sent.
std::string_view toString(PublicationKind kind);

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
  std::string approved_by = {};   ///< the second name, for a version that waited for it; else ""

  bool operator==(const Publication&) const = default;
};

/// Policies that were published and wait for the approval of a second person, or waited for it.
struct WaitingVersion {
  enum class State : std::uint8_t { kWaiting, kApproved, kWithdrawn };

  std::int64_t id = 0;
  std::string hash;
  std::chrono::sys_seconds at{};  ///< UTC, when it was published
  std::string by = {};
  std::string why = {};
  std::string what = {};
  std::int64_t over = 0;  ///< the number in use when it was published, with which it was compared
  State state = State::kWaiting;
  std::optional<std::chrono::sys_seconds> ended_at = {};  ///< of its approval or withdrawal
  std::string ended_by = {};
  std::string ended_why = {};  ///< of a withdrawal

  bool operator==(const WaitingVersion&) const = default;
};

/// Which policies the services on a database answer by, since when, by whom and why, and which wait
/// for approval. With StoreOptions it opens its own connections, so that commands and services
/// share nothing but the file. Every function may be called from any thread and throws
/// StoreError.
class Publications {
 public:
  /// Opens the database as openStore() does, and throws as that.
  explicit Publications(const StoreOptions& options);
  /// On a database of the caller, which outlives this object.
  explicit Publications(Database& database);
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

  /// Keeps policies until a second person approves them; nothing changes for those who ask the
  /// services, except that find() of CatalogueVersions knows their hash. Returns false, and changes
  /// nothing, if a version of that hash waits already, or another publication than `waiting.over`
  /// is in use by now. `waiting.id` and how it ended are ignored. Refuses what put() refuses.
  bool propose(const WaitingVersion& waiting, const PublishedPolicies& policies);

  /// The policies that wait under an id; nothing if none do.
  std::optional<PublishedPolicies> waitingPolicies(std::int64_t id) const;

  /// Brings waiting policies into use as put() does, with the name of the second person. Returns
  /// the new number; nothing, and changes nothing, if the version no longer waits or another
  /// publication than its `over` is in use by now. Whether the names differ is up to the caller.
  std::optional<std::int64_t> approve(std::int64_t id, const std::string& by,
                                      std::chrono::sys_seconds at);

  /// Takes waiting policies back and removes their texts; their catalogue stays if it was in use
  /// before. Returns false, and changes nothing, if the version no longer waits.
  bool withdraw(std::int64_t id, const std::string& by, const std::string& why,
                std::chrono::sys_seconds at);

  /// All that wait or waited, the latest first.
  std::vector<WaitingVersion> waitingVersions() const;

 private:
  std::unique_ptr<Database> own_;
  Database* database_;
};

}  // namespace policycalc::store
