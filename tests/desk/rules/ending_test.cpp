#include "policycalc/desk/rules/ending.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/deed.h"

#include "desk/rules/small_workdays.h"

namespace policycalc::desk::test {
namespace {

using S = MatterState;
using enum EndPart;

struct EndRow {
  const char* name;
  S to;
  std::set<EndPart> given;
  const char* faults;  ///< each part that is wrong, with `-` if missing and `+` if out of place
};
std::ostream& operator<<(std::ostream& out, const EndRow& row) {
  return out << row.name;
}

const EndRow kEnds[] = {
    {"a payment", S::kFulfilled, {kAmount, kDay, kNumber, kProof}, ""},
    {"a payment without proof", S::kFulfilled, {kAmount, kDay, kNumber}, "-proof "},
    {"nothing", S::kFulfilled, {}, "-amount -day -number -proof "},
    {"a service", S::kFulfilled, {kService, kDay}, ""},
    {"a service with its proof", S::kFulfilled, {kService, kDay, kProof}, ""},
    {"a service without a day", S::kFulfilled, {kService}, "-day "},
    {"a service and an amount",
     S::kFulfilled,
     {kService, kDay, kAmount, kNumber},
     "+amount +number "},
    {"a payment that someone heard of",
     S::kFulfilled,
     {kAmount, kDay, kNumber, kProof, kHeardBy},
     "+heard_by "},
    {"forwarded", S::kForwarded, {kRecipient}, ""},
    {"forwarded to no one", S::kForwarded, {}, "-recipient "},
    {"withdrawn", S::kWithdrawn, {kHeardBy, kWay}, ""},
    {"withdrawn, as it is said", S::kWithdrawn, {}, "-heard_by -way "},
    {"refused", S::kRefused, {}, ""},
    {"refused with an amount", S::kRefused, {kAmount}, "+amount "},
    {"unreachable", S::kUnreachable, {}, ""},
    {"handed over", S::kHandedOver, {}, ""},
    {"handed over with a recipient", S::kHandedOver, {kRecipient}, "+recipient "},
};

struct TryRow {
  const char* name;
  std::vector<std::string> days;
  bool enough;
};
std::ostream& operator<<(std::ostream& out, const TryRow& row) {
  return out << row.name;
}

// 2026-02-14 is a worked Saturday, the 15th a day off.
const TryRow kTries[] = {
    {"never", {}, false},
    {"once", {"2026-02-12"}, false},
    {"twice on a day", {"2026-02-12", "2026-02-12"}, false},
    {"on two workdays", {"2026-02-12", "2026-02-13"}, true},
    {"on a workday and a worked Saturday", {"2026-02-13", "2026-02-14"}, true},
    {"on a workday and a day off", {"2026-02-13", "2026-02-15"}, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Endings)

BOOST_DATA_TEST_CASE(an_end_says_what_belongs_to_it, kEnds, row) {
  std::string faults;
  for (const EndFault& fault : faultsOf(row.to, row.given)) {
    faults += (fault.missing ? "-" : "+") + std::string(nameOf(fault.part)) + " ";
  }
  BOOST_TEST(faults == row.faults);
}

BOOST_DATA_TEST_CASE(a_company_was_tried_on_two_workdays, kTries, row) {
  std::vector<base::Date> days;
  for (const std::string& text : row.days) days.push_back(day(text));
  BOOST_TEST(triedEnough(days, deadlinesOf(kSmallWorkdays).workdays()) == row.enough);
}

BOOST_AUTO_TEST_CASE(names_are_read_back) {
  for (const ContactWay way : kContactWays) BOOST_TEST((contactWayNamed(nameOf(way)) == way));
  for (const Deed deed : kDeeds) BOOST_TEST((deedNamed(nameOf(deed)) == deed));
  for (const char* other : {"", "Phone", "phone ", "told_", "Told"}) {
    BOOST_TEST(!contactWayNamed(other).has_value(), other);
    BOOST_TEST(!deedNamed(other).has_value(), other);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
