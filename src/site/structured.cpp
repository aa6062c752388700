#include "site/structured.h"

#include <vector>

#include "policycalc/json/writer.h"

#include "site/words.h"

namespace policycalc::site {
namespace {

constexpr std::string_view kContext = "https://schema.org";

/// A step of the way to a page: its name and path.
struct Step {
  std::string name;
  std::string path;
};

void writeAddress(json::Writer& writer, const Services& services, std::string_view path) {
  const std::string address = publicAddress(services, path);
  if (!address.empty()) writer.key("url").string(address);
}

void writeText(json::Writer& writer, std::string_view key, std::string_view text) {
  if (!text.empty()) writer.key(key).string(text);
}

/// The way to a page, from the list that it belongs to.
void writeTrail(json::Writer& writer, const std::vector<Step>& steps, const Services& services) {
  writer.beginObject();
  writer.key("@type").string("BreadcrumbList");
  writer.key("itemListElement").beginArray();
  std::int64_t position = 0;
  for (const Step& step : steps) {
    writer.beginObject();
    writer.key("@type").string("ListItem");
    writer.key("position").integer(++position);
    writer.key("name").string(step.name);
    const std::string address = publicAddress(services, step.path);
    if (!address.empty()) writer.key("item").string(address);
    writer.endObject();
  }
  writer.endArray().endObject();
}

/// {"@context", "@graph": [what `write` writes, the trail]}.
template <typename Write>
std::string graph(const std::vector<Step>& trail, const Services& services, const Write& write) {
  json::Writer writer;
  writer.beginObject();
  writer.key("@context").string(kContext);
  writer.key("@graph").beginArray();
  write(writer);
  writeTrail(writer, trail, services);
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace

std::string measureAsJson(const catalogue::Clause& measure, const engine::Edition& edition,
                          const Services& services) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const std::string title = edition.fillIn(measure.title);
  return graph({{"全部措施", "/measures"}, {title, measurePath(measure.id)}}, services,
               [&](json::Writer& writer) {
                 writer.beginObject();
                 writer.key("@type").string("GovernmentService");
                 writer.key("identifier").string(measure.id);
                 writer.key("name").string(title);
                 writeText(writer, "alternateName", measure.title_en);
                 writer.key("description").string(edition.fillIn(measure.summary));
                 writer.key("serviceType").string(topicName(measure, catalogue).zh);
                 writeAddress(writer, services, measurePath(measure.id));
                 writer.key("areaServed").beginObject();
                 writer.key("@type").string("City").key("name").string("赣州市").endObject();
                 writer.key("provider").beginArray();
                 for (const catalogue::ResponsibleUnit& one : measure.units) {
                   const catalogue::Unit& unit = catalogue.registry().units()[one.unit];
                   writer.beginObject();
                   writer.key("@type").string("GovernmentOrganization");
                   writer.key("name").string(unit.name);
                   writeAddress(writer, services, unitPath(unit.id));
                   writer.endObject();
                 }
                 writer.endArray().endObject();
               });
}

std::string unitAsJson(const catalogue::Unit& unit, const catalogue::Contact* contact,
                       const Services& services) {
  return graph({{"责任单位", "/units"}, {unit.name, unitPath(unit.id)}}, services,
               [&](json::Writer& writer) {
                 writer.beginObject();
                 writer.key("@type").string("GovernmentOrganization");
                 writer.key("name").string(unit.name);
                 writeAddress(writer, services, unitPath(unit.id));
                 writer.key("alternateName").beginArray();
                 if (!unit.name_en.empty()) writer.string(unit.name_en);
                 for (const std::string& alias : unit.aliases) writer.string(alias);
                 writer.endArray();
                 if (contact != nullptr) {
                   writeText(writer, "telephone", contact->telephone);
                   writeText(writer, "address", contact->address);
                   writeText(writer, "openingHours", contact->hours);
                 }
                 writer.endObject();
               });
}

std::string itemAsJson(const catalogue::Item& item, const catalogue::Catalogue& catalogue,
                       const Services& services) {
  const catalogue::Document* notice = catalogue.notice();
  return graph({{"通知原表", "/notice"}, {item.title, itemPath(item.number)}}, services,
               [&](json::Writer& writer) {
                 writer.beginObject();
                 writer.key("@type").string("CreativeWork");
                 writer.key("name").string(item.title);
                 writeText(writer, "alternateName", item.title_en);
                 writer.key("position").integer(item.number);
                 writeAddress(writer, services, itemPath(item.number));
                 if (notice != nullptr) {
                   writer.key("isPartOf").beginObject();
                   writer.key("@type").string("Legislation");
                   writer.key("name").string(notice->title);
                   writeText(writer, "legislationIdentifier", notice->number);
                   writer.endObject();
                 }
                 writer.endObject();
               });
}

std::string noticeAsJson(const catalogue::Document& notice, const Services& services) {
  json::Writer writer;
  writer.beginObject();
  writer.key("@context").string(kContext);
  writer.key("@type").string("Legislation");
  writer.key("name").string(notice.title);
  writeText(writer, "legislationIdentifier", notice.number);
  writeText(writer, "legislationDate", notice.date);
  writeText(writer, "legislationPassedBy", notice.issuer);
  writeAddress(writer, services, "/notice");
  writer.endObject();
  return writer.take();
}

std::string listAsJson(const std::string& name, std::string_view path, const Services& services) {
  json::Writer writer;
  writer.beginObject();
  writer.key("@context").string(kContext);
  writer.key("@type").string("CollectionPage");
  writer.key("name").string(name);
  writeAddress(writer, services, path);
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::site
