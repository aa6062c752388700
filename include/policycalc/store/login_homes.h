#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/key_record.h"

namespace policycalc::store {

class Database;

/// A pair of an account and a network from which it has logged in, under a name that reveals
/// neither.
struct LoginHome {
  std::string name;
  std::chrono::sys_seconds seen_at{};  ///< UTC

  bool operator==(const LoginHome&) const = default;
};

/// Where accounts have logged in. Every function may be called from any thread and throws
/// StoreError when the store fails. An empty name and a NUL are refused with kConstraint.
class LoginHomes {
 public:
  /// `database` outlives this object.
  explicit LoginHomes(Database& database) : database_(database) {}
  LoginHomes(const LoginHomes&) = delete;
  LoginHomes& operator=(const LoginHomes&) = delete;

  /// Keeps a home, in place of the one with that name, and removes the one named `instead`. A name
  /// that was made with other keys than those of the database is refused with kStaleKey.
  void keep(const LoginHome& home, std::string_view instead = {}, const KeyIds& keys = {});

  std::optional<LoginHome> find(std::string_view name) const;

  /// All of them, the latest first.
  std::vector<LoginHome> list() const;

 private:
  Database& database_;
};

}  // namespace policycalc::store
