#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(AttemptsByText)

BOOST_AUTO_TEST_CASE(a_script_in_any_text_stays_text_in_json) {
  Casework desk;
  const std::string script = "</script><img src=x onerror=alert(1)>";
  const std::string path = help(
      desk.clerk,
      R"({"name":")" + script + R"(","contact":")" + script + R"(","profile":)" + kAwarded +
          R"(,"verified":[],"authorisation":{"given":"paper","for_matters":true,"given_by":")" +
          script + R"(","days":30}})");
  desk.clerk.post("/matters", newMatter(path.substr(12)));
  BOOST_TEST(desk.clerk.post("/matters/1/notes", R"({"text":")" + script + "\"}").status == 200);
  const Reply step =
      desk.clerk.post("/matters/1/steps", stepTo("withdrawn", 1, R"(,"reason":")" + script + "\""));
  BOOST_TEST(step.status == 200);
  BOOST_TEST(valueAt(step, "/notes/0/text") == script);
  BOOST_TEST(valueAt(step, "/history/1/reason") == script);
  BOOST_TEST(valueAt(step, "/applicant/name") == script);
  BOOST_TEST(valueAt(desk.clerk.get(path), "/authorisation/given_by") == script);
  for (const std::string& each :
       {path, path + "/match", std::string("/applicants"), std::string("/matters?closed=true"),
        std::string("/matters/1"), std::string("/matters.csv?closed=true"),
        std::string("/matters.xlsx?closed=true"), std::string("/applicants?q=%3Cscript%3E"),
        std::string("/matters?state=%3Cscript%3E"), std::string("/matters/%3Cscript%3E")}) {
    const Reply reply = desk.clerk.get(each);
    BOOST_TEST(!holds(reply.header("Content-Type"), "html"), each);
    BOOST_TEST(reply.header("X-Content-Type-Options") == "nosniff", each);
    BOOST_TEST(reply.header("Cache-Control") == "no-store", each);
  }
}

BOOST_AUTO_TEST_CASE(texts_with_hidden_characters_are_refused) {
  Casework desk;
  desk.open();
  // A blank or line break before a formula would slip past a check of only the first character.
  for (const char* hidden :
       {" =1+1", "\\t=1+1", "\\n=1+1", "\\r=1+1", "\\u3000=1", "\\ufeff=1", "\\u200b=1",
        "a\\u202Eb", "a\\u2066b", "a\\u0000b", "\\uffff", "\\u0007", "a\\nb", "", " "}) {
    const std::string name = hidden;
    const auto refused = [&](const std::string& body) {
      return codeOf(desk.clerk.post("/applicants", body)) == "wrong_value";
    };
    BOOST_TEST(refused(helpedBody(name)), name);
    const std::string given_by =
        R"({"given":"paper","for_matters":true,"given_by":")" + name + R"(","days":30})";
    BOOST_TEST(codeOf(desk.clerk.put("/applicants/1/authorisation", given_by)) == "wrong_value",
               name);
  }
  for (const char* hidden : {"a\\u202Eb", "a\\u0000b", "a\\u0007b", "\\u009b1m"}) {
    const std::string text = hidden;
    BOOST_TEST(
        codeOf(desk.clerk.post("/matters/1/notes", R"({"text":")" + text + "\"}")) == "wrong_value",
        text);
    BOOST_TEST(codeOf(desk.clerk.post("/matters/1/steps",
                                      stepTo("withdrawn", 1, R"(,"reason":")" + text + "\""))) ==
                   "wrong_value",
               text);
  }
}

BOOST_AUTO_TEST_CASE(no_cell_of_an_export_begins_a_formula) {
  Casework desk;
  for (const char* name :
       {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "\\\"=1", "x\\\",=1", "a,=1"}) {
    const std::string path = help(desk.clerk, helpedBody(name, kAwarded));
    BOOST_REQUIRE(desk.clerk.post("/matters", newMatter(path.substr(12))).status == 201);
  }
  const std::string csv = desk.clerk.get("/matters.csv").body;
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 3; i < csv.size(); ++i) {  // after the byte order mark
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      cells.back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      cells.emplace_back();
    } else if (quoted || c != '\r') {
      cells.back() += c;
    }
  }
  BOOST_TEST(!quoted);
  BOOST_TEST(cells.size() == 12U * 18U + 1U);
  for (const std::string& cell : cells) {
    for (const std::string sign : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
      BOOST_TEST(cell.rfind(sign, 0) != 0U, cell);
    }
  }
}

BOOST_AUTO_TEST_CASE(extra_fields_grant_no_rights) {
  Casework desk;
  desk.open();
  for (const char* field :
       {R"("county":"360703")", R"("id":7)", R"("state":"fulfilled")", R"("opened_by":1)",
        R"("role":"administrator")", R"("recorded_by":1)", R"("until":"2099-01-01")",
        R"("provenance":{})", R"("erased":false)", R"("__proto__":{"role":"supervisor"})"}) {
    const std::string more = std::string(",") + field;
    const auto refused = [&](const Reply& reply) {
      BOOST_TEST(reply.status == 400, field);
      BOOST_TEST(codeOf(reply) == "unknown_field", field);
    };
    const auto with = [&](std::string body) { return body.insert(body.size() - 1, more); };
    refused(desk.clerk.put("/applicants/1", with(changedApplicant(1, "{}"))));
    refused(desk.clerk.put("/applicants/1/authorisation", with(authorisation())));
    refused(desk.clerk.post("/matters", with(newMatter("1", kFair))));
    refused(desk.clerk.post("/matters/1/steps", with(stepTo("preparing", 1))));
    refused(desk.clerk.put("/matters/1/documents", with(R"({"ticked":[0],"revision":1})")));
    refused(desk.clerk.post("/matters/1/notes", with(R"({"text":"x"})")));
    refused(desk.clerk.post("/matters/1/undo", with(R"({"revision":1})")));
    refused(desk.supervisor.post("/matters/1/reopening", with(R"({"reason":"x","revision":1})")));
    refused(desk.clerk.post("/matters/1/attempts", with(R"({"way":"phone"})")));
    refused(desk.clerk.post("/matters/1/told", with(R"({"way":"phone","revision":1})")));
    refused(desk.clerk.post("/matters/1/query-code", with(R"({"revision":1})")));
    refused(desk.clerk.post("/withdrawals", with(R"({"reference":"00000000"})")));
    refused(desk.supervisor.put("/matters/1/handler", with(handlerBody(kCommerce, "null", 1))));
  }
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/revision") == "1");
}

BOOST_AUTO_TEST_CASE(hostile_bodies_are_refused) {
  Casework desk;
  desk.open();
  std::string many = "0";
  for (int i = 0; i < 10'000; ++i) many += ",0";
  const std::string deep = std::string(5'000, '[') + std::string(5'000, ']');
  const std::vector<std::string> bodies = {
      "",
      "[]",
      "null",
      "7",
      "\"x\"",
      "{",
      "{}x",
      deep,
      R"({"text":)" + deep + "}",
      R"({"ticked":[)" + many + R"(],"revision":1})",
      R"({"ticked":[0,0],"revision":1})",
      R"({"ticked":[-1],"revision":1})",
      R"({"ticked":[1e0],"revision":1})",
      R"({"ticked":[0.0],"revision":1})",
      R"({"ticked":["0"],"revision":1})",
      R"({"ticked":[18446744073709551616],"revision":1})",
      R"({"ticked":{"0":true},"revision":1})",
      R"({"ticked":[],"revision":1e9})",
      R"({"ticked":[],"revision":0})",
      R"({"ticked":[],"revision":99999999999999999999})",
      R"({"to":"preparing","revision":1,"revision":1})",
      R"({"to":"preparing","to":"withdrawn","revision":1})",
      R"({"to":"PREPARING","revision":1})",
      R"({"to":"preparing\u0000","revision":1})",
      R"({"to":"preparing","revision":1,"handler":1e9})",
      R"({"to":"preparing","revision":1,"handler":[]})",
      R"({"text":"\ud800"})",
      R"({"text":"\udc00\ud800"})",
      "{\"text\":\"\xED\xA0\x80\"}",
      "{\"text\":\"\xFF\"}",
      "{\"text\":\"a\tb\"}",
      R"({"text":null})",
      R"({"text":{}})",
      R"({"text":""})",
      R"({"text":")" + std::string(200'000, 'x') + "\"}",
      R"({"text":")" + std::string(300'000, 'x') + "\"}",
      R"({"unit":"gz-commerce' OR ''='","handler":null,"revision":1})",
      R"({"unit":"gz-commerce","revision":1})",
  };
  for (const std::string& body : bodies) {
    const std::string shown = body.substr(0, 80);
    for (const auto& [method, path] :
         {std::pair<std::string, std::string>{"PUT", "/matters/1/documents"},
          {"POST", "/matters/1/steps"},
          {"POST", "/matters/1/notes"},
          {"POST", "/matters/1/undo"},
          {"POST", "/matters/1/reopening"},
          {"POST", "/matters/1/attempts"},
          {"POST", "/matters/1/told"},
          {"POST", "/matters/1/query-code"},
          {"POST", "/withdrawals"},
          {"PUT", "/matters/1/handler"},
          {"POST", "/matters"},
          {"POST", "/applicants"},
          {"PUT", "/applicants/1"},
          {"PUT", "/applicants/1/authorisation"},
          {"PUT", "/handlers"}}) {
      const Reply reply = desk.supervisor.send(method, path, body);
      BOOST_TEST((reply.status >= 400 && reply.status < 500),
                 method << path << " " << shown << " " << reply.status);
      BOOST_TEST(reply.text.size() < 8U * 1024 * 1024, shown);
    }
  }
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/revision") == "1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
