#include "desk/desk_refusals.h"

#include <utility>

#include "policycalc/http/problem.h"

namespace policycalc::desk {

http::Response refusal(const http::Request& request, int status, web::IssueCode code,
                       std::string_view detail) {
  return refusal(request, status, code, detail, {});
}

http::Response refusal(const http::Request& request, int status, web::IssueCode code,
                       std::string_view detail, std::string_view pointer) {
  return refusal(request, status, code, detail, pointer, {});
}

http::Response refusal(const http::Request& request, int status, web::IssueCode code,
                       std::string_view detail, std::string_view pointer, std::string more) {
  http::Problem problem = http::makeProblem(status, std::string(detail));
  problem.issues.push_back({base::Severity::kError,
                            std::string(code.text()),
                            {},
                            std::string(pointer),
                            0,
                            0,
                            std::string(detail)});
  problem.more = std::move(more);
  return http::problemResponse(problem, request.id);
}

http::Response unauthorized(const http::Request& request, web::IssueCode code,
                            std::string_view detail) {
  http::Response response = refusal(request, 401, code, detail);
  response.headers.insert_or_assign("WWW-Authenticate", "Cookie");
  return response;
}

http::Response unknownHost(const http::Request& request) {
  return refusal(request, 421, "unknown_host",
                 "请用本服务登记的主机名访问。Use a host name that this service answers to.");
}

http::Response allPlacesTaken(const http::Request& request) {
  http::Response response = refusal(request, 503, "busy",
                                    "登录的人较多，请过几秒再试。"
                                    "Many people are logging in. Try again in a few seconds.");
  response.headers.insert_or_assign("Retry-After", "2");
  return response;
}

http::Response waitFor(const http::Request& request, std::chrono::seconds wait) {
  http::Response response = refusal(request, 429, "wait",
                                    "密码多次输入有误，请在 " + std::to_string(wait.count()) +
                                        " 秒后再试。" + "Too many wrong passwords. Try again in " +
                                        std::to_string(wait.count()) + " seconds.");
  response.headers.insert_or_assign("Retry-After", std::to_string(wait.count()));
  return response;
}

}  // namespace policycalc::desk
