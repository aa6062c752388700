#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "desk/applicants/name_index.h"
#include "desk/casework.h"
#include "desk/matters/matter_filter.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::days;

std::string idsIn(const Reply& reply) {
  std::string ids;
  for (const json::Value& each : at(bodyOf(reply), "/matters").elements) {
    ids += (ids.empty() ? "" : ",") + textAt(each, "/id");
  }
  return ids;
}

std::string found(Browser& browser, const std::string& query) {
  return idsIn(browser.get("/matters" + query));
}

/// An applicant of that name, and a matter; the path of the applicant.
std::string openFor(Browser& browser, const std::string& name, const std::string& profile,
                    const std::string& days_of_term = R"(,"days":365)") {
  const std::string path = help(browser, R"({"name":")" + name + R"(","contact":"1","profile":)" +
                                             profile + R"(,"verified":[],"authorisation":)" +
                                             authorisation("paper", true, days_of_term) + "}");
  const Reply opened = browser.post("/matters", newMatter(path.substr(path.rfind('/') + 1)));
  BOOST_TEST_REQUIRE(opened.status == 201);
  return path;
}

Reply step(Browser& browser, const std::string& id, const std::string& state, int revision,
           const std::string& more = {}) {
  Reply reply = browser.post("/matters/" + id + "/steps", stepTo(state, revision, more));
  BOOST_TEST(reply.status == 200, state);
  return reply;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskWorklist)

BOOST_AUTO_TEST_CASE(each_side_sees_whose_turn_it_is) {
  Casework desk;
  desk.nameHandler();
  Browser colleague = signedInAt(desk.service, "qian", "clerk", kZhanggong);
  desk.open();
  BOOST_TEST(found(desk.clerk, "?turn=mine") == "1");
  BOOST_TEST(found(colleague, "?turn=mine").empty());
  BOOST_TEST(found(colleague, "?turn=colleagues") == "1");
  // A colleague who steps in has it from then on.
  step(colleague, "1", "preparing", 1);
  BOOST_TEST(found(colleague, "?turn=mine") == "1");
  BOOST_TEST(found(desk.clerk, "?turn=colleagues") == "1");
  step(desk.clerk, "1", "handed_over", 2);
  BOOST_TEST(found(desk.clerk, "?turn=unit") == "1");
  BOOST_TEST(found(desk.supervisor, "?turn=unit") == "1");
  BOOST_TEST(found(desk.handler, "?turn=mine") == "1");
  step(desk.handler, "1", "preparing", 3, R"(,"reason":"缺材料")");
  const Reply list = desk.clerk.get("/matters?returned=true&turn=mine");
  BOOST_TEST(idsIn(list) == "1");
  BOOST_TEST(valueAt(list, "/matters/0/returns") == "1");
  BOOST_TEST(valueAt(list, "/counts/returned") == "1");
  BOOST_TEST(found(desk.handler, "?turn=window") == "1");
  step(desk.clerk, "1", "handed_over", 4);
  BOOST_TEST(found(desk.clerk, "?returned=true").empty());  // it is with the unit
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/returns") == "1");
}

BOOST_AUTO_TEST_CASE(whoever_leaves_leaves_nothing_in_the_dark) {
  Casework desk;
  desk.nameHandler();
  desk.open();
  desk.open(kFair);
  step(desk.clerk, "1", "preparing", 1);
  step(desk.clerk, "1", "handed_over", 2);
  Browser colleague = signedInAt(desk.service, "sun", "handler", "", kMarketRegulation);
  BOOST_TEST(refusalOf(colleague.get("/matters/1")) == "404 no_matter ");
  const auto disable = [&](std::int64_t id) {
    store::StaffMember member = *desk.service.store().staff().find(id);
    member.active = false;
    const auto done = desk.service.store().staff().update(
        member, member.revision, {desk.supervisor_id, "", desk.service.now()});
    BOOST_TEST((done == store::StaffMembers::Change::kDone));
  };
  disable(desk.handler_id);
  BOOST_TEST(found(desk.supervisor, "?turn=nobody") == "1");
  BOOST_TEST(valueAt(desk.supervisor.get("/matters"), "/counts/nobody") == "1");
  BOOST_TEST(valueAt(desk.supervisor.get("/matters/1"), "/unassigned") == "true");
  // The unit has it, and a colleague can take it on.
  BOOST_TEST(found(colleague, "?turn=nobody") == "1");
  step(colleague, "1", "in_progress", 3);
  BOOST_TEST(found(colleague, "?turn=mine") == "1");
  disable(desk.clerk_id);
  BOOST_TEST(found(desk.supervisor, "?turn=nobody") == "2");  // at the window
}

BOOST_AUTO_TEST_CASE(an_authorisation_that_ends_is_told_before_it_does) {
  Casework desk;
  const std::string path = openFor(desk.clerk, "乙公司", kAwarded, R"(,"days":30)");
  const auto ending = [&] {
    return valueAt(desk.clerk.get("/matters"), "/counts/permission_ending");
  };
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/permission_until") == "2026-12-25");
  // Ten workdays after 2026-12-10 is 2026-12-24, after 2026-12-11 it is 2026-12-25.
  desk.service.moveClock(days(15));
  BOOST_TEST(ending() == "0");
  desk.service.moveClock(days(1));
  BOOST_TEST(ending() == "1");
  BOOST_TEST(found(desk.clerk, "?permission=ending") == "1");
  BOOST_TEST(desk.clerk.put(path + "/authorisation", authorisation()).status == 200);
  BOOST_TEST(found(desk.clerk, "?permission=ending").empty());
}

BOOST_AUTO_TEST_CASE(one_search_finds_by_reference_firm_code_and_measure) {
  Casework desk;
  openFor(desk.clerk, "赣州市 章江 Food有限公司",
          R"({"district":"360702","credit_code":")" + std::string(kCreditCode) +
              R"(","quality_awards":["china_quality_award"]})");  // 1
  desk.open(kFair);                                               // 2
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  BOOST_TEST(found(desk.clerk, "?q=%E7%AB%A0%E6%B1%9F") == "1");    // 章江
  BOOST_TEST(found(desk.clerk, "?q=%E5%B8%82%E7%AB%A0") == "1");    // 市章, over the blank
  BOOST_TEST(found(desk.clerk, "?q=%20foOd%E6%9C%89") == "1");      // foOd有
  BOOST_TEST(found(desk.clerk, "?q=%E5%85%AC%E5%8F%B8") == "1,2");  // 公司, in both
  BOOST_TEST(found(desk.clerk, "?q=%E5%85%AC").empty());            // one character
  BOOST_TEST(found(desk.clerk, "?q=" + std::string(kCreditCode)) == "1");
  BOOST_TEST(found(desk.clerk, "?q=" + std::string(kCreditCode).substr(1)).empty());
  BOOST_TEST(found(desk.clerk, "?q=11.1.1a") == "1");
  BOOST_TEST(found(desk.clerk, "?q=%E4%B8%AD%E5%9B%BD%E8%B4%A8%E9%87%8F%E5%A5%96") == "1");
  BOOST_TEST(found(desk.clerk, "?q=%E7%AB%A0%E6%B1%9F&turn=unit").empty());
  BOOST_TEST(found(other, "?q=%E5%85%AC%E5%8F%B8").empty());  // another county's
  const std::string reference = valueAt(desk.clerk.get("/matters/2"), "/reference");
  BOOST_TEST(found(desk.clerk, "?q=" + reference) == "2");
  for (const char* hostile : {"?q=%25%25", "?q=%27%20OR%201%3D1--", "?q=%F0%9F%98%80%F0%9F%98%80",
                              "?q=__", "?q=%5C%5C"}) {
    BOOST_TEST(found(desk.clerk, hostile).empty(), hostile);
  }
}

BOOST_AUTO_TEST_CASE(a_name_is_found_under_its_new_words_and_not_once_withdrawn) {
  Casework desk;
  const std::string path = openFor(desk.clerk, "旧名公司", kAwarded);
  const std::string before = "?q=%E6%97%A7%E5%90%8D";
  const std::string after = "?q=%E6%96%B0%E5%90%8D";
  BOOST_TEST(found(desk.clerk, before) == "1");
  BOOST_TEST(desk.clerk.put(path, changedApplicant(1, kAwarded, "[]", "新名公司")).status == 200);
  BOOST_TEST(found(desk.clerk, before).empty());
  BOOST_TEST(found(desk.clerk, after) == "1");
  BOOST_TEST(desk.clerk.del(path + "/authorisation").status == 200);
  BOOST_TEST(found(desk.clerk, after).empty());
  BOOST_TEST(found(desk.clerk, "?closed=only") == "1");
}

BOOST_AUTO_TEST_CASE(the_index_of_names_follows_the_database) {
  Casework desk;  // one applicant
  NameIndex index;
  const auto refresh = [&] {
    index.refresh(desk.service.store().applicants(), desk.service.serviceKey());
  };
  refresh();
  BOOST_TEST(index.size() == 1U);
  const std::string path = openFor(desk.clerk, "乙公司", kAwarded);
  BOOST_TEST(index.find("乙公").empty());
  refresh();
  BOOST_TEST(index.find("乙公") == std::vector<std::int64_t>{2});
  BOOST_TEST(index.find("").empty());
  desk.clerk.del(path + "/authorisation");
  refresh();
  BOOST_TEST(index.size() == 1U);
  // One that ran out goes when its data are erased.
  desk.service.moveClock(days(366));
  desk.service.store().applicants().endOver(desk.service.now());
  refresh();
  BOOST_TEST(index.size() == 0U);
}

BOOST_AUTO_TEST_CASE(closed_matters_have_a_time_and_the_latest_comes_first) {
  Casework desk;
  desk.open();       // 1
  desk.open(kFair);  // 2
  step(desk.clerk, "1", "withdrawn", 1);
  desk.service.moveClock(days(2));
  step(desk.clerk, "2", "withdrawn", 1);
  BOOST_TEST(found(desk.clerk, "?closed=only") == "2,1");
  BOOST_TEST(found(desk.clerk, "?closed=only&from=2026-11-26") == "2");
  BOOST_TEST(found(desk.clerk, "?closed=only&from=2026-11-27&to=2026-11-27") == "2");
  BOOST_TEST(found(desk.clerk, "?closed=only&to=2026-11-26") == "1");
  BOOST_TEST(found(desk.clerk, "?closed=only&from=2026-11-28").empty());
  const auto refused = [&](const std::string& query) {
    return refusalOf(desk.clerk.get("/matters" + query));
  };
  BOOST_TEST(refused("?from=2026-11-26") == "400 wrong_value ?from");
  BOOST_TEST(refused("?to=2026-11-26") == "400 wrong_value ?to");
  BOOST_TEST(refused("?closed=only&from=2026-11-28&to=2026-11-27") == "400 wrong_value ?to");
  BOOST_TEST(refused("?closed=only&from=2026-02-30") == "400 wrong_value ?from");
  BOOST_TEST(refused("?turn=everyone") == "400 wrong_value ?turn");
  BOOST_TEST(refused("?permission=true") == "400 wrong_value ?permission");
  BOOST_TEST(refused("?unassigned=true") == "400 unknown_parameter ?unassigned");
}

BOOST_AUTO_TEST_CASE(a_page_leads_to_the_next) {
  Casework desk;
  constexpr int kMatters = 101;
  const store::Actor actor{desk.clerk_id, "", desk.service.now()};
  const auto applicant = desk.service.store().applicants().find(1, desk.service.now());
  for (int i = 1; i <= kMatters; ++i) {
    store::Matter matter;
    matter.reference = "R" + std::to_string(i);
    matter.applicant_id = applicant->id;
    matter.measure = "m" + std::to_string(i);
    matter.county = kZhanggong;
    matter.unit = kMarketRegulation;
    matter.due_days = live::realDeadlines().dueDays(
        MatterState::kReceived,
        base::Date(base::dayInChina(desk.service.now()).days() + days(i % 3)));
    desk.service.store().matters().open(matter, {}, actor);
  }
  std::string query;
  std::size_t seen = 0;
  for (const std::size_t expected : {50U, 50U, 1U}) {
    const Reply page = desk.clerk.get("/matters" + query);
    BOOST_TEST(at(bodyOf(page), "/matters").elements.size() == expected);
    BOOST_TEST(valueAt(page, "/counts/found") == std::to_string(kMatters));
    seen += expected;
    query = "?after=" + valueAt(page, "/next");
  }
  BOOST_TEST(seen == 101U);
  BOOST_TEST(query == "?after=null");
  for (const char* wrong : {"o", "o.1", "o..1", "x.1.1", "o.1.0", "o.1.-1", "o.01.1", "o.1.1.1",
                            "o.1e3.1", "o.99999999999999999999.1", "o.1000000000001.1", "c.+1.1"}) {
    BOOST_TEST(refusalOf(desk.clerk.get(std::string("/matters?after=") + wrong)) ==
                   "400 wrong_value ?after",
               wrong);
  }
  BOOST_TEST(refusalOf(desk.clerk.get("/matters.csv?after=o.1.1")) ==
             "400 unknown_parameter ?after");
  // An export has all of them.
  const std::string csv = desk.clerk.get("/matters.csv").body;
  BOOST_TEST(std::count(csv.begin(), csv.end(), '\n') == kMatters + 1);
}

BOOST_AUTO_TEST_CASE(cursors_are_read_back) {
  for (const store::MatterPosition& position :
       {store::MatterPosition{false, 20'000, 7}, store::MatterPosition{true, -1'800'000'000, 1},
        store::MatterPosition{false, 0, 1}}) {
    BOOST_TEST((positionIn(cursorOf(position)) == position), cursorOf(position));
  }
}

BOOST_AUTO_TEST_CASE(a_look_at_an_unchanged_list_is_answered_without_it) {
  Casework desk;
  desk.open();
  const auto look = [](Browser& browser, const std::string& etag, const std::string& query = {}) {
    return browser.send("GET", "/matters" + query, "", "If-None-Match: " + etag + "\r\n");
  };
  const std::string etag = desk.clerk.get("/matters").header("ETag");
  BOOST_TEST_REQUIRE(!etag.empty());
  const Reply same = look(desk.clerk, etag);
  BOOST_TEST(same.status == 304);
  BOOST_TEST(same.body.empty());
  BOOST_TEST(look(desk.clerk, etag, "?turn=mine").status == 200);  // another question
  BOOST_TEST(look(desk.supervisor, etag).status == 200);           // another seat
  desk.clerk.post("/matters/1/notes", R"({"text":"x"})");
  step(desk.clerk, "1", "preparing", 1);
  const Reply changed = look(desk.clerk, etag);
  BOOST_TEST(changed.status == 200);
  BOOST_TEST(valueAt(changed, "/matters/0/state") == "preparing");
  // Another county's change is no reason to read the list again.
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  openFor(other, "丙公司", kAwarded);
  BOOST_TEST(look(desk.clerk, changed.header("ETag")).status == 304);
  desk.service.moveClock(days(1));
  BOOST_TEST(look(desk.clerk, changed.header("ETag")).status == 200);  // the clocks went on
}

BOOST_AUTO_TEST_CASE(another_calendar_makes_other_due_days) {
  Casework desk;
  desk.open();
  store::Matters& matters = desk.service.store().matters();
  const auto reckon = [&](const char* version, int later) {
    return matters.reckonDueDays(
        version, [&](MatterState, std::chrono::sys_seconds since, std::int64_t) {
          const base::Date due(base::dayInChina(since).days() + days(later));
          return DueDays{due, due};
        });
  };
  const auto due = [&] {
    return matters.find(1, desk.service.now())->matter.due_days->due.toString();
  };
  BOOST_TEST(due() == "2026-11-27");
  BOOST_TEST(reckon(live::realDeadlines().version().c_str(), 30) == 0U);  // reckoned already
  BOOST_TEST(due() == "2026-11-27");
  BOOST_TEST(reckon("another", 30) == 1U);
  BOOST_TEST(due() == "2026-12-25");
  BOOST_TEST(reckon("another", 31) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
