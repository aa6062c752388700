#include "web/match/leaf_parts.h"

#include "policycalc/web/match/rendering.h"

namespace policycalc::web {
namespace {

/// The right side of a comparison on options: a code, a list of codes, or a boolean.
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

}  // namespace

LeafParts leafParts(const criteria::Criterion& leaf, const engine::Edition::Node& node,
                    const catalogue::Catalogue& catalogue) {
  const criteria::Comparison& comparison = leaf.comparison;
  const facts::Fact& fact = catalogue.vocabulary().fact(comparison.fact);
  LeafParts parts;
  parts.test = renderedMembers([&](json::Writer& writer) {
    writer.key("op").string(criteria::toString(comparison.op));
    writer.key("fact").string(fact.id);
  });
  if (!criteria::isNumeric(comparison.op)) {
    parts.required =
        rendered([&](json::Writer& writer) { writeOptions(writer, comparison, fact); });
  } else if (node.resolved.right) {
    parts.required = node.resolved.right->toString();
  }
  parts.parameter = renderedMembers([&](json::Writer& writer) {
    const std::vector<std::string> ids = parametersOf(comparison.right, catalogue.parameters());
    writer.key("parameter").stringOrNull(ids.empty() ? std::string() : ids.back());
    writeStrings(writer.key("parameters"), ids);
  });
  parts.text = rendered([&](json::Writer& writer) { writer.string(node.text); });
  parts.basis = renderedMembers([&](json::Writer& writer) {
    writer.key("text").raw(parts.text);
    writer.key("source");
    if (leaf.source) {
      writeCitation(writer, *leaf.source, catalogue.registry());
    } else {
      writer.null();
    }
  });
  return parts;
}

}  // namespace policycalc::web
