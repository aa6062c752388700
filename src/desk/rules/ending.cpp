#include "policycalc/desk/rules/ending.h"

namespace policycalc::desk {
namespace {

// In the order of kContactWays.
constexpr std::array<std::string_view, kContactWays.size()> kWays{"phone", "in_person", "message",
                                                                  "letter"};
static_assert(static_cast<std::size_t>(ContactWay::kLetter) + 1 == kWays.size());

// In the order of kEndParts.
constexpr std::array<std::string_view, kEndParts.size()> kParts{
    "amount", "day", "number", "proof", "service", "recipient", "heard_by", "way"};
static_assert(static_cast<std::size_t>(EndPart::kWay) + 1 == kParts.size());

constexpr std::size_t kAttemptDays = 2;

struct Wanted {
  std::set<EndPart> needed;
  std::set<EndPart> optional = {};
};

Wanted wantedFor(MatterState to, const std::set<EndPart>& given) {
  using enum EndPart;
  switch (to) {
    case MatterState::kFulfilled:
      if (given.count(kService) != 0) return {{kDay, kService}, {kProof}};
      return {{kAmount, kDay, kNumber, kProof}};
    case MatterState::kForwarded:
      return {{kRecipient}};
    case MatterState::kWithdrawn:
      return {{kHeardBy, kWay}};
    case MatterState::kReceived:
    case MatterState::kPreparing:
    case MatterState::kHandedOver:
    case MatterState::kInProgress:
    case MatterState::kRefused:
    case MatterState::kUnreachable:
    case MatterState::kExpired:
      break;
  }
  return {};
}

}  // namespace

std::string_view nameOf(ContactWay way) {
  return kWays[static_cast<std::size_t>(way)];
}

std::optional<ContactWay> contactWayNamed(std::string_view name) {
  for (const ContactWay way : kContactWays) {
    if (nameOf(way) == name) return way;
  }
  return std::nullopt;
}

std::string_view nameOf(EndPart part) {
  return kParts[static_cast<std::size_t>(part)];
}

std::vector<EndFault> faultsOf(MatterState to, const std::set<EndPart>& given) {
  const Wanted wanted = wantedFor(to, given);
  std::vector<EndFault> faults;
  for (const EndPart part : kEndParts) {
    const bool is_given = given.count(part) != 0;
    const bool is_needed = wanted.needed.count(part) != 0;
    if (is_needed && !is_given) faults.push_back({part, true});
    if (is_given && !is_needed && wanted.optional.count(part) == 0) faults.push_back({part, false});
  }
  return faults;
}

bool triedEnough(const std::vector<base::Date>& attempts, const Workdays& workdays) {
  std::set<base::Date> days;
  for (const base::Date day : attempts) {
    if (workdays.isWorkday(day)) days.insert(day);
  }
  return days.size() >= kAttemptDays;
}

}  // namespace policycalc::desk
