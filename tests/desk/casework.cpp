#include "desk/casework.h"

#include <stdexcept>

#include "support/json_path.h"

namespace policycalc::desk::test {

using http::test::Reply;

DeskOptions patientHall() {
  DeskOptions options = live::quickDesk();
  options.idle = options.absolute = std::chrono::hours(24 * 800);
  return options;
}

Casework::Casework()
    : service(patientHall()),
      clerk(signedInAt(service, "wang", "clerk", kZhanggong)),
      handler(signedInAt(service, "li", "handler", "", kMarketRegulation)),
      supervisor(signedInAt(service, "zhao", "supervisor", "")),
      clerk_id(service.store().staff().findByLogin("wang")->id),
      handler_id(service.store().staff().findByLogin("li")->id),
      supervisor_id(service.store().staff().findByLogin("zhao")->id),
      applicant(help(clerk, R"({"name":"赣州甲食品有限公司","contact":"13800000000","profile":)" +
                                std::string(kAwarded) + R"(,"verified":[],"authorisation":)" +
                                authorisation("paper", true, R"(,"days":365)") + "}")) {}

std::string Casework::open(const std::string& measure, const std::string& more) {
  const Reply reply = clerk.post("/matters", newMatter(applicantId(), measure, more));
  if (reply.status != 201) throw std::runtime_error("not opened: " + reply.text);
  return "/matters/" + valueAt(reply, "/id");
}

void Casework::nameHandler() {
  const store::Actor actor{supervisor_id, "192.0.2.1", service.now()};
  service.store().handlers().set({kAward, "", kMarketRegulation, handler_id}, 0, actor);
}

std::string newMatter(const std::string& applicant_id, const std::string& measure,
                      const std::string& more) {
  const bool says_term = more.find("accept_short_permission") != std::string::npos;
  return R"({"applicant":)" + applicant_id + R"(,"measure":")" + measure + "\"" + more +
         (says_term ? "}" : R"(,"accept_short_permission":true})");
}

std::string stepTo(const std::string& state, int revision, const std::string& more) {
  const bool says_end = more.find("\"end\"") != std::string::npos;
  const std::string end =
      says_end ? ""
      : state == "fulfilled"
          ? R"(,"end":{"amount":50000,"day":"2026-11-20","number":"1号","proof":"回单"})"
      : state == "forwarded" ? R"(,"end":{"recipient":"市财政局"})"
      : state == "withdrawn" ? R"(,"end":{"heard_by":"小王","way":"phone"})"
                             : "";
  return R"({"to":")" + state + R"(","revision":)" + std::to_string(revision) + end + more + "}";
}

std::string handlerBody(const std::string& unit, const std::string& handler, int revision) {
  return R"({"unit":")" + unit + R"(","handler":)" + handler + R"(,"revision":)" +
         std::to_string(revision) + "}";
}

std::string valueAt(const Reply& reply, const std::string& pointer) {
  const json::Value body = bodyOf(reply);
  const json::Value& value = policycalc::test::at(body, pointer);
  if (value.isBoolean()) return value.boolean ? "true" : "false";
  return value.isNull() ? "null" : value.text;
}

}  // namespace policycalc::desk::test
