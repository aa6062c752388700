#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "policycalc/json/writer.h"
#include "policycalc/store/staff.h"

namespace policycalc::desk {

/// Names members of the staff in an answer: `{"id":…,"name":…}`, or null for 0 (the service itself,
/// or none) and for an unknown id. Asks the store once for each member. For one answer and one
/// thread. Keeps a reference.
class StaffRefs {
 public:
  explicit StaffRefs(const store::StaffMembers& members) : members_(members) {}

  /// Takes over these names, so that the store is not asked for them.
  void learn(const std::vector<store::StaffMember>& staff);

  void write(json::Writer& writer, std::int64_t staff_id);

 private:
  const store::StaffMembers& members_;
  std::unordered_map<std::int64_t, std::string> names_;  ///< "" for null
};

/// A text that changes whenever a member is added or changed. For ETags.
std::string versionOf(const std::vector<store::StaffMember>& staff);

}  // namespace policycalc::desk
