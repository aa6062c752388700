#include "api/callers/key_endpoint.h"

#include <string>

#include "policycalc/json/writer.h"
#include "policycalc/web/times.h"

namespace policycalc::api {
namespace {

void writeList(json::Writer& writer, std::string_view key, const std::vector<std::string>& words) {
  writer.key(key).beginArray();
  for (const std::string& word : words) writer.string(word);
  writer.endArray();
}

std::string write(const store::ApiKeyEntry& key, const Callers& callers) {
  json::Writer writer;
  writer.beginObject();
  writer.key("holder").string(key.holder);
  writer.key("hint").string(key.hint);
  writer.key("kind").string(key.secret ? "secret" : "publishable");
  writeList(writer, "scopes", key.scopes);
  writeList(writer, "origins", key.origins);
  writer.key("added_at").string(web::utcText(key.added_at));
  writer.key("expires_at");
  if (key.expires_at) {
    writer.string(web::utcText(*key.expires_at));
  } else {
    writer.null();
  }
  writer.key("points_per_minute").integer(callers.pointsOf(key));
  const Callers::Use use = callers.useOf(key.id);
  writer.key("use").beginObject();
  writer.key("requests").integer(static_cast<std::int64_t>(use.requests));
  writer.key("limited").integer(static_cast<std::int64_t>(use.limited));
  writer.endObject().endObject();
  return writer.take();
}

http::Response answer(const http::Request& request, const Callers& callers) {
  const Callers::Key key = callers.keyOf(request);
  if (const auto* failure = std::get_if<KeyFailure>(&key)) return keyRefusal(request, *failure);
  http::Response response = http::Response::json(write(std::get<store::ApiKeyEntry>(key), callers));
  response.headers.insert_or_assign("Cache-Control", "no-store");
  return response;
}

}  // namespace

void addKeyRoute(web::Routes& routes, const std::shared_ptr<Callers>& callers) {
  routes.add({.method = "GET",
              .path = "/api/v1/key",
              .id = "get_key",
              .tag = "service",
              .summary = "Tell what the key in X-Api-Key may do",
              .description = "`use` counts from the start of the process. Costs no points, so that "
                             "it also answers a key that has none left.",
              .answers = {{200, "The key, without its secret part.", "Key"}},
              .access = web::Access::kKey,
              .cost = 0},
             [callers](const http::Request& request) { return answer(request, *callers); });
}

}  // namespace policycalc::api
