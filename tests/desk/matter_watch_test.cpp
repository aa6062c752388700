#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using std::chrono::days;

const char* const kOne = "/matters/1";

std::string idsIn(const Reply& reply) {
  std::string ids;
  for (const json::Value& each : at(bodyOf(reply), "/matters").elements) {
    ids += each.find("id")->text + ";";
  }
  return ids;
}

/// The real catalogue, in which kAward holds through that day only.
std::shared_ptr<const catalogue::Catalogue> awardEndsOn(const std::string& last) {
  std::string content = live::realCatalogue()->content();
  const std::size_t clause = content.find(R"("id":"11.1.1a")");
  const std::string endless = R"("to":null)";
  content.replace(content.find(endless, content.find(R"("valid":)", clause)), endless.size(),
                  R"("to":")" + last + "\"");
  return *catalogue::Catalogue::restore(content);
}

/// A matter in progress with the handler since Wednesday 2026-11-25, at revision 4: due after 20
/// workdays, on 2026-12-23.
struct Watch : Casework {
  Watch() {
    nameHandler();
    open();
    clerk.post("/matters/1/steps", stepTo("preparing", 1));
    clerk.post("/matters/1/steps", stepTo("handed_over", 2));
    handler.post("/matters/1/steps", stepTo("in_progress", 3));
  }

  static std::string awaiting(const std::string& until, int revision = 4) {
    return R"({"until":")" + until + R"(","note":"缺营业执照","revision":)" +
           std::to_string(revision) + "}";
  }
  Reply wait(Browser& browser, const std::string& until, int revision = 4) {
    return browser.post("/matters/1/completion", awaiting(until, revision));
  }
  static std::string revision(int number) {
    return R"({"revision":)" + std::to_string(number) + "}";
  }
  std::string found(Browser& browser, const std::string& query) {
    return idsIn(browser.get("/matters" + query));
  }
  std::string shown(const char* pointer) { return valueAt(clerk.get(kOne), pointer); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskMatterWatch)

BOOST_AUTO_TEST_CASE(a_permission_shorter_than_the_targets_is_asked_about_first) {
  Casework desk;
  const std::string path = help(desk.clerk);  // for 30 days; all targets take 35 workdays
  const std::string id = path.substr(path.rfind('/') + 1);
  const std::string unsure = R"(,"accept_short_permission":false)";
  const Reply refused = desk.clerk.post("/matters", newMatter(id, kFair, unsure));
  BOOST_TEST(refusalOf(refused) == "409 permission_short /accept_short_permission");
  BOOST_TEST(valueAt(refused, "/permission_until") == "2026-12-25");
  BOOST_TEST(valueAt(refused, "/whole_target") == "2027-01-13");
  BOOST_TEST(refusalOf(desk.clerk.post("/matters",
                                       newMatter(id, kFair, R"(,"accept_short_permission":1)"))) ==
             "400 wrong_type /accept_short_permission");
  BOOST_TEST(desk.clerk.post("/matters", newMatter(id, kFair, R"(,"accept_short_permission":true)"))
                 .status == 201);
  // A year is long enough.
  BOOST_TEST(desk.clerk.post("/matters", newMatter(desk.applicantId(), kFair, unsure)).status ==
             201);
}

BOOST_FIXTURE_TEST_CASE(an_ending_permission_is_the_windows_task_wherever_the_matter_is, Watch) {
  const auto renew = [&](const char* term) {
    BOOST_TEST(clerk.put(applicant + "/authorisation", authorisation("paper", true, term)).status ==
               200);
  };
  renew(R"(,"days":30)");  // through 2026-12-25
  const auto warning = [&] { return shown("/permission_warning"); };
  BOOST_TEST(warning() == "null");
  BOOST_TEST(found(clerk, "?turn=mine").empty());
  service.moveClock(days(16));
  BOOST_TEST(warning() == "10");
  BOOST_TEST(found(clerk, "?turn=mine") == "1;");
  BOOST_TEST(found(clerk, "?turn=unit").empty());
  BOOST_TEST(found(handler, "?turn=mine") == "1;");  // the unit goes on with it
  BOOST_TEST(valueAt(clerk.get("/matters"), "/counts/mine") == "1");
  service.moveClock(days(7));
  BOOST_TEST(warning() == "5");
  service.moveClock(days(6));
  BOOST_TEST(warning() == "1");
  renew(R"(,"days":365)");
  BOOST_TEST(warning() == "null");
  BOOST_TEST(found(clerk, "?turn=mine").empty());
}

BOOST_FIXTURE_TEST_CASE(papers_are_awaited_within_a_bound_by_the_side_that_has_the_matter, Watch) {
  BOOST_TEST(refusalOf(wait(clerk, "2026-12-01")) == "409 cannot_await ");  // the unit has it
  for (const char* wrong : {"2026-11-25", "2026-11-24", "2026-12-10"}) {
    BOOST_TEST(refusalOf(wait(handler, wrong)) == "400 wrong_value /until", wrong);
  }
  BOOST_TEST(refusalOf(wait(handler, "2026-02-30")) == "400 wrong_value /until");
  BOOST_TEST(refusalOf(handler.post("/matters/1/completion", R"({"note":"缺","revision":4})")) ==
             "400 missing_field /until");
  BOOST_TEST(
      refusalOf(handler.post("/matters/1/completion", R"({"until":"2026-12-01","revision":4})")) ==
      "400 missing_field /note");
  BOOST_TEST(refusalOf(wait(handler, "2026-12-01", 3)) == "409 changed_elsewhere ");
  BOOST_TEST(refusalOf(handler.post("/matters/1/completed", revision(4))) == "409 cannot_await ");
  BOOST_TEST(shown("/completion") == "null");
}

BOOST_FIXTURE_TEST_CASE(the_clock_rests_while_the_company_completes_its_papers, Watch) {
  const Reply waits = wait(handler, "2026-12-09");  // the tenth workday
  BOOST_TEST_REQUIRE(waits.status == 200);
  BOOST_TEST(valueAt(waits, "/turn") == "company");
  BOOST_TEST(valueAt(waits, "/completion/until") == "2026-12-09");
  BOOST_TEST(valueAt(waits, "/state") == "in_progress");
  BOOST_TEST(valueAt(waits, "/since") == "2026-11-25");
  BOOST_TEST(valueAt(waits, "/due") == "2027-01-06");  // ten workdays later
  BOOST_TEST(valueAt(waits, "/deeds/0/deed") == "awaited");
  BOOST_TEST(valueAt(waits, "/deeds/0/said/note") == "缺营业执照");
  BOOST_TEST(valueAt(waits, "/may/resume") == "true");
  BOOST_TEST(found(supervisor, "?turn=company") == "1;");
  BOOST_TEST(valueAt(supervisor.get("/matters"), "/counts/company") == "1");
  BOOST_TEST(found(handler, "?turn=mine").empty());
  BOOST_TEST(refusalOf(wait(handler, "2026-12-09", 5)) == "409 cannot_await ");
  // Complete on the second workday: it is due two workdays later.
  service.moveClock(days(2));
  const Reply goes_on = handler.post("/matters/1/completed", revision(5));
  BOOST_TEST_REQUIRE(goes_on.status == 200);
  BOOST_TEST(valueAt(goes_on, "/turn") == "mine");
  BOOST_TEST(valueAt(goes_on, "/due") == "2026-12-25");
  BOOST_TEST(valueAt(goes_on, "/completions") == "1");
  BOOST_TEST(valueAt(goes_on, "/since") == "2026-11-25");
}

BOOST_FIXTURE_TEST_CASE(after_the_last_day_it_is_back_with_whom_it_was_by_itself, Watch) {
  wait(handler, "2026-11-27");
  service.moveClock(days(2));
  BOOST_TEST(shown("/turn") == "company");
  service.moveClock(days(1));
  BOOST_TEST(found(handler, "?turn=mine") == "1;");
  BOOST_TEST(found(supervisor, "?turn=company").empty());
  BOOST_TEST(shown("/completion") == "null");
  BOOST_TEST(shown("/due") == "2026-12-25");
  BOOST_TEST(service.store().matters().endCompletions(service.now()) == 1U);
  BOOST_TEST(shown("/deeds/1/deed") == "resumed");
  BOOST_TEST(shown("/deeds/1/by") == "null");
  BOOST_TEST(shown("/completions") == "1");
  BOOST_TEST(shown("/since") == "2026-11-25");
}

BOOST_FIXTURE_TEST_CASE(an_end_that_is_undone_keeps_what_the_clock_has_rested, Watch) {
  wait(handler, "2026-12-09");
  service.moveClock(days(2));
  const Reply refused =
      handler.post("/matters/1/steps", stepTo("refused", 5, R"(,"reason":"不符合")"));
  BOOST_TEST(valueAt(refused, "/completion") == "null");
  const Reply undone = handler.post("/matters/1/undo", revision(6));
  BOOST_TEST_REQUIRE(undone.status == 200);
  BOOST_TEST(valueAt(undone, "/due") == "2026-12-25");
}

BOOST_FIXTURE_TEST_CASE(what_was_overdue_stays_overdue, Watch) {
  service.moveClock(days(29));  // 2026-12-24, the day after the due day
  BOOST_TEST(valueAt(wait(handler, "2026-12-30"), "/due") == "2026-12-23");
  BOOST_TEST(shown("/urgency") == "overdue");
}

BOOST_FIXTURE_TEST_CASE(a_reminder_is_recorded_and_shown_to_the_person, Watch) {
  BOOST_TEST(shown("/reminders") == "0");
  BOOST_TEST(shown("/reminded") == "null");
  const Reply own = handler.post("/matters/1/reminders");
  BOOST_TEST(refusalOf(own) == "409 nothing_to_remind ");
  const Reply sent = supervisor.post("/matters/1/reminders");
  BOOST_TEST_REQUIRE(sent.status == 200);
  BOOST_TEST(valueAt(sent, "/reminders") == "1");
  BOOST_TEST(valueAt(sent, "/reminded/to/id") == std::to_string(handler_id));
  BOOST_TEST(valueAt(sent, "/deeds/0/by/id") == std::to_string(supervisor_id));
  BOOST_TEST(valueAt(sent, "/deeds/0/seen_at") == "null");
  BOOST_TEST(valueAt(sent, "/may/remind") == "false");
  BOOST_TEST(refusalOf(clerk.post("/matters/1/reminders")) == "409 nothing_to_remind ");  // today
  BOOST_TEST(valueAt(handler.get("/matters"), "/matters/0/reminders") == "1");
  BOOST_TEST(shown("/deeds/0/seen_at") == "null");  // the clerk is not the one
  handler.get(kOne);
  BOOST_TEST(shown("/deeds/0/seen_at") != "null");
  service.moveClock(days(1));
  BOOST_TEST(clerk.post("/matters/1/reminders").status == 200);
  BOOST_TEST(shown("/reminders") == "2");
}

BOOST_FIXTURE_TEST_CASE(many_are_reminded_at_once, Watch) {
  open(kFair);  // at the window
  const Reply done = supervisor.post(
      "/bulk/reminders", R"({"matters":[{"id":1,"revision":4},{"id":2,"revision":1}]})");
  BOOST_TEST(at(bodyOf(done), "/done").elements.size() == 2U);
  const Reply again = supervisor.post("/bulk/reminders", R"({"matters":[{"id":1,"revision":4}]})");
  BOOST_TEST(valueAt(again, "/left/0/code") == "nothing_to_remind");
  const Reply clerks = clerk.get("/matters/2");
  BOOST_TEST(valueAt(clerks, "/reminded/to/id") == std::to_string(clerk_id));
  BOOST_TEST(valueAt(clerks, "/deeds/0/seen_at") != "null");
}

BOOST_FIXTURE_TEST_CASE(a_measure_that_moved_waits_for_the_window_to_read_it, Watch) {
  service.store().matters().markMovedMeasures(
      [](const store::Matters::KnownMeasure&) { return true; });
  BOOST_TEST(found(clerk, "?turn=mine") == "1;");
  BOOST_TEST(found(clerk, "?measure=moved") == "1;");
  BOOST_TEST(refusalOf(clerk.get("/matters?measure=same")) == "400 wrong_value ?measure");
  BOOST_TEST(shown("/may/read_measure") == "true");
  BOOST_TEST(refusalOf(handler.post("/matters/1/measure", revision(4))) == "403 not_permitted ");
  BOOST_TEST(refusalOf(clerk.post("/matters/1/measure", revision(3))) == "409 changed_elsewhere ");
  const Reply read = clerk.post("/matters/1/measure", revision(4));
  BOOST_TEST_REQUIRE(read.status == 200);
  BOOST_TEST(valueAt(read, "/measure_moved") == "false");
  BOOST_TEST(valueAt(read, "/deeds/0/deed") == "read");
  BOOST_TEST(found(clerk, "?turn=mine").empty());
  BOOST_TEST(refusalOf(clerk.post("/matters/1/measure", revision(5))) == "409 measure_read ");
}

BOOST_FIXTURE_TEST_CASE(a_restart_marks_the_measures_that_its_catalogue_changes, Watch) {
  open(kFair);  // 2, whose measure stays
  std::string content = live::realCatalogue()->content();
  const std::string title = "中国质量奖奖励";
  content.replace(content.find(title), title.size(), "中国质量奖奖金");
  const auto older = *catalogue::Catalogue::restore(content);
  service.store().catalogueVersions().publish(
      {older->hash(), service.now() - days(9), older->content()});
  store::Matters& matters = service.store().matters();
  matters.markMovedMeasures([](const store::Matters::KnownMeasure&) { return true; });
  const store::Actor actor{.staff_id = clerk_id, .address = {}, .at = service.now()};
  matters.readMeasure(1, 4, older->hash(), actor);
  matters.readMeasure(2, 1, older->hash(), actor);
  BOOST_TEST(found(clerk, "?measure=moved").empty());
  { const live::LiveService restarted(live::realCatalogue(), service.database()); }
  BOOST_TEST(found(clerk, "?measure=moved") == "1;");
  BOOST_TEST(shown("/measure_changes/0/before") == "中国质量奖奖金");
  BOOST_TEST(shown("/measure_changes/0/after") == title);
  BOOST_TEST(shown("/measure_changes/0/field") == "title");
  BOOST_TEST(valueAt(clerk.get("/matters"), "/counts/measure_moved") == "1");
}

BOOST_AUTO_TEST_CASE(a_measure_that_ends_by_its_date_is_marked_once) {
  const live::LiveService service(awardEndsOn("2026-11-26"));
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string applicant = help(clerk, helpedBody("赣州甲食品有限公司", kAwarded, "[]", {}));
  for (const char* measure : {kAward, kFair}) {
    clerk.post("/matters", newMatter(applicant.substr(applicant.rfind('/') + 1), measure));
  }
  const auto marked = [&] {
    service.markMovedMeasures();
    return idsIn(clerk.get("/matters?measure=moved"));
  };
  const auto pass = [&] {
    service.moveClock(days(1));
    clerk.logIn("wang");
  };
  BOOST_TEST(idsIn(clerk.get("/matters")) == "1;2;");
  BOOST_TEST(marked().empty());
  pass();  // the last day
  BOOST_TEST(marked().empty());
  pass();
  BOOST_TEST(marked() == "1;");
  BOOST_TEST(idsIn(clerk.get("/matters?turn=mine")) == "1;2;");
  const Reply shown = clerk.get(kOne);
  BOOST_TEST(valueAt(shown, "/measure_moved") == "true");
  BOOST_TEST(valueAt(shown, "/measure_changes/0/field") == "valid");
  BOOST_TEST(valueAt(shown, "/measure_changes/0/before") == "有效期到 2026-11-26");
  BOOST_TEST(valueAt(shown, "/measure_changes/0/after") == "已经到期，2026-11-26 是最后一天");
  BOOST_TEST(clerk.post("/matters/1/measure", R"({"revision":1})").status == 200);
  BOOST_TEST(marked().empty());
  pass();
  BOOST_TEST(marked().empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
