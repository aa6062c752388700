
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
  const std::vector<CatalogueVersionSummary> expected = {{"newest", at(30), 3, at(20)},
                                                         {"middle, stored later", at(20), 0, {}},
                                                         {"middle", at(20), 2, at(10)},
                                                         {"oldest", at(10), 1, at(30)}};
  BOOST_TEST((versions.list() == expected));
}

std::optional<std::chrono::sys_seconds> endOf(const CatalogueVersions& versions,
                                              std::string_view hash) {
  for (const CatalogueVersionSummary& version : versions.list()) {
    if (version.hash == hash) return version.ended_at;
  }
  BOOST_ERROR("no version " << hash);
  return {};
}

BOOST_FIXTURE_TEST_CASE(the_next_version_ends_the_one_before_and_a_return_revives_it, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  versions.publish({"a", at(10), "1"});
  BOOST_TEST(!endOf(versions, "a").has_value());
  versions.publish({"a", at(15), "1"});
  BOOST_TEST(!endOf(versions, "a").has_value());
  versions.publish({"b", at(20), "2"});
  BOOST_TEST((endOf(versions, "a") == at(20)));
  BOOST_TEST(!versions.publish({"b", at(25), "2"}));
  BOOST_TEST((endOf(versions, "a") == at(20)));  // a restart moves no end
  versions.publish({"a", at(30), "1"});
  BOOST_TEST(!endOf(versions, "a").has_value());
  BOOST_TEST((endOf(versions, "b") == at(30)));
}

BOOST_FIXTURE_TEST_CASE(versions_are_removed_only_when_their_time_is_over, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  const std::chrono::seconds kept{100};
  versions.publish({"a", at(10), "1"});
  versions.publish({"b", at(20), "2"});
  BOOST_TEST(versions.removeOver(at(119), kept) == 0U);
  BOOST_TEST(versions.removeOver(at(120), kept) == 0U);
  BOOST_TEST(!versions.isRemoved("a"));
  BOOST_TEST(versions.removeOver(at(121), kept) == 1U);
  BOOST_TEST(!versions.find("a").has_value());
  BOOST_TEST(versions.isRemoved("a"));
  BOOST_TEST(!versions.isRemoved("b"));
  BOOST_TEST(!versions.isRemoved("never"));
  BOOST_TEST(versions.list().size() == 1U);
  BOOST_TEST(versions.removeOver(at(121), kept) == 0U);
  BOOST_TEST(store.counters().removed_catalogues == 1U);
}

BOOST_FIXTURE_TEST_CASE(the_current_version_is_never_removed, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  versions.publish({"a", at(10), "1"});
  BOOST_TEST(versions.removeOver(at(1'000'000'000), std::chrono::seconds(0)) == 0U);
  BOOST_TEST(versions.find("a").has_value());
}

BOOST_FIXTURE_TEST_CASE(a_removed_version_can_be_published_again, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  versions.publish({"a", at(10), "1"});
  versions.publish({"b", at(20), "2"});
  BOOST_TEST(versions.removeOver(at(30), std::chrono::seconds(1)) == 1U);
  BOOST_TEST(versions.publish({"a", at(40), "1"}));
  BOOST_TEST(versions.find("a")->content == "1");
  BOOST_TEST((versions.find("a")->published_at == at(40)));
  BOOST_TEST(!versions.isRemoved("a"));
}

BOOST_FIXTURE_TEST_CASE(a_clock_far_ahead_removes_no_version, FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  store.clock().confirm(at(20));
  versions.publish({"a", at(10), "1"});
  versions.publish({"b", at(20), "2"});
  const auto far = at(20) + std::chrono::days(3650);
  BOOST_TEST(versions.removeOver(far, std::chrono::days(744)) == 0U);
  store.clock().confirm(far);
  BOOST_TEST(versions.removeOver(far, std::chrono::days(744)) == 1U);
}

BOOST_FIXTURE_TEST_CASE(under_a_clock_that_is_behind_a_version_ends_at_the_confirmed_time,
                        FreshStore) {
  CatalogueVersions& versions = store.catalogueVersions();
  store.clock().confirm(at(1000));
  versions.publish({"a", at(10), "1"});
  versions.publish({"b", at(20), "2"});
  BOOST_TEST((endOf(versions, "a") == at(1000)));
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
