// What those who keep the policies see: versions, differences, and what runs out.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/browser.h"
#include "desk/keeping/upkeep.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::desk::test {
namespace {

using policycalc::test::at;
using policycalc::test::realCatalogue;
using policycalc::test::textAt;

const KeepingTerms kTerms{.soon_months = 6, .urgent_days = 15, .check_months = 12};
const std::string kAward = "11.1.1a";

base::Date day(const std::string& text) {
  return *base::Date::parse(text);
}

/// In the file, the first `from` behind `behind` becomes `to`.
struct Edit {
  std::string file;
  std::string behind;
  std::string from;
  std::string to;
};

/// The real policies with these edits.
std::shared_ptr<const catalogue::Catalogue> with(const std::vector<Edit>& edits) {
  catalogue::PolicyFiles files = policycalc::test::realPolicies();
  for (const Edit& edit : edits) {
    std::string& text = files.at(edit.file);
    text.replace(text.find(edit.from, text.find(edit.behind)), edit.from.size(), edit.to);
  }
  const auto loaded = catalogue::Catalogue::load(files);
  BOOST_TEST_REQUIRE(loaded.ok());
  return *loaded;
}

Edit lastDayOf(const std::string& file, const std::string& id, const std::string& last) {
  return {file, "\"id\": \"" + id + "\"", "\"to\": null", "\"to\": \"" + last + "\""};
}

const std::string kQuality = "measures/11-quality.json";

std::shared_ptr<const catalogue::Catalogue> endingOn(const std::string& last) {
  return with({lastDayOf(kQuality, kAward, last)});
}

const Upkeep::End* endOf(const Upkeep& upkeep, Upkeep::Kind kind, const std::string& id) {
  for (const Upkeep::End& end : upkeep.ends) {
    if (end.kind == kind && end.id == id) return &end;
  }
  return nullptr;
}

struct EndCase {
  std::string last;
  bool named;
  bool urgent;
};
std::ostream& operator<<(std::ostream& out, const EndCase& one) {
  return out << one.last;
}

// On 2026-11-25.
const EndCase kEnds[] = {
    {"2026-11-24", false, false}, {"2026-11-25", true, true},  {"2026-12-10", true, true},
    {"2026-12-11", true, false},  {"2027-05-25", true, false}, {"2027-05-26", false, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskKeeping)

BOOST_DATA_TEST_CASE(a_measure_that_ends_is_named_for_six_months_and_stressed_for_15_days, kEnds,
                     one) {
  const auto catalogue = endingOn(one.last);
  const Upkeep upkeep = upkeepOf(*catalogue, kTerms, day("2026-11-25"));
  const Upkeep::End* end = endOf(upkeep, Upkeep::Kind::kMeasure, kAward);
  BOOST_TEST((end != nullptr) == one.named);
  if (end == nullptr) return;
  BOOST_TEST(end->last_day.toString() == one.last);
  BOOST_TEST(end->is_urgent == one.urgent);
  BOOST_TEST(!end->title.empty());
}

BOOST_AUTO_TEST_CASE(a_figure_ends_unless_another_follows) {
  // Lint asks of a figure that it lasts as long as the measures with it.
  const std::string id = "quality_award.china";
  const std::string last = "2027-01-31";
  const auto open =
      with({lastDayOf("parameters.json", id, last), lastDayOf(kQuality, kAward, last)});
  const Upkeep upkeep = upkeepOf(*open, kTerms, day("2026-11-25"));
  BOOST_TEST((endOf(upkeep, Upkeep::Kind::kParameter, id) != nullptr));
  // Those that ended in the real policies are followed by others.
  for (const Upkeep::End& end : upkeepOf(*realCatalogue(), kTerms, day("2022-01-01")).ends) {
    BOOST_TEST((end.kind != Upkeep::Kind::kParameter), end.id);
  }
}

BOOST_AUTO_TEST_CASE(a_check_holds_for_a_year_and_is_asked_for_afterwards) {
  const auto catalogue =
      with({{kQuality, "\"id\": \"" + kAward + "\"", "\"last_checked\": \"2026-11-29\"",
             "\"last_checked\": \"2026-02-28\""}});
  const Upkeep before = upkeepOf(*catalogue, kTerms, day("2027-02-28"));
  const Upkeep::End* end = endOf(before, Upkeep::Kind::kCheck, kAward);
  BOOST_TEST_REQUIRE(end != nullptr);
  BOOST_TEST(end->last_day.toString() == "2027-02-28");
  BOOST_TEST(end->is_urgent);
  BOOST_TEST(before.unchecked.empty());
  const Upkeep after = upkeepOf(*catalogue, kTerms, day("2027-03-01"));
  BOOST_TEST((endOf(after, Upkeep::Kind::kCheck, kAward) == nullptr));
  BOOST_TEST_REQUIRE(after.unchecked.size() == 1U);
  BOOST_TEST(after.unchecked.front().id == kAward);
  BOOST_TEST(after.unchecked.front().last_checked->toString() == "2026-02-28");
}

BOOST_AUTO_TEST_CASE(ends_come_the_next_first_and_contacts_grow_old) {
  const Upkeep now = upkeepOf(*realCatalogue(), kTerms, day("2026-11-30"));
  BOOST_TEST(now.ends.empty());
  BOOST_TEST(now.unchecked.empty());
  BOOST_TEST(now.contacts.empty());
  const Upkeep later = upkeepOf(*realCatalogue(), kTerms, day("2027-12-01"));
  BOOST_TEST(later.unchecked.size() > 100U);
  for (const catalogue::Contact* contact : later.contacts) BOOST_TEST(!contact->isEmpty());
  const Upkeep between = upkeepOf(*realCatalogue(), kTerms, day("2027-06-01"));
  BOOST_TEST(between.ends.size() > 100U);
  for (std::size_t i = 1; i < between.ends.size(); ++i) {
    BOOST_TEST((between.ends[i - 1].last_day <= between.ends[i].last_day));
  }
}

BOOST_AUTO_TEST_CASE(a_month_later_is_the_same_day_or_the_last_of_the_month) {
  BOOST_TEST(monthsLater(day("2026-08-31"), 6).toString() == "2027-02-28");
  BOOST_TEST(monthsLater(day("2026-11-30"), 3).toString() == "2027-02-28");
  BOOST_TEST(monthsLater(day("2026-12-15"), 1).toString() == "2027-01-15");
}

BOOST_AUTO_TEST_CASE(a_keeper_sees_versions_with_both_names_and_their_differences) {
  const live::LiveService service;
  const Browser keeper = signedIn(service, "keeper");
  const json::Value none = bodyOf(keeper.get("/policies/versions"));
  BOOST_TEST(textAt(none, "/served") == realCatalogue()->hash());
  BOOST_TEST(at(none, "/versions").elements.empty());

  store::Publications& publications = service.store().publications();
  const auto put = [&](const catalogue::Catalogue& catalogue) {
    return store::PublishedPolicies{catalogue.hash(), catalogue.content(), "w", "c"};
  };
  publications.put({.kind = store::PublicationKind::kFolder,
                    .hash = realCatalogue()->hash(),
                    .at = service.now()},
                   put(*realCatalogue()), 0);
  const auto other = endingOn("2027-01-31");
  BOOST_TEST(publications.propose({.hash = other->hash(),
                                   .at = service.now(),
                                   .by = "李娜",
                                   .why = "到期",
                                   .what = "1 change",
                                   .over = 1},
                                  put(*other)));
  json::Value versions = bodyOf(keeper.get("/policies/versions"));
  BOOST_TEST(textAt(versions, "/versions/0/state") == "waiting");
  BOOST_TEST(textAt(versions, "/versions/0/by") == "李娜");
  BOOST_TEST(at(versions, "/versions/0/number").isNull());
  BOOST_TEST(textAt(versions, "/versions/1/state") == "in_use");
  BOOST_TEST(textAt(versions, "/versions/1/way") == "folder");

  const json::Value differences = bodyOf(keeper.get("/policies/differences?to=" + other->hash()));
  BOOST_TEST(textAt(differences, "/from") == realCatalogue()->hash());
  BOOST_TEST(at(differences, "/changes").elements.size() == 1U);
  BOOST_TEST(textAt(differences, "/changes/0/id") == kAward);
  BOOST_TEST(textAt(differences, "/changes/0/field") == "valid");
  BOOST_TEST(textAt(differences, "/changes/0/new").find("2027-01-31") != std::string::npos);

  const std::int64_t id = publications.waitingVersions().front().id;
  BOOST_TEST((publications.approve(id, "王芳", service.now()) == 2));
  versions = bodyOf(keeper.get("/policies/versions"));
  BOOST_TEST(at(versions, "/versions").elements.size() == 2U);
  BOOST_TEST(textAt(versions, "/versions/0/approved_by") == "王芳");
  BOOST_TEST(textAt(versions, "/versions/0/number") == "2");
  BOOST_TEST(textAt(versions, "/versions/1/state") == "former");
  BOOST_TEST(at(versions, "/versions/1/kept").boolean);

  const auto third = endingOn("2027-02-28");
  publications.propose(
      {.hash = third->hash(), .at = service.now(), .by = "李娜", .why = "到期", .over = 2},
      put(*third));
  publications.withdraw(publications.waitingVersions().front().id, "李娜", "写错了", service.now());
  versions = bodyOf(keeper.get("/policies/versions"));
  BOOST_TEST(textAt(versions, "/versions/2/state") == "withdrawn");
  BOOST_TEST(textAt(versions, "/versions/2/withdrawn/why") == "写错了");
  BOOST_TEST(!at(versions, "/versions/2/kept").boolean);
  const auto gone = keeper.get("/policies/differences?to=" + third->hash());
  BOOST_TEST(gone.status == 400);
  BOOST_TEST(codeOf(gone) == "unknown_catalogue");
  BOOST_TEST(pointerOf(gone) == "?to");
}

BOOST_AUTO_TEST_CASE(only_a_keeper_sees_them_and_the_terms_are_those_of_the_policies) {
  const live::LiveService service;
  for (const char* role : {"clerk", "handler", "supervisor", "administrator"}) {
    const Browser other = signedIn(service, role);
    for (const char* path : {"versions", "differences", "upkeep"}) {
      BOOST_TEST(other.get(std::string("/policies/") + path).status == 403);
    }
  }
  const Browser keeper = signedIn(service, "keeper");
  const json::Value upkeep = bodyOf(keeper.get("/policies/upkeep"));
  BOOST_TEST(textAt(upkeep, "/today") == "2026-11-25");
  BOOST_TEST(textAt(upkeep, "/terms/soon_months") == "6");
  BOOST_TEST(textAt(upkeep, "/terms/urgent_days") == "15");
  BOOST_TEST(textAt(upkeep, "/terms/check_months") == "12");
  BOOST_TEST(at(upkeep, "/ends").elements.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
