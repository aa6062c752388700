#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "policycalc/json/writer.h"
#include "policycalc/store/staff.h"

namespace policycalc::desk {

/// How an answer names members of the staff: `{"id":…,"name":…}`, or null for 0 (the service
/// itself, nobody) and for an id that nobody has. Asks the store once for each; for one answer and
/// one thread. Keeps a reference.
class StaffRefs {
 public:
  explicit StaffRefs(const store::StaffMembers& members) : members_(members) {}

  void write(json::Writer& writer, std::int64_t staff_id);

 private:
  const store::StaffMembers& members_;
  std::unordered_map<std::int64_t, std::string> names_;  ///< "" for nobody
};

}  // namespace policycalc::desk
