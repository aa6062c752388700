#include "web/match/core_writer.h"

#include <algorithm>

namespace policycalc::web {
namespace {

using criteria::Truth;
using engine::Outcome;

constexpr std::string_view kNull = "null";

/// `f`, `u` or `t`, by arithmetic, of which the compiler makes instructions for many at once.
constexpr char letterOf(Truth truth) {
  const auto number = static_cast<unsigned>(truth);
  return static_cast<char>('f' + (number & 1U) * ('u' - 'f') + (number >> 1U) * ('t' - 'f'));
}
static_assert(letterOf(Truth::kNotMet) == 'f' && letterOf(Truth::kUnknown) == 'u' &&
              letterOf(Truth::kMet) == 't');

bool hasScope(const Outcome& outcome) {
  return outcome.measure().scope == catalogue::Scope::kRegistered;
}

}  // namespace

CoreWriter::CoreWriter(const engine::Match& match, const Rendering& rendering, AnswerBuffer& out)
    : match_(match), rendering_(rendering), values_(match, rendering), out_(out) {
  const std::vector<Truth>& truths = match.findings->truths;
  letters_.resize(truths.size());
  std::transform(truths.begin(), truths.end(), letters_.begin(), letterOf);
}

void CoreWriter::write(const Outcome& outcome) {
  const Rendering::Measure& rendered = rendering_.of(*outcome.entry);
  out_.put(rendered.until_truths[static_cast<std::size_t>(outcome.verdict)]);
  out_.put(truthsOf(outcome));
  out_.put('"');
  if (outcome.one_condition_away) out_.put(R"(,"one_condition_away":true)");
  if (!outcome.amounts.empty()) writeAmounts(outcome, rendered);
  if (!rendered.conditional_units.empty()) writeUnitsLeftOut(outcome, rendered);
  if (!outcome.missing.empty()) writeMissing(outcome);
  if (!outcome.unmet.empty() || rendered.compares_numbers) writeLeaves(outcome, rendered);
  out_.put('}');
}

std::string_view CoreWriter::truthsOf(const Outcome& outcome) const {
  const auto first =
      static_cast<std::size_t>(outcome.truths.data() - match_.findings->truths.data());
  return {letters_.data() + first, outcome.truths.size()};
}

void CoreWriter::writeLeaves(const Outcome& outcome, const Rendering::Measure& rendered) {
  const std::size_t scope = hasScope(outcome) ? 1 : 0;
  const Tree applies{rendered.applies_when, rendered.numbers_applied, outcome.entry->applies_when,
                     outcome.applies_when, scope};
  const Tree requires_tree{rendered.requires_, rendered.numbers_required, outcome.entry->requires_,
                           outcome.requires_, scope + outcome.applies_when.size()};
  writeUnmet(outcome, requires_tree);
  Separator separator;
  writeNodes(applies, {}, separator);
  writeNodes(requires_tree, outcome.unmet, separator);
  separator.close(out_, "}");
}

void CoreWriter::writeAmounts(const Outcome& outcome, const Rendering::Measure& rendered) {
  Separator separator;
  for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
    const engine::AmountAnswer& amount = outcome.amounts[i];
    if (!amount.paid && rendered.benefits[i].usual == amount.status) continue;
    separator.put(out_, R"(,"amounts":{)");
    out_.put(rendered.benefits[i].id);
    out_.put(':');
    writeAmount(amount);
  }
  separator.close(out_, "}");
}

void CoreWriter::writeAmount(const engine::AmountAnswer& amount) {
  out_.put(R"({"status":")");
  out_.put(toString(amount.status));
  out_.put('"');
  if (amount.value) {
    out_.put(R"(,"value":)");
    out_.put(amount.value->toString());
  }
  if (!amount.formula.empty()) {
    out_.put(R"(,"formula":)");
    out_.putText(amount.formula);
  }
  if (amount.paid) out_.put(R"(,"paid":true)");
  out_.put('}');
}

void CoreWriter::writeUnitsLeftOut(const Outcome& outcome, const Rendering::Measure& rendered) {
  const std::vector<catalogue::ResponsibleUnit>& units = outcome.measure().units;
  const catalogue::Registry& registry = rendering_.edition().catalogue().registry();
  Separator separator;
  for (const std::size_t i : rendered.conditional_units) {
    if (engine::namesUnit(*outcome.entry, i, rendering_.edition(), match_.knowledge)) continue;
    separator.put(out_, R"(,"units_left_out":[)");
    out_.putText(registry.units()[units[i].unit].id);
  }
  separator.close(out_, "]");
}

void CoreWriter::writeMissing(const Outcome& outcome) {
  Separator separator;
  for (const facts::FactIndex fact : outcome.missing) {
    separator.put(out_, R"(,"missing":[)");
    out_.put(rendering_.id(fact));
  }
  out_.put(']');
}

void CoreWriter::writeUnmet(const Outcome& outcome, const Tree& tree) {
  Separator separator;
  for (const engine::Unmet& unmet : outcome.unmet) {
    separator.put(out_, R"(,"unmet":[)");
    writeUnmetLeaf(unmet, tree);
  }
  separator.close(out_, "]");
}

void CoreWriter::writeUnmetLeaf(const engine::Unmet& unmet, const Tree& tree) {
  const criteria::Comparison& comparison = unmet.leaf->comparison;
  out_.put(R"({"node":)");
  out_.putInteger(static_cast<std::int64_t>(tree.first + unmet.at));
  out_.put(R"(,"fact":)");
  out_.put(rendering_.id(comparison.fact));
  const std::string given = values_.given(comparison.fact);
  if (given != kNull) {
    out_.put(R"(,"given":)");
    out_.put(given);
  }
  std::string members;
  writeRequired(comparison, tree.rendered[unmet.at].required, members);
  writeGap(unmet.gap, comparison.fact, members);
  out_.put(members);
  if (unmet.negated) out_.put(R"(,"negated":true)");
  out_.put('}');
}

void CoreWriter::writeNodes(const Tree& tree, std::span<const engine::Unmet> unmet,
                            Separator& separator) {
  for (const std::size_t i : tree.numbers) {
    const criteria::Comparison* comparison = tree.rendered[i].comparison;
    const bool is_told = tree.rendered[i].required.empty() || tree.truths[i] == Truth::kNotMet;
    if (!is_told) continue;
    const bool listed = std::any_of(unmet.begin(), unmet.end(),
                                    [&](const engine::Unmet& each) { return each.at == i; });
    if (listed) continue;
    std::string members;
    if (tree.rendered[i].required.empty()) writeRequired(*comparison, {}, members);
    if (tree.truths[i] == Truth::kNotMet) {
      writeGap(engine::gapOf(*comparison, tree.nodes[i], rendering_.edition(), match_.knowledge),
               comparison->fact, members);
    }
    if (members.empty()) continue;
    separator.put(out_, R"(,"nodes":{)");
    out_.put('"');
    out_.putInteger(static_cast<std::int64_t>(tree.first + i));
    out_.put(R"(":{)");
    out_.put(std::string_view(members).substr(1));
    out_.put('}');
  }
}

void CoreWriter::writeRequired(const criteria::Comparison& comparison, std::string_view rendered,
                               std::string& members) {
  std::string required;
  values_.appendRequired(required, comparison, rendered);
  if (required == kNull) return;
  members += R"(,"required":)";
  members += required;
}

void CoreWriter::writeGap(const std::optional<engine::Gap>& gap, facts::FactIndex fact,
                          std::string& members) {
  if (!gap) return;
  members += R"(,"gap":)";
  values_.appendGap(members, gap, fact);
}

}  // namespace policycalc::web
