#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/workdays.h"

namespace policycalc::desk {

/// How a company and the staff spoke to each other.
enum class ContactWay : std::uint8_t { kPhone, kInPerson, kMessage, kLetter };

inline constexpr std::array kContactWays{ContactWay::kPhone, ContactWay::kInPerson,
                                         ContactWay::kMessage, ContactWay::kLetter};

/// As sent: `phone`, `in_person`, `message`, `letter`.
std::string_view nameOf(ContactWay way);
/// The way that nameOf() spells exactly so; nothing for any other text.
std::optional<ContactWay> contactWayNamed(std::string_view name);

/// What is recorded of the end of a matter.
enum class EndPart : std::uint8_t {
  kAmount,     ///< of the payment
  kDay,        ///< of the payment or the service
  kNumber,     ///< of the document about the payment
  kProof,      ///< what shows it
  kService,    ///< what the company was given instead of money
  kRecipient,  ///< who it was forwarded to
  kHeardBy,    ///< which member of the staff the company told that it withdraws
  kWay,        ///< how it told them
};

inline constexpr std::array kEndParts{EndPart::kAmount,  EndPart::kDay,     EndPart::kNumber,
                                      EndPart::kProof,   EndPart::kService, EndPart::kRecipient,
                                      EndPart::kHeardBy, EndPart::kWay};

/// As sent: `amount`, `day`, `number`, `proof`, `service`, `recipient`, `heard_by`, `way`.
std::string_view nameOf(EndPart part);

struct EndFault {
  EndPart part = EndPart::kAmount;
  bool missing = false;  ///< else it does not belong to this end

  bool operator==(const EndFault&) const = default;
};

/// What is wrong with the record of a step to `to` that says `given`, in the order of EndPart:
/// - fulfilled says amount, day, number and proof of a payment; or service and day, and may say a
///   proof;
/// - forwarded says the recipient;
/// - withdrawn says who heard it, and how;
/// - every other step says nothing.
std::vector<EndFault> faultsOf(MatterState to, const std::set<EndPart>& given);

/// Whether attempts to reach the company on these days are enough to end its matter as unreachable:
/// on two different workdays.
bool triedEnough(const std::vector<base::Date>& attempts, const Workdays& workdays);

}  // namespace policycalc::desk
