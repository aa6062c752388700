#include "desk/browser.h"

#include <stdexcept>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/password.h"

namespace policycalc::desk::test {

using http::test::Reply;

namespace {

std::string firstIssue(const Reply& reply, const char* key) {
  const json::Value body = bodyOf(reply);
  const json::Value* issues = body.find("issues");
  if (issues == nullptr || issues->elements.empty()) return {};
  return issues->elements.front().find(key)->text;
}

}  // namespace

json::Value bodyOf(const Reply& reply) {
  auto document = json::read(reply.body);
  if (!document.ok()) throw std::runtime_error("no JSON: " + reply.text);
  return *document;
}

std::string codeOf(const Reply& reply) {
  return firstIssue(reply, "code");
}

std::string pointerOf(const Reply& reply) {
  return firstIssue(reply, "pointer");
}

std::int64_t employ(const live::LiveService& service, const std::string& login,
                    const std::string& role, bool must_change) {
  store::StaffMember member;
  member.login = login;
  member.name = "张三";
  member.role = roleNamed(role).value();
  if (role == "clerk") member.county = "360702";
  if (role == "handler") member.unit = live::realCatalogue()->registry().units().front().id;
  member.password_hash = vault::hashPassword(kPassword, vault::PasswordCost::least());
  member.must_change = must_change;
  member.created_at = service.now();
  return service.store().staff().add(member, {});
}

Reply Browser::logIn(std::string_view login, std::string_view password) {
  json::Writer writer;
  writer.beginObject().key("login").string(login).key("password").string(password).endObject();
  return send("POST", "/session", writer.take());
}

Reply Browser::get(const std::string& path) const {
  return service_.get(kHall + path, headers());
}

Reply Browser::post(const std::string& path, const std::string& body) {
  return send("POST", path, body);
}

Reply Browser::put(const std::string& path, const std::string& body) {
  return send("PUT", path, body);
}

Reply Browser::del(const std::string& path) {
  return send("DELETE", path, {});
}

Reply Browser::send(const std::string& method, const std::string& path, const std::string& body,
                    const std::string& more) {
  std::string lines = headers() + more;
  if (!csrf.empty()) lines += "X-CSRF-Token: " + csrf + "\r\n";
  if (!body.empty()) lines += "Content-Type: application/json\r\n";
  if (!body.empty() || method == "POST") {  // as fetch() does
    lines += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  }
  std::string request = method + " " + kHall + path + " HTTP/1.1\r\nHost: test\r\n" + lines;
  Reply reply = http::test::exchange(service_.port(), request + "Connection: close\r\n\r\n" + body);
  note(reply);
  return reply;
}

void Browser::note(const Reply& reply) {
  const std::string set = reply.header("Set-Cookie");
  if (!set.empty()) cookie = set.substr(0, set.find(';'));
  if (set.find("Max-Age=0") != std::string::npos) cookie.clear();
  if (reply.status != 200 || reply.header("Content-Type") != "application/json") return;
  if (reply.body.empty()) return;  // HEAD
  const json::Value body = bodyOf(reply);
  if (const json::Value* given = body.find("csrf")) csrf = given->text;
}

std::string Browser::headers() const {
  std::string lines = live::from(address_) + "X-Forwarded-Proto: https\r\n";
  if (!cookie.empty()) lines += "Cookie: " + cookie + "\r\n";
  return lines;
}

Browser signedIn(const live::LiveService& service, const std::string& role) {
  employ(service, role, role);
  Browser browser(service);
  if (browser.logIn(role).status != 200) throw std::runtime_error("not logged in");
  return browser;
}

}  // namespace policycalc::desk::test
