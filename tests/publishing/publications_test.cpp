#include <chrono>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "store/temporary_folder.h"

namespace policycalc::store::test {
namespace {

const std::chrono::sys_seconds kNow{std::chrono::seconds(1'796'000'000)};

PublishedPolicies policies(const std::string& name) {
  return {"sha256:" + name, "{\"" + name + "\":1}", "workdays " + name, "pack " + name};
}

Publication publication(const std::string& name) {
  return {.kind = PublicationKind::kPublish,
          .hash = "sha256:" + name,
          .at = kNow,
          .by = "李娜",
          .why = "换季",
          .what = "1 change"};
}

struct Kept {
  TemporaryFolder folder;
  StoreOptions options{.path = folder.database()};
  Publications publications{options};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(PublicationRecords)

BOOST_AUTO_TEST_CASE(a_new_database_has_nothing_in_use) {
  Kept kept;
  BOOST_TEST(kept.publications.inUse() == 0);
  BOOST_TEST(kept.publications.list().empty());
  BOOST_TEST(!kept.publications.find(1).has_value());
  BOOST_TEST(!kept.publications.policies(0).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_put_is_in_use_everywhere_with_who_and_why) {
  Kept kept;
  BOOST_TEST((kept.publications.put(publication("a"), policies("a"), 0) == 1));
  const Publications other(kept.options);
  BOOST_TEST(other.inUse() == 1);
  BOOST_TEST((other.policies(1) == policies("a")));
  Publication expected = publication("a");
  expected.number = 1;
  BOOST_TEST((other.find(1) == expected));
  const auto store = openStore(kept.options);
  const auto versions = store->catalogueVersions().list();
  BOOST_TEST_REQUIRE(versions.size() == 1);
  BOOST_TEST(versions.front().hash == "sha256:a");
  BOOST_TEST(!versions.front().ended_at.has_value());
}

BOOST_AUTO_TEST_CASE(of_two_publishers_the_second_changes_nothing) {
  Kept kept;
  Publications other(kept.options);
  BOOST_TEST((kept.publications.put(publication("a"), policies("a"), 0) == 1));
  BOOST_TEST(!other.put(publication("b"), policies("b"), 0).has_value());
  BOOST_TEST(other.inUse() == 1);
  BOOST_TEST(!openStore(kept.options)->catalogueVersions().find("sha256:b").has_value());
  BOOST_TEST((other.put(publication("b"), policies("b"), 1) == 2));
  BOOST_TEST((kept.publications.policies(2) == policies("b")));
}

BOOST_AUTO_TEST_CASE(an_earlier_version_comes_back_and_all_are_listed_latest_first) {
  Kept kept;
  kept.publications.put(publication("a"), policies("a"), 0);
  kept.publications.put(publication("b"), policies("b"), 1);
  Publication back = publication("a");
  back.kind = PublicationKind::kRollback;
  BOOST_TEST((kept.publications.put(back, policies("a"), 2) == 3));
  std::vector<std::string> hashes;
  for (const Publication& one : kept.publications.list()) hashes.push_back(one.hash);
  BOOST_TEST((hashes == std::vector<std::string>{"sha256:a", "sha256:b", "sha256:a"}));
  BOOST_TEST((kept.publications.list().front().kind == PublicationKind::kRollback));
  for (const auto& version : openStore(kept.options)->catalogueVersions().list()) {
    BOOST_TEST(version.ended_at.has_value() == (version.hash == "sha256:b"));
  }
}

BOOST_AUTO_TEST_CASE(a_version_whose_time_is_over_cannot_come_back) {
  Kept kept;
  kept.publications.put(publication("a"), policies("a"), 0);
  kept.publications.put(publication("b"), policies("b"), 1);
  const auto store = openStore(kept.options);
  store->clock().confirm(kNow + std::chrono::hours(48));
  store->catalogueVersions().removeOver(kNow + std::chrono::hours(48), std::chrono::hours(24));
  BOOST_TEST(!kept.publications.policies(1).has_value());
  BOOST_TEST(kept.publications.policies(2).has_value());
  BOOST_TEST(kept.publications.list().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_publication_without_name_reason_or_hash_is_refused) {
  Kept kept;
  const auto refused = [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  };
  for (std::string Publication::*field : {&Publication::by, &Publication::why}) {
    Publication lacking = publication("a");
    (lacking.*field).clear();
    BOOST_CHECK_EXCEPTION(kept.publications.put(lacking, policies("a"), 0), StoreError, refused);
  }
  BOOST_CHECK_EXCEPTION(kept.publications.put(publication("b"), policies("a"), 0), StoreError,
                        refused);
  BOOST_TEST(kept.publications.inUse() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
