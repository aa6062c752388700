#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace policycalc::store {

class Database;

/// The keys of the service that a record was made with, by their ids. Empty ids are those of a
/// database that belongs to no key yet.
struct KeyIds {
  std::string current;   ///< sealed what is sealed
  std::string previous;  ///< while a rotation is unfinished, made the blind index; else ""

  bool operator==(const KeyIds&) const = default;
};

/// A key that the database belongs to.
struct KeyCheck {
  std::string id;      ///< names the key
  std::string sealed;  ///< shows whether a key is this one

  bool operator==(const KeyCheck&) const = default;
};

/// What is sealed with the service's key, in numbers.
struct SealedCounts {
  std::int64_t profiles = 0;  ///< saved profiles whose owners agreed to anything
  std::int64_t feedback = 0;
  std::int64_t applicants = 0;  ///< without the erased ones
  std::int64_t apps = 0;        ///< second factors

  std::int64_t all() const { return profiles + feedback + applicants + apps; }
};

enum class SealedKind : std::uint8_t { kProfile, kFeedback, kApplicant, kSecondFactor };

/// What one record keeps that depends on the service's key. Fields of other kinds are empty.
struct SealedRow {
  std::int64_t id = 0;         ///< of second factors, the member's
  std::string bound_to;        ///< the profile's lookup, the feedback's reference
  std::string key_by_service;  ///< profiles and applicants
  std::string message;         ///< feedback
  std::string contact;         ///< feedback; "" if none was given
  std::string firm;            ///< applicants
  std::string firm_next;       ///< applicants
  std::string record;          ///< applicants; sealed by the applicant's own key, never written
  std::string secret;          ///< second factors; "" until one is confirmed
  std::string secret_next;     ///< second factors; "" unless one is being set up
};

/// Which keys of the service the database belongs to, and the way of all that is sealed from one
/// key to the next. The store itself knows no key. Every function may be called from any thread and
/// throws StoreError when the store fails.
///
/// A rotation begins with begin(): from then on, records made with the earlier key are refused with
/// kStaleKey, as requireKeys() says. Then reseal() passes over all records, and finish() ends it.
/// Until then an applicant's `firm` remains its index under the previous key, and `firm_next` is
/// that under the current one, so that a firm is found whichever records have been resealed.
class KeyRecord {
 public:
  /// `database` outlives this object.
  explicit KeyRecord(Database& database) : database_(database) {}
  KeyRecord(const KeyRecord&) = delete;
  KeyRecord& operator=(const KeyRecord&) = delete;

  /// The current key and, while a rotation is unfinished, the previous one.
  struct Kept {
    std::optional<KeyCheck> current;
    std::optional<KeyCheck> previous;
  };
  Kept kept() const;

  /// Throws StoreError with kStaleKey unless the database belongs to exactly these keys now.
  void require(const KeyIds& keys) const;

  /// Makes the database belong to its first key. False if it belongs to one already.
  bool adopt(const KeyCheck& first);

  /// Makes `next` the current key and the current key the previous one. False if a rotation is
  /// unfinished or if the database belongs to no key.
  bool begin(const KeyCheck& next);

  /// Ends the rotation: the previous key is forgotten, `firm_next` takes the place of `firm`, and
  /// the homes of log-ins, whose names are hashes under the previous key, are removed.
  /// What the previous key had sealed is gone from the files as SavedProfiles says.
  void finish();

  SealedCounts counts() const;

  /// The sealed rows of one kind with ids from `after` + 1 on, at most `kBatch`, by id.
  std::vector<SealedRow> rows(SealedKind kind, std::int64_t after) const;

  /// From the best to the worst.
  enum class Outcome : std::uint8_t { kAsItWas, kResealed, kUnreadable };
  /// Changes what is sealed in the row. May be called more than once for a row.
  using Reseal = std::function<Outcome(SealedRow&)>;
  struct Batch {
    std::int64_t last = 0;  ///< the id of the last row; 0 if there was none
    std::size_t resealed = 0;
    std::vector<std::int64_t> unreadable;  ///< the ids
  };
  /// Passes over the rows that rows() would return, in one commit, and stores what `reseal` changed
  /// of them, whatever it answers.
  Batch reseal(SealedKind kind, std::int64_t after, const Reseal& reseal);

  /// Few enough that others who write do not wait long for the commit.
  static constexpr int kBatch = 50;

 private:
  Database& database_;
};

}  // namespace policycalc::store
