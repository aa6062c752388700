#include "policycalc/vault/blind_index.h"

#include <boost/test/unit_test.hpp>

using namespace policycalc::vault;

BOOST_AUTO_TEST_SUITE(BlindIndex)

BOOST_AUTO_TEST_CASE(equal_texts_have_one_name_under_one_key) {
  const Key key = Key::random();
  const std::string name = blindIndex("91360702MA35XXXX0A", key, "firm");
  BOOST_TEST(name.size() == 43U);
  BOOST_TEST(blindIndex("91360702MA35XXXX0A", key, "firm") == name);
}

BOOST_AUTO_TEST_CASE(another_text_key_or_purpose_gives_another) {
  const Key key = Key::random();
  const std::string name = blindIndex("a", key, "firm");
  BOOST_TEST(blindIndex("b", key, "firm") != name);
  BOOST_TEST(blindIndex("", key, "firm") != name);
  BOOST_TEST(blindIndex("a", Key::random(), "firm") != name);
  BOOST_TEST(blindIndex("a", key, "name") != name);
  BOOST_TEST(blindIndex("ma", key, "fir") != name);
}

BOOST_AUTO_TEST_SUITE_END()
