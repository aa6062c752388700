#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/permission.h"

namespace policycalc::desk {

/// Where a member of the staff works. The seat decides whose data they see and what they handle.
struct Seat {
  Role role = Role::kHandler;
  std::int64_t staff_id = 0;
  std::string county;  ///< "": none; for a supervisor or a handler, every county
  std::string unit;    ///< "": none
  bool active = true;  ///< false once the account is disabled
  std::vector<std::int64_t> stands_in_for = {};  ///< who is absent today, and whose work it takes
};

/// Whether the holder does the work of `staff_id`, as that member or as the substitute.
bool actsFor(const Seat& seat, std::int64_t staff_id);

/// Whether the holder of `substitute` can take the work of the holder of `absent`: both work on the
/// same side, and the substitute sees all that the absent member sees. A disabled account takes no
/// work; an administrator has no matters, so there is nothing to take.
bool canStandInFor(const Seat& substitute, const Seat& absent);

/// Whether the seat's county and unit are these. A part that the seat lacks restricts nothing.
bool covers(const Seat& seat, std::string_view county, std::string_view unit);

/// A seat that someone asks for, in a request or on the command line. A part that is not given is
/// empty.
struct SeatRequest {
  std::optional<Role> role;
  std::optional<std::string_view> county;
  std::optional<std::string_view> unit;
};

/// Which codes the policies know.
struct KnownPlaces {
  std::function<bool(std::string_view)> is_county;
  std::function<bool(std::string_view)> is_unit;
};

enum class SeatFault : std::uint8_t {
  kCountyMissing,  ///< the role needs one
  kUnitMissing,    ///< the role needs one
  kUnknownCounty,
  kUnknownUnit,
};

/// Every fault of the seat, in the order of SeatFault. Asks `known` only about codes that are
/// given.
std::vector<SeatFault> faultsOf(const SeatRequest& seat, const KnownPlaces& known);

}  // namespace policycalc::desk
