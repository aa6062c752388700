#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

/// The keys of the service at one moment. All that is sealed is sealed with `current`. While a
/// rotation is unfinished, some of what is stored opens only with `previous`.
struct ServiceKeys {
  /// A key that belongs to no database. Implicit: a key is all the keys there are.
  ServiceKeys(const Key& only) : current(only) {}  // NOLINT(google-explicit-constructor)
  ServiceKeys(const Key& now, std::optional<Key> before);

  Key current;
  std::optional<Key> previous;
  std::string current_id;   ///< see keyId(); "" for a key that belongs to no database
  std::string previous_id;  ///< "" without a previous key

  bool operator==(const ServiceKeys&) const = default;

  /// As vault::open() and vault::unwrap(), by either key.
  std::optional<std::string> open(std::string_view sealed, std::string_view context) const;
  std::optional<Key> unwrap(std::string_view wrapped, std::string_view context) const;

  /// The key of blind indexes: the one that the index of every record was made with.
  const Key& indexKey() const { return previous ? *previous : current; }
};

/// The keys of a running service, which a rotation changes under it. They lie in memory that is not
/// swapped out, if the system's limit on locked memory allows it. Copies share their state. Any
/// thread may call any function.
class KeyRing {
 public:
  /// Returns the keys as they are now, or nothing if they cannot be read.
  using Load = std::function<std::optional<ServiceKeys>()>;

  /// A key that never changes.
  KeyRing(const Key& only);  // NOLINT(google-explicit-constructor)
  KeyRing(ServiceKeys keys, Load load);

  /// The keys to seal with. Use one object for everything that a record is stored with.
  std::shared_ptr<const ServiceKeys> keys() const;

  /// Loads the keys again. False if they are the same as before.
  bool refresh() const;

  /// As those of ServiceKeys, by any key that the ring has held: a record may have been read just
  /// before the rotation sealed it again. Refreshes the ring if none of them opens it.
  std::optional<std::string> open(std::string_view sealed, std::string_view context) const;
  std::optional<Key> unwrap(std::string_view wrapped, std::string_view context) const;

 private:
  struct State;

  std::shared_ptr<State> state_;
};

}  // namespace policycalc::vault
