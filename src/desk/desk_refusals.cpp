#include "desk/desk_refusals.h"

#include <utility>

#include "policycalc/http/problem.h"

namespace policycalc::desk {
namespace {

/// `text` with `value` for its `{}`, if it has one.
std::string filled(std::string text, std::string_view value) {
  constexpr std::string_view kGap = "{}";
  if (const auto gap = text.find(kGap); gap != std::string::npos) {
    text.replace(gap, kGap.size(), value);
  }
  return text;
}

}  // namespace

http::Response refusal(const http::Request& request, DeskFailure name, RefusalParts parts) {
  const DeskFailureRow& row = describe(name);
  const std::string zh = filled(row.zh, parts.value);
  const std::string en = filled(row.en, parts.value);
  http::Problem problem = http::problemOf(row.failure, zh + en, row.code.text());
  problem.issues.push_back(
      {.code = problem.code, .pointer = row.pointer, .message = en, .message_zh = zh});
  problem.more = std::move(parts.more);
  http::Response response = http::failureResponse(row.failure, request, problem);
  if (row.failure == http::Failure::kNoCredentials) {
    // The header must name a scheme. None is registered for cookies, and browsers ignore unknown
    // ones.
    response.headers.insert_or_assign("WWW-Authenticate", "Cookie");
  }
  return response;
}

http::Response allPlacesTaken(const http::Request& request) {
  http::Response response = refusal(request, DeskFailure::kBusy);
  response.headers.insert_or_assign("Retry-After", "2");  // a check takes about a second
  return response;
}

http::Response waitFor(const http::Request& request, std::chrono::seconds wait) {
  const std::string seconds = std::to_string(wait.count());
  http::Response response = refusal(request, DeskFailure::kWait, {.value = seconds});
  response.headers.insert_or_assign("Retry-After", seconds);
  return response;
}

}  // namespace policycalc::desk
