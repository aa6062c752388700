#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace policycalc::desk {

/// The job of a member of the staff. Each member has exactly one role.
enum class Role : std::uint8_t { kClerk, kHandler, kSupervisor, kAdministrator, kKeeper };

inline constexpr std::array kRoles{Role::kClerk, Role::kHandler, Role::kSupervisor,
                                   Role::kAdministrator, Role::kKeeper};

/// What a role can be permitted to do. Every endpoint of the desk needs exactly one permission.
enum class Permission : std::uint8_t {
  kOwnAccount,  ///< read one's own account, change its password, end its sessions
  kSearchApplicants,
  kAssist,  ///< add an applicant, and change their profile and authorisation
  kReadMatter,
  kWorkMatter,  ///< open a matter, move it on, tick documents off, write notes
  kReassign,
  kManageHandlers,
  kManageStaff,
  kReadAudit,
  kExport,
  kKeepPolicies,  ///< see which policies are, were and will be in use, and what of them runs out
};

inline constexpr std::array kPermissions{
    Permission::kOwnAccount,     Permission::kSearchApplicants, Permission::kAssist,
    Permission::kReadMatter,     Permission::kWorkMatter,       Permission::kReassign,
    Permission::kManageHandlers, Permission::kManageStaff,      Permission::kReadAudit,
    Permission::kExport,         Permission::kKeepPolicies};

/// Whether the role has the permission. Which matters and applicants it reaches depends on the
/// seat, see sight.h. An administrator and a keeper of the policies have no permission that shows
/// an applicant.
bool may(Role role, Permission permission);

/// As stored and sent: `clerk`, `handler`, `supervisor`, `administrator`, `keeper`.
std::string_view nameOf(Role role);
/// `manage_staff` and so on.
std::string_view nameOf(Permission permission);
/// The role that nameOf() spells exactly so; nothing for any other text.
std::optional<Role> roleNamed(std::string_view name);

/// Whether the role works in one county: a clerk does.
bool needsCounty(Role role);
/// Whether the role works for one unit: a handler does.
bool needsUnit(Role role);

}  // namespace policycalc::desk
