#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::store {

/// Somebody who works at the desk.
struct StaffMember {
  std::int64_t id = 0;  ///< given by the store, from 1; never used again for another
  std::string login;    ///< as readLogin() gives it
  std::string name;     ///< for people
  std::string role;     ///< clerk, handler, supervisor or administrator
  std::string county;   ///< district code; "" for none or, for a supervisor, all
  std::string unit;     ///< key of the responsible unit; "" for none
  std::string password_hash;
  bool must_change = true;  ///< the password was somebody else's choice and is good for one change
  bool active = true;       ///< may log in
  std::int64_t revision = 1;  ///< counts the changes of name, role, county, unit and active, from 1
  std::chrono::sys_seconds created_at{};

  bool operator==(const StaffMember&) const = default;
};

/// The one spelling of a log-in: ASCII letters made small, blanks around it taken away. Nothing
/// unless that leaves 2 to 64 of a-z, 0-9, `.`, `_` and `-`, with a letter or digit first. Pure.
std::optional<std::string> readLogin(std::string_view text);

/// Those who work at the desk. Nobody is ever removed, so that what they did keeps its name. Every
/// function may be called from any thread and throws StoreError when the store fails. A NUL in any
/// text, an empty name or hash and a role that is none of the above are refused with kConstraint.
class StaffMembers {
 public:
  virtual ~StaffMembers() = default;

  /// kLastAdministrator: it would leave nobody who may log in and manage the accounts.
  enum class Change : std::uint8_t { kDone, kOtherRevision, kLastAdministrator, kNone };

  /// Keeps a new one, whose id and revision are ignored; returns the id. A log-in that is taken or
  /// that is not as readLogin() spells it is refused with kConstraint.
  virtual std::int64_t add(const StaffMember& member) = 0;

  virtual std::optional<StaffMember> find(std::int64_t id) const = 0;

  /// By the log-in as somebody typed it.
  virtual std::optional<StaffMember> findByLogin(std::string_view login) const = 0;

  /// All of them, by log-in.
  virtual std::vector<StaffMember> list() const = 0;

  /// Takes over name, role, county, unit and active of `next` for the one with its id, and nothing
  /// else (the stored revision is one more than `expected_revision`), unless that has another
  /// revision by now. Whoever is not active afterwards has no session left.
  virtual Change update(const StaffMember& next, std::int64_t expected_revision) = 0;

  /// Sets the hash, whatever it was, and ends all sessions of the member in the same commit. False
  /// if there is no such member.
  virtual bool setPassword(std::int64_t id, std::string_view hash, bool must_change) = 0;

  /// For a member who showed the old password: as setPassword(), with nothing to be changed any
  /// more; but false, and nothing is done, if the stored hash is not `old_hash` any more.
  virtual bool changePassword(std::int64_t id, std::string_view old_hash,
                              std::string_view hash) = 0;

  /// Puts another hash of the same password in the place of `old_hash`; sessions and `must_change`
  /// stay. False if it is not `old_hash` any more.
  virtual bool rehash(std::int64_t id, std::string_view old_hash, std::string_view hash) = 0;
};

}  // namespace policycalc::store
