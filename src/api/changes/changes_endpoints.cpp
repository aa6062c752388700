#include "api/changes/changes_endpoints.h"

#include <memory>
#include <optional>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/web/asked_catalogue.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "api/changes/versions.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view kHashBegin = "sha256:";

/// The query of /api/v1/changes.
struct Asked {
  std::string hash;               ///< of the version to compare with
  std::optional<base::Date> day;  ///< in place of a hash
  std::string to;                 ///< "" for the current one
};

Asked readQuery(web::Query& query) {
  Asked asked;
  const std::string since = query.text("since");
  asked.to = query.text("to");
  if (since.starts_with(kHashBegin)) {
    asked.hash = since;
  } else if (since.empty()) {
    query.report("since", "missing_field", "the day or the hash of a catalogue is missing");
  } else {
    asked.day = query.date("since");
  }
  return asked;
}

Response versions(const Services& services, Steps& steps) {
  return Response::json(writeVersions(Versions(services, steps), services.catalogue_kept));
}

Response changes(const Request& request, const Services& services, Steps& steps) {
  web::Query query(request);
  const Asked asked = readQuery(query);
  base::Issues issues = query.issues();
  if (!issues.empty()) return web::invalid(request, std::move(issues));
  web::Catalogues& catalogues = services.catalogues;
  const Versions known(services, steps);
  const Versions::Version* from = asked.day ? &known.at(*asked.day) : known.find(asked.hash);
  const std::string to_hash = asked.to.empty() ? catalogues.current()->hash() : asked.to;
  const Versions::Version* to = known.find(to_hash);
  const auto before = from == nullptr ? nullptr : catalogues.find(from->hash);
  if (!before) {
    return web::noSuchCatalogue(request, catalogues, from == nullptr ? asked.hash : from->hash,
                                "?since");
  }
  const auto after = to == nullptr ? nullptr : catalogues.find(to_hash);
  if (!after) return web::noSuchCatalogue(request, catalogues, to_hash, "?to");
  const auto found = catalogues.changes(*before, *after, services.today());
  return Response::json(writeChanges(known, *found, *from, *to));
}

}  // namespace

void addChangesRoutes(web::Routes& routes, const Services& services) {
  const auto steps = std::make_shared<Steps>();
  routes.add(
      {.method = "GET",
       .path = "/api/v1/catalogues",
       .id = "list_catalogues",
       .tag = "reference",
       .summary = "The versions of the catalogue that are kept",
       .description =
           "The newest first. An earlier version answers at least 24 months after the next "
           "one came: `catalogue` names it in the body of a match and in the query of every "
           "list. After that it is answered 410 `catalogue_gone`.",
       .answers = {{200, "The versions.", "CatalogueVersionList"}},
       .etag = true},
      web::withoutQuery([&services, steps](const Request&) { return versions(services, *steps); }));
  routes.add(
      {.method = "GET",
       .path = "/api/v1/changes",
       .id = "list_changes",
       .tag = "reference",
       .summary = "What differs between two versions of the catalogue",
       .description =
           "Each change names what it is about, the field, the old and the new value, and "
           "whether it can change a verdict or an amount. With a day, the version that was "
           "current as that day began at UTC+8 is compared; before the first version that "
           "is kept, that one: `from` and `known_since` tell which.",
       .parameters = {"Since", "To"},
       .answers = {{200, "The changes, in the order of the notice.", "ChangeList"}},
       .refusals = {web::refused::kGone},
       .etag = true},
      [&services, steps](const Request& request) { return changes(request, services, *steps); });
}

}  // namespace policycalc::api
