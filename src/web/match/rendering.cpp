#include "policycalc/web/match/rendering.h"

#include <algorithm>

namespace policycalc::web {
namespace {

/// A JSON object without its closing brace.
template <typename Write>
std::string openObject(const Write& write) {
  return "{" + renderedMembers(write);
}

Rendering::Node renderLeaf(const criteria::Criterion& leaf, const engine::Edition::Node& node,
                           const catalogue::Catalogue& catalogue) {
  const facts::Fact& fact = catalogue.vocabulary().fact(leaf.comparison.fact);
  Rendering::Node out;
  out.head = openObject([&](json::Writer& writer) {
    writer.key("op").string(criteria::toString(leaf.comparison.op));
    writer.key("fact").string(fact.id);
  });
  out.head += R"(,"truth":")";
  if (!criteria::isNumeric(leaf.comparison.op)) {
    out.required =
        rendered([&](json::Writer& writer) { writeOptions(writer, leaf.comparison, fact); });
  } else if (node.resolved.right) {
    out.required = node.resolved.right->toString();
  }
  std::string parameter;
  if (criteria::isNumeric(leaf.comparison.op)) {
    leaf.comparison.right.forEachParameter(
        [&](criteria::ParameterIndex index) { parameter = catalogue.parameters()[index].id; });
  }
  out.after_required = "," + renderedMembers([&](json::Writer& writer) {
                         writer.key("parameter").stringOrNull(parameter);
                       }) +
                       R"(,"possible":)";
  out.text = rendered([&](json::Writer& writer) { writer.string(node.text); });
  out.tail = "," + renderedMembers([&](json::Writer& writer) {
               writer.key("text").raw(out.text);
               writer.key("source");
               if (leaf.source) {
                 writeCitation(writer, *leaf.source, catalogue.registry());
               } else {
                 writer.null();
               }
             }) +
             "}";
  return out;
}

void renderTree(const criteria::Criterion& criterion,
                const std::vector<engine::Edition::Node>& nodes,
                const catalogue::Catalogue& catalogue, std::vector<Rendering::Node>& out) {
  using Kind = criteria::Criterion::Kind;
  if (criterion.kind == Kind::kLeaf) {
    out.push_back(renderLeaf(criterion, nodes[out.size()], catalogue));
    return;
  }
  Rendering::Node inner;
  const std::string op = criterion.kind == Kind::kAll   ? "all"
                         : criterion.kind == Kind::kAny ? "any"
                                                        : "not";
  inner.head = R"({"op":")" + op + R"(","truth":")";
  out.push_back(std::move(inner));
  for (const criteria::Criterion& child : criterion.children) {
    renderTree(child, nodes, catalogue, out);
  }
}

Rendering::Benefit renderBenefit(const catalogue::Benefit& benefit,
                                 const engine::Edition& edition) {
  Rendering::Benefit out;
  out.head = openObject([&](json::Writer& writer) {
    writer.key("id").string(benefit.id);
    writer.key("type").string(benefit.type);
    writer.key("label").string(edition.fillIn(benefit.label));
  });
  out.head += R"(,"amount":{"status":")";
  out.tail =
      "," +
      renderedMembers([&](json::Writer& writer) { writeAmountUnit(writer, benefit.amount); }) +
      R"(,"formula":)";
  const std::string status(catalogue::toString(benefit.amount.status));
  if (!benefit.amount.value && !benefit.paid_when) {
    out.constant = out.head + status + R"(","value":null)" + out.tail + R"(null},"paid":false})";
  }
  return out;
}

std::size_t bytesOf(const Rendering::Measure& measure) {
  std::size_t bytes = measure.head.size() + measure.judged.size() + measure.rest.size();
  for (const std::string& unit : measure.units) bytes += unit.size() + 1;
  constexpr std::size_t kChanging = 96;  // what one node adds of its own
  for (const auto* tree : {&measure.applies_when, &measure.requires_}) {
    for (const Rendering::Node& node : *tree) {
      bytes += node.head.size() + node.required.size() + node.after_required.size() +
               node.tail.size() + kChanging;
    }
  }
  for (const Rendering::Benefit& benefit : measure.benefits) {
    bytes += benefit.head.size() + benefit.tail.size() + kChanging;
  }
  return bytes;
}

Rendering::Measure renderMeasure(const engine::Edition::Entry& entry,
                                 const engine::Edition& edition) {
  const catalogue::Clause& measure = *entry.measure;
  const catalogue::Catalogue& catalogue = edition.catalogue();
  Rendering::Measure out;
  out.head = openObject([&](json::Writer& writer) {
    writer.key("measure");
    writeMeasureHead(writer, measure, edition);
  });
  out.head += R"(,"verdict":")";
  for (const catalogue::ResponsibleUnit& unit : measure.units) {
    out.units.push_back(rendered([&](json::Writer& writer) {
      writeUnit(writer, catalogue.registry().units()[unit.unit], unit.role);
    }));
  }
  for (const catalogue::Benefit& benefit : measure.benefits) {
    out.benefits.push_back(renderBenefit(benefit, edition));
  }
  if (measure.applies_when) {
    renderTree(*measure.applies_when, entry.applies_when, catalogue, out.applies_when);
  }
  if (measure.requires_) renderTree(*measure.requires_, entry.requires_, catalogue, out.requires_);
  out.judged = R"(,"judged":)" +
               rendered([&](json::Writer& writer) { writeJudged(writer, measure, edition); }) +
               R"(,"missing":[)";
  out.rest = "]," +
             renderedMembers([&](json::Writer& writer) { writeGuidance(writer, entry, edition); }) +
             "}";
  out.bytes = bytesOf(out);
  return out;
}

}  // namespace

Rendering::Rendering(engine::Edition edition) : edition_(std::move(edition)) {
  measures_.reserve(edition_.entries().size());
  for (const engine::Edition::Entry& entry : edition_.entries()) {
    measures_.push_back(renderMeasure(entry, edition_));
  }
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  for (const facts::Fact& fact : vocabulary.facts()) {
    ids_.push_back(rendered([&](json::Writer& writer) { writer.string(fact.id); }));
    std::vector<std::string> codes;
    for (const facts::Option& option : fact.options) {
      codes.push_back(rendered([&](json::Writer& writer) { writer.string(option.code); }));
    }
    codes_.push_back(std::move(codes));
  }
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  const std::vector<std::string> inside = district.codesOf(vocabulary.districtsInCity());
  districts_ = rendered([&](json::Writer& writer) { writeStrings(writer, inside); });
  const facts::Fact& status = vocabulary.fact(vocabulary.known().registration_status);
  std::vector<std::string> states = status.codesOf(status.allOptions());
  states.erase(std::remove(states.begin(), states.end(), "not_yet_registered"), states.end());
  registered_states_ = rendered([&](json::Writer& writer) { writeStrings(writer, states); });
}

}  // namespace policycalc::web
