#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace policycalc::store {

/// A company's answers, kept because its owner asked for it. The store cannot read them: what it
/// holds is sealed, under names and keys that it does not know.
struct SavedProfile {
  std::string lookup;                     ///< names it; derived from the owner's code, one way
  std::int64_t revision = 1;              ///< counts the changes, from 1
  std::chrono::sys_seconds saved_at{};    ///< of the last change, UTC
  std::chrono::sys_seconds expires_at{};  ///< from this second on it does not exist
  bool may_help = false;                  ///< the owner agreed that staff may open it to help
  bool may_notify = false;                ///< the owner agreed to be told of changed policies
  std::string sealed;                     ///< the profile, under a key of its own
  std::string key_by_code;                ///< that key, wrapped by the owner's
  std::string key_by_service;  ///< and by the service's; "" without the owner's agreement

  bool operator==(const SavedProfile&) const = default;
};

/// The profiles that owners saved. An expired one is as if it were not there, whether or not it has
/// been removed yet. The sealed texts of what is replaced or removed are gone from the database's
/// files when the call returns (overwritten, and the write-ahead log truncated); the one-way lookup
/// and the times may stay in unused space for a while, and copies made by others live on. If
/// another process reads so long that the log cannot be truncated within the busy timeout, the next
/// erasing call (replace, remove, removeExpired) makes up for it, whatever it finds. Every function
/// may be called from any thread and throws StoreError when the store fails.
class SavedProfiles {
 public:
  virtual ~SavedProfiles() = default;

  enum class Change : std::uint8_t { kDone, kOtherRevision, kNone };

  /// Keeps a new one. A lookup that is taken, even by an expired one, an empty lookup and a NUL in
  /// any text are refused with kConstraint, and so is an expiry that is not after `saved_at`.
  virtual void add(const SavedProfile& profile) = 0;

  virtual std::optional<SavedProfile> find(std::string_view lookup,
                                           std::chrono::sys_seconds now) const = 0;

  /// Puts `next` (whose revision is ignored: the stored one is one more than `expected_revision`)
  /// in the place of the one with its lookup, unless that has another revision by now.
  virtual Change replace(const SavedProfile& next, std::int64_t expected_revision,
                         std::chrono::sys_seconds now) = 0;

  /// False if there is none.
  virtual bool remove(std::string_view lookup, std::chrono::sys_seconds now) = 0;

  /// Removes those that have expired; returns how many.
  virtual std::size_t removeExpired(std::chrono::sys_seconds now) = 0;
};

}  // namespace policycalc::store
