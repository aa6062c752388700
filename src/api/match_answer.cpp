#include "policycalc/api/match_answer.h"

#include <algorithm>
#include <map>

namespace policycalc::api {
namespace {

using criteria::Truth;
using engine::Outcome;

/// Writes one answer; the parts that never change are copied from the rendering.
class AnswerWriter {
 public:
  AnswerWriter(const MatchRequest& request, const engine::Match& match, const Rendering& rendering)
      : request_(request),
        match_(match),
        rendering_(rendering),
        catalogue_(rendering.edition().catalogue()),
        vocabulary_(catalogue_.vocabulary()) {
    if (match.county != nullptr) {
      json::Writer county;
      writeUnit(county, *match.county, "local");
      county_ = county.take();
    }
  }

  std::string write(base::Date as_of) {
    out_.beginObject();
    out_.key("as_of").string(as_of.toString());
    out_.key("catalogue").string(catalogue_.hash());
    out_.key("program").string(programVersion());
    out_.key("profile");
    writeProfile();
    out_.key("counts").beginObject();
    for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
      out_.key(toString(static_cast<engine::Verdict>(i))).integer(match_.counts[i]);
    }
    out_.endObject();
    out_.key("totals");
    writeTotals();
    out_.key("matches").beginArray();
    for (const Outcome& outcome : match_.outcomes) {
      if (request_.includes(outcome.verdict)) writeOutcome(outcome);
    }
    out_.endArray();
    out_.key("units");
    writeUnits();
    out_.key("questions");
    writeQuestions();
    out_.endObject();
    return out_.take();
  }

 private:
  void writeProfile() {
    out_.beginObject();
    out_.key("given");
    facts::writeProfile(out_, request_.profile, vocabulary_);
    out_.key("derived").beginObject();
    for (const facts::Derivation& derivation : match_.knowledge.derivations) {
      const facts::Fact& fact = vocabulary_.fact(derivation.fact);
      out_.key(fact.id).beginObject();
      out_.key("possible");
      writeStrings(out_, fact.codesOf(derivation.possible));
      out_.key("because").string(derivation.because);
      out_.endObject();
    }
    out_.endObject();
    out_.key("warnings").beginArray();
    for (const facts::Warning& warning : match_.knowledge.warnings) {
      out_.beginObject();
      out_.key("fact").string(vocabulary_.fact(warning.fact).id);
      out_.key("code").string(warning.code);
      out_.key("message").string(warning.message);
      out_.endObject();
    }
    out_.endArray();
    out_.endObject();
  }

  void writeTotals() {
    const engine::Totals& totals = match_.totals;
    std::vector<std::string> caveats;
    if (totals.certain_awards > 1) {
      caveats.emplace_back(
          "不同级别或先后获得的奖励能否同时领取，文件没有规定；这里逐项列出并相加，以主管部门核定为"
          "准");
    }
    if (totals.certain_awards > 0) {
      caveats.emplace_back("奖励为一次性，已经领取过的不再重复发放");
    }
    out_.beginObject();
    out_.key("certain").decimal(totals.certain);
    out_.key("conditional").decimal(totals.conditional);
    out_.key("uncounted").integer(totals.uncounted);
    out_.key("caveats");
    writeStrings(out_, caveats);
    out_.endObject();
  }

  void writeOutcome(const Outcome& outcome) {
    const Rendering::Measure& rendered = rendering_.of(*outcome.entry);
    out_.beginObject();
    out_.key("measure").raw(rendered.measure);
    out_.key("verdict").string(toString(outcome.verdict));
    out_.key("one_condition_away").boolean(outcome.one_condition_away);
    out_.key("benefits").beginArray();
    for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
      writeBenefit(rendered.benefits[i], outcome.measure().benefits[i], outcome.amounts[i]);
    }
    out_.endArray();
    out_.key("units").beginArray();
    for (const std::string& unit : rendered.units) out_.raw(unit);
    if (!county_.empty()) out_.raw(county_);
    out_.endArray();
    out_.key("criteria");
    writeCriteria(outcome, rendered);
    out_.key("judged").raw(rendered.judged);
    out_.key("missing").beginArray();
    for (const facts::FactIndex fact : outcome.missing) out_.string(vocabulary_.fact(fact).id);
    out_.endArray();
    out_.key("unmet").beginArray();
    for (const engine::Unmet& unmet : outcome.unmet) writeUnmet(unmet);
    out_.endArray();
    out_.rawMembers(rendered.rest);
    out_.endObject();
  }

  void writeBenefit(const std::string& head, const catalogue::Benefit& benefit,
                    const engine::AmountAnswer& amount) {
    out_.beginObject();
    out_.rawMembers(head);
    out_.key("amount").beginObject();
    out_.key("status").string(toString(amount.status));
    out_.key("value");
    writeDecimalOrNull(amount.value);
    out_.key("unit").stringOrNull(catalogue::toString(benefit.amount.unit));
    out_.key("bound").stringOrNull(catalogue::toString(benefit.amount.bound));
    out_.key("formula").stringOrNull(amount.formula);
    out_.endObject();
    out_.endObject();
  }

  void writeDecimalOrNull(const std::optional<base::Decimal>& value) {
    if (value) {
      out_.decimal(*value);
    } else {
      out_.null();
    }
  }

  void writeCriteria(const Outcome& outcome, const Rendering::Measure& rendered) {
    const auto root = [](const std::vector<Truth>& truths) {
      return truths.empty() ? Truth::kMet : truths.front();
    };
    const catalogue::Clause& measure = outcome.measure();
    const Truth all = criteria::both(
        outcome.scope, criteria::both(root(outcome.applies_when), root(outcome.requires_)));
    out_.beginObject();
    out_.key("op").string("all");
    out_.key("truth").string(toString(all));
    out_.key("children").beginArray();
    if (measure.scope == catalogue::Scope::kRegistered) writeScope(outcome.scope);
    if (measure.applies_when) {
      writeGroup("applies_when", *measure.applies_when,
                 {rendered.applies_when, outcome.entry->applies_when, outcome.applies_when});
    }
    if (measure.requires_) {
      writeGroup("requires", *measure.requires_,
                 {rendered.requires_, outcome.entry->requires_, outcome.requires_});
    }
    out_.endArray();
    out_.endObject();
  }

  /// The scope as a leaf like the others: the district is none outside the city.
  void writeScope(Truth truth) {
    const facts::FactIndex district = vocabulary_.known().district;
    const facts::Fact& fact = vocabulary_.fact(district);
    out_.beginObject();
    out_.key("op").string("all");
    out_.key("role").string("scope");
    out_.key("truth").string(toString(truth));
    out_.key("children").beginArray().beginObject();
    out_.key("op").string("in");
    out_.key("fact").string(fact.id);
    out_.key("truth").string(toString(truth));
    out_.key("given");
    facts::writeGiven(out_, request_.profile[district], fact);
    std::vector<std::string> inside = fact.codesOf(fact.allOptions());
    inside.erase(std::remove(inside.begin(), inside.end(), "outside"), inside.end());
    out_.key("required");
    writeStrings(out_, inside);
    out_.key("parameter").null();
    out_.key("possible").null();
    out_.key("gap").null();
    out_.key("text").string("在赣州登记");
    out_.key("source").null();
    out_.endObject().endArray().endObject();
  }

  /// What is known of one tree's nodes, each list in preorder.
  struct Tree {
    const std::vector<Rendering::Node>& rendered;
    const std::vector<engine::Edition::Node>& nodes;
    const std::vector<Truth>& truths;
  };

  void writeGroup(std::string_view role, const criteria::Criterion& root, const Tree& tree) {
    out_.beginObject();
    out_.key("op").string("all");
    out_.key("role").string(role);
    out_.key("truth").string(toString(tree.truths.front()));
    out_.key("children").beginArray();
    std::size_t at = 0;
    if (root.kind == criteria::Criterion::Kind::kAll) {
      at = 1;
      for (const criteria::Criterion& child : root.children) writeNode(child, tree, at);
    } else {
      writeNode(root, tree, at);
    }
    out_.endArray();
    out_.endObject();
  }

  void writeNode(const criteria::Criterion& node, const Tree& tree, std::size_t& at) {
    const std::size_t own = at++;
    out_.beginObject();
    out_.rawMembers(tree.rendered[own].head);
    out_.key("truth").string(toString(tree.truths[own]));
    if (node.kind == criteria::Criterion::Kind::kLeaf) {
      writeLeaf(node.comparison, tree, own);
    } else {
      out_.key("children").beginArray();
      for (const criteria::Criterion& child : node.children) writeNode(child, tree, at);
      out_.endArray();
    }
    out_.endObject();
  }

  void writeLeaf(const criteria::Comparison& comparison, const Tree& tree, std::size_t at) {
    out_.key("given");
    writeKnown(comparison.fact);
    out_.key("required");
    writeRequired(comparison, tree.rendered[at].required);
    out_.key("possible");
    writePossible(comparison.fact);
    out_.key("gap");
    const bool refused = tree.truths[at] == Truth::kNotMet;
    writeGap(refused
                 ? engine::gapOf(comparison, tree.nodes[at], rendering_.edition(), match_.knowledge)
                 : std::nullopt,
             vocabulary_.fact(comparison.fact));
    out_.rawMembers(tree.rendered[at].tail);
  }

  bool isDerived(facts::FactIndex fact) const {
    return !vocabulary_.fact(fact).derived_from.empty();
  }

  /// The value that a comparison was made with: the derived one where a fact is derived.
  void writeKnown(facts::FactIndex index) {
    const facts::Fact& fact = vocabulary_.fact(index);
    if (!isDerived(index)) {
      facts::writeGiven(out_, request_.profile[index], fact);
      return;
    }
    const facts::Known& known = match_.knowledge.facts[index];
    if (known.known && known.options != 0) {
      out_.string(fact.codesOf(known.options).front());
    } else {
      out_.null();
    }
  }

  void writePossible(facts::FactIndex index) {
    if (!isDerived(index)) {
      out_.null();
      return;
    }
    writeStrings(out_, vocabulary_.fact(index).codesOf(match_.knowledge.facts[index].options));
  }

  void writeRequired(const criteria::Comparison& comparison, const std::string& rendered) {
    if (!rendered.empty()) {
      out_.raw(rendered);
      return;
    }
    const auto right = criteria::evaluate(comparison.right, catalogue_.scope(),
                                          rendering_.edition().day(), &match_.knowledge);
    writeDecimalOrNull(right.ok() ? *right : std::nullopt);
  }

  void writeGap(const std::optional<engine::Gap>& gap, const facts::Fact& fact) {
    if (!gap) {
      out_.null();
      return;
    }
    out_.beginObject();
    out_.key("value").decimal(gap->value);
    out_.key("unit").string(fact.unit);
    out_.key("direction").string(gap->too_high ? "too_high" : "too_low");
    out_.endObject();
  }

  void writeUnmet(const engine::Unmet& unmet) {
    const criteria::Comparison& comparison = unmet.leaf->comparison;
    const facts::Fact& fact = vocabulary_.fact(comparison.fact);
    out_.beginObject();
    out_.key("fact").string(fact.id);
    out_.key("given");
    writeKnown(comparison.fact);
    out_.key("required");
    if (criteria::isNumeric(comparison.op)) {
      writeRequired(comparison, {});
    } else {
      writeOptions(out_, comparison, fact);
    }
    out_.key("gap");
    writeGap(unmet.gap, fact);
    out_.key("text").string(unmet.negated ? "要求不是：" + unmet.node->text : unmet.node->text);
    out_.endObject();
  }

  /// The units of the matches that are written, in the order of their first one.
  void writeUnits() {
    std::vector<std::size_t> order;
    std::map<std::size_t, std::vector<std::string>> measures;
    for (const Outcome& outcome : match_.outcomes) {
      if (!request_.includes(outcome.verdict)) continue;
      for (const catalogue::ResponsibleUnit& unit : outcome.measure().units) {
        std::vector<std::string>& list = measures[unit.unit];
        if (list.empty()) order.push_back(unit.unit);
        list.push_back(outcome.measure().id);
      }
    }
    out_.beginArray();
    for (const std::size_t index : order) {
      const catalogue::Unit& unit = catalogue_.registry().units()[index];
      out_.beginObject();
      out_.key("id").string(unit.id);
      out_.key("name").string(unit.name);
      out_.key("measures");
      writeStrings(out_, measures[index]);
      out_.endObject();
    }
    out_.endArray();
  }

  void writeQuestions() {
    out_.beginArray();
    for (const engine::Question& question : match_.questions) {
      const facts::Fact& fact = vocabulary_.fact(question.fact);
      out_.beginObject();
      out_.key("fact").string(fact.id);
      out_.key("topic").string(vocabulary_.topics()[fact.topic].id);
      out_.key("decides").integer(question.decides);
      out_.endObject();
    }
    out_.endArray();
  }

  const MatchRequest& request_;
  const engine::Match& match_;
  const Rendering& rendering_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  std::string county_;
  json::Writer out_;
};

}  // namespace

std::string_view programVersion() {
  return POLICYCALC_VERSION;
}

std::string writeMatchAnswer(const MatchRequest& request, base::Date as_of,
                             const engine::Match& match, const Rendering& rendering) {
  return AnswerWriter(request, match, rendering).write(as_of);
}

}  // namespace policycalc::api
