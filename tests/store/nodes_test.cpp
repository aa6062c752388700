#include "policycalc/store/nodes.h"

#include <string>

#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"

namespace policycalc::store::test {

BOOST_FIXTURE_TEST_SUITE(StoreNodes, FreshStore)

BOOST_AUTO_TEST_CASE(a_beat_counts_and_gives_all_nodes) {
  Nodes& nodes = store.nodes();
  BOOST_TEST((nodes.beat("b:1") == std::vector<Node>{{"b:1", 1}}));
  BOOST_TEST((nodes.beat("a:1") == std::vector<Node>{{"a:1", 1}, {"b:1", 1}}));
  BOOST_TEST((nodes.beat("b:1") == std::vector<Node>{{"a:1", 1}, {"b:1", 2}}));
}

BOOST_AUTO_TEST_CASE(only_a_silent_node_is_removed) {
  Nodes& nodes = store.nodes();
  nodes.beat("a:1");
  nodes.beat("b:1");
  nodes.remove({"a:1", 2});
  nodes.remove({"c:1", 1});
  BOOST_TEST(nodes.beat("b:1").size() == 2U);
  nodes.remove({"a:1", 1});
  BOOST_TEST((nodes.beat("b:1") == std::vector<Node>{{"b:1", 3}}));
}

BOOST_AUTO_TEST_CASE(a_node_that_leaves_is_gone) {
  Nodes& nodes = store.nodes();
  nodes.beat("a:1");
  nodes.beat("b:1");
  nodes.leave("a:1");
  nodes.leave("a:1");
  BOOST_TEST((nodes.beat("b:1") == std::vector<Node>{{"b:1", 2}}));
}

BOOST_AUTO_TEST_CASE(a_place_is_a_text) {
  BOOST_CHECK_EXCEPTION(store.nodes().beat(""), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
  BOOST_CHECK_THROW(store.nodes().beat(std::string("a\0b", 3)), StoreError);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
