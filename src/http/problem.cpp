#include "policycalc/http/problem.h"

#include <cstdint>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/http/problem_codes.h"
#include "policycalc/json/writer.h"

#include "http/wire/status.h"

namespace policycalc::http {

namespace {

/// All issues of an answer, as rendered: with the rest of the answer less than 32 KiB.
constexpr std::size_t kMostIssueBytes = std::size_t{30} * 1024;
/// A key or a message of a request may be as long as its body.
constexpr std::size_t kMostTextBytes = 1024;

/// The pointer, or the innermost place around it whose pointer is short enough.
std::string_view shortPointer(std::string_view pointer) {
  if (pointer.size() <= kMostTextBytes) return pointer;
  const auto end = pointer.rfind('/', kMostTextBytes);
  return pointer.substr(0, end == std::string_view::npos ? 0 : end);
}

std::string_view shortText(std::string_view text) {
  if (text.size() <= kMostTextBytes) return text;
  std::size_t end = kMostTextBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// What is wrong, in Chinese: the issue's own words, else those of its code and the names to use
/// instead.
std::string chineseOf(const base::Issue& issue) {
  if (!issue.message_zh.empty()) return issue.message_zh;
  const ProblemCode* code = findProblemCode(issue.code);
  if (code == nullptr) return issue.message;
  if (issue.instead.empty()) return code->title.zh;
  return code->title.zh + "，可以改用：" + base::join(issue.instead, "、");
}

void writeIssues(json::Writer& writer, const base::Issues& issues) {
  std::size_t bytes = 0;
  std::size_t written = 0;
  writer.key("issues").beginArray();
  for (const base::Issue& issue : issues) {
    if (written >= base::kMostIssues) break;
    const std::string text = issueJson(issue);
    bytes += text.size() + 1;  // the comma
    if (bytes > kMostIssueBytes) break;
    writer.raw(text);
    ++written;
  }
  writer.endArray();
  const std::size_t omitted = issues.size() - written + issues.omitted();
  if (omitted > 0) writer.key("issues_omitted").integer(static_cast<std::int64_t>(omitted));
}

}  // namespace

std::string issueJson(const base::Issue& issue) {
  json::Writer writer;
  writer.beginObject();
  writer.key("pointer").string(shortPointer(issue.pointer));
  writer.key("code").string(issue.code);
  writer.key("message").string(shortText(chineseOf(issue)));
  writer.key("message_en").string(shortText(issue.message));
  writer.key("instead").beginArray();
  for (const std::string& name : issue.instead) writer.string(name);
  writer.endArray();
  writer.endObject();
  return writer.take();
}

Problem makeProblem(int status, std::string detail) {
  const wire::StatusText& text = wire::statusText(status);
  Problem problem;
  problem.status = status;
  problem.title = text.title;
  problem.detail = detail.empty() ? std::string(text.detail) : std::move(detail);
  return problem;
}

Response problemResponse(const Problem& problem, std::string_view request_id) {
  const wire::StatusText& text = wire::statusText(problem.status);
  json::Writer writer;
  writer.beginObject();
  writer.key("code").string(problem.code);
  writer.key("type").string(problemType(problem.code));
  writer.key("title").string(problem.title.empty() ? text.title : problem.title);
  writer.key("status").integer(problem.status);
  writer.key("detail").string(problem.detail.empty() ? text.detail : problem.detail);
  writer.key("request_id").string(request_id);
  writeIssues(writer, problem.issues);
  writer.rawMembers(problem.more);
  writer.endObject();

  Response response;
  response.status = problem.status;
  response.headers.emplace("Content-Type", "application/problem+json");
  response.body = std::make_shared<const std::string>(writer.take());
  return response;
}

}  // namespace policycalc::http
