#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::store {

/// What somebody told us about a measure or the service. The store cannot read message and contact.
struct FeedbackEntry {
  std::string reference;     ///< short and for people: names it in talk; no secret
  std::string query_lookup;  ///< derived from the query code of whoever sent it
  std::string kind;          ///< error, objection or suggestion
  std::string measure;       ///< "" where it is about none
  std::string catalogue;     ///< the version that was looked at
  std::chrono::sys_seconds received_at{};
  std::string state;  ///< received, in_progress, answered or declined
  std::chrono::sys_seconds changed_at{};
  std::string sealed_message;
  std::string sealed_contact;  ///< "" if none was given

  bool operator==(const FeedbackEntry&) const = default;
};

/// Every function may be called from any thread and throws StoreError when the store fails.
class Feedback {
 public:
  virtual ~Feedback() = default;

  /// A reference or query lookup that is taken, an empty one, another kind or state than the above
  /// and a NUL are refused with kConstraint.
  virtual void add(const FeedbackEntry& entry) = 0;

  /// The state alone, for whoever holds the query code.
  virtual std::optional<std::string> stateOf(std::string_view query_lookup) const = 0;

  virtual std::optional<FeedbackEntry> find(std::string_view reference) const = 0;

  /// All of them, newest first; the one stored later first among equals.
  virtual std::vector<FeedbackEntry> list() const = 0;

  /// False if there is none. Another state than the above is refused with kConstraint.
  virtual bool setState(std::string_view reference, std::string_view state,
                        std::chrono::sys_seconds now) = 0;

  /// False if there is none. It is gone from the files as SavedProfiles says.
  virtual bool remove(std::string_view reference) = 0;
};

}  // namespace policycalc::store
