// Versions that wait for a second person, as the database keeps them.
#include <chrono>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "store/temporary_folder.h"

namespace policycalc::store::test {
namespace {

const std::chrono::sys_seconds kNow{std::chrono::seconds(1'796'000'000)};
const std::chrono::sys_seconds kLater = kNow + std::chrono::hours(5);

PublishedPolicies policies(const std::string& name) {
  return {"sha256:" + name, "{\"" + name + "\":1}", "workdays " + name, "pack " + name};
}

WaitingVersion waiting(const std::string& name, std::int64_t over) {
  return {.hash = "sha256:" + name,
          .at = kNow,
          .by = "李娜",
          .why = "换季",
          .what = "1 change",
          .over = over};
}

/// A database where `a` is in use and `b` waits.
struct Kept {
  Kept() {
    publications.put({.kind = PublicationKind::kPublish,
                      .hash = "sha256:a",
                      .at = kNow,
                      .by = "甲",
                      .why = "乙"},
                     policies("a"), 0);
    BOOST_TEST(publications.propose(waiting("b", 1), policies("b")));
    id = publications.waitingVersions().front().id;
  }

  TemporaryFolder folder;
  StoreOptions options{.path = folder.database()};
  std::unique_ptr<Store> store = openStore(options);
  Publications publications{options};
  std::int64_t id = 0;
};

bool isConstraint(const StoreError& error) {
  return error.kind() == StoreError::Kind::kConstraint;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(WaitingVersions, Kept)

BOOST_AUTO_TEST_CASE(what_waits_changes_nothing_but_can_be_found) {
  BOOST_TEST(publications.inUse() == 1);
  BOOST_TEST(publications.list().size() == 1);
  WaitingVersion expected = waiting("b", 1);
  expected.id = id;
  BOOST_TEST((store->publications().waitingVersions() == std::vector{expected}));
  BOOST_TEST((publications.waitingPolicies(id) == policies("b")));
  BOOST_TEST(store->catalogueVersions().find("sha256:b").has_value());
  BOOST_TEST(store->catalogueVersions().list().size() == 1);
}

BOOST_AUTO_TEST_CASE(an_approved_version_is_in_use_with_both_names) {
  BOOST_TEST((publications.approve(id, "王芳", kLater) == 2));
  const auto in_use = publications.find(2);
  BOOST_TEST_REQUIRE(in_use.has_value());
  BOOST_TEST(in_use->by == "李娜");
  BOOST_TEST(in_use->approved_by == "王芳");
  BOOST_TEST((in_use->at == kLater));
  BOOST_TEST((publications.policies(2) == policies("b")));
  const auto versions = store->catalogueVersions().list();
  BOOST_TEST_REQUIRE(versions.size() == 2);
  BOOST_TEST(versions.front().hash == "sha256:b");
  BOOST_TEST((versions.front().published_at == kLater));
  BOOST_TEST(versions.back().ended_at.has_value());
  BOOST_TEST((publications.waitingVersions().front().state == WaitingVersion::State::kApproved));
  BOOST_TEST(!publications.waitingPolicies(id).has_value());
  BOOST_TEST(!publications.approve(id, "赵六", kLater).has_value());
  BOOST_TEST(!publications.withdraw(id, "赵六", "迟了", kLater));
}

BOOST_AUTO_TEST_CASE(a_withdrawn_version_is_gone_with_its_texts) {
  BOOST_TEST(publications.withdraw(id, "李娜", "写错了", kLater));
  const WaitingVersion ended = publications.waitingVersions().front();
  BOOST_TEST((ended.state == WaitingVersion::State::kWithdrawn));
  BOOST_TEST(ended.ended_by == "李娜");
  BOOST_TEST(ended.ended_why == "写错了");
  BOOST_TEST((ended.ended_at == kLater));
  BOOST_TEST(!store->catalogueVersions().find("sha256:b").has_value());
  BOOST_TEST(!publications.approve(id, "王芳", kLater).has_value());
  BOOST_TEST(publications.propose(waiting("b", 1), policies("b")));
}

BOOST_AUTO_TEST_CASE(an_earlier_version_that_waits_to_come_back_outlives_its_time) {
  BOOST_TEST((publications.approve(id, "王芳", kNow) == 2));
  BOOST_TEST(publications.propose(waiting("a", 2), policies("a")));
  const auto end = kNow + std::chrono::hours(48);
  store->clock().confirm(end);
  BOOST_TEST(store->catalogueVersions().removeOver(end, std::chrono::hours(24)) == 0);
  const std::int64_t back = publications.waitingVersions().front().id;
  BOOST_TEST(publications.withdraw(back, "李娜", "不必", end));
  BOOST_TEST(store->catalogueVersions().find("sha256:a").has_value());
  BOOST_TEST(store->catalogueVersions().removeOver(end, std::chrono::hours(24)) == 1);
}

BOOST_AUTO_TEST_CASE(a_version_that_waits_or_was_overtaken_is_not_kept_again) {
  BOOST_TEST(!publications.propose(waiting("b", 1), policies("b")));
  BOOST_TEST(!publications.propose(waiting("c", 0), policies("c")));
  BOOST_TEST(!store->catalogueVersions().find("sha256:c").has_value());
  BOOST_TEST(publications.propose(waiting("c", 1), policies("c")));
  BOOST_TEST((publications.approve(id, "王芳", kLater) == 2));
  const std::int64_t other = publications.waitingVersions().front().id;
  BOOST_TEST(!publications.approve(other, "王芳", kLater).has_value());
  BOOST_TEST(publications.inUse() == 2);
}

BOOST_AUTO_TEST_CASE(names_and_a_reason_are_needed) {
  WaitingVersion lacking = waiting("c", 1);
  lacking.why.clear();
  BOOST_CHECK_EXCEPTION(publications.propose(lacking, policies("c")), StoreError, isConstraint);
  BOOST_CHECK_EXCEPTION(publications.propose(waiting("c", 1), policies("d")), StoreError,
                        isConstraint);
  BOOST_CHECK_EXCEPTION(publications.approve(id, "", kNow), StoreError, isConstraint);
  BOOST_CHECK_EXCEPTION(publications.withdraw(id, "", "x", kNow), StoreError, isConstraint);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
