#include "http/serve/fairness.h"

#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::http::serve {
namespace {

using State = Holder::State;

/// `count` connections of one network in one state; the first is `oldest`, each next one younger.
struct Group {
  std::string_view network;
  State state;
  std::int64_t oldest;
  int count = 1;
  std::size_t bytes = 0;
};

std::vector<Holder> holdersOf(const std::vector<Group>& groups) {
  std::vector<Holder> all;
  for (const Group& group : groups) {
    for (int i = 0; i < group.count; ++i) {
      all.push_back({group.network, group.state, group.oldest + i, group.bytes});
    }
  }
  return all;
}

struct Case {
  const char* what;
  std::vector<Group> groups;
  std::string_view newcomer;
  int gives_way;  ///< index over all groups; -1: none
};

std::ostream& operator<<(std::ostream& out, const Case& row) {
  return out << row.what;
}

const Case kPlaces[] = {
    {"nobody is there", {}, "a", -1},
    {"the largest network loses its oldest idle one",
     {{"b", State::kIdle, 1, 2}, {"a", State::kIdle, 5, 3}},
     "c",
     2},
    {"idle goes before slow, however old",
     {{"a", State::kSlow, 1, 2}, {"a", State::kIdle, 9}},
     "b",
     2},
    {"without an idle one the slowest goes", {{"a", State::kSlow, 7, 3}}, "b", 0},
    {"work is never interrupted", {{"a", State::kRunning, 1, 9}}, "b", -1},
    {"where the largest only works, the next one gives way",
     {{"a", State::kRunning, 1, 9}, {"b", State::kIdle, 3, 2}},
     "c",
     9},
    {"a newcomer of the largest network displaces its own",
     {{"a", State::kIdle, 5, 4}, {"b", State::kIdle, 1, 3}},
     "a",
     0},
    {"the newcomer counts: it makes its network the largest",
     {{"a", State::kIdle, 5, 3}, {"b", State::kIdle, 1, 3}},
     "a",
     0},
    {"among equals the newcomer's own network goes first",
     {{"b", State::kIdle, 1, 3}, {"a", State::kIdle, 5, 2}},
     "a",
     3},
    {"a smaller network never gives way to a larger one",
     {{"a", State::kRunning, 1, 5}, {"b", State::kIdle, 1, 5}},
     "a",
     -1},
    {"the older of two equal networks gives way",
     {{"a", State::kIdle, 5, 2}, {"b", State::kIdle, 1, 2}},
     "c",
     2},
    {"a proxy's connection without a client stays", {{"", State::kIdle, 1, 9}}, "a", -1},
    {"a proxy's connection counts for its client",
     {{"", State::kIdle, 1, 9}, {"a", State::kSlow, 5, 2}, {"b", State::kSlow, 1}},
     "c",
     9},
    {"a newcomer through a proxy has the least", {{"a", State::kIdle, 1}}, "", 0},
    {"a hall of 180 keeps its places against 332 of one address",
     {{"hall", State::kIdle, 1, 180}, {"a", State::kIdle, 1000, 332}},
     "hall",
     180},
};

const Case kBytes[] = {
    {"nobody holds any", {{"a", State::kSlow, 1, 3}}, "", -1},
    {"the network that holds most loses its slowest",
     {{"a", State::kSlow, 1, 1, 100}, {"b", State::kSlow, 5, 3, 50}},
     "",
     1},
    {"idle ones hold nothing that could be freed",
     {{"a", State::kIdle, 1, 1, 900}, {"b", State::kSlow, 5, 1, 50}},
     "",
     1},
    {"work is never interrupted",
     {{"a", State::kRunning, 1, 9, 900}, {"a", State::kSlow, 5, 1, 50}},
     "",
     9},
    {"a proxy's connection without a client stays", {{"", State::kSlow, 1, 1, 900}}, "", -1},
};

int indexOf(std::optional<std::size_t> chosen) {
  return chosen ? static_cast<int>(*chosen) : -1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Fairness)

BOOST_DATA_TEST_CASE(a_place_is_given_up, kPlaces) {
  BOOST_TEST(indexOf(whoGivesUpAPlace(holdersOf(sample.groups), sample.newcomer)) ==
             sample.gives_way);
}

BOOST_DATA_TEST_CASE(bytes_are_given_up, kBytes) {
  BOOST_TEST(indexOf(whoGivesUpBytes(holdersOf(sample.groups))) == sample.gives_way);
}

BOOST_AUTO_TEST_CASE(the_reserve_is_left_by_the_longest_awaited) {
  BOOST_TEST(indexOf(whoLeavesTheReserve(holdersOf(
                 {{"a", State::kRunning, 1}, {"a", State::kSlow, 7}, {"b", State::kIdle, 5}}))) ==
             2);
  BOOST_TEST(indexOf(whoLeavesTheReserve(holdersOf({{"a", State::kRunning, 1}}))) == -1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::http::serve
