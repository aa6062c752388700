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

Reply step(Browser& browser, const std::string& state, int revision, const std::string& more = {}) {
  return browser.post("/matters/1/steps", stepTo(state, revision, more));
}

Reply attempt(Browser& browser, const std::string& more = {}) {
  return browser.post("/matters/1/attempts", R"({"way":"phone")" + more + "}");
}

Reply tell(Browser& browser, int revision, const std::string& more = {}) {
  return browser.post("/matters/1/told",
                      R"({"way":"phone","revision":)" + std::to_string(revision) + more + "}");
}

/// A matter in progress with the handler, at revision 4.
struct InProgress : Casework {
  InProgress() {
    nameHandler();
    open();
    step(clerk, "preparing", 1);
    step(clerk, "handed_over", 2);
    step(handler, "in_progress", 3);
  }

  std::string number(const char* name) {
    return valueAt(clerk.get("/matters"), std::string("/counts/") + name);
  }
  std::string ids(const std::string& query) {
    std::string ids;
    const Reply reply = clerk.get("/matters" + query);
    for (const json::Value& each : at(bodyOf(reply), "/matters").elements) {
      ids += each.find("id")->text + ";";
    }
    return ids;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskMatterEnds)

BOOST_FIXTURE_TEST_CASE(a_payment_has_amount_day_number_and_proof, InProgress) {
  const auto faults = [&](const std::string& end) {
    return refusalOf(step(handler, "fulfilled", 4, R"(,"end":)" + end));
  };
  BOOST_TEST(faults("null") == "400 missing_field /end/amount");
  BOOST_TEST(faults(R"({"amount":1,"day":"2026-11-25","number":"1"})") ==
             "400 missing_field /end/proof");
  BOOST_TEST(faults(R"({"service":"上门培训"})") == "400 missing_field /end/day");
  BOOST_TEST(faults(R"({"service":"上门培训","day":"2026-11-25","amount":1})") ==
             "400 wrong_value /end/amount");
  const auto with = [](const std::string& amount, const std::string& day = "2026-11-25") {
    return R"({"amount":)" + amount + R"(,"day":")" + day + R"(","number":"1","proof":"回单"})";
  };
  for (const char* wrong : {"0", "-1", "0.001", "1e30"}) {
    BOOST_TEST(faults(with(wrong)) == "400 wrong_value /end/amount", wrong);
  }
  BOOST_TEST(faults(with("\"1\"")) == "400 wrong_type /end/amount");
  for (const char* wrong : {"2026-11-26", "2026-02-30", "yesterday"}) {
    BOOST_TEST(faults(with("1", wrong)) == "400 wrong_value /end/day", wrong);
  }
  BOOST_TEST(faults("[]") == "400 wrong_type /end");
  BOOST_TEST(faults(R"({"paid":1})") == "400 unknown_field /end/paid");
  BOOST_TEST(valueAt(clerk.get(kOne), "/state") == "in_progress");
  const Reply done = step(
      handler, "fulfilled", 4,
      R"(,"end":{"amount":300000.5,"day":"2026-11-24","number":"赣财〔2026〕1号","proof":"回单"})");
  BOOST_TEST(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/history/4/end/amount") == "300000.5");
  BOOST_TEST(valueAt(done, "/history/4/end/day") == "2026-11-24");
  BOOST_TEST(valueAt(done, "/history/4/end/number") == "赣财〔2026〕1号");
  BOOST_TEST(valueAt(done, "/history/4/end/proof") == "回单");
  BOOST_TEST(valueAt(done, "/history/3/end") == "null");
}

BOOST_FIXTURE_TEST_CASE(a_service_is_an_end_without_money, InProgress) {
  const Reply done =
      step(handler, "fulfilled", 4, R"(,"end":{"service":"上门培训","day":"2026-11-25"})");
  BOOST_TEST(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/history/4/end/service") == "上门培训");
}

BOOST_FIXTURE_TEST_CASE(forwarding_says_to_whom_and_withdrawing_who_heard_it, InProgress) {
  BOOST_TEST(refusalOf(step(handler, "forwarded", 4, R"(,"end":null)")) ==
             "400 missing_field /end/recipient");
  BOOST_TEST(refusalOf(step(handler, "forwarded", 4, R"(,"end":{"recipient":" "})")) ==
             "400 wrong_value /end/recipient");
  BOOST_TEST(refusalOf(step(clerk, "forwarded", 4)) == "403 not_permitted ");
  BOOST_TEST(refusalOf(step(handler, "withdrawn", 4, R"(,"end":{"heard_by":"小王"})")) ==
             "400 missing_field /end/way");
  BOOST_TEST(refusalOf(step(handler, "withdrawn", 4, R"(,"end":{"heard_by":"小王","way":"x"})")) ==
             "400 wrong_value /end/way");
  const Reply done = step(handler, "forwarded", 4);
  BOOST_TEST(valueAt(done, "/state") == "forwarded");
  BOOST_TEST(valueAt(done, "/history/4/end/recipient") == "市财政局");
}

BOOST_FIXTURE_TEST_CASE(a_withdrawal_needs_no_telling, InProgress) {
  const Reply done = step(clerk, "withdrawn", 4);
  BOOST_TEST(valueAt(done, "/history/4/end/heard_by") == "小王");
  BOOST_TEST(valueAt(done, "/history/4/end/way") == "phone");
  BOOST_TEST(valueAt(done, "/turn") == "null");
  BOOST_TEST(valueAt(done, "/may/tell") == "false");
  BOOST_TEST(refusalOf(tell(clerk, 5)) == "409 told_already ");
}

BOOST_FIXTURE_TEST_CASE(unreachable_needs_attempts_on_two_workdays, InProgress) {
  BOOST_TEST(refusalOf(step(clerk, "unreachable", 4)) == "409 not_tried ");
  const Reply first = attempt(clerk, R"(,"note":"无人接听")");
  BOOST_TEST(first.status == 200, first.text);
  BOOST_TEST(valueAt(first, "/revision") == "4");  // it overwrites nothing
  BOOST_TEST(valueAt(first, "/deeds/0/deed") == "attempted");
  BOOST_TEST(valueAt(first, "/deeds/0/by/name") == "工作人员wang");
  BOOST_TEST(valueAt(first, "/deeds/0/said/way") == "phone");
  BOOST_TEST(valueAt(first, "/deeds/0/said/note") == "无人接听");
  attempt(handler);
  BOOST_TEST(refusalOf(step(clerk, "unreachable", 4)) == "409 not_tried ");  // the same day
  service.moveClock(days(3));                                                // a Saturday
  attempt(clerk);
  BOOST_TEST(valueAt(clerk.get(kOne), "/may/end_unreachable") == "false");
  service.moveClock(days(2));  // Monday
  BOOST_TEST(valueAt(attempt(clerk), "/may/end_unreachable") == "true");
  const Reply done = step(clerk, "unreachable", 4);
  BOOST_TEST(valueAt(done, "/state") == "unreachable");
  BOOST_TEST(valueAt(done, "/turn") == "to_tell");
  BOOST_TEST(refusalOf(attempt(clerk)) == "409 closed ");
}

BOOST_FIXTURE_TEST_CASE(a_closed_matter_stays_in_sight_until_the_company_was_told, InProgress) {
  BOOST_TEST(number("to_tell") == "0");
  const Reply refused = step(handler, "refused", 4, R"(,"reason":"不符合条件")");
  BOOST_TEST(valueAt(refused, "/turn") == "to_tell");
  BOOST_TEST(number("open") == "0");
  BOOST_TEST(number("to_tell") == "1");
  BOOST_TEST(ids("").empty());
  BOOST_TEST(ids("?turn=to_tell") == "1;");
  BOOST_TEST(ids("?turn=to_tell&due=overdue").empty());
  BOOST_TEST(valueAt(clerk.get("/matters?turn=to_tell"), "/counts/found") == "1");
  BOOST_TEST(valueAt(clerk.get(kOne), "/may/tell") == "true");
  BOOST_TEST(refusalOf(tell(clerk, 4)) == "409 changed_elsewhere ");
  BOOST_TEST(refusalOf(tell(clerk, 5, R"(,"day":"2026-11-26")")) == "400 wrong_value /day");
  BOOST_TEST(refusalOf(clerk.post("/matters/1/told", R"({"revision":5})")) ==
             "400 missing_field /way");
  service.moveClock(days(1));
  const Reply told = tell(clerk, 5, R"(,"day":"2026-11-25","note":"王经理接的电话")");
  BOOST_TEST(told.status == 200, told.text);
  BOOST_TEST(valueAt(told, "/turn") == "null");
  BOOST_TEST(valueAt(told, "/deeds/0/deed") == "told");
  BOOST_TEST(valueAt(told, "/deeds/0/at") == "2026-11-26T08:00:00Z");
  BOOST_TEST(valueAt(told, "/deeds/0/by/name") == "工作人员wang");
  BOOST_TEST(valueAt(told, "/deeds/0/said/day") == "2026-11-25");
  BOOST_TEST(valueAt(told, "/deeds/0/said/note") == "王经理接的电话");
  BOOST_TEST(number("to_tell") == "0");
  BOOST_TEST(ids("?turn=to_tell").empty());
  BOOST_TEST(refusalOf(tell(clerk, 6)) == "409 told_already ");
}

BOOST_FIXTURE_TEST_CASE(what_is_said_of_an_end_is_sealed_and_goes_with_the_authorisation,
                        InProgress) {
  attempt(clerk, R"(,"note":"secret note")");
  step(handler, "forwarded", 4, R"(,"end":{"recipient":"secret office"})");
  const auto file = service.store().matters().find(1, service.now());
  BOOST_TEST(file->history.back().sealed_end.find("secret") == std::string::npos);
  BOOST_TEST(file->deeds.at(0).sealed.find("secret") == std::string::npos);
  clerk.del(applicant + "/authorisation");
  const Reply after = clerk.get(kOne);
  BOOST_TEST(after.body.find("secret") == std::string::npos);
  BOOST_TEST(valueAt(after, "/state") == "forwarded");
  BOOST_TEST(valueAt(after, "/erased") == "withdrawn");
  BOOST_TEST(valueAt(after, "/deeds/0/said") == "null");
  BOOST_TEST(valueAt(after, "/history/4/end") == "null");
  BOOST_TEST(valueAt(after, "/turn") == "null");
  BOOST_TEST(number("to_tell") == "0");
}

BOOST_FIXTURE_TEST_CASE(a_slip_is_undone_for_ten_minutes_as_if_it_had_not_been, InProgress) {
  const auto undo = [&](Browser& browser, int revision) {
    return browser.post("/matters/1/undo", R"({"revision":)" + std::to_string(revision) + "}");
  };
  BOOST_TEST(refusalOf(undo(handler, 4)) == "409 not_closed ");
  const Reply before = handler.get(kOne);
  service.moveClock(days(1));
  const Reply ended = step(handler, "refused", 4, R"(,"reason":"点错了")");
  BOOST_TEST(valueAt(ended, "/may/undo") == "true");
  BOOST_TEST(valueAt(ended, "/may/reopen") == "false");
  BOOST_TEST(valueAt(clerk.get(kOne), "/may/undo") == "false");  // another person's
  BOOST_TEST(refusalOf(undo(clerk, 5)) == "409 too_late ");
  service.moveClock(std::chrono::seconds(599));
  const Reply undone = undo(handler, 5);
  BOOST_TEST(undone.status == 200, undone.text);
  for (const char* same : {"/state", "/since", "/due", "/returns", "/handler/id"}) {
    BOOST_TEST(valueAt(undone, same) == valueAt(before, same), same);
  }
  BOOST_TEST(valueAt(undone, "/turn") == "mine");
  BOOST_TEST(valueAt(undone, "/history/5/from") == "refused");
  BOOST_TEST(valueAt(undone, "/history/5/to") == "in_progress");
  BOOST_TEST(number("to_tell") == "0");
  step(handler, "refused", 6, R"(,"reason":"不符合")");
  service.moveClock(std::chrono::seconds(600));
  BOOST_TEST(valueAt(handler.get(kOne), "/may/undo") == "false");
  BOOST_TEST(refusalOf(undo(handler, 7)) == "409 too_late ");
}

BOOST_FIXTURE_TEST_CASE(what_the_company_knows_or_did_itself_is_not_undone, InProgress) {
  const auto undo = [&](int revision) {
    return supervisor.post("/matters/1/undo", R"({"revision":)" + std::to_string(revision) + "}");
  };
  step(handler, "forwarded", 4);
  tell(clerk, 5);
  BOOST_TEST(refusalOf(undo(6)) == "409 too_late ");
  open();  // 2
  clerk.post("/matters/2/steps", stepTo("withdrawn", 1));
  BOOST_TEST(refusalOf(supervisor.post("/matters/2/undo", R"({"revision":2})")) == "409 too_late ");
}

BOOST_FIXTURE_TEST_CASE(a_supervisor_reopens_with_a_reason, InProgress) {
  const auto reopen = [&](Browser& browser, int revision, const std::string& reason) {
    return browser.post("/matters/1/reopening", R"({"reason":")" + reason + R"(","revision":)" +
                                                    std::to_string(revision) + "}");
  };
  BOOST_TEST(refusalOf(reopen(supervisor, 4, "x")) == "409 not_closed ");
  step(handler, "refused", 4, R"(,"reason":"不符合")");
  tell(clerk, 5);
  service.moveClock(days(30));
  BOOST_TEST(refusalOf(reopen(clerk, 6, "x")) == "403 not_permitted ");
  BOOST_TEST(refusalOf(reopen(handler, 6, "x")) == "403 not_permitted ");
  BOOST_TEST(refusalOf(reopen(supervisor, 6, " ")) == "400 wrong_value /reason");
  BOOST_TEST(refusalOf(reopen(supervisor, 5, "x")) == "409 changed_elsewhere ");
  const Reply open_again = reopen(supervisor, 6, "企业又补来了材料");
  BOOST_TEST(open_again.status == 200, open_again.text);
  BOOST_TEST(valueAt(open_again, "/state") == "in_progress");
  BOOST_TEST(valueAt(open_again, "/since") == "2026-12-25");  // the clock of the state starts again
  BOOST_TEST(valueAt(open_again, "/age") == "22");            // that of the matter does not
  BOOST_TEST(valueAt(open_again, "/history/5/reason") == "企业又补来了材料");
  BOOST_TEST(valueAt(open_again, "/history/5/by/name") == "工作人员zhao");
  BOOST_TEST(number("open") == "1");
  // The firm has one open matter a measure.
  step(handler, "refused", 7, R"(,"reason":"不符合")");
  open();
  BOOST_TEST(refusalOf(reopen(supervisor, 8, "x")) == "409 matter_open ");
  clerk.del(applicant + "/authorisation");
  BOOST_TEST(refusalOf(reopen(supervisor, 8, "x")) == "409 not_closed ");
}

BOOST_FIXTURE_TEST_CASE(a_target_of_the_desk_says_so, InProgress) {
  BOOST_TEST(valueAt(clerk.get(kOne), "/target_source") == "null");
  BOOST_TEST(valueAt(clerk.get(kOne), "/age") == "0");
}

BOOST_FIXTURE_TEST_CASE(a_page_that_is_open_hears_of_an_attempt, InProgress) {
  const std::string before = clerk.get(kOne).header("ETag");
  attempt(handler);
  BOOST_TEST(clerk.get(kOne).header("ETag") != before);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
