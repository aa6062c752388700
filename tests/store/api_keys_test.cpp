#include "policycalc/store/api_keys.h"

#include <string>

#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

using Added = ApiKeys::Added;

/// A secret key for a year, added at `at(seconds)`.
ApiKeyEntry keyOf(const std::string& holder, const std::string& digest, int seconds = 100) {
  ApiKeyEntry entry;
  entry.holder = holder;
  entry.secret = true;
  entry.digest = digest;
  entry.hint = "pck_sec_" + digest;
  entry.scopes = {"match", "profiles"};
  entry.points = 500;
  entry.added_at = at(seconds);
  entry.expires_at = at(seconds + 1'000);
  return entry;
}

ApiKeys::Next nextAt(std::string_view digest, int seconds, int ends) {
  return {.digest = digest, .hint = digest, .at = at(seconds), .ends_at = at(ends)};
}

bool isAlive(Store& store, std::string_view digest, int seconds) {
  return store.apiKeys().find(digest).value().isAliveAt(at(seconds));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreApiKeys)

BOOST_FIXTURE_TEST_CASE(a_key_comes_back_as_it_was, FreshStore) {
  ApiKeyEntry entry = keyOf("银行", "a");
  entry.origins = {"https://bank.example", "http://localhost:3000"};
  BOOST_TEST((store.apiKeys().add(entry) == Added::kDone));
  const ApiKeyEntry found = store.apiKeys().find("a").value();
  BOOST_TEST(found.holder == "银行");
  BOOST_TEST(found.secret);
  BOOST_TEST(found.hint == "pck_sec_a");
  BOOST_TEST((found.scopes == entry.scopes && found.origins == entry.origins));
  BOOST_TEST(found.points == 500);
  BOOST_TEST((found.added_at == at(100) && found.expires_at == at(1'100) && !found.revoked_at));
  BOOST_TEST(!store.apiKeys().find("b"));
  BOOST_TEST(store.apiKeys().list().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_key_ends_at_the_second_it_expires, FreshStore) {
  store.apiKeys().add(keyOf("a", "a"));
  BOOST_TEST(isAlive(store, "a", 1'099));
  BOOST_TEST(!isAlive(store, "a", 1'100));
  ApiKeyEntry endless = keyOf("b", "b");
  endless.expires_at.reset();
  store.apiKeys().add(endless);
  BOOST_TEST(isAlive(store, "b", 1'000'000'000));
}

BOOST_FIXTURE_TEST_CASE(a_holder_has_one_key_until_it_ends, FreshStore) {
  BOOST_TEST((store.apiKeys().add(keyOf("a", "a")) == Added::kDone));
  BOOST_TEST((store.apiKeys().add(keyOf("a", "b", 1'099)) == Added::kHasOne));
  BOOST_TEST(!store.apiKeys().find("b"));
  BOOST_TEST((store.apiKeys().add(keyOf("b", "b")) == Added::kDone));
  BOOST_TEST((store.apiKeys().add(keyOf("a", "c", 1'100)) == Added::kDone));
}

BOOST_FIXTURE_TEST_CASE(two_keys_are_alive_during_a_rotation_and_no_third, FreshStore) {
  store.apiKeys().add(keyOf("a", "a"));
  BOOST_TEST((store.apiKeys().rotate("a", nextAt("b", 200, 300)) == Added::kDone));
  BOOST_TEST((isAlive(store, "a", 299) && isAlive(store, "b", 299)));
  BOOST_TEST((!isAlive(store, "a", 300) && isAlive(store, "b", 300)));
  BOOST_TEST((store.apiKeys().rotate("a", nextAt("c", 299, 400)) == Added::kHasTwo));
  BOOST_TEST((store.apiKeys().rotate("a", nextAt("c", 300, 400)) == Added::kDone));
  const ApiKeyEntry next = store.apiKeys().find("c").value();
  BOOST_TEST((next.secret && next.points == 500 && next.scopes.size() == 2U));
  BOOST_TEST((next.expires_at == at(1'300)));
  BOOST_TEST((store.apiKeys().rotate("unknown", nextAt("d", 1, 2)) == Added::kHasNone));
}

BOOST_FIXTURE_TEST_CASE(a_rotation_never_lengthens_the_life_of_the_former_key, FreshStore) {
  store.apiKeys().add(keyOf("a", "a"));
  store.apiKeys().rotate("a", nextAt("b", 200, 5'000));
  BOOST_TEST(!isAlive(store, "a", 1'100));
}

BOOST_FIXTURE_TEST_CASE(revoking_ends_all_keys_of_a_holder_or_one, FreshStore) {
  store.apiKeys().add(keyOf("a", "a"));
  store.apiKeys().add(keyOf("b", "other"));
  store.apiKeys().rotate("a", nextAt("b", 200, 900));
  BOOST_TEST(store.apiKeys().revoke("a", "b", at(250)) == 1U);
  BOOST_TEST((isAlive(store, "a", 250) && !isAlive(store, "b", 250)));
  BOOST_TEST(store.apiKeys().revoke("a", "", at(260)) == 1U);
  BOOST_TEST(store.apiKeys().revoke("a", "", at(270)) == 0U);
  BOOST_TEST((store.apiKeys().find("a")->revoked_at == at(260)));
  BOOST_TEST(isAlive(store, "other", 260));
  BOOST_TEST(store.apiKeys().list().size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(senseless_keys_are_refused, FreshStore) {
  for (const auto& spoil : std::vector<void (*)(ApiKeyEntry&)>{
           [](ApiKeyEntry& entry) { entry.holder.clear(); },
           [](ApiKeyEntry& entry) { entry.digest.clear(); },
           [](ApiKeyEntry& entry) { entry.hint = std::string("a\0", 2); },
           [](ApiKeyEntry& entry) { entry.scopes = {"two words"}; },
           [](ApiKeyEntry& entry) { entry.origins = {""}; },
           [](ApiKeyEntry& entry) { entry.points = -1; }}) {
    ApiKeyEntry entry = keyOf("a", "a");
    spoil(entry);
    expectRefused([&] { store.apiKeys().add(entry); });
  }
  BOOST_TEST(store.apiKeys().list().empty());
}

BOOST_FIXTURE_TEST_CASE(hostile_holders_survive, FreshStore) {
  store.apiKeys().add(keyOf(kHostile, "a"));
  BOOST_TEST(store.apiKeys().find("a")->holder == kHostile);
  BOOST_TEST(store.apiKeys().revoke(kHostile, "", at(200)) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
