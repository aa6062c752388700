#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/token.h"

#include "desk/helped.h"
#include "store/on_file_only.h"
#include "support/files.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

constexpr const char* kHttps = "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n";

/// A request under a Host of the attacker's choice.
Reply underHost(const live::LiveService& service, const std::string& host,
                const std::string& headers) {
  return http::test::exchange(service.port(), "GET /api/v1/hall/session HTTP/1.1\r\nHost: " + host +
                                                  "\r\n" + headers + "Connection: close\r\n\r\n");
}

std::string cookieLine(const std::string& cookie) {
  return "Cookie: " + cookie + "\r\n";
}

int statusWith(const live::LiveService& service, const std::string& cookie_lines) {
  return service.get("/api/v1/hall/session", kHttps + cookie_lines).status;
}

std::string tokenIn(const Browser& browser) {
  return browser.cookie.substr(browser.cookie.find('=') + 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(AttemptsOnTheDesk)

BOOST_AUTO_TEST_CASE(forged_cookies_are_refused) {
  const live::LiveService service;
  const Browser clerk = signedIn(service, "clerk");
  const std::string token = tokenIn(clerk);
  std::string other = token;
  other[5] = other[5] == 'A' ? 'B' : 'A';
  const std::string name = "__Host-policycalc=";
  BOOST_TEST(statusWith(service, cookieLine(name + token)) == 200);
  BOOST_TEST(statusWith(service, cookieLine("a=b; " + name + token + "; c=d")) == 200);
  const std::vector<std::string> forged = {
      name,
      name + other,
      name + token + "=",
      name + token.substr(1),
      name + "\"" + token + "\"",
      name + vault::Token::random().text(),
      // The stored token is hashed: a copy of the database opens no session.
      name + vault::tokenId(*vault::Token::read(token)),
      name + clerk.csrf,
      name + "1",
      "policycalc=" + token,
      "__host-policycalc=" + token,
      "__Host-policycalc2=" + token,
      "x__Host-policycalc=" + token,
      name + "' OR ''='",
      // A cookie from a neighbouring host, with ours in its value.
      "a=b," + name + token,
      name + std::string(5'000, 'A'),
      // A host that sets a cookie beside ours must not choose which one counts.
      name + token + "; " + name + token,
      name + token + "; " + name + other,
      name + other + "; " + name + token,
  };
  for (const std::string& cookie : forged) {
    BOOST_TEST(statusWith(service, cookieLine(cookie)) == 401, cookie.substr(0, 100));
  }
  BOOST_TEST(statusWith(service, cookieLine(name + other) + cookieLine(name + token)) == 401);
  BOOST_TEST(statusWith(service, live::bearer(token)) == 401);
}

BOOST_AUTO_TEST_CASE(the_token_of_another_page_is_not_mine) {
  const live::LiveService service;
  const Browser clerk = signedIn(service, "clerk");
  Browser admin = signedIn(service, "administrator");
  admin.csrf = clerk.csrf;
  BOOST_TEST(codeOf(admin.del("/session")) == "wrong_csrf");
  Browser again(service);
  again.logIn("administrator");
  admin.csrf = again.csrf;  // the same member's, from another session
  BOOST_TEST(codeOf(admin.del("/session")) == "wrong_csrf");
}

BOOST_AUTO_TEST_CASE(requests_from_pages_of_other_sites_are_refused) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const std::string password = R"({"old":"x","new":"y"})";
  for (const std::string origin : {"https://evil.example", "http://test", "https://test:8443",
                                   "null", "", "https://test.evil.example"}) {
    const std::string line = "Origin: " + origin + "\r\n";
    BOOST_TEST(codeOf(admin.send("PUT", "/password", password, line)) == "foreign_origin", origin);
    BOOST_TEST(codeOf(Browser(service).send("POST", "/session", R"({"login":"a","password":"b"})",
                                            line)) == "foreign_origin",
               origin);
  }
  BOOST_TEST(codeOf(admin.send("PUT", "/password", R"({"old":"x"})", "Origin: https://test\r\n")) ==
             "missing_field");
}

BOOST_AUTO_TEST_CASE(no_other_origin_may_read_an_answer) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  const std::string lines = kHttps + cookieLine(admin.cookie) + "Origin: https://evil.example\r\n";
  for (const char* path : {"/api/v1/hall/session", "/api/v1/hall/staff", "/api/v1/hall/none"}) {
    const Reply reply = service.get(path, lines);
    BOOST_TEST(reply.header("Access-Control-Allow-Origin") == "", path);
    BOOST_TEST(reply.header("Access-Control-Allow-Credentials") == "", path);
    const Reply preflight =
        service.send("OPTIONS", path, lines + "Access-Control-Request-Method: POST\r\n");
    BOOST_TEST(preflight.header("Access-Control-Allow-Origin") == "", path);
    BOOST_TEST(preflight.header("Access-Control-Allow-Methods") == "", path);
  }
  BOOST_TEST(service.get("/api/v1/facts").header("Access-Control-Allow-Origin") == "*");
}

BOOST_AUTO_TEST_CASE(other_host_names_are_refused) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  const std::string lines = kHttps + cookieLine(admin.cookie);
  BOOST_TEST(underHost(service, "test", lines).status == 200);
  BOOST_TEST(underHost(service, "TEST:8080", lines).status == 200);
  for (const std::string host : {"evil.example", "test.evil.example", "test.", "127.0.0.1"}) {
    const Reply reply = underHost(service, host, lines + "X-Forwarded-Host: test\r\n");
    BOOST_TEST(reply.status == 421, host);
    BOOST_TEST(codeOf(reply) == "unknown_host", host);
  }
}

BOOST_AUTO_TEST_CASE(plain_http_from_outside_is_refused) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  const auto code = [&](const std::string& headers) {
    const Reply reply = service.get("/api/v1/hall/session", headers + cookieLine(admin.cookie));
    return std::to_string(reply.status) + codeOf(reply);
  };
  BOOST_TEST(code("") == "200");  // from this machine
  BOOST_TEST(code(kHttps) == "200");
  BOOST_TEST(code(live::from("192.0.2.1")) == "403open_transport");
  BOOST_TEST(code(live::from("192.0.2.1") + "X-Forwarded-Proto: http\r\n") == "403open_transport");
  BOOST_TEST(code(live::from("192.0.2.1") + "X-Forwarded-Proto: http, https\r\n") ==
             "403open_transport");
  BOOST_TEST(code("Via: 1.1 somebody\r\n") == "403open_transport");
  const Reply log_in = service.post("/api/v1/hall/session", R"({"login":"a","password":"b"})",
                                    "application/json", live::from("192.0.2.1"));
  BOOST_TEST(codeOf(log_in) == "open_transport");
}

BOOST_AUTO_TEST_CASE(a_prepared_session_is_not_taken_over) {
  const live::LiveService service;
  const Browser attacker = signedIn(service, "clerk");
  employ(service, "victim", "administrator");
  Browser victim(service);
  victim.cookie = attacker.cookie;  // planted
  BOOST_TEST(victim.logIn("victim").status == 200);
  BOOST_TEST(victim.cookie != attacker.cookie);
  BOOST_TEST(attacker.get("/session").status == 401);
  Browser invented(service);
  invented.cookie = "__Host-policycalc=" + vault::Token::random().text();
  const std::string before = invented.cookie;
  BOOST_TEST(invented.logIn("victim").status == 200);
  BOOST_TEST(invented.cookie != before);
  BOOST_TEST(statusWith(service, cookieLine(before)) == 401);
}

BOOST_AUTO_TEST_CASE(members_cannot_raise_their_own_rights) {
  const live::LiveService service;
  Browser supervisor = signedIn(service, "supervisor");
  const std::string raised = R"({"name":"x","role":"administrator","active":true,"revision":1})";
  BOOST_TEST(codeOf(supervisor.put("/staff/1", raised)) == "not_permitted");
  BOOST_TEST(
      codeOf(supervisor.post("/staff", R"({"login":"y","name":"x","role":"administrator"})")) ==
      "not_permitted");
  // Neither in a body that every role may send, nor by another spelling of method or path.
  BOOST_TEST(
      codeOf(supervisor.put("/password", R"({"old":"x","new":"y","role":"administrator"})")) ==
      "unknown_field");
  BOOST_TEST(supervisor.send("PATCH", "/staff/1", raised).status == 405);
  BOOST_TEST(
      supervisor.send("POST", "/staff/1", raised, "X-HTTP-Method-Override: PUT\r\n").status == 405);
  BOOST_TEST(supervisor.get("/staff/").status == 404);
  BOOST_TEST(supervisor.get("/STAFF").status == 404);
  http::test::RawClient head(service.port());
  head.send("HEAD /api/v1/hall/staff HTTP/1.1\r\nHost: test\r\n" + cookieLine(supervisor.cookie) +
            "\r\n");
  BOOST_TEST(head.receive(true).status == 403);
  BOOST_TEST((service.store().staff().find(1)->role == Role::kSupervisor));
  BOOST_TEST(service.store().staff().list().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_role_that_was_taken_away_is_gone_in_open_pages_too) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  BOOST_TEST(admin.get("/staff").status == 200);
  auto member = *service.store().staff().findByLogin("administrator");
  auto colleague = member;  // one administrator must remain
  colleague.login = "colleague";
  service.store().staff().add(colleague, {});
  member.role = Role::kSupervisor;
  BOOST_TEST((service.store().staff().update(member, 1, {}) == store::StaffMembers::Change::kDone));
  BOOST_TEST(admin.get("/staff").status == 403);
}

BOOST_AUTO_TEST_CASE(a_stored_script_stays_text) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const Reply added = admin.post(
      "/staff", R"({"login":"li","name":"<script>alert(1)</script>","role":"supervisor"})");
  BOOST_TEST(added.status == 201);
  const Reply list = admin.get("/staff");
  BOOST_TEST(list.header("Content-Type") == "application/json");
  BOOST_TEST(list.header("X-Content-Type-Options") == "nosniff");
}

BOOST_AUTO_TEST_CASE(no_secret_is_in_the_log_or_the_files, *store::test::onFileOnly()) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const Reply added =
      admin.post("/staff", R"({"login":"li","name":"李四","role":"clerk","county":"360702"})");
  const std::string given = bodyOf(added).find("password")->text;
  const std::string token = tokenIn(admin);
  Browser(service).logIn("wang", "a wrong password of wang");
  admin.put("/password",
            std::string(R"({"old":")") + kPassword + R"(","new":"violin harbour maple 62"})");
  const std::string log = service.log();
  const std::string files = policycalc::test::allFiles(service.folder());
  BOOST_TEST(log.find("/api/v1/hall/session") != std::string::npos);
  BOOST_TEST(files.find("argon2") != std::string::npos);
  for (const std::string& secret :
       {std::string(kPassword), given, token, tokenIn(admin),
        std::string("a wrong password of wang"), std::string("violin harbour maple 62")}) {
    BOOST_TEST(log.find(secret) == std::string::npos, secret);
    BOOST_TEST(files.find(secret) == std::string::npos, secret);
  }
  for (const std::string& told : {admin.csrf, std::string("wang"), std::string("李四")}) {
    BOOST_TEST(log.find(told) == std::string::npos, told);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
