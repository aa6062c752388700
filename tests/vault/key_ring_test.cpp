#include "policycalc/vault/key_ring.h"

#include <optional>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/service_key.h"

using namespace policycalc::vault;

namespace {

/// A ring whose next keys the test chooses, and how often it asked for them.
struct Rotated {
  Key first = Key::random();
  Key second = Key::random();
  std::optional<ServiceKeys> next;
  int loads = 0;
  KeyRing ring{ServiceKeys(first, std::nullopt), [this] {
                 ++loads;
                 return next;
               }};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(KeyRings, Rotated)

BOOST_AUTO_TEST_CASE(a_plain_key_belongs_to_no_database) {
  const KeyRing plain(first);
  BOOST_TEST(plain.keys()->current_id.empty());
  BOOST_TEST((plain.keys()->current == first));
  BOOST_TEST(!plain.refresh());
  BOOST_TEST(plain.open(seal("text", first, "c"), "c").value() == "text");
  BOOST_TEST(!plain.open(seal("text", second, "c"), "c").has_value());
}

BOOST_AUTO_TEST_CASE(keys_are_named_and_the_index_keeps_to_the_previous_one) {
  const ServiceKeys both(second, first);
  BOOST_TEST(both.current_id == keyId(second));
  BOOST_TEST(both.previous_id == keyId(first));
  BOOST_TEST((both.indexKey() == first));
  BOOST_TEST((ServiceKeys(second, std::nullopt).indexKey() == second));
  BOOST_TEST(both.open(seal("old", first, "c"), "c").value() == "old");
  BOOST_TEST(both.open(seal("new", second, "c"), "c").value() == "new");
  BOOST_TEST((both.unwrap(wrap(first, second, "c"), "c") == first));
}

BOOST_AUTO_TEST_CASE(what_no_key_opens_makes_it_look_for_new_keys) {
  next = ServiceKeys(second, first);
  BOOST_TEST(ring.open(seal("old", first, "c"), "c").value() == "old");
  BOOST_TEST(loads == 0);
  BOOST_TEST(ring.open(seal("new", second, "c"), "c").value() == "new");
  BOOST_TEST(loads == 1);
  BOOST_TEST((*ring.keys() == *next));
}

BOOST_AUTO_TEST_CASE(a_retired_key_goes_on_opening_what_was_read_before) {
  const std::string old = seal("old", first, "c");
  next = ServiceKeys(second, first);
  BOOST_TEST(ring.refresh());
  next = ServiceKeys(second, std::nullopt);
  BOOST_TEST(ring.refresh());
  BOOST_TEST(ring.open(old, "c").value() == "old");
  BOOST_TEST(ring.keys()->previous_id.empty());
}

BOOST_AUTO_TEST_CASE(keys_that_cannot_be_read_leave_those_it_has) {
  BOOST_TEST(!ring.refresh());
  BOOST_TEST((ring.keys()->current == first));
  next = ServiceKeys(first, std::nullopt);
  BOOST_TEST(!ring.refresh());  // the same
  BOOST_TEST(!ring.open("nothing", "c").has_value());
  BOOST_TEST(!ring.unwrap("nothing", "c").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
