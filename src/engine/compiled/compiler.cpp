#include "engine/compiled/compiler.h"

#include <algorithm>

#include "engine/compiled/row_plan.h"
#include "engine/screen_facts.h"

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using facts::FactIndex;
using facts::OptionSet;
using OptionTest = CompiledEdition::OptionTest;
using Source = CompiledEdition::Source;

Source sourceOf(FactIndex fact, const facts::KnownFacts& is) {
  if (fact == is.ownership) return Source::kOwner;
  if (fact == is.size_industry) return Source::kIndustry;
  return fact == is.enterprise_size ? Source::kSize : Source::kGiven;
}

template <typename Test>
void addOnce(std::vector<Test>& tests, const Test& test) {
  if (std::find(tests.begin(), tests.end(), test) == tests.end()) tests.push_back(test);
}

template <typename Test>
std::uint32_t placeOf(const std::vector<Test>& tests, const Test& test) {
  return static_cast<std::uint32_t>(std::find(tests.begin(), tests.end(), test) - tests.begin());
}

bool same(const CompiledEdition::DifferenceTest& a, const CompiledEdition::DifferenceTest& b) {
  return a.left == b.left && a.right == b.right && a.test == b.test;
}

OptionTest said(const facts::Fact& status, facts::Registration state) {
  const auto option = status.findOption(facts::codeOf(state));
  return {OptionTest::Kind::kSaid, option ? OptionSet::of(*option) : OptionSet()};
}

}  // namespace

Compiler::Compiler(const Edition& edition, CompiledEdition& compiled)
    : edition_(edition), out_(compiled), reader_(edition.catalogue(), edition.day()) {}

template <typename Visit>
void Compiler::forEachTree(const Visit& visit) const {
  for (const Edition::Entry& entry : edition_.entries()) {
    if (entry.measure->applies_when) visit(*entry.measure->applies_when, entry.applies_when);
    if (entry.measure->requires_) visit(*entry.measure->requires_, entry.requires_);
    for (const Edition::Condition& paid : entry.paid_when) {
      if (paid.root != nullptr) visit(*paid.root, paid.nodes);
    }
  }
  for (const Edition::Warning& warning : edition_.warnings()) {
    visit(*warning.when.root, warning.when.nodes);
  }
}

void Compiler::run() {
  collectStates();
  forEachTree([&](const Criterion& root, const Nodes& nodes) {
    std::size_t at = 0;
    collect(root, nodes, at);
  });
  lay();
  linkStates();
  out_.trees_.reserve(edition_.entries().size());
  for (const Edition::Entry& entry : edition_.entries()) linkEntry(entry);
  for (const Edition::Warning& warning : edition_.warnings()) {
    std::size_t at = 0;
    out_.warnings_.push_back(link(*warning.when.root, warning.when.nodes, at));
  }
  sortGates();
  finish();
}

void Compiler::collectStates() {
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  const FactIndex status = vocabulary.known().registration_status;
  using State = facts::Registration;
  for (const State state : {State::kDeregistered, State::kRevoked, State::kNotYetRegistered}) {
    collect(OptionLeaf{status, said(vocabulary.fact(status), state)});
  }
  collect(OptionLeaf{vocabulary.known().district,
                     {OptionTest::Kind::kAny, vocabulary.districtsInCity()}});
}

void Compiler::collect(const Criterion& node, const Nodes& nodes, std::size_t& at) {
  const std::size_t own = at++;
  if (node.kind == Criterion::Kind::kLeaf) {
    collect(reader_.read(node.comparison, nodes[own].resolved));
  }
  for (const Criterion& child : node.children) collect(child, nodes, at);
}

void Compiler::collect(const Leaf& leaf) {
  if (const auto* option = std::get_if<OptionLeaf>(&leaf)) {
    const auto [at, added] = option_tests_of_.try_emplace(option->fact, out_.option_tests_.size());
    if (added) out_.option_tests_.emplace_back().fact = option->fact;
    addOnce(out_.option_tests_[at->second].tests, option->test);
  } else if (const auto* cut = std::get_if<CutLeaf>(&leaf)) {
    const auto [at, added] = number_tests_of_.try_emplace(cut->fact, out_.number_tests_.size());
    if (added) out_.number_tests_.emplace_back().fact = cut->fact;
    addOnce(out_.number_tests_[at->second].tests, cut->test);
  } else if (const auto* difference = std::get_if<CompiledEdition::DifferenceTest>(&leaf)) {
    const auto& all = out_.difference_tests_;
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const auto& each) { return same(each, *difference); });
    if (!known) out_.difference_tests_.push_back(*difference);
  } else {
    out_.other_tests_.push_back(std::get<CompiledEdition::OtherTest>(leaf));
  }
}

void Compiler::lay() {
  for (CompiledEdition::OptionTests& tests : out_.option_tests_) layOptions(tests);
  for (CompiledEdition::NumberTests& tests : out_.number_tests_) layNumbers(tests);
  for (CompiledEdition::DifferenceTest& test : out_.difference_tests_) {
    test.slot = out_.first_gate_++;
  }
  for (CompiledEdition::OtherTest& test : out_.other_tests_) test.slot = out_.first_gate_++;
}

void Compiler::layOptions(CompiledEdition::OptionTests& tests) {
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  const facts::Fact& fact = vocabulary.fact(tests.fact);
  tests.source = sourceOf(tests.fact, vocabulary.known());
  tests.single = tests.source == Source::kGiven && fact.type != facts::FactType::kChoices;
  tests.all = fact.allOptions();
  tests.first = out_.first_gate_;
  out_.first_gate_ += static_cast<Slot>(tests.tests.size());
  if (!tests.single) return;
  for (std::size_t option = 0; option < tests.all.size(); ++option) {
    for (const OptionTest& test : tests.tests) {
      tests.truths.push_back(evaluate(test, OptionSet::of(option), true, false));
    }
  }
  for (const OptionTest& test : tests.tests) {
    tests.truths.push_back(evaluate(test, tests.all, false, false));
  }
}

void Compiler::layNumbers(CompiledEdition::NumberTests& tests) {
  std::sort(tests.tests.begin(), tests.tests.end());
  for (const CompiledEdition::CutTest& test : tests.tests) addOnce(tests.cuts, test.cut);
  tests.first = out_.first_gate_;
  out_.first_gate_ += static_cast<Slot>(tests.tests.size());
  for (std::size_t rank = 0; rank <= tests.cuts.size(); ++rank) {
    for (const CompiledEdition::CutTest& test : tests.tests) {
      const bool reached = placeOf(tests.cuts, test.cut) < rank;
      tests.truths.push_back(reached != test.below ? kMetBits : kNotMetBits);
    }
  }
  tests.truths.insert(tests.truths.end(), tests.tests.size(), kUnknownBits);
}

CompiledEdition::Slot Compiler::slotOf(FactIndex fact, const OptionTest& test) const {
  const CompiledEdition::OptionTests& tests = out_.option_tests_[option_tests_of_.at(fact)];
  return tests.first + placeOf(tests.tests, test);
}

CompiledEdition::Slot Compiler::slotOf(const Leaf& leaf) const {
  if (const auto* option = std::get_if<OptionLeaf>(&leaf)) {
    return slotOf(option->fact, option->test);
  }
  if (const auto* cut = std::get_if<CutLeaf>(&leaf)) {
    const CompiledEdition::NumberTests& tests = out_.number_tests_[number_tests_of_.at(cut->fact)];
    return tests.first + placeOf(tests.tests, cut->test);
  }
  if (const auto* difference = std::get_if<CompiledEdition::DifferenceTest>(&leaf)) {
    const auto& all = out_.difference_tests_;
    return std::find_if(all.begin(), all.end(),
                        [&](const auto& each) { return same(each, *difference); })
        ->slot;
  }
  const criteria::Comparison* comparison = std::get<CompiledEdition::OtherTest>(leaf).comparison;
  const auto& all = out_.other_tests_;
  return std::find_if(all.begin(), all.end(),
                      [&](const auto& each) { return each.comparison == comparison; })
      ->slot;
}

CompiledEdition::Slot Compiler::link(const Criterion& node, const Nodes& nodes, std::size_t& at) {
  const std::size_t own = at++;
  const std::size_t place = out_.nodes_.size();
  out_.nodes_.push_back(CompiledEdition::kNever);
  Slot slot = CompiledEdition::kNever;
  if (node.kind == Criterion::Kind::kLeaf) {
    slot = slotOf(reader_.read(node.comparison, nodes[own].resolved));
  } else {
    std::vector<Slot> inputs;
    for (const Criterion& child : node.children) inputs.push_back(link(child, nodes, at));
    slot = gate(node.kind, std::move(inputs));
  }
  out_.nodes_[place] = slot;
  return slot;
}

CompiledEdition::Slot Compiler::link(const std::optional<Criterion>& root, const Nodes& nodes,
                                     Part& part) {
  part.first = out_.nodes_.size();
  if (!root) return CompiledEdition::kHolds;
  std::size_t at = 0;
  const Slot slot = link(*root, nodes, at);
  part.count = out_.nodes_.size() - part.first;
  return slot;
}

CompiledEdition::Slot Compiler::gate(Criterion::Kind kind, std::vector<Slot> inputs) {
  if (kind != Criterion::Kind::kNot) {
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    if (kind == Criterion::Kind::kAll && inputs.size() > 1 &&
        inputs.front() == CompiledEdition::kHolds) {
      inputs.erase(inputs.begin());
    }
    if (inputs.size() == 1) return inputs.front();
  }
  const auto next = static_cast<Slot>(out_.slots());
  const auto [at, added] = gates_.try_emplace({kind, std::move(inputs)}, next);
  if (added) {
    const std::vector<Slot>& slots = at->first.second;
    out_.gates_.push_back({kind, static_cast<std::uint32_t>(out_.inputs_.size()),
                           static_cast<std::uint32_t>(slots.size())});
    out_.inputs_.insert(out_.inputs_.end(), slots.begin(), slots.end());
  }
  return at->second;
}

void Compiler::linkStates() {
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  const FactIndex status = vocabulary.known().registration_status;
  const auto slot_of_state = [&](facts::Registration state) {
    return slotOf(status, said(vocabulary.fact(status), state));
  };
  out_.deregistered_ = slot_of_state(facts::Registration::kDeregistered);
  out_.revoked_ = slot_of_state(facts::Registration::kRevoked);
  out_.not_yet_registered_ = slot_of_state(facts::Registration::kNotYetRegistered);
  out_.in_city_ =
      slotOf(vocabulary.known().district, {OptionTest::Kind::kAny, vocabulary.districtsInCity()});
  out_.registered_in_city_ =
      gate(Criterion::Kind::kAll,
           {gate(Criterion::Kind::kNot, {out_.not_yet_registered_}), out_.in_city_});
}

Compiler::Part Compiler::linkPaid(const Edition::Entry& entry) {
  const Part part{out_.paid_.size(), entry.paid_when.size()};
  const std::size_t nodes = out_.nodes_.size();
  for (const Edition::Condition& paid : entry.paid_when) {
    std::size_t at = 0;
    out_.paid_.push_back(paid.root == nullptr ? CompiledEdition::kNever
                                              : link(*paid.root, paid.nodes, at));
  }
  out_.nodes_.resize(nodes);  // answers tell only the roots
  return part;
}

void Compiler::linkEntry(const Edition::Entry& entry) {
  const catalogue::Clause& measure = *entry.measure;
  CompiledEdition::Trees trees;
  Parts parts;
  parts.nodes.first = out_.nodes_.size();
  if (measure.scope == catalogue::Scope::kRegistered) {
    trees.scope = out_.registered_in_city_;
    out_.nodes_.push_back(trees.scope);
  }
  const Slot applies = link(measure.applies_when, entry.applies_when, parts.applies_when);
  CompiledEdition::Rule rule{entry.in_force, !measure.judged.empty(), false,
                             gate(Criterion::Kind::kAll, {trees.scope, applies}), 0};
  rule.meets = link(measure.requires_, entry.requires_, parts.requires_);
  parts.nodes.count = out_.nodes_.size() - parts.nodes.first;
  // A company with a revoked licence keeps rights and the measures made for that state.
  const facts::Fact& status = edition_.catalogue().vocabulary().fact(
      edition_.catalogue().vocabulary().known().registration_status);
  rule.closed_if_revoked =
      measure.kind != catalogue::Kind::kRight &&
      !measure.for_status.hasAny(said(status, facts::Registration::kRevoked).asked);
  parts.paid_when = linkPaid(entry);
  const auto [at, added] = rules_.try_emplace(rule, static_cast<std::uint32_t>(rules_.size()));
  if (added) out_.rules_.push_back(rule);
  out_.rule_of_.push_back(at->second);
  out_.trees_.push_back(trees);
  parts_.push_back(parts);
}

void Compiler::finish() {
  const auto span_of = [&](const Part& part) {
    return std::span<const Slot>(out_.nodes_.data() + part.first, part.count);
  };
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    out_.trees_[i].applies_when = span_of(parts_[i].applies_when);
    out_.trees_[i].requires_ = span_of(parts_[i].requires_);
    out_.trees_[i].nodes = span_of(parts_[i].nodes);
    const Part& paid = parts_[i].paid_when;
    out_.trees_[i].paid_when = {out_.paid_.data() + paid.first, paid.count};
  }
}

CompiledEdition::CompiledEdition(const Edition& edition)
    : catalogue_(&edition.catalogue()),
      day_(edition.day()),
      body_rules_(edition.catalogue().vocabulary(), edition.catalogue().sizeStandard()),
      screen_facts_(std::make_shared<const ScreenFacts>(
          edition.catalogue().screens(), edition.catalogue().vocabulary().facts().size())) {
  Compiler(edition, *this).run();
  row_plan_ = std::make_shared<const RowPlan>(*this);
}

}  // namespace policycalc::engine
