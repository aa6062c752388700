#include "policycalc/vault/api_key.h"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

using Words = std::vector<std::string>;

/// A database as the service makes it, and `policycalc api-key` on it.
class Keys {
 public:
  Keys() { store_ = store::openStore({.path = folder_.database()}); }

  Finished operator()(Words words) const {
    words.insert(words.begin(), "api-key");
    words.insert(words.end(), {"--database", folder_.database().string()});
    return run(words, {});
  }

  Finished add(const std::string& holder, const Words& more) const {
    Words words{"add", holder};
    words.insert(words.end(), more.begin(), more.end());
    return (*this)(words);
  }

  /// What the store keeps of the key that was printed.
  store::ApiKeyEntry kept(const std::string& out) const {
    const auto at = out.find("pck_");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    const auto key = vault::ApiKey::read(out.substr(at, out.find('\n', at) - at));
    BOOST_TEST_REQUIRE(key.has_value());
    const auto found = store_->apiKeys().find(vault::apiKeyDigest(*key));
    BOOST_TEST_REQUIRE(found.has_value());
    return *found;
  }

  std::size_t count() const { return store_->apiKeys().list().size(); }

 private:
  store::test::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const Words kPage{"--kind", "publishable", "--origin", "https://Bank.example:443"};

}  // namespace

BOOST_AUTO_TEST_SUITE(ApiKeyCommand)

BOOST_AUTO_TEST_CASE(add_prints_the_key_once_and_keeps_what_it_may_do) {
  const Keys keys;
  const Finished page = keys.add("银行网页", kPage);
  BOOST_TEST(page.exit_code == 0);
  const store::ApiKeyEntry kept = keys.kept(page.out);
  BOOST_TEST((kept.holder == "银行网页" && !kept.secret));
  BOOST_TEST((kept.scopes == Words{"match"}));
  BOOST_TEST((kept.origins == Words{"https://bank.example"}));
  BOOST_TEST((kept.expires_at == kept.added_at + std::chrono::days(365)));

  const Finished server =
      keys.add("server", {"--kind", "secret", "--days", "0", "--points", "500"});
  const store::ApiKeyEntry other = keys.kept(server.out);
  BOOST_TEST((other.secret && !other.expires_at && other.points == 500));
  BOOST_TEST((other.scopes == Words{"match", "profiles"}));

  const Finished list = keys({"list"});
  BOOST_TEST(holds(list.out, kept.hint));
  BOOST_TEST(holds(list.out, "银行网页"));
  BOOST_TEST(!holds(list.out, page.out.substr(page.out.find("pck_") + 12, 20)));
}

BOOST_AUTO_TEST_CASE(what_makes_no_key_is_refused_by_name) {
  const Keys keys;
  const std::vector<std::pair<Words, std::string>> refused{
      {{"--kind", "publishable"}, "needs an `--origin`"},
      {{"--kind", "publishable", "--origin", "bank.example"}, "`bank.example` is not an origin"},
      {{"--kind", "publishable", "--origin", "https://bank.example/path"}, "is not an origin"},
      {{"--kind", "publishable", "--origin", "https://*.example"}, "is not an origin"},
      {{"--kind", "secret", "--origin", "https://bank.example"}, "takes no `--origin`"},
      {{"--kind", "secret", "--scope", "everything"}, "`everything` is not a scope"},
      {{"--kind", "publishable", "--origin", "https://b.example", "--scope", "profiles"},
       "is for matching"},
  };
  for (const auto& [words, message] : refused) {
    const Finished done = keys.add("a", words);
    BOOST_TEST(done.exit_code == 1);
    BOOST_TEST(holds(done.err, message), done.err);
  }
  for (const Words& words : std::vector<Words>{{},
                                               {"--kind", "public"},
                                               {"--kind", "secret", "--days", "-1"},
                                               {"--kind", "secret", "--days", "3651"},
                                               {"--kind", "secret", "--points", "0"}}) {
    BOOST_TEST(keys.add("a", words).exit_code == 2);
  }
  BOOST_TEST(keys.add("", {"--kind", "secret"}).exit_code == 2);
  BOOST_TEST(keys.count() == 0U);
}

BOOST_AUTO_TEST_CASE(a_holder_changes_keys_without_a_gap) {
  const Keys keys;
  const store::ApiKeyEntry former = keys.kept(keys.add("a", kPage).out);
  const Finished again = keys.add("a", kPage);
  BOOST_TEST(again.exit_code == 1);
  BOOST_TEST(holds(again.err, "has a key"));
  const Finished rotated = keys({"rotate", "a", "--days", "3"});
  BOOST_TEST(rotated.exit_code == 0);
  BOOST_TEST(holds(rotated.out, former.hint + " ends in 3 days"));
  BOOST_TEST((keys.kept(rotated.out).origins == former.origins));
  BOOST_TEST(holds(keys({"rotate", "a"}).err, "has two keys"));
  BOOST_TEST(holds(keys({"revoke", "a", "--key", former.hint}).out, "1 key is revoked"));
  BOOST_TEST(keys({"rotate", "a", "--days", "0"}).exit_code == 0);
  BOOST_TEST(keys({"revoke", "a"}).exit_code == 0);
  BOOST_TEST(holds(keys({"revoke", "a"}).err, "no such key"));
  BOOST_TEST(holds(keys({"rotate", "a"}).err, "has no key"));
  BOOST_TEST(keys.count() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
