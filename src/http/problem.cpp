#include "policycalc/http/problem.h"

#include <utility>

#include "policycalc/json/writer.h"

#include "http/wire/status.h"

namespace policycalc::http {

namespace {

void writeIssues(json::Writer& writer, const base::Issues& issues) {
  writer.key("issues").beginArray();
  for (const base::Issue& issue : issues) {
    writer.beginObject();
    writer.key("pointer").string(issue.pointer);
    writer.key("code").string(issue.code);
    writer.key("message").string(issue.message);
    writer.key("instead").beginArray();
    for (const std::string& name : issue.instead) writer.string(name);
    writer.endArray();
    writer.endObject();
  }
  writer.endArray();
}

}  // namespace

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
  writer.key("type").string(problem.type);
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
