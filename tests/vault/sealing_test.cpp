#include "policycalc/vault/sealing.h"

#include <set>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using namespace policycalc::vault;

namespace {

AccessCode code(const std::string& symbols) {
  return *AccessCode::read(symbols);
}

const AccessCode kCode = code("0123456789ABCDEFGHJKMNPQRS");
const AccessCode kNeighbour = code("0123456789ABCDEFGHJKMNPQRT");

}  // namespace

BOOST_AUTO_TEST_SUITE(Sealing)

// Stored data depends on these values: another derivation would lock every owner out.
BOOST_AUTO_TEST_CASE(derivation_does_not_change_between_versions) {
  BOOST_TEST(lookupId(kCode, Purpose::kProfile) == "35SsdiYyWximIuRc-IOncdOfp1Zm1B1eAOq25AbAMto");
  const Key key = codeKey(kCode, Purpose::kProfile);
  const std::string sealed =
      "yFF8b2ejmNshuuc9_"
      "NqxPoHJecjDQBxEV8rZwOttmPU0ZjRXDtLGlhLCyosB8HeTSqTXbp04BHlJmkxXV4HYeq5SxiVQeXrJmPQTh2WeVVu7o"
      "6P32mkKGT5cl-fNdx2I8_"
      "7HUe4Q2kzfvE394pTbpveDYPzgZHxc35Y6gLppeHmfMTlWX6o39nFDyIMkC02OKBJujxTZxkYkIfgOdzK-f6gk3_"
      "d9j0jHYBlVO57-vv2EFP8xxUxAEiZi5hwuXgDES83p3HxGAvXwmQqROJVdFRq_xS2ggqgM0Rj3mT3_"
      "KAdSkSJu0huJnrqSqrb9pG6dy5Wiy86IRsmAhyDeXnXYm2o3o4BYeu7HaxwtR99VaLauAmn6i0wA0p5l_"
      "pFMvS2kQ9YU0GFI6qw";
  BOOST_TEST((open(sealed, key, "golden") == std::optional<std::string>("章贡区老街面馆")));
}

BOOST_AUTO_TEST_CASE(everything_derived_differs) {
  std::set<std::string> lookups;
  for (const AccessCode& one : {kCode, kNeighbour}) {
    for (const Purpose purpose : {Purpose::kProfile, Purpose::kFeedback}) {
      const std::string lookup = lookupId(one, purpose);
      BOOST_TEST(lookup.size() == 43U);
      BOOST_TEST(lookup == lookupId(one, purpose));
      lookups.insert(lookup);
      // The stored name, used as a key, must not open what the code's key sealed.
      BOOST_TEST((codeKey(one, purpose) == codeKey(one, purpose)));
    }
  }
  BOOST_TEST(lookups.size() == 4U);
  BOOST_TEST(!(codeKey(kCode, Purpose::kProfile) == codeKey(kCode, Purpose::kFeedback)));
  BOOST_TEST(!(codeKey(kCode, Purpose::kProfile) == codeKey(kNeighbour, Purpose::kProfile)));
}

BOOST_DATA_TEST_CASE(sealed_text_opens_again,
                     data::make({0, 1, 254, 255, 256, 257, 511, 512, 5000}), length) {
  const Key key = Key::random();
  const std::string text(static_cast<std::size_t>(length), '\0');
  const std::string sealed = seal(text, key, "context");
  BOOST_TEST((open(sealed, key, "context") == std::optional<std::string>(text)));
}

BOOST_AUTO_TEST_CASE(length_tells_only_the_next_multiple_of_256) {
  const Key key = Key::random();
  const std::size_t shortest = seal("", key, "").size();
  BOOST_TEST(seal(std::string(255, 'x'), key, "").size() == shortest);
  BOOST_TEST(seal(std::string(256, 'x'), key, "").size() > shortest);
}

BOOST_AUTO_TEST_CASE(the_same_text_is_never_sealed_alike) {
  const Key key = Key::random();
  BOOST_TEST(seal("x", key, "c") != seal("x", key, "c"));
}

BOOST_AUTO_TEST_CASE(another_key_or_context_opens_nothing) {
  const Key key = Key::random();
  const std::string sealed = seal("secret", key, "profile A");
  BOOST_TEST(!open(sealed, Key::random(), "profile A").has_value());
  BOOST_TEST(!open(sealed, key, "profile B").has_value());
  BOOST_TEST(!open(sealed, key, "").has_value());
}

BOOST_AUTO_TEST_CASE(one_changed_symbol_opens_nothing) {
  const Key key = Key::random();
  const std::string sealed = seal("secret", key, "c");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    BOOST_TEST_CONTEXT(at) {
      BOOST_TEST(!open(changed, key, "c").has_value());
    }
  }
}

// libsodium reads some of them as `A`.
BOOST_AUTO_TEST_CASE(bytes_beyond_ascii_are_refused) {
  const Key key = Key::random();
  const std::string sealed = seal("secret", key, "c");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = '\xE7';
    BOOST_TEST_CONTEXT(at) {
      BOOST_TEST(!open(changed, key, "c").has_value());
    }
  }
}

BOOST_AUTO_TEST_CASE(cut_or_foreign_text_opens_nothing) {
  const Key key = Key::random();
  const std::string sealed = seal("secret", key, "c");
  for (std::size_t length = 0; length < sealed.size(); ++length) {
    BOOST_TEST(!open(sealed.substr(0, length), key, "c").has_value());
  }
  for (const std::string& text :
       {sealed + "A", sealed + "=", sealed + "\n", " " + sealed, std::string("机密"),
        std::string(sealed.size(), '\0'), std::string(1U << 20U, 'A')}) {
    BOOST_TEST(!open(text, key, "c").has_value());
  }
}

BOOST_AUTO_TEST_CASE(keys_are_wrapped_by_keys) {
  const Key key = Key::random();
  const Key by = Key::random();
  const std::string wrapped = wrap(key, by, "c");
  const auto back = unwrap(wrapped, by, "c");
  BOOST_REQUIRE(back.has_value());
  BOOST_TEST((*back == key));
  BOOST_TEST(!unwrap(wrapped, Key::random(), "c").has_value());
  BOOST_TEST(!unwrap(wrapped, by, "d").has_value());
  BOOST_TEST(!unwrap(seal("no key", by, "c"), by, "c").has_value());
  BOOST_TEST(!unwrap(seal(std::string(33, 'x'), by, "c"), by, "c").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
