#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::store {

/// Who takes care of a measure in a unit.
struct HandlerAssignment {
  std::string measure;
  std::string county;  ///< district code; "" for every county that has nobody of its own
  std::string unit;
  std::int64_t staff_id = 0;

  bool operator==(const HandlerAssignment&) const = default;
};

/// The table of named handlers, one for a measure, county and unit. Every change writes its audit
/// entry (object `handler`, its id that of the one who is named) in the same commit. Every function
/// may be called from any thread and throws StoreError when the store fails. A NUL, an empty
/// measure or unit and a member who does not exist are refused with kConstraint.
class Handlers {
 public:
  virtual ~Handlers() = default;

  enum class Change : std::uint8_t { kDone, kOther };

  /// By measure, county and unit.
  virtual std::vector<HandlerAssignment> list() const = 0;

  /// Who is named for it, by the county's own entry, else by that for every county; 0 for nobody.
  /// Somebody whose account is closed counts for nobody.
  virtual std::int64_t find(std::string_view measure, std::string_view county,
                            std::string_view unit) const = 0;

  /// Names somebody (0: nobody any more) unless the entry is not `expected_staff_id`'s (0: nobody)
  /// any more: kOther.
  virtual Change set(const HandlerAssignment& assignment, std::int64_t expected_staff_id,
                     const Actor& actor) = 0;
};

}  // namespace policycalc::store
