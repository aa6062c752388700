#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace policycalc::desk {

/// What somebody is at the desk. Everybody has exactly one role.
enum class Role : std::uint8_t { kClerk, kHandler, kSupervisor, kAdministrator };

inline constexpr std::array kRoles{Role::kClerk, Role::kHandler, Role::kSupervisor,
                                   Role::kAdministrator};

/// What can be allowed. Every endpoint of the hall names exactly one.
enum class Permission : std::uint8_t {
  kOwnAccount,  ///< who am I, my password, my sessions
  kSearchApplicants,
  kAssist,  ///< start an applicant's profile, and change it
  kReadMatter,
  kWorkMatter,  ///< open a matter, move it on, tick documents off, write notes
  kReassign,
  kManageHandlers,
  kManageStaff,
  kReadAudit,
  kExport,
};

inline constexpr std::array kPermissions{Permission::kOwnAccount,     Permission::kSearchApplicants,
                                         Permission::kAssist,         Permission::kReadMatter,
                                         Permission::kWorkMatter,     Permission::kReassign,
                                         Permission::kManageHandlers, Permission::kManageStaff,
                                         Permission::kReadAudit,      Permission::kExport};

/// The one table of who may do what. Which matters and applicants somebody sees at all is a matter
/// of their county and unit, and asked apart. An administrator sees nothing of any applicant.
bool may(Role role, Permission permission);

/// As stored and sent: `clerk`, `handler`, `supervisor`, `administrator`.
std::string_view nameOf(Role role);
/// `manage_staff` and so on.
std::string_view nameOf(Permission permission);
/// Exactly as nameOf() spells it; nothing for any other text.
std::optional<Role> roleNamed(std::string_view name);

/// A clerk sits in one county, which says what they see.
bool needsCounty(Role role);
/// A handler works for one unit, which says what they see.
bool needsUnit(Role role);

}  // namespace policycalc::desk
