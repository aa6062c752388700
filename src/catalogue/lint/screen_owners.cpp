// Each kind of company can tell on the screens whose it is.
#include <algorithm>
#include <string>
#include <vector>

#include "policycalc/base/text.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

using facts::EntityType;
using facts::FactIndex;
using facts::OptionSet;

/// What the option answers to a fact; nothing if it sets no answer.
OptionSet setBy(const ScreenOption& option, FactIndex fact) {
  const auto at = std::find_if(option.sets.begin(), option.sets.end(),
                               [&](const auto& each) { return each.first == fact; });
  return at == option.sets.end() ? OptionSet() : at->second.options;
}

bool asks(const ScreenOption& option, FactIndex fact) {
  return std::find(option.details.begin(), option.details.end(), fact) != option.details.end();
}

bool asks(const Screen& screen, FactIndex fact) {
  return std::any_of(screen.fields.begin(), screen.fields.end(),
                     [&](const ScreenField& field) { return field.fact == fact; });
}

/// The owners that the options of a screen lead to for one type of entity.
OptionSet reachedOwners(const Screen& screen, OptionSet type, const facts::Vocabulary& vocabulary) {
  const facts::KnownFacts& is = vocabulary.known();
  const OptionSet all = vocabulary.fact(is.ownership).allOptions();
  if (asks(screen, is.ownership)) return all;
  OptionSet reached;
  for (const ScreenOption& option : screen.options) {
    if (!setBy(option, is.entity_type).hasAny(type)) continue;
    reached.add(asks(option, is.ownership) ? all : setBy(option, is.ownership));
  }
  return reached;
}

/// The owners that such an entity can have apart from the one that its type decides.
OptionSet wantedOwners(const EntityType& type, OptionSet all) {
  return type.ownership ? type.ownership_as_given : all;
}

}  // namespace

void checkScreenOwners(const Catalogue& catalogue, Report& report) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::KnownFacts& is = vocabulary.known();
  const auto at = catalogue.screens().screenOf(is.entity_type);
  if (!at) return;  // reported as a question that no screen asks
  const Screen& screen = catalogue.screens().all()[*at];
  const facts::EntityTypes& entities = catalogue.sizeStandard().entityTypes();
  // A version that does not say what a type decides has nothing to hold.
  if (asks(screen, is.entity_type) || entities.entries().empty()) return;
  const facts::Fact& types = vocabulary.fact(is.entity_type);
  const facts::Fact& owners = vocabulary.fact(is.ownership);
  const std::string pointer = base::childPointer("/screens", *at) + "/options";
  for (std::size_t i = 0; i < types.options.size(); ++i) {
    const OptionSet wanted = wantedOwners(entities.of(i), owners.allOptions());
    const OptionSet reached = reachedOwners(screen, OptionSet::of(i), vocabulary);
    for (const std::string& owner : owners.codesOf(wanted.without(reached))) {
      report.add("screens.json", pointer, "unreachable_combination",
                 "no option leads to " + base::quoted(types.options[i].code) + " with the owner " +
                     base::quoted(owner));
    }
  }
}

}  // namespace policycalc::catalogue
