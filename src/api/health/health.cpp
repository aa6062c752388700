#include "api/health/health.h"

#include <array>
#include <string>

#include "policycalc/http/failure.h"
#include "policycalc/http/problem.h"
#include "policycalc/json/writer.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;
using store::Trouble;

Response live(const Request&) {
  return Response::json(R"({"status":"live"})");
}

struct Text {
  const char* zh;
  const char* en;
};

/// By Trouble. What to do is on the operator's page, not in a public answer.
constexpr std::array kTexts = {
    Text{"数据库被其他进程锁定。", "The database is locked by another process."},
    Text{"存储空间已满，只接受删除。", "The disk is full: only deletions are taken."},
    Text{"数据库文件已损坏。", "The database file is damaged."},
    Text{"数据库文件已不在原处。", "The database file is no longer at its place."},
    Text{"数据库文件已被替换。", "Another file is in the database's place."},
    Text{"数据库不能读写。", "The database cannot be read or written."}};

Response notReady(const Request& request, Trouble trouble) {
  const Text& text = kTexts.at(static_cast<std::size_t>(trouble));
  http::Problem problem = http::problemOf(http::Failure::kUnavailable,
                                          std::string(text.zh) + text.en, store::codeOf(trouble));
  problem.issues = {{.code = problem.code, .message = text.en, .message_zh = text.zh}};
  Response response = http::problemResponse(problem, request.id);
  response.headers.insert_or_assign("Retry-After", std::to_string(Readiness::kKept.count()));
  return response;
}

void writeUnserved(json::Writer& writer, const std::optional<Unserved>& unserved) {
  writer.key("unserved");
  if (!unserved) {
    writer.null();
    return;
  }
  writer.beginObject().key("catalogue");
  if (unserved->catalogue.empty()) {
    writer.null().key("publication").null();
  } else {
    writer.string(unserved->catalogue).key("publication").integer(unserved->publication);
  }
  writer.key("fault").string(unserved->fault).endObject();
}

/// A clock that is not believed is a warning: everything but deletion by time goes on, and to take
/// the service away from its users would mend nothing. So are policies that cannot be served.
Response ready(const Request& request, Readiness& readiness) {
  const Readiness::State state = readiness.state();
  if (state.trouble) return notReady(request, *state.trouble);
  json::Writer writer;
  writer.beginObject().key("status").string("ready");
  writer.key("warnings").beginArray();
  if (state.clock == store::ClockSense::kAhead) writer.string("clock_ahead");
  if (state.clock == store::ClockSense::kBehind) writer.string("clock_behind");
  if (!readiness.hasChinese()) writer.string("no_chinese_font");
  if (state.unserved) writer.string("policies_not_served");
  writer.endArray();
  writeUnserved(writer, state.unserved);
  writer.endObject();
  return Response::json(writer.take());
}

}  // namespace

void addHealthRoutes(web::Routes& routes, const std::shared_ptr<Readiness>& readiness) {
  routes.add({.method = "GET",
              .path = "/health/live",
              .id = "live",
              .tag = "service",
              .summary = "Tell whether the process answers",
              .answers = {{200, "It answers.", "Live"}},
              .cost = 0},
             live);
  routes.add(
      {.method = "GET",
       .path = "/health/ready",
       .id = "ready",
       .tag = "service",
       .summary = "Tell whether the service can read and write its database",
       .description =
           "The answer may be 3 seconds old. With 503, one issue says why: `database_locked`, "
           "`storage_full`, `database_damaged`, `database_removed`, `database_replaced` or "
           "`database_unreachable`.",
       .answers = {{200, "It can.", "Ready"}},
       .cost = 0},
      [readiness](const Request& request) { return ready(request, *readiness); });
}

}  // namespace policycalc::api
