#include "policycalc/web/contract/routes.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "policycalc/http/decorators.h"
#include "policycalc/json/reader.h"
#include "policycalc/web/contract/components.h"
#include "policycalc/web/profiles/profile_schema.h"
#include "policycalc/web/query.h"

#include "web/contract/document.h"
#include "web/schemas.h"

namespace policycalc::web {

namespace {

constexpr const char* kPageOfVersions = "/developers#versions";

base::Date dayOf(std::string_view text) {
  const auto day = base::Date::parse(text);
  if (!day.ok()) throw std::logic_error(std::string(text) + " is " + day.error().message);
  return *day;
}

http::Deprecation deprecationOf(const Deprecated& deprecated) {
  http::Deprecation made{dayOf(deprecated.since), {}, kPageOfVersions};
  if (deprecated.sunset.empty()) return made;
  made.sunset = dayOf(deprecated.sunset);
  // The page for developers promises a year.
  if (*made.sunset < made.since.yearLater()) {
    throw std::logic_error("the end " + std::string(deprecated.sunset) +
                           " is less than a year after the deprecation");
  }
  return made;
}

}  // namespace

void Routes::add(Operation operation, http::Endpoint endpoint) {
  if (!operation.body.empty() && gate_) endpoint = http::withGate(std::move(endpoint), gate_);
  if (operation.parameters.empty()) endpoint = withoutQuery(std::move(endpoint));
  if (!operation.body.empty()) endpoint = http::requireJson(std::move(endpoint));
  if (operation.etag) endpoint = http::withEtag(std::move(endpoint));
  addAsIs(std::move(operation), std::move(endpoint));
}

void Routes::addAsIs(Operation operation, http::Endpoint endpoint) {
  if (!limited_) operation.cost = 0;
  if (operation.cost > 0) endpoint = limited_(operation, std::move(endpoint));
  if (!operation.deprecated.since.empty()) {
    endpoint = http::withDeprecation(std::move(endpoint), deprecationOf(operation.deprecated));
  }
  router_.add(std::string(operation.method), std::string(operation.path), std::move(endpoint),
              operation.max_body);
  operations_.push_back(std::move(operation));
}

void Routes::addDocument(Operation operation, const DocumentParts& parts,
                         const catalogue::Catalogue& catalogue, Guard guard) {
  Components components;
  components.add(schemaFiles());
  components.add(parts.schemas);
  json::Value profile = *json::read(writeProfileSchema(catalogue));
  std::erase_if(profile.members, [](const json::Member& m) { return m.key == "$schema"; });
  components.add({"schemas", "Profile"}, std::move(profile));
  operation.etag = true;
  if (!limited_) operation.cost = 0;
  std::vector<Operation> described = operations_;
  described.push_back(operation);
  const auto text =
      std::make_shared<const std::string>(writeDocument(parts.frame, described, components));
  const std::string etag = http::etagOf(*text);
  add(std::move(operation), [text, etag, guard = std::move(guard)](const http::Request& request) {
    if (guard) {
      if (auto refused = guard(request)) return *std::move(refused);
    }
    http::Response response;
    response.headers.emplace("Content-Type", kJson);
    response.headers.emplace("ETag", etag);
    response.body = text;
    return response;
  });
}

}  // namespace policycalc::web
