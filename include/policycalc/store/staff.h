#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/permission.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/handing_on.h"

namespace policycalc::store {

class Database;
struct StaffSession;

/// A member of the staff.
struct StaffMember {
  std::int64_t id = 0;  ///< given by the store, from 1; never used again for another
  std::string login;    ///< as readLogin() gives it
  std::string name;     ///< for people
  desk::Role role = desk::Role::kClerk;
  std::string county;  ///< district code; "" for none or, for a supervisor, all
  std::string unit;    ///< key of the responsible unit; "" for none
  std::string password_hash;
  bool must_change = true;    ///< an administrator chose the password: it is good for one change
  bool active = true;         ///< may log in
  std::int64_t revision = 1;  ///< counts the changes of name, role, county, unit and active, from 1
  std::chrono::sys_seconds created_at{};

  bool operator==(const StaffMember&) const = default;
};

/// The one spelling of a log-in: ASCII letters in lower case, without blanks around it. Returns
/// nothing unless that is 2 to 64 of a-z, 0-9, `.`, `_` and `-`, with a letter or digit first.
/// Pure.
std::optional<std::string> readLogin(std::string_view text);

/// The members of the staff. None is ever removed, so that what a member did keeps its name. Every
/// change but rehash() writes its audit entry (object `staff`, for changePassword() `session`) in
/// the same commit. Every function may be called from any thread and throws StoreError when the
/// store fails. A NUL in any text and an empty name or hash are refused with kConstraint.
class StaffMembers {
 public:
  /// `database` outlives this object.
  explicit StaffMembers(Database& database) : database_(database) {}
  StaffMembers(const StaffMembers&) = delete;
  StaffMembers& operator=(const StaffMembers&) = delete;

  /// kLastAdministrator: no administrator who may log in would be left. kHoldsMatters: there are
  /// open matters that the member could not act on any more, and nobody has said where they go.
  enum class Change : std::uint8_t {
    kDone,
    kOtherRevision,
    kLastAdministrator,
    kHoldsMatters,
    kNone
  };

  /// Keeps a new member, whose id and revision are ignored; returns the id, or nothing if the
  /// log-in is taken. A log-in that is not as readLogin() spells it is refused with kConstraint.
  std::optional<std::int64_t> addIfFree(const StaffMember& member, const Actor& actor);

  /// As addIfFree(), but a log-in that is taken is refused with kConstraint.
  std::int64_t add(const StaffMember& member, const Actor& actor);

  std::optional<StaffMember> find(std::int64_t id) const;

  /// By the log-in as it was typed.
  std::optional<StaffMember> findByLogin(std::string_view login) const;

  /// All of them, by log-in.
  std::vector<StaffMember> list() const;

  /// Takes over name, role, county, unit and active of `next` for the member with its id, and
  /// nothing else (the stored revision is one more than `expected_revision`), unless that has
  /// another revision by now. Ends all sessions of a member who is not active afterwards. Open
  /// matters that the member can no longer act on go to the duty handlers of their units.
  Change update(const StaffMember& next, std::int64_t expected_revision, const Actor& actor);

  struct Updated {
    Change change = Change::kNone;
    HandedOn matters;  ///< with kHoldsMatters, `left` counts them all
  };
  /// The same, with the matters going where `hand_on` says.
  Updated update(const StaffMember& next, std::int64_t expected_revision, const HandOn& hand_on,
                 const Actor& actor);

  /// Sets the hash, whatever it was, and ends all sessions of the member. False if there is no such
  /// member.
  bool setPassword(std::int64_t id, std::string_view hash, bool must_change, const Actor& actor);

  /// For a member who showed the old password: sets the hash, clears `must_change`, ends all
  /// sessions of the member and begins `next_session` in their place, which is theirs. False, and
  /// nothing is done, if the stored hash is not `old_hash` any more or the account is closed.
  bool changePassword(const StaffSession& next_session, std::string_view old_hash,
                      std::string_view hash, const Actor& actor);

  /// Puts another hash of the same password in the place of `old_hash`; sessions and `must_change`
  /// stay. False if it is not `old_hash` any more. Tells the trail nothing: no password changed.
  bool rehash(std::int64_t id, std::string_view old_hash, std::string_view hash);

 private:
  Database& database_;
};

}  // namespace policycalc::store
