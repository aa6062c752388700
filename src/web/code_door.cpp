#include "policycalc/web/code_door.h"

#include <string>
#include <string_view>

#include "policycalc/base/ascii.h"
#include "policycalc/http/failure.h"
#include "policycalc/web/refusals.h"

namespace policycalc::web {
namespace {

/// The text after `Bearer`, in any case (RFC 9110 §11.1); nothing without it.
std::optional<std::string_view> bearerOf(std::string_view header) {
  constexpr std::string_view kScheme = "bearer";
  if (!base::equalsIgnoringCase(header.substr(0, kScheme.size()), kScheme)) return std::nullopt;
  const std::string_view rest = header.substr(kScheme.size());
  if (!rest.empty() && rest.front() != ' ') return std::nullopt;
  return rest;
}

http::Response noCode(const http::Request& request) {
  http::Response response =
      http::failureResponse(http::Failure::kNoCredentials, request,
                            "请在 Authorization 请求头中给出代码：Bearer 加代码。"
                            "Give the code in the header: Authorization: Bearer <code>.");
  response.headers.insert_or_assign("WWW-Authenticate", "Bearer");
  return response;
}

constexpr std::string_view kOpensNothing =
    "没有与此代码对应的内容：代码有误、已过期或内容已删除。"
    "This code opens nothing: it is wrong, has expired or was deleted.";

/// Gives the turn back at its end, even after an exception, unless the code was wrong.
class Turn {
 public:
  Turn(Throttle& throttle, std::string_view client) : throttle_(throttle), client_(client) {}
  ~Turn() {
    if (!was_wrong_) throttle_.giveBack(client_);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  void wasWrong() { was_wrong_ = true; }

 private:
  Throttle& throttle_;
  std::string_view client_;
  bool was_wrong_ = false;
};

}  // namespace

http::Response CodeDoor::enter(const http::Request& request, const Answer& answer) {
  const auto bearer = bearerOf(request.header("Authorization"));
  if (!bearer) return noCode(request);
  const auto open = [&] {
    const auto read = vault::AccessCode::read(*bearer);
    return answer(read ? *read : vault::AccessCode::random());
  };
  return guard(request, open, kOpensNothing);
}

http::Response CodeDoor::guard(const http::Request& request,
                               const std::function<std::optional<http::Response>()>& answer,
                               std::string_view nothing) {
  // Taken before the code is read, so that many requests at once cannot slip through.
  if (const auto wait = wrong_.take(request.client)) return tooMany(request, *wait);
  Turn turn(wrong_, request.client);
  std::optional<http::Response> response = answer();
  if (!response) {
    turn.wasWrong();
    return http::failureResponse(http::Failure::kNotFound, request, std::string(nothing));
  }
  return *std::move(response);
}

}  // namespace policycalc::web
