#include "policycalc/desk/rules/permission.h"

#include <ostream>
#include <set>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

std::set<std::string> permissionsOf(Role role) {
  std::set<std::string> names;
  for (const Permission permission : kPermissions) {
    if (may(role, permission)) names.emplace(nameOf(permission));
  }
  return names;
}

/// The table of permissions, written a second time, by role.
struct Row {
  const char* role;
  std::set<std::string> permissions;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.role;
}

const Row kRows[] = {
    {"clerk",
     {"own_account", "search_applicants", "assist", "read_matter", "work_matter", "export"}},
    {"handler", {"own_account", "read_matter", "work_matter", "export"}},
    {"supervisor",
     {"own_account", "search_applicants", "assist", "read_matter", "work_matter", "reassign",
      "manage_handlers", "read_audit", "export"}},
    {"administrator", {"own_account", "manage_handlers", "manage_staff", "read_audit"}},
    {"keeper", {"own_account", "keep_policies"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Permissions)

BOOST_DATA_TEST_CASE(each_role_has_exactly_the_permissions_of_the_table, kRows, row) {
  const auto role = roleNamed(row.role);
  BOOST_REQUIRE(role.has_value());
  const auto found = permissionsOf(*role);
  BOOST_TEST(found == row.permissions, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_administrator_and_a_keeper_see_no_applicants) {
  for (const Permission permission : {Permission::kSearchApplicants, Permission::kAssist,
                                      Permission::kReadMatter, Permission::kExport}) {
    BOOST_TEST(!may(Role::kAdministrator, permission), nameOf(permission));
    BOOST_TEST(!may(Role::kKeeper, permission), nameOf(permission));
  }
}

BOOST_AUTO_TEST_CASE(only_names_of_roles_lead_back_to_a_role) {
  for (const Role role : kRoles) {
    const auto found = roleNamed(nameOf(role));
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((*found == role));
  }
  for (const char* other : {"", "Clerk", "clerk ", "admin", "root", "administrator\n"}) {
    BOOST_TEST(!roleNamed(other).has_value(), other);
  }
}

BOOST_AUTO_TEST_CASE(permissions_have_different_names) {
  std::set<std::string_view> names;
  for (const Permission permission : kPermissions) {
    BOOST_TEST(!nameOf(permission).empty());
    names.insert(nameOf(permission));
  }
  BOOST_TEST(names.size() == kPermissions.size());
}

BOOST_AUTO_TEST_CASE(a_clerk_needs_a_county_and_a_handler_a_unit) {
  for (const Role role : kRoles) {
    BOOST_TEST(needsCounty(role) == (role == Role::kClerk));
    BOOST_TEST(needsUnit(role) == (role == Role::kHandler));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
