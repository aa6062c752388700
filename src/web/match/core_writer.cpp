#include "web/match/core_writer.h"

#include <algorithm>

#include "policycalc/json/append.h"

namespace policycalc::web {
namespace {

using criteria::Truth;
using engine::Outcome;

constexpr std::string_view kNull = "null";

char letterOf(Truth truth) {
  constexpr std::string_view kLetters = "fut";
  return kLetters[static_cast<std::size_t>(truth)];
}

bool hasScope(const Outcome& outcome) {
  return outcome.measure().scope == catalogue::Scope::kRegistered;
}

}  // namespace

void CoreWriter::write(const Outcome& outcome) {
  const Rendering::Measure& rendered = rendering_.of(*outcome.entry);
  const std::size_t scope = hasScope(outcome) ? 1 : 0;
  const Tree applies{rendered.applies_when, rendered.numbers_applied, outcome.entry->applies_when,
                     outcome.applies_when, scope};
  const Tree requires_tree{rendered.requires_, rendered.numbers_required, outcome.entry->requires_,
                           outcome.requires_, scope + outcome.applies_when.size()};
  out_ += rendered.until_truths[static_cast<std::size_t>(outcome.verdict)];
  writeTruths(outcome);
  if (outcome.one_condition_away) out_ += R"(,"one_condition_away":true)";
  writeAmounts(outcome, rendered);
  writeUnitsLeftOut(outcome, rendered);
  writeMissing(outcome);
  writeUnmet(outcome, requires_tree);
  std::string_view separator = R"(,"nodes":{)";
  writeNodes(applies, {}, separator);
  writeNodes(requires_tree, outcome.unmet, separator);
  if (separator == ",") out_ += '}';
  out_ += '}';
}

void CoreWriter::writeTruths(const Outcome& outcome) {
  const std::size_t scope = hasScope(outcome) ? 1 : 0;
  const std::size_t before = out_.size();
  out_.resize(before + scope + outcome.applies_when.size() + outcome.requires_.size() + 1, '"');
  auto at = out_.begin() + static_cast<std::ptrdiff_t>(before);
  if (scope != 0) *at++ = letterOf(outcome.in_scope);
  at = std::transform(outcome.applies_when.begin(), outcome.applies_when.end(), at, letterOf);
  std::transform(outcome.requires_.begin(), outcome.requires_.end(), at, letterOf);
}

void CoreWriter::writeAmounts(const Outcome& outcome, const Rendering::Measure& rendered) {
  std::string_view separator = R"(,"amounts":{)";
  for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
    const engine::AmountAnswer& amount = outcome.amounts[i];
    if (!amount.paid && rendered.benefits[i].usual == amount.status) continue;
    out_ += separator;
    out_ += rendered.benefits[i].id;
    out_ += ':';
    writeAmount(amount);
    separator = ",";
  }
  if (separator == ",") out_ += '}';
}

void CoreWriter::writeAmount(const engine::AmountAnswer& amount) {
  out_ += R"({"status":")";
  out_ += toString(amount.status);
  out_ += '"';
  if (amount.value) {
    out_ += R"(,"value":)";
    out_ += amount.value->toString();
  }
  if (!amount.formula.empty()) {
    out_ += R"(,"formula":)";
    json::appendString(out_, amount.formula);
  }
  if (amount.paid) out_ += R"(,"paid":true)";
  out_ += '}';
}

void CoreWriter::writeUnitsLeftOut(const Outcome& outcome, const Rendering::Measure& rendered) {
  const std::vector<catalogue::ResponsibleUnit>& units = outcome.measure().units;
  std::string_view separator = R"(,"units_left_out":[)";
  for (const std::size_t i : rendered.conditional_units) {
    if (engine::namesUnit(*outcome.entry, i, rendering_.edition(), match_.knowledge)) continue;
    out_ += separator;
    json::appendString(out_, rendering_.edition().catalogue().registry().units()[units[i].unit].id);
    separator = ",";
  }
  if (separator == ",") out_ += ']';
}

void CoreWriter::writeMissing(const Outcome& outcome) {
  if (outcome.missing.empty()) return;
  std::string_view separator = R"(,"missing":[)";
  for (const facts::FactIndex fact : outcome.missing) {
    out_ += separator;
    out_ += rendering_.id(fact);
    separator = ",";
  }
  out_ += ']';
}

void CoreWriter::writeUnmet(const Outcome& outcome, const Tree& tree) {
  if (outcome.unmet.empty()) return;
  std::string_view separator = R"(,"unmet":[)";
  for (const engine::Unmet& unmet : outcome.unmet) {
    out_ += separator;
    writeUnmetLeaf(unmet, tree);
    separator = ",";
  }
  out_ += ']';
}

void CoreWriter::writeUnmetLeaf(const engine::Unmet& unmet, const Tree& tree) {
  const criteria::Comparison& comparison = unmet.leaf->comparison;
  out_ += R"({"node":)";
  out_ += std::to_string(tree.first + unmet.at);
  out_ += R"(,"fact":)";
  out_ += rendering_.id(comparison.fact);
  const std::string given = values_.given(comparison.fact);
  if (given != kNull) {
    out_ += R"(,"given":)";
    out_ += given;
  }
  writeRequired(comparison, tree.rendered[unmet.at].required, out_);
  writeGap(unmet.gap, comparison.fact, out_);
  if (unmet.negated) out_ += R"(,"negated":true)";
  out_ += '}';
}

void CoreWriter::writeNodes(const Tree& tree, std::span<const engine::Unmet> unmet,
                            std::string_view& separator) {
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
    out_ += separator;
    out_ += '"';
    out_ += std::to_string(tree.first + i);
    out_ += R"(":{)";
    out_ += std::string_view(members).substr(1);
    out_ += '}';
    separator = ",";
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
