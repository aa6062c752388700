#include "engine/missing_memory.h"

#include <algorithm>

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using criteria::Truth;
using facts::FactIndex;

constexpr std::size_t kAnswerBits = 12;
constexpr std::size_t kMostBodies = 64;
constexpr std::size_t kKeyBits = 64;

std::uint64_t bit(std::size_t at) {
  return std::uint64_t{1} << at;
}

}  // namespace

MissingMemory::MissingMemory(const Edition& edition)
    : is_(edition.catalogue().vocabulary().known()) {
  shapes_.reserve(edition.entries().size());
  for (const Edition::Entry& entry : edition.entries()) shapes_.push_back(shapeOf(entry));
  addFigures(edition.catalogue());
}

MissingMemory::Shape MissingMemory::shapeOf(const Edition::Entry& entry) const {
  const catalogue::Clause& measure = *entry.measure;
  Shape shape;
  std::size_t nodes = measure.scope == catalogue::Scope::kRegistered ? 1 : 0;
  const auto add = [&](const std::optional<Criterion>& root, const Nodes& resolved) {
    const Edition::Node* next = resolved.data();
    if (root) addTree(*root, next, nodes, shape);
  };
  add(measure.applies_when, entry.applies_when);
  add(measure.requires_, entry.requires_);
  shape.fits = nodes + shape.compared.size() <= kKeyBits;
  return shape;
}

void MissingMemory::addTree(const Criterion& node, const Edition::Node*& resolved, std::size_t& at,
                            Shape& shape) const {
  const std::size_t own = at++;
  const bool has_threshold = (resolved++)->resolved.threshold.has_value();
  if (node.kind == Criterion::Kind::kLeaf) {
    const criteria::Comparison& test = node.comparison;
    if (isAboutBody(test.fact) && own < kKeyBits) shape.about_body |= bit(own);
    if (criteria::isNumeric(test.op) && !has_threshold) {
      shape.compared.push_back(test.fact);
      test.right.forEachFact([&](FactIndex fact) { shape.compared.push_back(fact); });
    }
  }
  for (const Criterion& child : node.children) addTree(child, resolved, at, shape);
}

bool MissingMemory::isAboutBody(FactIndex fact) const {
  return fact == is_.enterprise_size || fact == is_.size_industry || fact == is_.ownership;
}

void MissingMemory::addFigures(const catalogue::Catalogue& catalogue) {
  for (const std::size_t option : catalogue.vocabulary().fact(is_.size_industry).allOptions()) {
    const facts::SizeStandard::Industry* industry = catalogue.sizeStandard().find(option);
    if (industry == nullptr) continue;
    for (const facts::SizeStandard::Indicator& indicator : industry->indicators) {
      auto figure = std::find_if(figures_.begin(), figures_.end(),
                                 [&](const Figure& each) { return each.fact == indicator.fact; });
      if (figure == figures_.end()) {
        figures_.push_back({indicator.fact, {}});
        figure = figures_.end() - 1;
      }
      figure->bounds.insert(figure->bounds.end(), indicator.lower_bounds.begin(),
                            indicator.lower_bounds.end());
    }
  }
  for (Figure& figure : figures_) std::sort(figure.bounds.begin(), figure.bounds.end());
}

void MissingMemory::begin(const facts::Knowledge& knowledge) {
  if (matches_ < 2 && ++matches_ == 2) answers_.resize(std::size_t{1} << kAnswerBits);
  if (answers_.empty()) return;
  describeBody(knowledge);
  body_ = numberOfBody();
}

void MissingMemory::describeBody(const facts::Knowledge& knowledge) {
  described_.type_known = knowledge.facts[is_.entity_type].known;
  described_.sizes = knowledge.facts[is_.enterprise_size].options;
  described_.industries = knowledge.facts[is_.size_industry].options;
  described_.owners = knowledge.facts[is_.ownership].options;
  described_.ask_for_size = knowledge.ask_for_size;
  described_.ask_for_industry = knowledge.ask_for_industry;
  described_.ask_for_ownership = knowledge.ask_for_ownership;
  described_.ranks.clear();
  if (knowledge.ask_for_size.empty()) return;  // no question about the size looks at a figure
  for (const Figure& figure : figures_) {
    const facts::Known& known = knowledge.facts[figure.fact];
    const auto above = std::upper_bound(figure.bounds.begin(), figure.bounds.end(), known.number);
    const auto rank = static_cast<std::uint16_t>(above - figure.bounds.begin() + 1);
    described_.ranks.push_back(known.known ? rank : 0);
  }
}

std::uint32_t MissingMemory::numberOfBody() {
  const auto seen = std::find_if(bodies_.begin(), bodies_.end(),
                                 [&](const NumberedBody& each) { return each.body == described_; });
  if (seen != bodies_.end()) return seen->number;
  const NumberedBody added{described_, ++numbers_};
  if (bodies_.size() < kMostBodies) {
    bodies_.push_back(added);
  } else {
    bodies_[oldest_] = added;
    oldest_ = (oldest_ + 1) % kMostBodies;
  }
  return added.number;
}

std::optional<MissingMemory::Key> MissingMemory::keyOf(const Outcome& outcome,
                                                       const facts::Knowledge& knowledge) const {
  const Shape& shape = shapes_[outcome.entry->index];
  if (answers_.empty() || !shape.fits) return {};
  Key key{0, static_cast<std::uint32_t>(outcome.entry->index), 0};
  std::size_t at = 0;
  for (const Truth truth : outcome.truths) {
    key.open |= static_cast<std::uint64_t>(truth == Truth::kUnknown) << at++;
  }
  for (const FactIndex fact : shape.compared) {
    key.open |= static_cast<std::uint64_t>(!knowledge.facts[fact].known) << at++;
  }
  if ((key.open & shape.about_body) != 0) key.body = body_;
  return key;
}

/// Where the answer for a key lies if it is remembered: by the highest bits of a product, into
/// which all bits of the key go.
std::size_t MissingMemory::placeOf(const Key& key) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  const std::uint64_t rest = key.entry | std::uint64_t{key.body} << 32U;
  return static_cast<std::size_t>(((key.open * kOdd) ^ rest) * kOdd >> (64U - kAnswerBits));
}

std::optional<std::span<const FactIndex>> MissingMemory::find(const Key& key) const {
  const Answer& answer = answers_[placeOf(key)];
  if (answer.key != key) return {};
  return std::span(answer.facts.data(), answer.count);
}

void MissingMemory::keep(const Key& key, const Facts& missing) {
  if (missing.size() > kMostFacts) return;
  Answer& answer = answers_[placeOf(key)];
  answer.key = key;
  answer.count = static_cast<std::uint16_t>(missing.size());
  std::copy(missing.begin(), missing.end(), answer.facts.begin());
}

}  // namespace policycalc::engine
