// A company asks how far its matter is, by reference and query code, and rates the end.
#include <cctype>
#include <set>
#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/web/code_door.h"

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

const char* const kStatus = "/api/v1/matters/status";
const char* const kRating = "/api/v1/matters/rating";

struct Asking : Casework {
  Asking() {
    nameHandler();
    const Reply opened = clerk.post("/matters", newMatter(applicantId()));
    if (opened.status != 201) throw std::runtime_error("not opened: " + opened.text);
    reference = valueAt(opened, "/reference");
    code = valueAt(opened, "/query_code");
  }

  std::string reference;
  std::string code;

  std::string keyOf(const std::string& with_code, const std::string& more = {}) const {
    return R"({"reference":")" + reference + R"(","code":")" + with_code + "\"" + more + "}";
  }
  Reply ask(const std::string& with_code, const std::string& client = "192.0.2.1") const {
    return service.post(kStatus, keyOf(with_code), "application/json", live::from(client));
  }
  Reply rate(const std::string& more) const { return service.post(kRating, keyOf(code, more)); }
  Reply step(Browser& browser, const std::string& state, int revision,
             const std::string& more = {}) {
    return browser.post("/matters/1/steps", stepTo(state, revision, more));
  }
  void refuse() {
    step(clerk, "preparing", 1);
    step(clerk, "handed_over", 2);
    step(handler, "in_progress", 3);
    const Reply refused = step(handler, "refused", 4, R"(,"reason":"不符合条件")");
    BOOST_TEST_REQUIRE(refused.status == 200, refused.text);
  }
};

std::string membersOf(const Reply& reply) {
  std::string names;
  for (const json::Member& member : bodyOf(reply).members) names += member.key + " ";
  return names;
}

std::string withoutRequestId(const std::string& body) {
  return body.substr(0, body.find("\"request_id\"")) + body.substr(body.find("\"issues\""));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskCompanyAsks)

BOOST_FIXTURE_TEST_CASE(it_learns_the_state_what_comes_next_and_whom_to_ask, Asking) {
  const Reply received = ask(code);
  BOOST_TEST_REQUIRE(received.status == 200, received.text);
  BOOST_TEST(received.header("Cache-Control") == "no-store");
  BOOST_TEST(membersOf(received) == "state since next next_en whom may_rate rated ");
  BOOST_TEST(valueAt(received, "/state") == "received");
  BOOST_TEST(valueAt(received, "/since") == "2026-11-25");
  BOOST_TEST(valueAt(received, "/whom/kind") == "window");
  BOOST_TEST(valueAt(received, "/whom/name").starts_with("章贡区"));
  BOOST_TEST(valueAt(received, "/may_rate") == "false");
  BOOST_TEST(received.body.find("赣州甲食品") == std::string::npos);
  BOOST_TEST(received.body.find("工作人员") == std::string::npos);
  step(clerk, "preparing", 1);
  step(clerk, "handed_over", 2);
  const Reply with_unit = ask(code);
  BOOST_TEST(valueAt(with_unit, "/state") == "handed_over");
  BOOST_TEST(valueAt(with_unit, "/whom/kind") == "unit");
  BOOST_TEST(valueAt(with_unit, "/whom/name") == "市市场监管局");
}

BOOST_FIXTURE_TEST_CASE(reference_and_code_may_be_typed_in_any_way, Asking) {
  std::string loose = code;
  for (char& c : loose) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  BOOST_TEST(ask(loose).status == 200);
  reference.insert(4, " - ");
  BOOST_TEST(ask(code).status == 200);
}

BOOST_FIXTURE_TEST_CASE(whatever_is_wrong_gets_the_same_answer_and_is_counted, Asking) {
  std::set<std::string> answers;
  const auto wrong = [&](const std::string& typed_reference, const std::string& typed_code) {
    const Reply reply = service.post(
        kStatus, R"({"reference":")" + typed_reference + R"(","code":")" + typed_code + "\"}",
        "application/json", live::from("192.0.2.7"));
    BOOST_TEST(reply.status == 404, reply.text);
    BOOST_TEST(reply.header("Cache-Control") == "no-store");
    answers.insert(withoutRequestId(reply.body));
  };
  wrong(reference, "0000-0000-0000");
  wrong("00000000", code);
  wrong("00000000", "0000-0000-0000");
  wrong(reference, "");
  wrong("", code);
  wrong(reference, "不是代码");
  wrong(reference, code + "0");
  wrong("' OR 1=1 --", code);
  service.post(kRating, R"({"reference":"x","code":"y","score":5})", "application/json",
               live::from("192.0.2.7"));
  wrong(reference, "1111-1111-1111");
  BOOST_TEST(answers.size() == 1U);
  const Reply refused = ask(code, "192.0.2.7");
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(refused.header("Retry-After") == "60");
  BOOST_TEST(ask(code, "192.0.2.8").status == 200);
}

BOOST_FIXTURE_TEST_CASE(the_code_is_shown_once_and_neither_stored_nor_logged, Asking) {
  ask(code);
  const Reply shown = clerk.get("/matters/1");
  BOOST_TEST(bodyOf(shown).find("query_code") == nullptr);
  BOOST_TEST(valueAt(shown, "/query_code_at") == "2026-11-25T08:00:00Z");
  BOOST_TEST(service.log().find(code) == std::string::npos);
  BOOST_TEST(service.get(std::string(kStatus) + "?code=" + code).status == 405);
}

BOOST_FIXTURE_TEST_CASE(the_window_makes_another_code_and_the_last_one_opens_nothing, Asking) {
  const Reply made = clerk.post("/matters/1/query-code", R"({"revision":1})");
  BOOST_TEST_REQUIRE(made.status == 200, made.text);
  const std::string next = valueAt(made, "/query_code");
  BOOST_TEST(next != code);
  BOOST_TEST(ask(code).status == 404);
  BOOST_TEST(ask(next).status == 200);
  BOOST_TEST(valueAt(made, "/revision") == "1");
  BOOST_TEST(valueAt(made, "/may/make_query_code") == "true");
  BOOST_TEST(refusalOf(clerk.post("/matters/1/query-code", R"({"revision":9})")) ==
             "409 changed_elsewhere ");
  step(clerk, "preparing", 1);
  step(clerk, "handed_over", 2);
  BOOST_TEST(valueAt(handler.get("/matters/1"), "/may/make_query_code") == "false");
  BOOST_TEST(handler.post("/matters/1/query-code", R"({"revision":3})").status == 403);
  Browser chief = signedInAt(service, "chief", "supervisor", "", kMarketRegulation);
  BOOST_TEST(chief.post("/matters/1/query-code", R"({"revision":3})").status == 404);
}

BOOST_FIXTURE_TEST_CASE(it_rates_the_end_once_and_the_window_reads_it, Asking) {
  BOOST_TEST(rate(R"(,"score":5)").status == 409);
  refuse();
  BOOST_TEST(valueAt(ask(code), "/may_rate") == "true");
  for (const char* wrong : {R"(,"score":0)", R"(,"score":6)", R"(,"score":1.5)", R"(,"score":"5")",
                            "", R"(,"score":5,"words":" ")", R"(,"score":5,"stars":5)"}) {
    BOOST_TEST(rate(wrong).status == 400, wrong);
  }
  std::string long_words;
  for (int i = 0; i < 500; ++i) long_words += "好";
  BOOST_TEST(codeOf(rate(R"(,"score":5,"words":")" + long_words + "好\"")) == "too_long");
  BOOST_TEST(rate(R"(,"score":2,"words":")" + long_words + "\"").status == 201);
  BOOST_TEST(rate(R"(,"score":5)").status == 409);
  const Reply told = ask(code);
  BOOST_TEST(valueAt(told, "/may_rate") == "false");
  BOOST_TEST(valueAt(told, "/rated") == "true");
  const Reply shown = clerk.get("/matters/1");
  BOOST_TEST(valueAt(shown, "/rating/score") == "2");
  BOOST_TEST(valueAt(shown, "/rating/words") == long_words);
  BOOST_TEST(valueAt(supervisor.get("/matters/1"), "/rating/score") == "2");
  BOOST_TEST(valueAt(handler.get("/matters/1"), "/rating") == "null");
  BOOST_TEST(service.log().find(long_words) == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(once_the_authorisation_is_over_the_code_opens_nothing, Asking) {
  refuse();
  rate(R"(,"score":4,"words":"讲得清楚")");
  BOOST_TEST(clerk.del(applicant + "/authorisation").status == 200);
  BOOST_TEST(ask(code).status == 404);
  BOOST_TEST(rate(R"(,"score":5)").status == 404);
  const Reply shown = clerk.get("/matters/1");
  BOOST_TEST(valueAt(shown, "/rating/score") == "4");
  BOOST_TEST(valueAt(shown, "/rating/words") == "null");
  BOOST_TEST(valueAt(shown, "/query_code_at") == "null");
  BOOST_TEST(valueAt(shown, "/may/make_query_code") == "false");
  BOOST_TEST(refusalOf(clerk.post("/matters/1/query-code", R"({"revision":5})")) == "409 closed ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
