#include "policycalc/vault/api_key.h"

#include <set>

#include <boost/test/unit_test.hpp>

using namespace policycalc::vault;

BOOST_AUTO_TEST_SUITE(ApiKeys)

BOOST_AUTO_TEST_CASE(a_key_says_its_kind_and_reads_back) {
  for (const auto& [kind, prefix] :
       {std::pair{ApiKeyKind::kPublishable, "pck_pub_"}, {ApiKeyKind::kSecret, "pck_sec_"}}) {
    const ApiKey key = ApiKey::random(kind);
    BOOST_TEST(key.text().substr(0, 8) == prefix);
    BOOST_TEST(key.text().size() == 46U);
    const auto read = ApiKey::read(key.text());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((read->kind() == kind));
    BOOST_TEST(read->text() == key.text());
    BOOST_TEST(key.hint() == key.text().substr(0, 12));
  }
}

BOOST_AUTO_TEST_CASE(the_checksum_holds_every_character) {
  const std::string text = ApiKey::random(ApiKeyKind::kSecret).text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == '0' ? '1' : '0';
    BOOST_TEST(!ApiKey::read(changed).has_value());
  }
  std::string exchanged = text;
  exchanged.replace(0, 8, "pck_pub_");
  BOOST_TEST(!ApiKey::read(exchanged).has_value());
}

BOOST_AUTO_TEST_CASE(other_spellings_are_no_keys) {
  const std::string text = ApiKey::random(ApiKeyKind::kPublishable).text();
  std::string lower = text;
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  BOOST_TEST((text == lower || !ApiKey::read(lower)));
  for (const std::string& other :
       {std::string(), text + " ", " " + text, text.substr(1), text.substr(0, 45), text + "0",
        text.substr(0, 20) + "-" + text.substr(21), std::string(46, '0'), std::string(46, '\0'),
        "pck_pub_" + std::string(38, 'U'), std::string(100'000, 'A')}) {
    BOOST_TEST(!ApiKey::read(other).has_value());
  }
}

BOOST_AUTO_TEST_CASE(keys_and_digests_differ) {
  std::set<std::string> texts;
  std::set<std::string> digests;
  for (int i = 0; i < 1'000; ++i) {
    const ApiKey key = ApiKey::random(ApiKeyKind::kSecret);
    texts.insert(key.text());
    digests.insert(apiKeyDigest(key));
    BOOST_TEST(apiKeyDigest(key) == apiKeyDigest(*ApiKey::read(key.text())));
  }
  BOOST_TEST(texts.size() == 1'000U);
  BOOST_TEST(digests.size() == 1'000U);
  BOOST_TEST(digests.begin()->size() == 43U);
}

BOOST_AUTO_TEST_SUITE_END()
