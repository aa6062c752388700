#include "policycalc/api/rendering.h"

namespace policycalc::api {
namespace {

/// The members that `write` adds to an object, without its braces.
template <typename Write>
std::string members(const Write& write) {
  json::Writer writer;
  writer.beginObject();
  write(writer);
  writer.endObject();
  const std::string object = writer.take();
  return object.substr(1, object.size() - 2);
}

template <typename Write>
std::string document(const Write& write) {
  json::Writer writer;
  write(writer);
  return writer.take();
}

std::string renderRequired(const criteria::Comparison& comparison,
                           const engine::Edition::Node& node, const facts::Fact& fact) {
  if (!criteria::isNumeric(comparison.op)) {
    return document([&](json::Writer& writer) { writeOptions(writer, comparison, fact); });
  }
  if (node.resolved.right) return node.resolved.right->toString();
  return {};
}

std::string parameterOf(const criteria::Comparison& comparison,
                        const criteria::Parameters& parameters) {
  std::string id;
  if (criteria::isNumeric(comparison.op)) {
    comparison.right.forEachParameter(
        [&](criteria::ParameterIndex index) { id = parameters[index].id; });
  }
  return id;
}

void renderTree(const criteria::Criterion& criterion,
                const std::vector<engine::Edition::Node>& nodes,
                const catalogue::Catalogue& catalogue, std::vector<Rendering::Node>& rendered) {
  using Kind = criteria::Criterion::Kind;
  const engine::Edition::Node& node = nodes[rendered.size()];
  Rendering::Node out;
  if (criterion.kind == Kind::kLeaf) {
    const facts::Fact& fact = catalogue.vocabulary().fact(criterion.comparison.fact);
    out.head = members([&](json::Writer& writer) {
      writer.key("op").string(criteria::toString(criterion.comparison.op));
      writer.key("fact").string(fact.id);
    });
    out.required = renderRequired(criterion.comparison, node, fact);
    out.tail = members([&](json::Writer& writer) {
      writer.key("parameter")
          .stringOrNull(parameterOf(criterion.comparison, catalogue.parameters()));
      writer.key("text").string(node.text);
      writer.key("source");
      if (criterion.source) {
        writeCitation(writer, *criterion.source, catalogue.registry());
      } else {
        writer.null();
      }
    });
  } else {
    const char* op = criterion.kind == Kind::kAll   ? "all"
                     : criterion.kind == Kind::kAny ? "any"
                                                    : "not";
    out.head = members([&](json::Writer& writer) { writer.key("op").string(op); });
  }
  rendered.push_back(std::move(out));
  for (const criteria::Criterion& child : criterion.children) {
    renderTree(child, nodes, catalogue, rendered);
  }
}

void writeMeasureHead(json::Writer& writer, const catalogue::Clause& measure,
                      const engine::Edition& edition) {
  const facts::Topic& need = edition.catalogue().vocabulary().needs()[measure.topic];
  writer.beginObject();
  writer.key("id").string(measure.id);
  writer.key("title").string(edition.fillIn(measure.title));
  writer.key("title_en").string(measure.title_en);
  writer.key("summary").string(edition.fillIn(measure.summary));
  writer.key("topic").string(need.id);
  writer.key("topic_label").string(need.label);
  writer.key("kind").string(catalogue::toString(measure.kind));
  writer.endObject();
}

void writeRest(json::Writer& writer, const catalogue::Clause& measure,
               const engine::Edition& edition) {
  const catalogue::Registry& registry = edition.catalogue().registry();
  writer.key("sources").beginArray();
  for (const criteria::Citation& source : measure.sources) writeCitation(writer, source, registry);
  writer.endArray();
  writer.key("next_step").stringOrNull(edition.fillIn(measure.next_step));
  writer.key("delivery").stringOrNull(measure.delivery);
  writer.key("channels");
  writeStrings(writer, measure.channels);
  writer.key("documents");
  writeStrings(writer, measure.documents);
  writer.key("valid");
  writeValidity(writer, measure.valid);
  writer.key("replaced_by").stringOrNull(edition.fillIn(measure.replaced_by));
  std::vector<std::string> caveats;
  for (const std::string& caveat : measure.caveats) caveats.push_back(edition.fillIn(caveat));
  writer.key("caveats");
  writeStrings(writer, caveats);
}

Rendering::Measure renderMeasure(const engine::Edition::Entry& entry,
                                 const engine::Edition& edition) {
  const catalogue::Clause& measure = *entry.measure;
  const catalogue::Catalogue& catalogue = edition.catalogue();
  Rendering::Measure out;
  out.measure = document([&](json::Writer& writer) { writeMeasureHead(writer, measure, edition); });
  for (const catalogue::ResponsibleUnit& unit : measure.units) {
    out.units.push_back(document([&](json::Writer& writer) {
      writeUnit(writer, catalogue.registry().units()[unit.unit], unit.role);
    }));
  }
  for (const catalogue::Benefit& benefit : measure.benefits) {
    out.benefits.push_back(members([&](json::Writer& writer) {
      writer.key("id").string(benefit.id);
      writer.key("type").string(benefit.type);
      writer.key("label").string(edition.fillIn(benefit.label));
    }));
  }
  if (measure.applies_when) {
    renderTree(*measure.applies_when, entry.applies_when, catalogue, out.applies_when);
  }
  if (measure.requires_) renderTree(*measure.requires_, entry.requires_, catalogue, out.requires_);
  out.judged = document([&](json::Writer& writer) {
    writer.beginArray();
    for (const catalogue::Judgement& judgement : measure.judged) {
      writer.beginObject();
      writer.key("text").string(edition.fillIn(judgement.text));
      writer.key("by").string(judgement.by);
      writer.endObject();
    }
    writer.endArray();
  });
  out.rest = members([&](json::Writer& writer) { writeRest(writer, measure, edition); });
  return out;
}

}  // namespace

Rendering::Rendering(engine::Edition edition) : edition_(std::move(edition)) {
  measures_.reserve(edition_.entries().size());
  for (const engine::Edition::Entry& entry : edition_.entries()) {
    measures_.push_back(renderMeasure(entry, edition_));
  }
}

void writeUnit(json::Writer& writer, const catalogue::Unit& unit, std::string_view role) {
  writer.beginObject();
  writer.key("id").string(unit.id);
  writer.key("name").string(unit.name);
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
  writer.key("number").stringOrNull(document == nullptr ? std::string() : document->number);
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

void writeOptions(json::Writer& writer, const criteria::Comparison& comparison,
                  const facts::Fact& fact) {
  if (fact.type == facts::FactType::kBoolean) {
    writer.boolean(comparison.options == facts::kTrue);
    return;
  }
  const std::vector<std::string> codes = fact.codesOf(comparison.options);
  const bool single =
      comparison.op == criteria::Operator::kIs || comparison.op == criteria::Operator::kHas;
  if (single) {
    writer.string(codes.front());
  } else {
    writeStrings(writer, codes);
  }
}

}  // namespace policycalc::api
