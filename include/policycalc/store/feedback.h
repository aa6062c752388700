#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/key_record.h"

namespace policycalc::store {

class Database;

/// A message about a measure or the service. The store cannot read message and contact.
struct FeedbackEntry {
  std::string reference;     ///< short, for people to quote; no secret
  std::string query_lookup;  ///< derived from the sender's query code
  std::string kind;          ///< error, objection or suggestion
  std::string measure;       ///< "" if it is about the service
  std::string catalogue;     ///< the version that the sender saw
  std::chrono::sys_seconds received_at{};
  std::string state;  ///< received, in_progress, answered or declined
  std::chrono::sys_seconds changed_at{};
  std::string sealed_message;
  std::string sealed_contact;  ///< "" if none was given
  KeyIds keys{};               ///< what sealed both; the store checks it and returns none

  bool operator==(const FeedbackEntry&) const = default;
};

/// The feedback. Every function may be called from any thread and throws StoreError when the store
/// fails.
class Feedback {
 public:
  /// `database` outlives this object.
  explicit Feedback(Database& database) : database_(database) {}
  Feedback(const Feedback&) = delete;
  Feedback& operator=(const Feedback&) = delete;

  /// Refused with kCeiling if as many are kept as StoreOptions allow. A reference or query lookup
  /// that is taken or empty, an unknown kind or state and a NUL are refused with kConstraint, other
  /// keys than those of the database with kStaleKey.
  void add(const FeedbackEntry& entry);

  /// The state, for the holder of the query code.
  std::optional<std::string> stateOf(std::string_view query_lookup) const;

  std::optional<FeedbackEntry> find(std::string_view reference) const;

  /// All of them, newest first; the one stored later first among equals.
  std::vector<FeedbackEntry> list() const;

  /// False if there is no such entry. An unknown state is refused with kConstraint.
  bool setState(std::string_view reference, std::string_view state, std::chrono::sys_seconds now);

  /// False if there is no such entry. Its data is gone from the files as SavedProfiles says.
  bool remove(std::string_view reference);

 private:
  Database& database_;
};

}  // namespace policycalc::store
