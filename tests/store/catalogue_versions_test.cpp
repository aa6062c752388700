
#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreCatalogueVersions)

using Kind = StoreError::Kind;

Kind kindOfPublishing(CatalogueVersions& versions, const CatalogueVersion& version) {
  try {
    versions.publish(version);
  } catch (const StoreError& error) {
    return error.kind();
  }
  BOOST_ERROR("published what must be refused");
  return Kind::kOther;
}

BOOST_FIXTURE_TEST_CASE(unknown_hash_is_not_found, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  BOOST_TEST(!versions.find("sha256:none").has_value());
  BOOST_TEST(versions.list().empty());
}

BOOST_FIXTURE_TEST_CASE(published_version_is_found, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  const CatalogueVersion version{"sha256:a", at(5), "{\"items\":[8,11,12]}"};
  BOOST_TEST(versions.publish(version));
  BOOST_TEST((versions.find("sha256:a") == version));
  BOOST_TEST(!versions.find("sha256:A").has_value());
  BOOST_TEST(!versions.find("sha256:a ").has_value());
}

BOOST_FIXTURE_TEST_CASE(second_publish_keeps_the_first_time, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  BOOST_TEST(versions.publish({"sha256:a", at(5), "x"}));
  BOOST_TEST(!versions.publish({"sha256:a", at(99), "x"}));
  BOOST_TEST((versions.find("sha256:a")->published_at == at(5)));
  BOOST_TEST(versions.list().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(other_content_under_a_known_hash_is_refused, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  versions.publish({"sha256:a", at(5), "x"});
  BOOST_TEST((kindOfPublishing(versions, {"sha256:a", at(6), "y"}) == Kind::kConstraint));
  BOOST_TEST(versions.find("sha256:a")->content == "x");
}

BOOST_FIXTURE_TEST_CASE(empty_hash_and_nul_are_refused, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  const std::string nul(1, '\0');
  BOOST_TEST((kindOfPublishing(versions, {"", at(0), "x"}) == Kind::kConstraint));
  BOOST_TEST((kindOfPublishing(versions, {"a" + nul, at(0), "x"}) == Kind::kConstraint));
  BOOST_TEST((kindOfPublishing(versions, {"a", at(0), "x" + nul + "y"}) == Kind::kConstraint));
  BOOST_TEST(versions.list().empty());
}

BOOST_FIXTURE_TEST_CASE(list_is_newest_first, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  versions.publish({"middle", at(20), "22"});
  versions.publish({"oldest", at(10), "1"});
  versions.publish({"newest", at(30), "333"});
  versions.publish({"middle, stored later", at(20), ""});
  const std::vector<CatalogueVersionSummary> expected = {{"newest", at(30), 3},
                                                         {"middle, stored later", at(20), 0},
                                                         {"middle", at(20), 2},
                                                         {"oldest", at(10), 1}};
  BOOST_TEST((versions.list() == expected));
}

BOOST_FIXTURE_TEST_CASE(times_beyond_thirty_two_bits_survive, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  const std::chrono::sys_seconds late(std::chrono::seconds(32'503'680'000));  // the year 3000
  const std::chrono::sys_seconds early(std::chrono::seconds(-5));
  versions.publish({"late", late, "x"});
  versions.publish({"early", early, "x"});
  BOOST_TEST((versions.find("late")->published_at == late));
  BOOST_TEST((versions.find("early")->published_at == early));
  BOOST_TEST((versions.list().front().published_at == late));
}

BOOST_FIXTURE_TEST_CASE(chinese_and_large_content_survive, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  std::string content;
  while (content.size() < (1U << 20U)) content += "市市场监管局 300万元 𠮷 \"'\\%:x ?\r\n\t";
  versions.publish({"sha256:大", at(1), content});
  BOOST_TEST((versions.find("sha256:大")->content == content));
  BOOST_TEST(versions.list().front().bytes == static_cast<std::int64_t>(content.size()));
}

BOOST_FIXTURE_TEST_CASE(hashes_that_look_like_sql_are_only_text, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  const std::vector<std::string> hashes = {"'; DROP TABLE catalogue_version; --",
                                           "\" OR \"1\"=\"1",
                                           "x' OR 'x'='x",
                                           ":hash",
                                           "?1",
                                           "%",
                                           "_",
                                           "NULL",
                                           "-- ",
                                           "a;b",
                                           "\\'",
                                           "/*"};
  for (const std::string& hash : hashes) {
    BOOST_TEST(!versions.find(hash).has_value());
    BOOST_TEST(versions.publish({hash, at(1), "content of " + hash}));
  }
  for (const std::string& hash : hashes) {
    BOOST_TEST(versions.find(hash)->content == "content of " + hash);
  }
  BOOST_TEST(versions.list().size() == hashes.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
