#include "policycalc/engine/edition.h"

#include <algorithm>

#include "policycalc/engine/compiled_edition.h"

namespace policycalc::engine {
namespace {

void resolveTree(const criteria::Criterion& node, const catalogue::Catalogue& catalogue,
                 base::Date day, std::vector<Edition::Node>& nodes) {
  Edition::Node resolved;
  if (node.kind == criteria::Criterion::Kind::kLeaf) {
    const criteria::Symbols symbols = catalogue.symbols();
    resolved.resolved = criteria::resolve(node.comparison, symbols, day);
    resolved.text = node.text.empty() ? criteria::describe(node.comparison, symbols, day)
                                      : catalogue::fillIn(node.text, catalogue.parameters(), day);
  }
  nodes.push_back(std::move(resolved));
  for (const criteria::Criterion& child : node.children) {
    resolveTree(child, catalogue, day, nodes);
  }
}

Edition::Condition resolveCondition(const std::optional<criteria::Criterion>& criterion,
                                    const catalogue::Catalogue& catalogue, base::Date day) {
  Edition::Condition condition;
  if (!criterion) return condition;
  condition.root = &*criterion;
  resolveTree(*criterion, catalogue, day, condition.nodes);
  return condition;
}

/// Whether the cited document is in force on that day; an unknown document counts as in force.
bool isTold(const criteria::Citation& citation, const catalogue::Catalogue& catalogue,
            base::Date day) {
  const catalogue::Document* document = catalogue.registry().findDocument(citation.document);
  return document == nullptr || document->covers(day);
}

void resolveGuidance(Edition::Entry& entry, const catalogue::Catalogue& catalogue, base::Date day) {
  const std::vector<criteria::Citation>& sources = entry.measure->sources;
  for (const criteria::Citation& source : sources) {
    if (&source == &sources.front() || isTold(source, catalogue, day)) {
      entry.sources.push_back(&source);
    }
  }
  for (const catalogue::Caveat& caveat : entry.measure->caveats) {
    const bool later = caveat.kind == catalogue::CaveatKind::kNewerLaw && caveat.source &&
                       !isTold(*caveat.source, catalogue, day);
    if (!later) entry.caveats.push_back(&caveat);
  }
}

}  // namespace

Edition::Edition(std::shared_ptr<const catalogue::Catalogue> catalogue, base::Date day)
    : catalogue_(std::move(catalogue)), day_(day) {
  for (const catalogue::Clause* measure : catalogue_->measures()) {
    Entry entry;
    entry.index = entries_.size();
    entry.measure = measure;
    entry.in_force = measure->valid.covers(day);
    if (measure->applies_when)
      resolveTree(*measure->applies_when, *catalogue_, day, entry.applies_when);
    if (measure->requires_) resolveTree(*measure->requires_, *catalogue_, day, entry.requires_);
    for (const catalogue::ResponsibleUnit& unit : measure->units) {
      entry.unit_when.push_back(resolveCondition(unit.when, *catalogue_, day));
      entry.unit_unless.push_back(resolveCondition(unit.unless, *catalogue_, day));
    }
    for (const catalogue::Benefit& benefit : measure->benefits) {
      entry.paid_when.push_back(resolveCondition(benefit.paid_when, *catalogue_, day));
    }
    resolveGuidance(entry, *catalogue_, day);
    entries_.push_back(std::move(entry));
  }
  for (const catalogue::ProfileWarning& warning : catalogue_->texts().warnings()) {
    Warning resolved{
        &warning, {&warning.when, {}}, fillIn(warning.text), fillInEnglish(warning.text_en)};
    resolveTree(warning.when, *catalogue_, day, resolved.when.nodes);
    warnings_.push_back(std::move(resolved));
  }
  compiled_ = std::make_shared<const CompiledEdition>(*this);
}

std::string Edition::fillIn(const std::string& text) const {
  return catalogue::fillIn(text, catalogue_->parameters(), day_);
}

std::string Edition::fillInEnglish(const std::string& text) const {
  return catalogue::fillInEnglish(text, catalogue_->parameters(), day_);
}

std::size_t Edition::indexOf(const catalogue::Catalogue& catalogue, base::Date day) {
  const std::vector<base::Date>& boundaries = catalogue.boundaries();
  return static_cast<std::size_t>(std::upper_bound(boundaries.begin(), boundaries.end(), day) -
                                  boundaries.begin());
}

base::Date Edition::firstDayLike(const catalogue::Catalogue& catalogue, base::Date day) {
  const std::size_t index = indexOf(catalogue, day);
  return index == 0 ? base::Date::first() : catalogue.boundaries()[index - 1];
}

}  // namespace policycalc::engine
