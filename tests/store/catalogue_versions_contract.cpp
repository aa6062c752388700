#include "store/catalogue_versions_contract.h"

#include <boost/test/unit_test.hpp>

namespace policycalc::store::test {
namespace {

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

void unknownHashIsNotFound(CatalogueVersions& versions) {
  BOOST_TEST(!versions.find("sha256:none").has_value());
  BOOST_TEST(versions.list().empty());
}

void publishedVersionIsFound(CatalogueVersions& versions) {
  const CatalogueVersion version{"sha256:a", at(5), "{\"items\":[8,11,12]}"};
  BOOST_TEST(versions.publish(version));
  BOOST_TEST((versions.find("sha256:a") == version));
  BOOST_TEST(!versions.find("sha256:A").has_value());
  BOOST_TEST(!versions.find("sha256:a ").has_value());
}

void secondPublishKeepsTheFirstTime(CatalogueVersions& versions) {
  BOOST_TEST(versions.publish({"sha256:a", at(5), "x"}));
  BOOST_TEST(!versions.publish({"sha256:a", at(99), "x"}));
  BOOST_TEST((versions.find("sha256:a")->published_at == at(5)));
  BOOST_TEST(versions.list().size() == 1U);
}

void otherContentUnderAKnownHashIsRefused(CatalogueVersions& versions) {
  versions.publish({"sha256:a", at(5), "x"});
  BOOST_TEST((kindOfPublishing(versions, {"sha256:a", at(6), "y"}) == Kind::kConstraint));
  BOOST_TEST(versions.find("sha256:a")->content == "x");
}

void emptyHashAndNulAreRefused(CatalogueVersions& versions) {
  const std::string nul(1, '\0');
  BOOST_TEST((kindOfPublishing(versions, {"", at(0), "x"}) == Kind::kConstraint));
  BOOST_TEST((kindOfPublishing(versions, {"a" + nul, at(0), "x"}) == Kind::kConstraint));
  BOOST_TEST((kindOfPublishing(versions, {"a", at(0), "x" + nul + "y"}) == Kind::kConstraint));
  BOOST_TEST(versions.list().empty());
}

void listIsNewestFirst(CatalogueVersions& versions) {
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

void timesBeyondThirtyTwoBitsSurvive(CatalogueVersions& versions) {
  const std::chrono::sys_seconds late(std::chrono::seconds(32'503'680'000));  // the year 3000
  const std::chrono::sys_seconds early(std::chrono::seconds(-5));
  versions.publish({"late", late, "x"});
  versions.publish({"early", early, "x"});
  BOOST_TEST((versions.find("late")->published_at == late));
  BOOST_TEST((versions.find("early")->published_at == early));
  BOOST_TEST((versions.list().front().published_at == late));
}

void chineseAndLargeContentSurvive(CatalogueVersions& versions) {
  std::string content;
  while (content.size() < (1U << 20U)) content += "市市场监管局 300万元 𠮷 \"'\\%:x ?\r\n\t";
  versions.publish({"sha256:大", at(1), content});
  BOOST_TEST((versions.find("sha256:大")->content == content));
  BOOST_TEST(versions.list().front().bytes == static_cast<std::int64_t>(content.size()));
}

void hashesThatLookLikeSqlAreOnlyText(CatalogueVersions& versions) {
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

}  // namespace

std::ostream& operator<<(std::ostream& out, const ContractCase& contract_case) {
  return out << contract_case.name;
}

std::chrono::sys_seconds at(int seconds) {
  using namespace std::chrono;
  return sys_days(year(2026) / January / 1) + std::chrono::seconds(seconds);
}

const std::vector<ContractCase>& catalogueVersionsContract() {
  static const std::vector<ContractCase> matters = {
      {"unknown_hash_is_not_found", unknownHashIsNotFound},
      {"published_version_is_found", publishedVersionIsFound},
      {"second_publish_keeps_the_first_time", secondPublishKeepsTheFirstTime},
      {"other_content_under_a_known_hash_is_refused", otherContentUnderAKnownHashIsRefused},
      {"empty_hash_and_nul_are_refused", emptyHashAndNulAreRefused},
      {"list_is_newest_first", listIsNewestFirst},
      {"times_beyond_thirty_two_bits_survive", timesBeyondThirtyTwoBitsSurvive},
      {"chinese_and_large_content_survive", chineseAndLargeContentSurvive},
      {"hashes_that_look_like_sql_are_only_text", hashesThatLookLikeSqlAreOnlyText},
  };
  return matters;
}

}  // namespace policycalc::store::test
