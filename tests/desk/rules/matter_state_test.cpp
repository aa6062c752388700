#include "policycalc/desk/rules/matter_state.h"

#include <ostream>
#include <set>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

MatterState state(const char* name) {
  const auto found = matterStateNamed(name);
  BOOST_REQUIRE_MESSAGE(found.has_value(), name << " is no state");
  return *found;
}

/// The table of steps, written a second time. `asks`: r a reason, n takes a handler, h needs one.
/// `takers`: c clerk, h handler, s supervisor, a administrator.
struct Row {
  const char* from;
  const char* to;
  const char* asks;
  const char* takers;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.from << " to " << row.to;
}

const Row kSteps[] = {
    {"received", "preparing", "", "cs"},       {"received", "forwarded", "", "cs"},
    {"received", "unreachable", "", "cs"},     {"received", "withdrawn", "", "cs"},
    {"preparing", "handed_over", "n", "cs"},   {"preparing", "forwarded", "", "cs"},
    {"preparing", "unreachable", "", "cs"},    {"preparing", "withdrawn", "", "cs"},
    {"handed_over", "preparing", "r", "hs"},   {"handed_over", "in_progress", "nh", "hs"},
    {"handed_over", "forwarded", "", "hs"},    {"handed_over", "unreachable", "", "chs"},
    {"handed_over", "withdrawn", "", "chs"},   {"in_progress", "fulfilled", "", "hs"},
    {"in_progress", "refused", "r", "hs"},     {"in_progress", "forwarded", "", "hs"},
    {"in_progress", "unreachable", "", "chs"}, {"in_progress", "withdrawn", "", "chs"},
};

std::string asksOf(const MatterStep& step) {
  std::string asks;
  if (step.needs_reason) asks += 'r';
  if (step.names_handler) asks += 'n';
  if (step.needs_handler) asks += 'h';
  return asks;
}

std::string takersOf(const MatterStep& step) {
  std::string takers;
  for (const Role role : kRoles) {
    if (mayTake(role, step)) takers += nameOf(role).front();
  }
  return takers;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MatterStates)

BOOST_DATA_TEST_CASE(each_step_has_its_requirements_and_its_roles, kSteps, row) {
  const MatterStep* step = findStep(state(row.from), state(row.to));
  BOOST_REQUIRE(step != nullptr);
  BOOST_TEST(asksOf(*step) == row.asks);
  BOOST_TEST(takersOf(*step) == row.takers);
  BOOST_TEST((step->permission == Permission::kWorkMatter));
}

BOOST_AUTO_TEST_CASE(other_steps_do_not_exist) {
  std::set<std::string> expected;
  for (const Row& row : kSteps) expected.insert(std::string(row.from) + " " + row.to);
  std::set<std::string> found;
  std::set<std::string> listed;
  for (const MatterState from : kMatterStates) {
    for (const MatterState to : kMatterStates) {
      if (findStep(from, to) != nullptr)
        found.insert(std::string(nameOf(from)) + " " + std::string(nameOf(to)));
    }
    for (const MatterStep& step : stepsFrom(from)) {
      BOOST_TEST((step.from == from));
      listed.insert(std::string(nameOf(from)) + " " + std::string(nameOf(step.to)));
    }
  }
  BOOST_TEST(found == expected, boost::test_tools::per_element());
  BOOST_TEST(listed == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_closed_matter_takes_no_step_and_an_open_one_can_be_withdrawn) {
  for (const MatterState each : kMatterStates) {
    BOOST_TEST(stepsFrom(each).empty() == !isOpen(each), nameOf(each));
    BOOST_TEST((findStep(each, MatterState::kWithdrawn) != nullptr) == isOpen(each), nameOf(each));
    BOOST_TEST((findStep(each, each) == nullptr), nameOf(each));
  }
}

BOOST_AUTO_TEST_CASE(the_company_is_told_of_an_end_that_it_did_not_make) {
  std::string told;
  for (const MatterState each : kMatterStates) {
    if (mustBeTold(each)) told += std::string(nameOf(each)) + " ";
  }
  BOOST_TEST(told == "fulfilled refused forwarded unreachable ");
}

BOOST_AUTO_TEST_CASE(only_names_of_states_lead_back_to_a_state) {
  for (const MatterState each : kMatterStates) {
    const auto found = matterStateNamed(nameOf(each));
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((*found == each));
  }
  for (const char* other : {"", "Received", "received ", "open", "待受理", "refused\n"}) {
    BOOST_TEST(!matterStateNamed(other).has_value(), other);
  }
}

BOOST_AUTO_TEST_CASE(titles_are_the_desks_words) {
  const char* const kTitles[] = {"待受理", "材料准备", "已转办",   "办理中", "已兑现",
                                 "未通过", "已转交",   "联系不上", "撤回",   "授权到期"};
  for (std::size_t i = 0; i < kMatterStates.size(); ++i) {
    BOOST_TEST(titleOf(kMatterStates[i]) == kTitles[i]);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
