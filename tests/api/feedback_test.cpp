#include "policycalc/api/feedback.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/web/code_door.h"

#include "api/feedback/feedback_endpoints.h"
#include "live/live_service.h"
#include "live/refused_body.h"
#include "store/on_file_only.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

namespace fs = std::filesystem;
using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

constexpr const char* kFeedback = "/api/v1/feedback";
constexpr const char* kState = "/api/v1/feedback/state";
constexpr const char* kWrongCode = "0000-1111-2222-3333-44444-55555";
const std::string kMessage = "金额与通知不一致：unmistakable message";
const std::string kContact = "unmistakable@example.org";

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// A suggestion with these further members.
std::string suggestion(const std::string& message, const std::string& more = {}) {
  std::string body = R"({"kind":"suggestion","message":")";
  return body.append(message).append("\"").append(more).append("}");
}

std::string wholeBody() {
  return R"({"kind":"error","measure":"11.1.1a","catalogue":")" + live::realCatalogue()->hash() +
         R"(","message":")" + kMessage + R"(","contact":")" + kContact + R"("})";
}

json::Value told(const live::LiveService& service, const std::string& body) {
  const auto reply = service.post(kFeedback, body);
  BOOST_TEST_REQUIRE(reply.status == 201, reply.text);
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  return parse(reply.body);
}

std::string stateBy(const live::LiveService& service, const std::string& code) {
  const auto reply = service.get(kState, live::bearer(code));
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  return reply.body;
}

std::string withoutRequestId(const std::string& body) {
  return body.substr(0, body.find("\"request_id\"")) + body.substr(body.find("\"issues\""));
}

std::string allFiles(const fs::path& folder) {
  std::ostringstream all;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) all << std::ifstream(entry.path(), std::ios::binary).rdbuf();
  }
  return all.str();
}

const live::RefusedBody kRefusals[] = {
    {"no_json", "hello", "", "syntax"},
    {"list", "[]", "", "wrong_type"},
    {"no_kind", R"({"message":"a"})", "/kind", "missing_field"},
    {"unknown_kind", R"({"kind":"praise","message":"a"})", "/kind", "unknown_kind"},
    {"null_kind", R"({"kind":null,"message":"a"})", "/kind", "wrong_type"},
    {"no_message", R"({"kind":"suggestion"})", "/message", "missing_field"},
    {"message_is_a_number", R"({"kind":"suggestion","message":1})", "/message", "wrong_type"},
    {"empty_message", suggestion(""), "/message", "blank"},
    {"blank_message", suggestion(" \\t\\r\\n\u00a0\u3000\u2003\u200b\u202e\ufeff"), "/message",
     "blank"},
    {"message_that_nobody_sees", suggestion("\u00ad\u115f\u180e\ufe0f\uffa0"), "/message", "blank"},
    {"long_message", suggestion(std::string(2001, 'x')), "/message", "too_long"},
    {"long_message_in_chinese", suggestion(times(2001, "策")), "/message", "too_long"},
    {"no_utf8", suggestion("\xff"), "/message", "invalid_utf8"},
    {"half_a_character", suggestion("\\udc00"), "/message", "lone_surrogate"},
    {"empty_contact", suggestion("a", R"(,"contact":"")"), "/contact", "blank"},
    {"blank_contact", suggestion("a", R"(,"contact":" ")"), "/contact", "blank"},
    {"long_contact", suggestion("a", ",\"contact\":\"" + std::string(201, 'x') + "\""), "/contact",
     "too_long"},
    {"contact_is_a_list", suggestion("a", R"(,"contact":[])"), "/contact", "wrong_type"},
    {"error_about_nothing", R"({"kind":"error","message":"a"})", "/measure", "missing_field"},
    {"objection_to_nothing", R"({"kind":"objection","measure":null,"message":"a"})", "/measure",
     "missing_field"},
    {"unknown_measure", suggestion("a", R"(,"measure":"99.9")"), "/measure", "unknown_measure"},
    {"internal_clause", suggestion("a", R"(,"measure":"1.1.c")"), "/measure", "unknown_measure"},
    {"empty_measure", suggestion("a", R"(,"measure":"")"), "/measure", "unknown_measure"},
    {"measure_is_a_number", suggestion("a", R"(,"measure":8)"), "/measure", "wrong_type"},
    {"short_hash", suggestion("a", ",\"catalogue\":\"sha256:" + std::string(63, 'a') + "\""),
     "/catalogue", "wrong_catalogue"},
    {"long_hash", suggestion("a", ",\"catalogue\":\"sha256:" + std::string(65, 'a') + "\""),
     "/catalogue", "wrong_catalogue"},
    {"hash_in_capitals", suggestion("a", ",\"catalogue\":\"sha256:" + std::string(64, 'A') + "\""),
     "/catalogue", "wrong_catalogue"},
    {"no_hash", suggestion("a", R"(,"catalogue":"")"), "/catalogue", "wrong_catalogue"},
    {"unknown_field", suggestion("a", R"(,"name":"x")"), "/name", "unknown_field"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(FeedbackEndpoint)

BOOST_AUTO_TEST_CASE(whole_life) {
  const live::LiveService service;
  const json::Value receipt = told(service, wholeBody());
  const std::string reference = textAt(receipt, "/reference");
  const std::string code = textAt(receipt, "/query_code");
  BOOST_TEST(readReference(reference).value_or("") == reference);
  BOOST_TEST(code.size() == 31U);
  BOOST_TEST(textAt(receipt, "/state") == "received");
  BOOST_TEST(textAt(receipt, "/received_at") == "2026-11-25T08:00:00Z");
  BOOST_TEST(receipt.members.size() == 4U);
  BOOST_TEST(stateBy(service, code) == R"({"state":"received"})");

  store::Feedback& store = service.store().feedback();
  const auto entry = store.find(reference);
  BOOST_TEST_REQUIRE(entry.has_value());
  BOOST_TEST(entry->kind == "error");
  BOOST_TEST(entry->measure == "11.1.1a");
  BOOST_TEST(entry->catalogue == live::realCatalogue()->hash());
  const auto text = openFeedback(*entry, service.serviceKey());
  BOOST_TEST_REQUIRE(text.has_value());
  BOOST_TEST(text->message == kMessage);
  BOOST_TEST(text->contact == kContact);

  for (const std::string_view state : kFeedbackStates) {
    store.setState(reference, state, service.now());
    BOOST_TEST(stateBy(service, code) == "{\"state\":\"" + std::string(state) + "\"}");
  }
  store.remove(reference);
  BOOST_TEST(service.get(kState, live::bearer(code)).status == 404);
}

BOOST_AUTO_TEST_CASE(a_suggestion_needs_only_its_words) {
  const live::LiveService service;
  for (const char* more : {"", R"(,"measure":null,"catalogue":null,"contact":null)"}) {
    const std::string reference =
        textAt(told(service, suggestion("请加大字号", more)), "/reference");
    const auto entry = service.store().feedback().find(reference);
    BOOST_TEST_REQUIRE(entry.has_value());
    BOOST_TEST(entry->measure.empty());
    BOOST_TEST(entry->catalogue == live::realCatalogue()->hash());
    BOOST_TEST(entry->sealed_contact.empty());
    BOOST_TEST(openFeedback(*entry, service.serviceKey())->contact.empty());
  }
}

BOOST_AUTO_TEST_CASE(words_are_kept_as_they_were_sent) {
  const live::LiveService service;
  const json::Value receipt = told(
      service, suggestion("\\u0000\\u001b[31m\\u202e<script>\\n😀 ", R"(,"contact":" a\u0007 ")"));
  const auto entry = service.store().feedback().find(textAt(receipt, "/reference"));
  BOOST_TEST_REQUIRE(entry.has_value());
  const auto text = openFeedback(*entry, service.serviceKey());
  BOOST_TEST((text->message == std::string("\0\x1b[31m\u202e<script>\n😀 ", 23)));
  BOOST_TEST(text->contact == " a\x07 ");
}

BOOST_AUTO_TEST_CASE(lengths_are_counted_in_characters) {
  const live::LiveService service;
  for (const std::string& symbol : {std::string("x"), std::string("策"), std::string("😀")}) {
    for (const std::size_t length : {1999U, 2000U, 2001U}) {
      const auto reply = service.post(kFeedback, suggestion(times(length, symbol)));
      BOOST_TEST(reply.status == (length <= kLongestMessage ? 201 : 400), length);
    }
    for (const std::size_t length : {199U, 200U, 201U}) {
      const auto reply = service.post(
          kFeedback, suggestion("a", ",\"contact\":\"" + times(length, symbol) + "\""));
      BOOST_TEST(reply.status == (length <= kLongestContact ? 201 : 400), length);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_catalogue_that_is_no_longer_kept_is_taken) {
  const live::LiveService service;
  const std::string hash = "sha256:" + std::string(64, 'a');
  const json::Value receipt =
      told(service, suggestion("a", R"(,"measure":"11.1.1a","catalogue":")" + hash + "\""));
  const auto entry = service.store().feedback().find(textAt(receipt, "/reference"));
  BOOST_TEST(entry.value().catalogue == hash);
}

BOOST_DATA_TEST_CASE(each_fault_is_named, kRefusals, row) {
  const live::LiveService service;
  const json::Value problem = live::refusalOf(service, kFeedback, row);
  BOOST_TEST(at(problem, "/issues").elements.size() == 1U);
  BOOST_TEST(service.store().feedback().list().empty());
}

BOOST_AUTO_TEST_CASE(a_fault_names_what_was_sent) {
  const live::LiveService service;
  const auto message_for = [&](const std::string& more) {
    return textAt(parse(service.post(kFeedback, suggestion("a", more)).body),
                  "/issues/0/message_en");
  };
  BOOST_TEST(message_for(R"(,"measure":"99.9")").find("`99.9`") != std::string::npos);
  BOOST_TEST(message_for(R"(,"catalogue":"v7")").find("`v7`") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(all_faults_are_named_at_once_and_other_bodies_refused) {
  const live::LiveService service;
  const auto reply = service.post(
      kFeedback, R"({"kind":"x","measure":"y","catalogue":"z","message":" ","contact":1,"a":2})");
  BOOST_TEST(at(parse(reply.body), "/issues").elements.size() == 6U);
  BOOST_TEST(service.post(kFeedback, suggestion("a"), "text/plain").status == 415);
  BOOST_TEST(service.post("/api/v1/feedback?code=1", suggestion("a")).status == 400);
  BOOST_TEST(service.get(kFeedback).status == 405);
}

BOOST_AUTO_TEST_CASE(no_file_and_no_log_holds_words_or_code, *store::test::onFileOnly()) {
  const live::LiveService service;
  const std::string code = textAt(told(service, wholeBody()), "/query_code");
  stateBy(service, code);
  const std::string files = allFiles(service.folder());
  // The needle would be found: the measure stands there in plain text.
  BOOST_TEST(files.find("11.1.1a") != std::string::npos);
  const std::string log = service.log();
  BOOST_TEST(log.find("/api/v1/feedback 201") != std::string::npos);
  const std::string symbols = vault::AccessCode::read(code)->symbols();
  for (const std::string& secret :
       {kMessage, kContact, std::string("unmistakable"), code, symbols}) {
    BOOST_TEST(files.find(secret) == std::string::npos, secret);
    BOOST_TEST(log.find(secret) == std::string::npos, secret);
  }
}

BOOST_AUTO_TEST_CASE(wrong_codes_get_one_answer) {
  const live::LiveService service;
  const json::Value receipt = told(service, wholeBody());
  const auto without = service.get(kState);
  BOOST_TEST(without.status == 401);
  BOOST_TEST(without.header("WWW-Authenticate") == "Bearer");
  const auto wrong = service.get(kState, live::bearer(kWrongCode));
  BOOST_TEST(wrong.status == 404);
  for (const std::string& code : {std::string("no code"), textAt(receipt, "/reference"),
                                  textAt(receipt, "/query_code") + "0", std::string(5'000, 'A')}) {
    const auto reply = service.get(kState, live::bearer(code));
    BOOST_TEST(reply.status == 404);
    BOOST_TEST(withoutRequestId(reply.body) == withoutRequestId(wrong.body));
  }
  // A code opens what it was given for, and nothing else.
  BOOST_TEST(
      service.get("/api/v1/profiles/mine", live::bearer(textAt(receipt, "/query_code"))).status ==
      404);
  BOOST_TEST(service.get(std::string(kState) + "?code=" + textAt(receipt, "/query_code")).status ==
             400);
}

BOOST_AUTO_TEST_CASE(guessing_is_throttled) {
  const live::LiveService service;
  const std::string code = textAt(told(service, wholeBody()), "/query_code");
  const std::string here = live::from("192.0.2.1");
  for (int i = 0; i < web::CodeDoor::kOfClient.burst; ++i) {
    BOOST_TEST(service.get(kState, live::bearer(kWrongCode) + here).status == 404);
  }
  const auto refused = service.get(kState, live::bearer(code) + here);
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(!refused.header("Retry-After").empty());
  BOOST_TEST(service.get(kState, live::bearer(code) + live::from("192.0.2.2")).status == 200);
}

BOOST_AUTO_TEST_CASE(letters_are_counted_by_client) {
  const live::LiveService service;
  const auto tell = [&](const std::string& body, const std::string& headers) {
    return service.post(kFeedback, body, "application/json", headers);
  };
  const std::string here = live::from("192.0.2.1");
  for (int i = 0; i < kFeedbackOfClient.burst; ++i) {
    // What is refused for its body costs nothing.
    BOOST_TEST(tell("{}", here).status == 400);
    BOOST_TEST(tell(suggestion("a"), here).status == 201, "letter " << i);
  }
  const auto refused = tell(suggestion("a"), here);
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(refused.header("Retry-After") == "30");
  BOOST_TEST(tell(suggestion("a"), live::from("192.0.2.2")).status == 201);
  service.moveClock(std::chrono::seconds(30));
  BOOST_TEST(tell(suggestion("a"), here).status == 201);
  BOOST_TEST(tell(suggestion("a"), here).status == 429);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
