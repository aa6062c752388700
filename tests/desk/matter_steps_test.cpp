#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/matter_state.h"

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using std::chrono::days;

const char* const kOne = "/matters/1";

std::string person(std::int64_t id) {
  return R"(,"handler":)" + std::to_string(id);
}

std::string reason(std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += "因";
  return R"(,"reason":")" + text + "\"";
}

Reply step(Browser& browser, const std::string& state, int revision, const std::string& more = {}) {
  return browser.post("/matters/1/steps", stepTo(state, revision, more));
}

/// Puts the matter into that state, with the handler, past the rules.
void put(const Casework& desk, MatterState state) {
  auto& matters = desk.service.store().matters();
  store::Matters::Step next;
  next.to = state;
  next.handler_id = desk.handler_id;
  next.handed_over = true;
  const auto done = matters.step(1, matters.find(1, desk.service.now())->matter.revision, next,
                                 {desk.clerk_id, "", desk.service.now()});
  BOOST_TEST_REQUIRE((done == store::Matters::Change::kDone));
}

std::string namesAt(const Reply& reply, const char* pointer) {
  std::string names;
  for (const json::Value& each : at(bodyOf(reply), pointer).elements) {
    names += each.find("name")->text + ";";
  }
  return names;
}

std::string stepsIn(const Reply& reply) {
  std::string states;
  for (const json::Value& each : at(bodyOf(reply), "/steps").elements) {
    states += each.find("to")->text + ";";
  }
  return states;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskMatterSteps)

BOOST_AUTO_TEST_CASE(three_roles_see_a_matter_through) {
  Casework desk;
  desk.nameHandler();
  desk.open();
  BOOST_TEST(stepsIn(desk.clerk.get(kOne)) == "preparing;forwarded;unreachable;withdrawn;");
  const Reply preparing = step(desk.clerk, "preparing", 1);
  BOOST_TEST(valueAt(preparing, "/state") == "preparing");
  BOOST_TEST(valueAt(preparing, "/suggested_handler/name") == "工作人员li");
  desk.service.moveClock(days(1));
  const Reply ticked = desk.clerk.put("/matters/1/documents", R"({"ticked":[0],"revision":2})");
  BOOST_TEST(valueAt(ticked, "/documents/0/ticked/by/name") == "工作人员wang");
  BOOST_TEST(valueAt(ticked, "/documents/0/ticked/at") == "2026-11-26T08:00:00Z");
  BOOST_TEST(valueAt(ticked, "/since") == "2026-11-25");  // the clock goes on
  const Reply over = step(desk.clerk, "handed_over", 3);
  BOOST_TEST(valueAt(over, "/handler/name") == "工作人员li");
  BOOST_TEST(valueAt(over, "/since") == "2026-11-26");  // the clock starts again
  BOOST_TEST(stepsIn(over) == "unreachable;withdrawn;");
  BOOST_TEST(stepsIn(desk.handler.get(kOne)) ==
             "in_progress;preparing;forwarded;unreachable;withdrawn;");
  BOOST_TEST(valueAt(desk.handler.get(kOne), "/contact") == "13800000000");
  const Reply taken = step(desk.handler, "in_progress", 4);
  BOOST_TEST(valueAt(taken, "/state") == "in_progress");
  const Reply noted = desk.handler.post("/matters/1/notes", R"({"text":"已受理\n等待拨付"})");
  BOOST_TEST(valueAt(noted, "/notes/0/text") == "已受理\n等待拨付");
  BOOST_TEST(valueAt(noted, "/notes/0/by/name") == "工作人员li");
  BOOST_TEST(valueAt(noted, "/revision") == "5");  // a note overwrites nothing
  const Reply done = step(desk.handler, "fulfilled", 5);
  BOOST_TEST(valueAt(done, "/state") == "fulfilled");
  BOOST_TEST(valueAt(done, "/due") == "null");
  BOOST_TEST(valueAt(done, "/may/work") == "false");
  BOOST_TEST(stepsIn(done).empty());
  BOOST_TEST(valueAt(desk.clerk.get(kOne), "/history/4/from") == "in_progress");
  BOOST_TEST(valueAt(desk.clerk.get(kOne), "/history/4/by/name") == "工作人员li");
}

BOOST_AUTO_TEST_CASE(each_role_takes_exactly_the_steps_that_are_its_own) {
  Casework desk;
  desk.open();
  for (int i = 0; i < 2; ++i) {
    desk.clerk.post("/matters/1/attempts", R"({"way":"phone"})");
    desk.service.moveClock(days(1));
  }
  int refused = 0;
  for (const MatterState from : kMatterStates) {
    for (const MatterState to : kMatterStates) {
      put(desk, from);
      const MatterStep* known = findStep(from, to);
      const auto check = [&](Browser& browser, Role role) {
        const int revision = static_cast<int>(
            desk.service.store().matters().find(1, desk.service.now())->matter.revision);
        const Reply reply = step(browser, std::string(nameOf(to)), revision,
                                 known != nullptr && known->needs_reason ? reason(1) : "");
        const bool allowed = known != nullptr && mayTake(role, *known);
        const std::string what = std::string(nameOf(role)) + " " + std::string(nameOf(from)) + " " +
                                 std::string(nameOf(to)) + " " + reply.text;
        if (allowed) {
          BOOST_TEST(reply.status == 200, what);
          put(desk, from);
          return;
        }
        ++refused;
        const char* expected = known == nullptr ? "409 no_such_step " : "403 not_permitted ";
        BOOST_TEST(refusalOf(reply) == expected, what);
        BOOST_TEST(
            (desk.service.store().matters().find(1, desk.service.now())->matter.state == from),
            what);
      };
      check(desk.clerk, Role::kClerk);
      check(desk.handler, Role::kHandler);
      check(desk.supervisor, Role::kSupervisor);
    }
  }
  BOOST_TEST(refused > 10 * 10 * 2);
}

BOOST_AUTO_TEST_CASE(without_a_handler_the_unit_and_its_supervisor_see_it) {
  Casework desk;
  desk.open();
  Browser chief = signedInAt(desk.service, "zheng", "supervisor", "", kMarketRegulation);
  step(desk.clerk, "preparing", 1);
  BOOST_TEST(refusalOf(desk.handler.get(kOne)) == "404 no_matter ");
  const Reply over = step(desk.clerk, "handed_over", 2);
  BOOST_TEST(valueAt(over, "/handler") == "null");
  BOOST_TEST(valueAt(over, "/unassigned") == "true");
  BOOST_TEST(valueAt(chief.get("/matters"), "/counts/nobody") == "1");
  BOOST_TEST(valueAt(chief.get("/matters"), "/matters/0/unassigned") == "true");
  BOOST_TEST(at(bodyOf(chief.get("/matters?turn=nobody")), "/matters").elements.size() == 1U);
  BOOST_TEST(desk.handler.get(kOne).status == 200);
  Browser other_unit = signedInAt(desk.service, "sun", "handler", "", kCommerce);
  BOOST_TEST(refusalOf(other_unit.get(kOne)) == "404 no_matter ");
  // It cannot be in progress without a handler. A handler takes it on.
  BOOST_TEST(refusalOf(step(chief, "in_progress", 3)) == "400 missing_field /handler");
  const Reply taken = step(desk.handler, "in_progress", 3);
  BOOST_TEST(valueAt(taken, "/handler/id") == std::to_string(desk.handler_id));
  BOOST_TEST(valueAt(taken, "/unassigned") == "false");
  BOOST_TEST(at(bodyOf(chief.get("/matters?turn=nobody")), "/matters").elements.empty());
  // Once it has a handler, colleagues do not see it.
  Browser colleague = signedInAt(desk.service, "feng", "handler", "", kMarketRegulation);
  BOOST_TEST(refusalOf(colleague.get(kOne)) == "404 no_matter ");
}

BOOST_AUTO_TEST_CASE(the_entry_of_the_county_comes_first_and_disabled_accounts_do_not_count) {
  Casework desk;
  desk.nameHandler();
  const auto own = employAt(desk.service, "feng", "handler", "", kMarketRegulation);
  const store::Actor actor{desk.supervisor_id, "", desk.service.now()};
  desk.service.store().handlers().set({kAward, kZhanggong, kMarketRegulation, own}, 0, actor);
  desk.open();
  step(desk.clerk, "preparing", 1);
  BOOST_TEST(valueAt(desk.clerk.get(kOne), "/suggested_handler/name") == "工作人员feng");
  store::StaffMember closed = *desk.service.store().staff().find(own);
  closed.active = false;
  desk.service.store().staff().update(closed, closed.revision, {});
  const Reply over = step(desk.clerk, "handed_over", 2);
  BOOST_TEST(valueAt(over, "/handler/name") == "工作人员li");
}

BOOST_AUTO_TEST_CASE(a_handler_must_be_able_to_take_the_matter) {
  Casework desk;
  desk.open();
  step(desk.clerk, "preparing", 1);
  const auto sun = employAt(desk.service, "sun", "handler", "", kCommerce);
  const auto zhou = employAt(desk.service, "zhou", "supervisor", kNankang);
  for (const std::int64_t nobody : {std::int64_t{999}, desk.clerk_id, sun, zhou}) {
    BOOST_TEST(
        refusalOf(step(desk.clerk, "handed_over", 2, person(nobody))) == "400 wrong_value /handler",
        nobody);
  }
  BOOST_TEST(namesAt(desk.clerk.get(kOne), "/candidates") == "工作人员li;工作人员zhao;");
  BOOST_TEST(refusalOf(step(desk.clerk, "withdrawn", 2, person(desk.handler_id))) ==
             "400 wrong_value /handler");
  const Reply over = step(desk.clerk, "handed_over", 2, person(desk.supervisor_id));
  BOOST_TEST(valueAt(over, "/handler/name") == "工作人员zhao");
}

BOOST_AUTO_TEST_CASE(a_matter_can_be_left_without_a_handler_on_purpose) {
  Casework desk;
  desk.nameHandler();
  desk.open();
  step(desk.clerk, "preparing", 1);
  BOOST_TEST(valueAt(step(desk.clerk, "handed_over", 2, R"(,"handler":null)"), "/handler") ==
             "null");
}

BOOST_AUTO_TEST_CASE(the_second_of_two_clerks_is_told_what_the_first_did) {
  Casework desk;
  desk.open();
  Browser second = signedInAt(desk.service, "qian", "clerk", kZhanggong);
  const std::string seen = valueAt(second.get(kOne), "/revision");
  desk.service.moveClock(std::chrono::minutes(1));
  step(desk.clerk, "preparing", 1);
  desk.clerk.put("/matters/1/documents", R"({"ticked":[0],"revision":2})");
  const Reply before = second.get(kOne);
  const std::string stale = R"({"ticked":[],"revision":)" + seen + "}";
  for (const Reply& late :
       {step(second, "withdrawn", 1), second.put("/matters/1/documents", stale),
        desk.supervisor.put("/matters/1/handler", handlerBody(kCommerce, "null", 1))}) {
    BOOST_TEST(refusalOf(late) == "409 changed_elsewhere ");
    BOOST_TEST(valueAt(late, "/changes/0/who/name") == "工作人员wang");
    BOOST_TEST(valueAt(late, "/changes/0/at") == "2026-11-25T08:01:00Z");
    BOOST_TEST(valueAt(late, "/changes/0/what/0") == "state");
    BOOST_TEST(valueAt(late, "/changes/1/what/0") == "documents");
    BOOST_TEST(at(bodyOf(late), "/changes").elements.size() == 2U);
  }
  BOOST_TEST(second.get(kOne).body == before.body);
}

BOOST_AUTO_TEST_CASE(a_refusal_needs_its_reason_which_is_bounded) {
  Casework desk;
  desk.open();
  put(desk, MatterState::kInProgress);
  BOOST_TEST(refusalOf(step(desk.handler, "refused", 2)) == "400 missing_field /reason");
  BOOST_TEST(refusalOf(step(desk.handler, "refused", 2, R"(,"reason":null)")) ==
             "400 missing_field /reason");
  for (const char* blank : {"", "  ", "\\n", "　"}) {
    BOOST_TEST(
        refusalOf(step(desk.handler, "refused", 2, R"(,"reason":")" + std::string(blank) + "\"")) ==
            "400 wrong_value /reason",
        blank);
  }
  BOOST_TEST(refusalOf(step(desk.handler, "refused", 2, reason(501))) == "400 wrong_value /reason");
  const Reply done = step(desk.handler, "refused", 2, reason(500));
  BOOST_TEST(valueAt(done, "/state") == "refused");
  BOOST_TEST(valueAt(done, "/history/2/reason").size() == 1500U);
  put(desk, MatterState::kInProgress);
  BOOST_TEST(step(desk.handler, "refused", 4, reason(499)).status == 200);
}

BOOST_AUTO_TEST_CASE(reasons_and_notes_are_sealed) {
  Casework desk;
  desk.open();
  put(desk, MatterState::kInProgress);
  desk.handler.post("/matters/1/notes", R"({"text":"secret"})");
  step(desk.handler, "refused", 2, R"(,"reason":"secret")");
  const auto file = desk.service.store().matters().find(1, desk.service.now());
  BOOST_TEST(!file->notes.at(0).sealed_text.empty());
  BOOST_TEST(file->notes.at(0).sealed_text.find("secret") == std::string::npos);
  BOOST_TEST(!file->history.at(2).sealed_reason.empty());
  BOOST_TEST(file->history.at(2).sealed_reason.find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_supervisor_gives_it_to_a_handler_of_another_unit) {
  Casework desk;
  const auto sun = employAt(desk.service, "sun", "handler", "", kCommerce);
  desk.open();
  put(desk, MatterState::kHandedOver);
  const auto given = [&](const std::string& unit, const std::string& handler, int revision) {
    return desk.supervisor.put("/matters/1/handler", handlerBody(unit, handler, revision));
  };
  desk.service.moveClock(days(1));
  const Reply moved = given(kCommerce, std::to_string(sun), 2);
  BOOST_TEST(valueAt(moved, "/unit/id") == kCommerce);
  BOOST_TEST(valueAt(moved, "/handler/name") == "工作人员sun");
  BOOST_TEST(valueAt(moved, "/since") == "2026-11-25");  // the clock goes on
  BOOST_TEST(refusalOf(desk.handler.get(kOne)) == "404 no_matter ");
  BOOST_TEST(refusalOf(given(kMarketRegulation, std::to_string(sun), 3)) ==
             "400 wrong_value /handler");
  BOOST_TEST(refusalOf(given("nowhere", "null", 3)) == "400 wrong_value /unit");
  BOOST_TEST(valueAt(given(kMarketRegulation, "null", 3), "/unassigned") == "true");
  BOOST_TEST(desk.handler.get(kOne).status == 200);
  put(desk, MatterState::kInProgress);
  BOOST_TEST(refusalOf(given(kMarketRegulation, "null", 5)) == "400 missing_field /handler");
  put(desk, MatterState::kFulfilled);
  BOOST_TEST(refusalOf(given(kMarketRegulation, "null", 6)) == "409 closed ");
  for (Browser* browser : {&desk.clerk, &desk.handler}) {
    BOOST_TEST(refusalOf(browser->put("/matters/1/handler", handlerBody(kCommerce, "null", 6))) ==
               "403 not_permitted ");
  }
}

BOOST_AUTO_TEST_CASE(documents_keep_who_ticked_them_and_when) {
  Casework desk;
  desk.open();
  const auto tick = [&](const std::string& places, int revision) {
    return desk.clerk.put("/matters/1/documents", R"({"ticked":)" + places + R"(,"revision":)" +
                                                      std::to_string(revision) + "}");
  };
  tick("[0]", 1);
  desk.service.moveClock(days(1));
  BOOST_TEST(valueAt(tick("[0]", 2), "/documents/0/ticked/at") == "2026-11-25T08:00:00Z");
  BOOST_TEST(valueAt(tick("[]", 3), "/documents/0/ticked") == "null");
  for (const char* wrong :
       {"[1]", "[-1]", "[0.5]", "[\"0\"]", "[null]", "[18446744073709551616]"}) {
    BOOST_TEST(refusalOf(tick(wrong, 4)) == "400 wrong_value /ticked/0", wrong);
  }
  BOOST_TEST(refusalOf(tick("[0,0]", 4)) == "400 wrong_value /ticked/1");
  BOOST_TEST(refusalOf(tick("0", 4)) == "400 wrong_type /ticked");
  step(desk.clerk, "withdrawn", 4);
  BOOST_TEST(refusalOf(tick("[0]", 5)) == "409 closed ");
}

BOOST_AUTO_TEST_CASE(notes_are_bounded_and_plain) {
  Casework desk;
  desk.open();
  const auto note = [&](const std::string& text) {
    return desk.clerk.post("/matters/1/notes", R"({"text":")" + text + "\"}");
  };
  const auto long_note = [](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += "字";
    return text;
  };
  BOOST_TEST(note(long_note(1999)).status == 200);
  BOOST_TEST(note(long_note(2000)).status == 200);
  BOOST_TEST(refusalOf(note(long_note(2001))) == "400 wrong_value /text");
  for (const char* wrong : {"", " ", "\\n\\t", "a\\u0000b", "a\\u0007", "\\u202Eabc", "\\u007F"}) {
    BOOST_TEST(refusalOf(note(wrong)) == "400 wrong_value /text", wrong);
  }
  const Reply stored = note("<script>alert(1)</script>👩‍👩‍👧");
  BOOST_TEST(stored.status == 200);
  BOOST_TEST(valueAt(stored, "/notes/2/text") == "<script>alert(1)</script>👩‍👩‍👧");
  BOOST_TEST(stored.header("Content-Type") == "application/json");
}

BOOST_AUTO_TEST_CASE(faults_of_a_step_are_told_with_their_place) {
  Casework desk;
  desk.open();
  const auto refused = [&](const std::string& body) {
    return refusalOf(desk.clerk.post("/matters/1/steps", body));
  };
  BOOST_TEST(refused("[]") == "400 wrong_type ");
  BOOST_TEST(refused("{}") == "400 missing_field /revision");
  BOOST_TEST(refused(R"({"revision":1})") == "400 missing_field /to");
  BOOST_TEST(refused(stepTo("open", 1)) == "400 wrong_value /to");
  BOOST_TEST(refused(stepTo("preparing", 0)) == "400 wrong_value /revision");
  BOOST_TEST(refused(stepTo("preparing", 1, R"(,"handler":"2")")) == "400 wrong_type /handler");
  BOOST_TEST(refused(stepTo("preparing", 1, R"(,"handler":0)")) == "400 wrong_value /handler");
  BOOST_TEST(refused(stepTo("preparing", 1, R"(,"reason":[])")) == "400 wrong_type /reason");
  BOOST_TEST(refused(stepTo("preparing", 1, R"(,"force":true)")) == "400 unknown_field /force");
  BOOST_TEST(refused(stepTo("preparing", 2)) == "409 changed_elsewhere ");
  BOOST_TEST(valueAt(desk.clerk.get(kOne), "/revision") == "1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
