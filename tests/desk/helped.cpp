#include "desk/helped.h"

#include <stdexcept>

#include "policycalc/vault/password.h"

#include "support/json_path.h"

namespace policycalc::desk::test {

using policycalc::test::textAt;

std::int64_t employAt(const live::LiveService& service, const std::string& login,
                      const std::string& role, const std::string& county, const std::string& unit) {
  store::StaffMember member;
  member.login = login;
  member.name = "工作人员" + login;
  member.role = roleNamed(role).value();
  member.county = county;
  member.unit = unit;
  member.password_hash = vault::hashPassword(kPassword, vault::PasswordCost::least());
  member.must_change = false;
  member.created_at = service.now();
  return service.store().staff().add(member, {});
}

Browser signedInAt(const live::LiveService& service, const std::string& login,
                   const std::string& role, const std::string& county, const std::string& unit) {
  employAt(service, login, role, county, unit);
  Browser browser(service);
  if (browser.logIn(login).status != 200) throw std::runtime_error("not logged in");
  return browser;
}

std::string authorisation(const std::string& given, bool for_matters, const std::string& days) {
  return R"({"given":")" + given + R"(","for_matters":)" + (for_matters ? "true" : "false") +
         R"(,"given_by":"王经理")" + days + "}";
}

std::string helpedBody(const std::string& name, const std::string& profile,
                       const std::string& verified, const std::string& more) {
  return R"({"name":")" + name + R"(","contact":"13800000000","profile":)" + profile +
         R"(,"verified":)" + verified + R"(,"authorisation":)" + authorisation() +
         R"(,"is_another":true)" + more + "}";
}

std::string byCodeBody(const std::string& more) {
  return R"({"authorisation":)" + authorisation("code", true, "") + R"(,"is_another":true)" + more +
         "}";
}

std::string changedApplicant(int revision, const std::string& profile, const std::string& verified,
                             const std::string& name) {
  return R"({"name":")" + name + R"(","contact":"13800000000","profile":)" + profile +
         R"(,"verified":)" + verified + R"(,"revision":)" + std::to_string(revision) + "}";
}

std::string help(Browser& browser, const std::string& body) {
  const auto reply = browser.post("/applicants", body);
  if (reply.status != 201) throw std::runtime_error("not added: " + reply.text);
  return "/applicants/" + textAt(bodyOf(reply), "/id");
}

std::string refusalOf(const http::test::Reply& reply) {
  return std::to_string(reply.status) + " " + codeOf(reply) + " " + pointerOf(reply);
}

}  // namespace policycalc::desk::test
