#include "policycalc/desk/rules/permission.h"

#include <algorithm>

namespace policycalc::desk {
namespace {

/// The roles that have a permission, in the order of kRoles.
struct Row {
  Permission permission;
  std::string_view name;
  bool clerk;
  bool handler;
  bool supervisor;
  bool administrator;
  bool keeper;
};

constexpr bool kNo = false;
constexpr bool kYes = true;

// INVARIANT: one row for each permission, in the order of kPermissions (checked below).
constexpr Row kTable[] = {
    //                                                     clerk handler superv. admin. keeper
    {Permission::kOwnAccount, "own_account", kYes, kYes, kYes, kYes, kYes},
    {Permission::kSearchApplicants, "search_applicants", kYes, kNo, kYes, kNo, kNo},
    {Permission::kAssist, "assist", kYes, kNo, kYes, kNo, kNo},
    {Permission::kReadMatter, "read_matter", kYes, kYes, kYes, kNo, kNo},
    {Permission::kWorkMatter, "work_matter", kYes, kYes, kYes, kNo, kNo},
    {Permission::kReassign, "reassign", kNo, kNo, kYes, kNo, kNo},
    {Permission::kManageHandlers, "manage_handlers", kNo, kNo, kYes, kYes, kNo},
    {Permission::kManageStaff, "manage_staff", kNo, kNo, kNo, kYes, kNo},
    {Permission::kReadAudit, "read_audit", kNo, kNo, kYes, kYes, kNo},
    {Permission::kExport, "export", kYes, kYes, kYes, kNo, kNo},
    {Permission::kKeepPolicies, "keep_policies", kNo, kNo, kNo, kNo, kYes},
};

constexpr bool isInOrder() {
  if (std::size(kTable) != kPermissions.size()) return false;
  for (std::size_t i = 0; i < kPermissions.size(); ++i) {
    if (kTable[i].permission != kPermissions[i]) return false;
  }
  return true;
}
static_assert(isInOrder());

const Row& rowOf(Permission permission) {
  return kTable[static_cast<std::size_t>(permission)];
}

}  // namespace

bool may(Role role, Permission permission) {
  const Row& row = rowOf(permission);
  switch (role) {
    case Role::kClerk:
      return row.clerk;
    case Role::kHandler:
      return row.handler;
    case Role::kSupervisor:
      return row.supervisor;
    case Role::kAdministrator:
      return row.administrator;
    case Role::kKeeper:
      return row.keeper;
  }
  return false;
}

std::string_view nameOf(Role role) {
  switch (role) {
    case Role::kClerk:
      return "clerk";
    case Role::kHandler:
      return "handler";
    case Role::kSupervisor:
      return "supervisor";
    case Role::kAdministrator:
      return "administrator";
    case Role::kKeeper:
      return "keeper";
  }
  return {};
}

std::string_view nameOf(Permission permission) {
  return rowOf(permission).name;
}

std::optional<Role> roleNamed(std::string_view name) {
  const auto found = std::find_if(kRoles.begin(), kRoles.end(),
                                  [name](Role role) { return nameOf(role) == name; });
  if (found == kRoles.end()) return std::nullopt;
  return *found;
}

bool needsCounty(Role role) {
  return role == Role::kClerk;
}

bool needsUnit(Role role) {
  return role == Role::kHandler;
}

}  // namespace policycalc::desk
