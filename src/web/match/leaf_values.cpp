#include "web/match/leaf_values.h"

namespace policycalc::web {
namespace {

/// The unit of a gap: percentage points for a ratio.
std::string_view gapUnit(const facts::Fact& fact) {
  return fact.type == facts::FactType::kPercent
             ? catalogue::labelOf(catalogue::AmountUnit::kPercentagePoint)
             : std::string_view(fact.unit);
}

}  // namespace

std::string LeafValues::codesOf(facts::FactIndex fact, facts::OptionSet set) const {
  std::string list = "[";
  for (const std::size_t option : set) {
    if (list.size() > 1) list += ',';
    list += rendering_.codes(fact)[option];
  }
  return list + "]";
}

std::string LeafValues::given(facts::FactIndex index) const {
  using facts::FactType;
  const facts::Fact& fact = vocabulary_.fact(index);
  const facts::Known& known = match_.knowledge.facts[index];
  if (fact.type == FactType::kText || !known.known) return "null";
  switch (fact.type) {
    case FactType::kBoolean:
      return known.options == facts::kTrue ? "true" : "false";
    case FactType::kChoices:
      return codesOf(index, known.options);
    case FactType::kChoice:
      // Empty for a body that cannot have the property, such as the size of an association.
      if (known.options.isEmpty()) return "null";
      return rendering_.codes(index)[known.options.first()];
    default:
      return facts::toDecimal(known.number, fact.type).toString();
  }
}

std::string LeafValues::possible(facts::FactIndex index) const {
  if (vocabulary_.fact(index).derived_from.empty()) return "null";
  const facts::Known& known = match_.knowledge.facts[index];
  std::string list = codesOf(index, known.options);
  if (known.none) list.insert(list.size() - 1, R"(,"none")");
  return list;
}

void LeafValues::appendRequired(std::string& out, const criteria::Comparison& comparison,
                                std::string_view rendered) const {
  if (!rendered.empty()) {
    out += rendered;
    return;
  }
  const engine::Edition& edition = rendering_.edition();
  const auto right = criteria::evaluate(comparison.right, edition.catalogue().symbols(),
                                        edition.day(), &match_.knowledge);
  out += right.ok() && *right ? (*right)->toString() : "null";
}

void LeafValues::appendGap(std::string& out, const std::optional<engine::Gap>& gap,
                           facts::FactIndex fact) const {
  if (!gap) {
    out += "null";
    return;
  }
  out += R"({"value":)";
  out += gap->value.toString();
  out += R"(,"unit":)";
  out += rendered([&](json::Writer& writer) { writer.string(gapUnit(vocabulary_.fact(fact))); });
  out += gap->too_high ? R"(,"direction":"too_high"})" : R"(,"direction":"too_low"})";
}

}  // namespace policycalc::web
