#include "api/callers/key_failures.h"

#include <array>
#include <string>
#include <utility>

#include "policycalc/http/problem.h"
#include "policycalc/web/contract/issue_codes.h"

namespace policycalc::api {
namespace {

struct Row {
  http::Failure failure;
  web::IssueCode code;
  const char* zh;
  const char* en;
};

/// By KeyFailure.
const std::array<Row, kKeyFailures>& rows() {
  using http::Failure;
  static const std::array<Row, kKeyFailures> table{{
      {Failure::kNoCredentials, "missing_key", "请在 X-Api-Key 请求头中给出密钥。",
       "Send the key in the header X-Api-Key."},
      {Failure::kNoCredentials, "malformed_key",
       "X-Api-Key 的内容不是密钥：可能少抄、多抄或抄错了字符。",
       "The text in X-Api-Key is not a key: characters are missing, added or wrong."},
      {Failure::kNoCredentials, "unknown_key", "本服务没有发过这个密钥。",
       "This service has not given out this key."},
      {Failure::kNoCredentials, "expired_key", "这个密钥已到期，请向运营方换取新的密钥。",
       "This key has expired: ask the operator for the next one."},
      {Failure::kNoCredentials, "revoked_key", "这个密钥已被撤销。", "This key was revoked."},
      {Failure::kForbidden, "secret_key_in_page",
       "服务器密钥不能由网页发送：请改用网页密钥，并立即更换这个密钥，因为它已经泄露。",
       "A page must not send a secret key: use a publishable one, and replace this one now, as "
       "every visitor could read it."},
      {Failure::kForbidden, "origin_not_allowed",
       "这个密钥不允许从该网站使用：请求的 Origin 不在密钥登记的网站之中。",
       "This key may not be used from there: the request's Origin is not one that the key was made "
       "for."},
      {Failure::kForbidden, "scope_not_granted", "这个密钥没有使用该功能的权限。",
       "This key does not have the scope of this operation."},
  }};
  return table;
}

}  // namespace

std::string_view codeOf(KeyFailure failure) {
  return rows().at(static_cast<std::size_t>(failure)).code.text();
}

http::Response keyRefusal(const http::Request& request, KeyFailure failure) {
  const Row& row = rows().at(static_cast<std::size_t>(failure));
  const std::string detail = std::string(row.zh) + row.en;
  http::Problem problem = http::problemOf(row.failure, detail, row.code.text());
  problem.issues.push_back({.code = problem.code, .message = row.en, .message_zh = row.zh});
  http::Response response = http::failureResponse(row.failure, request, problem);
  if (row.failure == http::Failure::kNoCredentials) {
    response.headers.insert_or_assign("WWW-Authenticate", "ApiKey");
  }
  return response;
}

}  // namespace policycalc::api
