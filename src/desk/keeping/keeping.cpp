#include "desk/keeping/keeping.h"

#include <optional>
#include <string>

#include "policycalc/json/writer.h"
#include "policycalc/web/asked_catalogue.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "desk/door/signed_in.h"
#include "desk/keeping/kept_versions.h"
#include "desk/keeping/upkeep.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

void writeText(json::Writer& writer, const std::optional<std::string>& text) {
  if (text) {
    writer.string(*text);
  } else {
    writer.null();
  }
}

void writeDay(json::Writer& writer, const std::optional<base::Date>& day) {
  if (day) {
    writer.string(day->toString());
  } else {
    writer.null();
  }
}

void writeChange(json::Writer& writer, const catalogue::Change& change) {
  writer.beginObject();
  writer.key("kind").string(catalogue::toString(change.subject));
  writer.key("id").string(change.id);
  writer.key("title").stringOrNull(change.title);
  writer.key("field").stringOrNull(change.field);
  writeText(writer.key("old"), change.before);
  writeText(writer.key("new"), change.after);
  writer.key("affects").string(catalogue::toString(change.affects));
  writer.key("measures").beginArray();
  for (const std::string& measure : change.measures) writer.string(measure);
  writer.endArray().endObject();
}

/// What differs between two versions, each of them waiting, in use or kept.
Response differences(const Request& request, const Services& services) {
  web::Query query(request);
  const std::string from = query.text("from");
  const std::string to = query.text("to");
  base::Issues issues = query.issues();
  if (!issues.empty()) return web::invalid(request, std::move(issues));
  web::Catalogues& catalogues = services.catalogues;
  const auto before = catalogues.find(from);
  if (!before) return web::noSuchCatalogue(request, catalogues, from, "?from");
  const auto after = catalogues.find(to);
  if (!after) return web::noSuchCatalogue(request, catalogues, to, "?to");
  json::Writer writer;
  writer.beginObject();
  writer.key("from").string(before->hash());
  writer.key("to").string(after->hash());
  writer.key("changes").beginArray();
  for (const auto& change : *catalogues.changes(*before, *after, services.today())) {
    writeChange(writer, change);
  }
  writer.endArray().endObject();
  return Response::json(writer.take());
}

void writeEnds(json::Writer& writer, const Upkeep& upkeep) {
  writer.key("ends").beginArray();
  for (const Upkeep::End& end : upkeep.ends) {
    writer.beginObject();
    writer.key("kind").string(nameOf(end.kind));
    writer.key("id").string(end.id);
    writer.key("title").string(end.title);
    writer.key("last_day").string(end.last_day.toString());
    writer.key("urgent").boolean(end.is_urgent);
    writer.endObject();
  }
  writer.endArray();
}

void writeUnchecked(json::Writer& writer, const Upkeep& upkeep) {
  writer.key("unchecked").beginArray();
  for (const Upkeep::Unchecked& one : upkeep.unchecked) {
    writer.beginObject();
    writer.key("id").string(one.id);
    writer.key("title").string(one.title);
    writeDay(writer.key("last_checked"), one.last_checked);
    writer.endObject();
  }
  writer.endArray();
}

void writeContacts(json::Writer& writer, const Upkeep& upkeep,
                   const catalogue::Catalogue& catalogue) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  writer.key("contacts").beginArray();
  for (const catalogue::Contact* one : upkeep.contacts) {
    writer.beginObject();
    writer.key("place").string(one->place);
    writer.key("unit").stringOrNull(one->unit ? catalogue.registry().units()[*one->unit].name
                                              : std::string());
    writer.key("county").stringOrNull(one->district ? district.options[*one->district].label
                                                    : std::string());
    writeDay(writer.key("last_checked"), one->last_checked);
    writer.endObject();
  }
  writer.endArray();
}

Response upkeep(const Services& services) {
  const auto catalogue = services.catalogues.current();
  const std::optional<KeepingTerms>& terms = services.deadlines.keeping();
  const Upkeep found = terms ? upkeepOf(*catalogue, *terms, services.today()) : Upkeep{};
  json::Writer writer;
  writer.beginObject();
  writer.key("today").string(services.today().toString());
  writer.key("terms");
  if (terms) {
    writer.beginObject();
    writer.key("soon_months").integer(terms->soon_months);
    writer.key("urgent_days").integer(terms->urgent_days);
    writer.key("check_months").integer(terms->check_months);
    writer.endObject();
  } else {
    writer.null();
  }
  writeEnds(writer, found);
  writeUnchecked(writer, found);
  writeContacts(writer, found, *catalogue);
  writer.endObject();
  return Response::json(writer.take());
}

}  // namespace

void addKeepingRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door) {
  const Permission permission = Permission::kKeepPolicies;
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/policies/versions",
             .id = "list_kept_versions",
             .tag = "policies",
             .summary = "Which policies wait, are and were in use",
             .description = "Those that wait first, then by publication, the latest first, then "
                            "those that were withdrawn.",
             .answers = {{200, "All versions.", "KeptVersions"}}},
            permission, [&services](const Request& request, const SignedIn&) {
              return web::withoutQuery([&services](const Request&) {
                return Response::json(writeKeptVersions(services));
              })(request);
            });
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/policies/differences",
             .id = "list_differences",
             .tag = "policies",
             .summary = "What differs between two versions",
             .parameters = {"DifferencesFrom", "DifferencesTo"},
             .answers = {{200, "The differences, in the order of the notice.", "Differences"}},
             .refusals = {web::refused::kGone}},
            permission, [&services](const Request& request, const SignedIn&) {
              return differences(request, services);
            });
  door->add(
      routes,
      {.method = "GET",
       .path = "/api/v1/hall/policies/upkeep",
       .id = "show_upkeep",
       .tag = "policies",
       .summary = "What of the policies in use runs out or has to be checked",
       .answers = {{200, "Ends, checks and contacts.", "Upkeep"}}},
      permission, [&services](const Request& request, const SignedIn&) {
        return web::withoutQuery([&services](const Request&) { return upkeep(services); })(request);
      });
}

}  // namespace policycalc::desk
