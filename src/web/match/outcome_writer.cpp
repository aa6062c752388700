#include "web/match/outcome_writer.h"

namespace policycalc::web {
namespace {

using criteria::Truth;
using engine::Outcome;

std::string jsonString(std::string_view text) {
  return rendered([&](json::Writer& writer) { writer.string(text); });
}

}  // namespace

OutcomeWriter::OutcomeWriter(const engine::Match& match, const Rendering& rendering,
                             std::string& out)
    : match_(match),
      rendering_(rendering),
      catalogue_(rendering.edition().catalogue()),
      values_(match, rendering),
      out_(out) {
  const auto count = static_cast<facts::FactIndex>(catalogue_.vocabulary().facts().size());
  given_.reserve(count);
  possible_.reserve(count);
  for (facts::FactIndex fact = 0; fact < count; ++fact) {
    given_.push_back(values_.given(fact));
    possible_.push_back(values_.possible(fact));
  }
  if (match.county != nullptr) {
    county_ =
        "," + rendered([&](json::Writer& writer) { writeUnit(writer, *match.county, "local"); });
  }
}

void OutcomeWriter::write(const Outcome& outcome) {
  const Rendering::Measure& rendered = rendering_.of(*outcome.entry);
  out_ += rendered.until_verdict;
  out_ += toString(outcome.verdict);
  out_ += outcome.one_condition_away ? R"(","one_condition_away":true,"benefits":[)"
                                     : R"(","one_condition_away":false,"benefits":[)";
  for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
    if (i > 0) out_ += ',';
    writeBenefit(rendered.benefits[i], outcome.amounts[i]);
  }
  out_ += R"(],"units":[)";
  writeUnits(outcome, rendered);
  out_ += county_;
  out_ += R"(],"criteria":)";
  writeCriteria(outcome, rendered);
  out_ += rendered.until_missing;
  for (std::size_t i = 0; i < outcome.missing.size(); ++i) {
    if (i > 0) out_ += ',';
    out_ += rendering_.id(outcome.missing[i]);
  }
  out_ += R"(],"unmet":[)";
  for (std::size_t i = 0; i < outcome.unmet.size(); ++i) {
    if (i > 0) out_ += ',';
    writeUnmet(outcome.unmet[i], outcome);
  }
  out_ += rendered.after_unmet;
}

void OutcomeWriter::writeUnits(const Outcome& outcome, const Rendering::Measure& rendered) {
  const char* separator = "";
  for (std::size_t unit = 0; unit < rendered.units.size(); ++unit) {
    if (!engine::namesUnit(*outcome.entry, unit, rendering_.edition(), match_.knowledge)) continue;
    out_ += separator;
    out_ += rendered.units[unit];
    separator = ",";
  }
}

void OutcomeWriter::writeBenefit(const Rendering::Benefit& rendered,
                                 const engine::AmountAnswer& amount) {
  if (!rendered.constant.empty()) {
    out_ += rendered.constant;
    return;
  }
  out_ += rendered.until_status;
  out_ += toString(amount.status);
  out_ += R"(","value":)";
  out_ += amount.value ? amount.value->toString() : "null";
  out_ += rendered.until_formula;
  out_ += amount.formula.empty() ? "null" : jsonString(amount.formula);
  out_ += amount.paid ? R"(},"paid":true})" : R"(},"paid":false})";
}

void OutcomeWriter::writeCriteria(const Outcome& outcome, const Rendering::Measure& rendered) {
  const catalogue::Clause& measure = outcome.measure();
  out_ += R"({"op":"all","truth":")";
  out_ += toString(criteria::both(outcome.concerns(), outcome.meets()));
  out_ += R"(","children":[)";
  bool first = true;
  const auto separate = [&] {
    if (!first) out_ += ',';
    first = false;
  };
  if (measure.scope == catalogue::Scope::kRegistered) {
    separate();
    writeScope(outcome.in_scope);
  }
  if (measure.applies_when) {
    separate();
    writeTree("applies_when", *measure.applies_when,
              {rendered.applies_when, outcome.entry->applies_when, outcome.applies_when});
  }
  if (measure.requires_) {
    separate();
    writeTree("requires", *measure.requires_,
              {rendered.requires_, outcome.entry->requires_, outcome.requires_});
  }
  out_ += "]}";
}

void OutcomeWriter::beginGroup(std::string_view role, Truth truth) {
  out_ += R"({"op":"all","role":")";
  out_ += role;
  out_ += R"(","truth":")";
  out_ += toString(truth);
  out_ += R"(","children":[)";
}

void OutcomeWriter::writeScope(Truth truth) {
  const bool founder = match_.knowledge.registration == facts::Registration::kNotYetRegistered;
  const Rendering::ScopeLeaf& leaf = founder ? rendering_.registered() : rendering_.inCity();
  beginGroup("scope", truth);
  writeLeaf(leaf.comparison, {leaf.rendered, leaf.node, truth});
  out_ += "]}";
}

void OutcomeWriter::writeTree(std::string_view role, const criteria::Criterion& root,
                              const Tree& tree) {
  beginGroup(role, tree.truths.front());
  std::size_t at = 0;
  if (root.kind == criteria::Criterion::Kind::kAll) {
    at = 1;
    for (const criteria::Criterion& child : root.children) {
      if (at > 1) out_ += ',';
      writeNode(child, tree, at);
    }
  } else {
    writeNode(root, tree, at);
  }
  out_ += "]}";
}

void OutcomeWriter::writeNode(const criteria::Criterion& node, const Tree& tree, std::size_t& at) {
  const std::size_t own = at++;
  if (node.kind == criteria::Criterion::Kind::kLeaf) {
    writeLeaf(node.comparison, {tree.rendered[own], tree.nodes[own], tree.truths[own]});
    return;
  }
  out_ += tree.rendered[own].until_truth;
  out_ += toString(tree.truths[own]);
  out_ += R"(","children":[)";
  for (const criteria::Criterion& child : node.children) {
    if (&child != &node.children.front()) out_ += ',';
    writeNode(child, tree, at);
  }
  out_ += "]}";
}

void OutcomeWriter::writeLeaf(const criteria::Comparison& comparison, const Leaf& leaf) {
  out_ += leaf.rendered.until_truth;
  out_ += toString(leaf.truth);
  out_ += R"(","given":)";
  out_ += given_[comparison.fact];
  out_ += R"(,"required":)";
  values_.appendRequired(out_, comparison, leaf.rendered.required);
  out_ += leaf.rendered.until_possible;
  out_ += possible_[comparison.fact];
  out_ += R"(,"gap":)";
  if (leaf.truth == Truth::kNotMet) {
    values_.appendGap(out_,
                      engine::gapOf(comparison, leaf.node, rendering_.edition(), match_.knowledge),
                      comparison.fact);
  } else {
    out_ += "null";
  }
  out_ += leaf.rendered.after_gap;
}

void OutcomeWriter::writeUnmet(const engine::Unmet& unmet, const Outcome& outcome) {
  const criteria::Comparison& comparison = unmet.leaf->comparison;
  const Rendering::Node& rendered = rendering_.of(*outcome.entry).requires_[unmet.at];
  out_ += R"({"fact":)";
  out_ += rendering_.id(comparison.fact);
  out_ += R"(,"given":)";
  out_ += given_[comparison.fact];
  out_ += R"(,"required":)";
  values_.appendRequired(out_, comparison, rendered.required);
  out_ += R"(,"gap":)";
  values_.appendGap(out_, unmet.gap, comparison.fact);
  out_ += R"(,"text":)";
  out_ += unmet.negated
              ? jsonString(catalogue_.texts()[catalogue::Phrase::kNegated].text + unmet.node->text)
              : rendered.text;
  out_ += "}";
}

}  // namespace policycalc::web
