// Clauses and the documents in which they are written.
#include <algorithm>

#include "policycalc/catalogue/references.h"

#include "api/reference/reference.h"
#include "api/reference/reference_parts.h"

namespace policycalc::api {
namespace {

using catalogue::Catalogue;
using catalogue::Clause;
using catalogue::Document;

/// The members of a clause in a list.
void writeClauseFields(json::Writer& writer, const Clause& clause, const engine::Edition& edition) {
  writeClauseHead(writer, clause, edition);
  writer.key("why_internal").stringOrNull(edition.fillIn(clause.why_internal));
  writer.key("valid");
  web::writeValidity(writer, clause.valid);
}

/// The members of a document in a list.
void writeDocumentFields(json::Writer& writer, const Document& document) {
  writer.key("id").string(document.id);
  writer.key("number").stringOrNull(document.number);
  writer.key("title").string(document.title);
  writer.key("issuer").string(document.issuer);
  writer.key("date").stringOrNull(document.date);
  writer.key("level").string(document.level);
  writer.key("in_force_from").stringOrNull(document.in_force_from);
  writer.key("in_force_to").stringOrNull(document.in_force_to);
  writer.key("note").stringOrNull(document.note);
  writer.key("url").stringOrNull(document.url);
  writer.key("last_checked").stringOrNull(document.last_checked);
  writer.key("chapters").beginArray();
  for (const catalogue::Chapter& chapter : document.chapters) {
    writer.beginObject();
    writer.key("number").integer(chapter.number);
    writer.key("title").string(chapter.title);
    writer.key("first_item").integer(chapter.first_item);
    writer.key("last_item").integer(chapter.last_item);
    writer.endObject();
  }
  writer.endArray();
}

bool restsOn(const Clause& clause, const Document& document, const engine::Edition& edition) {
  if (clause.sources.front().document == document.id) return true;
  const auto basis = catalogue::basisOf(clause, edition.catalogue(), edition.day());
  return std::any_of(basis.begin(), basis.end(),
                     [&](const auto* citation) { return citation->document == document.id; });
}

}  // namespace

std::string writeClauses(const web::Rendering& rendering, const ClauseFilter& filter) {
  const engine::Edition& edition = rendering.edition();
  json::Writer writer;
  writer.beginObject().key("clauses").beginArray();
  for (const Clause* clause : edition.catalogue().clauses()) {
    if (!matches(*clause, filter, edition.catalogue())) continue;
    writer.beginObject();
    writeClauseFields(writer, *clause, edition);
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take();
}

std::optional<std::string> writeClause(const web::Rendering& rendering, std::string_view id) {
  const engine::Edition& edition = rendering.edition();
  const catalogue::Registry& registry = edition.catalogue().registry();
  const Clause* clause = edition.catalogue().find(id);
  if (clause == nullptr) return {};
  json::Writer writer;
  writer.beginObject();
  writeClauseFields(writer, *clause, edition);
  writer.key("measure").stringOrNull(clause->isMeasure() ? clause->id : std::string());
  web::writeCitation(writer.key("place"), clause->sources.front(), registry);
  writer.key("basis").beginArray();
  for (const auto* citation : catalogue::basisOf(*clause, edition.catalogue(), edition.day())) {
    web::writeCitation(writer, *citation, registry);
  }
  writer.endArray().endObject();
  return writer.take();
}

std::string writeDocuments(const Catalogue& catalogue) {
  json::Writer writer;
  writer.beginObject().key("documents").beginArray();
  for (const Document& document : catalogue.registry().documents()) {
    writer.beginObject();
    writeDocumentFields(writer, document);
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take();
}

std::optional<std::string> writeDocument(const web::Rendering& rendering, base::Date day,
                                         std::string_view id) {
  const engine::Edition& edition = rendering.edition();
  const Document* document = edition.catalogue().registry().findDocument(id);
  if (document == nullptr) return {};
  json::Writer writer;
  writer.beginObject();
  writeDocumentFields(writer, *document);
  writer.key("in_force").boolean(document->covers(day));
  writer.key("cited_by").beginArray();
  for (const Clause* clause : edition.catalogue().clauses()) {
    if (restsOn(*clause, *document, edition)) writer.string(clause->id);
  }
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::api
