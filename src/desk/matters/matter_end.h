#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/money.h"
#include "policycalc/desk/rules/ending.h"
#include "policycalc/json/value.h"

namespace policycalc::desk {

/// The longest text of an end, in code points.
inline constexpr std::size_t kMostEndText = 200;

/// What is recorded of the end of a matter. A part that is not there is empty.
struct MatterEnd {
  std::optional<base::Money> amount = {};
  std::optional<base::Date> day = {};
  std::string number = {};
  std::string proof = {};
  std::string service = {};
  std::string recipient = {};
  std::string heard_by = {};
  std::optional<ContactWay> way = {};
};

/// Reads the member `end` of a body. Adds to `issues`, with pointers below `/end`, what is wrong
/// with each part by itself: an amount must be above 0, and a day not after `today`.
MatterEnd readEnd(const json::Value& value, base::Date today, base::Issues& issues);

/// What a step to `to` lacks in its end, and what does not belong there, see faultsOf().
base::Issues issuesOfEnd(MatterState to, const MatterEnd& end);

/// The end as the answers and the database have it: a JSON object without the parts that are empty;
/// "" for an end without parts.
std::string textOfEnd(const MatterEnd& end);

/// What is said of a contact with the company: JSON, as textOfEnd(). `day`: empty where the time of
/// the record says it.
struct MatterContact {
  ContactWay way = ContactWay::kPhone;
  std::optional<base::Date> day = {};
  std::string note = {};  ///< "" for none
};
std::string textOfContact(const MatterContact& contact);

}  // namespace policycalc::desk
