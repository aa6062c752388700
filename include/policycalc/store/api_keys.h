#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::store {

class Database;

/// What is kept of a partner's key. The key itself is not.
struct ApiKeyEntry {
  std::int64_t id = 0;  ///< given by the store
  std::string holder;   ///< the partner's page or server, as the operator calls it
  bool secret = false;
  std::string digest;  ///< one-way; unique
  std::string hint;    ///< its first characters, for people
  std::vector<std::string> scopes;
  std::vector<std::string> origins;     ///< of the pages that may send it
  int points = 0;                       ///< a minute; 0: as many as the service gives
  std::chrono::sys_seconds added_at{};  ///< UTC
  std::optional<std::chrono::sys_seconds> expires_at;  ///< from then on it opens nothing
  std::optional<std::chrono::sys_seconds> revoked_at;

  bool isAliveAt(std::chrono::sys_seconds time) const {
    return !revoked_at && (!expires_at || time < *expires_at);
  }
};

/// The keys of partners. A holder has one that is alive, and two while they change from one to the
/// other. Entries stay when a key ends, so that a list shows what there was. Every function may be
/// called from any thread and throws StoreError when the store fails. An empty text, a NUL and a
/// blank in a scope or an origin are refused with kConstraint.
class ApiKeys {
 public:
  enum class Added : std::uint8_t {
    kDone,
    kHasOne,  ///< the holder has a key that is alive
    kHasNone,
    kHasTwo,
  };

  /// `database` outlives this object.
  explicit ApiKeys(Database& database) : database_(database) {}
  ApiKeys(const ApiKeys&) = delete;
  ApiKeys& operator=(const ApiKeys&) = delete;

  /// The first key of a holder: kDone or kHasOne.
  Added add(const ApiKeyEntry& entry);

  struct Next {
    std::string_view digest;
    std::string_view hint;
    std::chrono::sys_seconds at;       ///< now
    std::chrono::sys_seconds ends_at;  ///< of the former key, unless it expires before
  };

  /// The next key of a holder, with the rights of the former one and as long a life: kDone,
  /// kHasNone or kHasTwo.
  Added rotate(std::string_view holder, const Next& next);

  /// Ends the holder's keys that are alive, or only those with that hint; the number of them. They
  /// open nothing from the next request on, in every process.
  std::size_t revoke(std::string_view holder, std::string_view hint, std::chrono::sys_seconds at);

  /// The key with that digest, alive or not.
  std::optional<ApiKeyEntry> find(std::string_view digest) const;

  /// All keys by holder, the latest first.
  std::vector<ApiKeyEntry> list() const;

 private:
  Database& database_;
};

}  // namespace policycalc::store
