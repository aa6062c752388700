#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

std::string names(Store& store) {
  std::string all;
  for (const LoginHome& home : store.loginHomes().list()) {
    all += home.name + "@" + std::to_string((home.seen_at - at(0)).count()) + " ";
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreLoginHomes)

BOOST_FIXTURE_TEST_CASE(the_latest_comes_first_and_a_name_is_there_once, FreshStore) {
  BOOST_TEST(names(store) == "");
  store.loginHomes().keep({"a", at(10)});
  store.loginHomes().keep({"b", at(30)});
  store.loginHomes().keep({"c", at(20)});
  BOOST_TEST(names(store) == "b@30 c@20 a@10 ");
  store.loginHomes().keep({"a", at(40)});
  BOOST_TEST(names(store) == "a@40 b@30 c@20 ");
}

BOOST_FIXTURE_TEST_CASE(one_takes_the_place_of_another, FreshStore) {
  store.loginHomes().keep({"a", at(10)});
  store.loginHomes().keep({"b", at(20)}, "a");
  BOOST_TEST(names(store) == "b@20 ");
  store.loginHomes().keep({"c", at(30)}, "unknown");
  BOOST_TEST(names(store) == "c@30 b@20 ");
}

BOOST_FIXTURE_TEST_CASE(one_is_found_by_its_name, FreshStore) {
  store.loginHomes().keep({"a", at(10)});
  BOOST_TEST((store.loginHomes().find("a") == LoginHome{"a", at(10)}));
  BOOST_TEST(!store.loginHomes().find("b"));
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused_as_homes, FreshStore) {
  for (const std::string& name : {std::string(), std::string("a\0", 2)}) {
    BOOST_CHECK_EXCEPTION(
        store.loginHomes().keep({name, at(10)}), StoreError,
        [](const StoreError& error) { return error.kind() == StoreError::Kind::kConstraint; });
  }
  BOOST_TEST(names(store) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
