// The parts of answers that more than one endpoint writes.
#include <algorithm>

#include "policycalc/web/match/rendering.h"

#include "web/match/leaf_parts.h"

namespace policycalc::web {
namespace {

void writeRuleNode(json::Writer& writer, const criteria::Criterion& node,
                   const std::vector<engine::Edition::Node>& nodes,
                   const catalogue::Catalogue& catalogue, std::size_t& at) {
  const engine::Edition::Node& own = nodes[at++];
  if (node.kind == criteria::Criterion::Kind::kLeaf) {
    const LeafParts parts = leafParts(node, own, catalogue);
    const std::string required = parts.required.empty() ? "null" : parts.required;
    writer.raw("{" + parts.test + R"(,"required":)" + required + "," + parts.parameter + "," +
               parts.basis + "}");
    return;
  }
  writer.beginObject();
  writer.key("op").string(criteria::toString(node.kind));
  writer.key("children").beginArray();
  for (const criteria::Criterion& child : node.children) {
    writeRuleNode(writer, child, nodes, catalogue, at);
  }
  writer.endArray().endObject();
}

void writeChannels(json::Writer& writer, const std::vector<catalogue::Channel>& channels) {
  writer.beginArray();
  for (const catalogue::Channel& channel : channels) {
    writer.beginObject();
    writer.key("kind").stringOrNull(channel.kind ? catalogue::toString(*channel.kind) : "");
    writer.key("name").string(channel.name);
    writer.key("name_en").stringOrNull(channel.name_en);
    writer.key("url").stringOrNull(channel.url);
    writer.endObject();
  }
  writer.endArray();
}

/// The number of a document, or its title if it has no number, as laws are cited.
std::string citedAs(const catalogue::Document& document) {
  return document.number.empty() ? "《" + document.title + "》" : document.number;
}

}  // namespace

void writeUnit(json::Writer& writer, const catalogue::Unit& unit, std::string_view role) {
  writer.beginObject();
  writer.key("id").string(unit.id);
  writer.key("name").string(unit.name);
  writer.key("name_en").stringOrNull(unit.name_en);
  writer.key("level").string(unit.level);
  writer.key("role").string(role);
  writer.endObject();
}

void writeCitation(json::Writer& writer, const criteria::Citation& citation,
                   const catalogue::Registry& registry) {
  const catalogue::Document* document = registry.findDocument(citation.document);
  const auto place = [&](std::string_view key, int number) {
    writer.key(key);
    if (number == 0) {
      writer.null();
    } else {
      writer.integer(number);
    }
  };
  writer.beginObject();
  writer.key("document").string(citation.document);
  writer.key("number").stringOrNull(document == nullptr ? std::string() : citedAs(*document));
  place("item", citation.item);
  place("cell", citation.cell);
  writer.key("clause").string(citation.clause);
  writer.endObject();
}

void writeStrings(json::Writer& writer, const std::vector<std::string>& texts) {
  writer.beginArray();
  for (const std::string& text : texts) writer.string(text);
  writer.endArray();
}

void writeValidity(json::Writer& writer, const catalogue::Validity& valid) {
  writer.beginObject();
  writer.key("from").string(valid.from.toString());
  writer.key("to").stringOrNull(valid.to ? valid.to->toString() : std::string());
  writer.endObject();
}

std::vector<std::string> parametersOf(const criteria::Term& term,
                                      const criteria::Parameters& parameters) {
  std::vector<std::string> ids;
  term.forEachParameter([&](criteria::ParameterIndex index) {
    const std::string& id = parameters[index].id;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  });
  return ids;
}

void writeRule(json::Writer& writer, const criteria::Criterion& root,
               const std::vector<engine::Edition::Node>& nodes,
               const catalogue::Catalogue& catalogue) {
  std::size_t at = 0;
  writeRuleNode(writer, root, nodes, catalogue, at);
}

void writeJudged(json::Writer& writer, const catalogue::Clause& measure,
                 const engine::Edition& edition) {
  writer.beginArray();
  for (const catalogue::Judgement& judgement : measure.judged) {
    writer.beginObject();
    writer.key("text").string(edition.fillIn(judgement.text));
    writer.key("by").string(judgement.by);
    writer.key("units").beginArray();
    for (const std::size_t unit : judgement.units) {
      writer.string(edition.catalogue().registry().units()[unit].id);
    }
    writer.endArray();
    writer.endObject();
  }
  writer.endArray();
}

void writeCaveat(json::Writer& writer, const catalogue::Caveat& caveat,
                 const engine::Edition& edition) {
  writer.beginObject();
  writer.key("kind").string(catalogue::toString(caveat.kind));
  writer.key("text").string(edition.fillIn(caveat.text));
  writer.key("text_en").stringOrNull(edition.fillInEnglish(caveat.text_en));
  writer.key("source");
  if (caveat.source) {
    writeCitation(writer, *caveat.source, edition.catalogue().registry());
  } else {
    writer.null();
  }
  writer.endObject();
}

void writeGuidance(json::Writer& writer, const engine::Edition::Entry& entry,
                   const engine::Edition& edition) {
  const catalogue::Clause& measure = *entry.measure;
  const catalogue::Registry& registry = edition.catalogue().registry();
  writer.key("sources").beginArray();
  for (const criteria::Citation* source : entry.sources) writeCitation(writer, *source, registry);
  writer.endArray();
  writer.key("next_step").stringOrNull(edition.fillIn(measure.next_step));
  writer.key("next_step_en").stringOrNull(edition.fillInEnglish(measure.next_step_en));
  writer.key("delivery").stringOrNull(measure.delivery);
  writer.key("channels");
  writeChannels(writer, measure.channels);
  writer.key("documents");
  writeStrings(writer, measure.documents);
  writer.key("valid");
  writeValidity(writer, measure.valid);
  writer.key("replaced_by");
  writeStrings(writer, measure.replaced_by);
  writer.key("replaced_text").stringOrNull(edition.fillIn(measure.replaced_text));
  writer.key("caveats").beginArray();
  for (const catalogue::Caveat* caveat : entry.caveats) writeCaveat(writer, *caveat, edition);
  writer.endArray();
}

void writeAmountUnit(json::Writer& writer, const catalogue::Amount& amount) {
  writer.key("unit").stringOrNull(catalogue::toString(amount.unit));
  writer.key("unit_label").stringOrNull(catalogue::labelOf(amount.unit));
  writer.key("bound").stringOrNull(catalogue::toString(amount.bound));
}

void writeRenewals(json::Writer& writer, const std::vector<facts::Renewal>& renewals) {
  writer.beginArray();
  for (const facts::Renewal& renewal : renewals) {
    writer.beginObject();
    writer.key("fact").string(renewal.fact);
    writer.key("lost").boolean(renewal.lost);
    writer.key("note").string(renewal.note);
    writer.endObject();
  }
  writer.endArray();
}

void writeMeasureHead(json::Writer& writer, const catalogue::Clause& measure,
                      const engine::Edition& edition) {
  const facts::Topic& need = edition.catalogue().vocabulary().needs()[measure.topic];
  writer.beginObject();
  writer.key("id").string(measure.id);
  writer.key("title").string(edition.fillIn(measure.title));
  writer.key("title_en").string(measure.title_en);
  writer.key("summary").string(edition.fillIn(measure.summary));
  writer.key("summary_en").stringOrNull(edition.fillInEnglish(measure.summary_en));
  writer.key("topic").string(need.id);
  writer.key("topic_label").string(need.label);
  writer.key("kind").string(catalogue::toString(measure.kind));
  writer.key("universal").boolean(measure.universal);
  writer.endObject();
}

}  // namespace policycalc::web
