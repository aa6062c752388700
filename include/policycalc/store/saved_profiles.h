#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/store/key_record.h"

namespace policycalc::store {

class Database;

/// A company's answers, kept at its owner's request. The store cannot read them: they are sealed,
/// under names and keys that it does not know.
struct SavedProfile {
  std::string lookup;                     ///< names it; derived from the owner's code, one way
  std::int64_t revision = 1;              ///< counts the changes, from 1
  std::chrono::sys_seconds saved_at{};    ///< of the last change, UTC
  std::chrono::sys_seconds expires_at{};  ///< it does not exist from this second on
  bool may_help = false;                  ///< the owner agreed that staff may open it to help
  bool may_notify = false;                ///< the owner agreed to be told of changed policies
  std::string sealed;                     ///< under a key made for this profile
  std::string key_by_code;                ///< that key, wrapped by the owner's
  std::string key_by_service;  ///< and by the service's; "" without the owner's agreement
  KeyIds keys{};               ///< what wrapped that; the store checks it and returns none

  bool operator==(const SavedProfile&) const = default;
};

/// The saved profiles. An expired one is not found, whether or not it has been removed yet. The
/// sealed texts of what is replaced or removed are gone from the database's files when the call
/// returns (overwritten, and the write-ahead log truncated); the one-way lookup and the times may
/// stay in unused space for a while, and copies made by others live on. If another process reads so
/// long that the log cannot be truncated within the busy timeout, the next erasing call (replace,
/// remove, removeExpired) makes up for it, whatever it finds. Every function may be called from any
/// thread and throws StoreError when the store fails.
class SavedProfiles {
 public:
  /// `database` outlives this object.
  explicit SavedProfiles(Database& database) : database_(database) {}
  SavedProfiles(const SavedProfiles&) = delete;
  SavedProfiles& operator=(const SavedProfiles&) = delete;

  enum class Change : std::uint8_t { kDone, kOtherRevision, kNone };

  /// Keeps a new one. Refused with kCeiling if as many are kept as StoreOptions allow. A lookup
  /// that is taken, even by an expired one, an empty lookup and a NUL in any text are refused with
  /// kConstraint, and so is an expiry that is not after `saved_at`. A `key_by_service` of other
  /// keys than those of the database is refused with kStaleKey.
  void add(const SavedProfile& profile);

  std::optional<SavedProfile> find(std::string_view lookup, std::chrono::sys_seconds now) const;

  /// Puts `next` (whose revision is ignored: the stored one is one more than `expected_revision`)
  /// in the place of the one with its lookup, unless that has another revision by now.
  Change replace(const SavedProfile& next, std::int64_t expected_revision,
                 std::chrono::sys_seconds now);

  /// False if there is no such profile.
  bool remove(std::string_view lookup, std::chrono::sys_seconds now);

  /// Removes those that have expired; returns how many.
  std::size_t removeExpired(std::chrono::sys_seconds now);

 private:
  Database& database_;
};

}  // namespace policycalc::store
