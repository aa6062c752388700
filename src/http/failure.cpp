#include "policycalc/http/failure.h"

#include <utility>

#include "policycalc/http/message.h"
#include "policycalc/http/problem.h"
#include "policycalc/http/problem_codes.h"

namespace policycalc::http {

namespace {

struct Answer {
  int status;
  const char* code;         ///< an entry of problems/codes.json
  const char* detail = "";  ///< "": the usual one of the status
  int retry_after = 0;      ///< seconds; 0: no Retry-After
};

/// The one place that chooses a status. A switch, so that the compiler asks for a line for each
/// new failure.
Answer answerTo(Failure failure) {
  switch (failure) {
    case Failure::kLineEnd:
      return {400, "malformed_request", "每行须以 CRLF 结尾。Lines must end in CRLF."};
    case Failure::kRequestLine:
      return {400, "malformed_request", "请求行格式有误。The request line is malformed."};
    case Failure::kVersion:
      return {505, "http_version"};
    case Failure::kLineTooLong:
      return {414, "uri_too_long"};
    case Failure::kHeaderLine:
      return {400, "malformed_request", "请求头格式有误。A header field is malformed."};
    case Failure::kHeadersTooLarge:
      return {431, "headers_too_large"};
    case Failure::kRepeatedHeader:
      return {400, "malformed_request",
              "只能出现一次的请求头重复。A header field that must be single is repeated."};
    case Failure::kHost:
      return {400, "malformed_request",
              "Host 请求头缺失或有误。The Host header field is missing or wrong."};
    case Failure::kTarget:
      return {400, "malformed_request", "请求地址格式有误。The request target is malformed."};
    case Failure::kEscape:
      return {400, "malformed_request",
              "请求地址含错误的 % 转义或非 UTF-8 内容。"
              "The target has a broken %-escape or is not UTF-8."};
    case Failure::kPath:
      return {400, "malformed_request",
              "请求地址含不允许的路径段。The path has a segment that is not allowed."};
    case Failure::kContentLength:
      return {400, "malformed_request", "Content-Length 有误。Content-Length is wrong."};
    case Failure::kLengthAndCoding:
      return {400, "malformed_request",
              "Content-Length 与 Transfer-Encoding 不能并用。"
              "Content-Length and Transfer-Encoding exclude each other."};
    case Failure::kTransferCoding:
      return {501, "transfer_coding"};
    case Failure::kLengthRequired:
      return {411, "length_required"};
    case Failure::kChunk:
      return {400, "malformed_request", "分块传输格式有误。The chunked body is malformed."};
    case Failure::kBodyTooLarge:
      return {413, "body_too_large"};
    case Failure::kExpectation:
      return {417, "expectation"};
    case Failure::kTruncated:
      return {400, "malformed_request",
              "请求未传完连接就结束了。The connection ended before the request did."};
    case Failure::kLate:
      return {408, "request_timeout"};
    case Failure::kFull:
      return {503, "busy", "", 1};
    case Failure::kNoSuchPath:
      return {404, "no_such_path"};
    case Failure::kNotFound:
      return {404, "not_found"};
    case Failure::kGone:
      return {410, "gone"};
    case Failure::kMethod:
      return {405, "method_not_allowed"};
    case Failure::kMediaType:
      return {415, "unsupported_media_type"};
    case Failure::kInvalid:
      return {400, "invalid_request"};
    case Failure::kNoCredentials:
      return {401, "credentials_required"};
    case Failure::kForbidden:
      return {403, "forbidden"};
    case Failure::kHostName:
      return {421, "unknown_host"};
    case Failure::kConflict:
      return {409, "conflict"};
    case Failure::kTooManyRequests:
      return {429, "too_many_requests"};
    case Failure::kBusy:
      return {503, "busy", "", 1};
    case Failure::kStorageFull:
      return {503, "storage_full",
              "存储空间已用完，暂时不能保存；仍可查看和删除。"
              "There is no space left: saving must wait, reading and deleting go on.",
              60};
    case Failure::kCeiling:
      return {
          503, "storage_ceiling",
          "本服务保存的内容已达上限，暂时不能再保存；匹配不受影响，已保存的仍可查看、修改和删除。"
          "The service keeps no more than it has now: nothing new can be saved at the moment. "
          "Matching goes on, and what is saved can be read, changed and deleted.",
          3600};
    case Failure::kUnavailable:
      return {503, "unavailable", "数据库暂时不可用。The database is not available at the moment.",
              60};
    case Failure::kInternal:
      return {500, "internal_error"};
  }
  return {500, "internal_error"};
}

}  // namespace

int statusOf(Failure failure) noexcept {
  return answerTo(failure).status;
}

Problem problemOf(Failure failure, std::string detail, std::string_view code) {
  const Answer answer = answerTo(failure);
  Problem problem = makeProblem(answer.status, detail.empty() ? answer.detail : std::move(detail));
  problem.code = code.empty() ? std::string_view(answer.code) : code;
  const ProblemCode* entry = findProblemCode(problem.code);
  if (entry == nullptr) entry = findProblemCode(answer.code);
  if (entry != nullptr) problem.title = entry->title.zh;
  return problem;
}

Response failureResponse(Failure failure, const Request& request, std::string detail) {
  return failureResponse(failure, request, problemOf(failure, std::move(detail)));
}

Response failureResponse(Failure failure, const Request& request, const Problem& problem) {
  Response response = problemResponse(problem, request.id);
  if (const int seconds = answerTo(failure).retry_after; seconds != 0) {
    response.headers.emplace("Retry-After", std::to_string(seconds));
  }
  return response;
}

}  // namespace policycalc::http
