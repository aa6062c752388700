#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "policycalc/store/store.h"

namespace policycalc::store::test {

/// One promise of StaffMembers and StaffSessions, which know of each other, to be kept by every
/// implementation. Starts from an empty store.
struct StaffCase {
  const char* name;
  void (*check)(Store&);
};

std::ostream& operator<<(std::ostream& out, const StaffCase& contract_case);

const std::vector<StaffCase>& staffContract();
const std::vector<StaffCase>& staffSessionsContract();

/// An active clerk, made at `at(100)`.
StaffMember staffMember(const std::string& login);

/// Begun at `at(100)`, last seen at `at(110)`.
StaffSession staffSession(const std::string& token_id, std::int64_t staff_id);

}  // namespace policycalc::store::test
