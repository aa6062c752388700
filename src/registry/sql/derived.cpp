#include "registry/sql/derived.h"

#include "registry/sql/fact_columns.h"
#include "registry/sql/industry.h"
#include "registry/sql/possible.h"

namespace policycalc::registry::sql {
namespace {

using facts::EntityType;
using facts::Fact;
using facts::OptionSet;
using facts::SizeStandard;

/// The facts that decide size and owner.
struct Body {
  explicit Body(const catalogue::Catalogue& catalogue)
      : standard(catalogue.sizeStandard()),
        type(catalogue.vocabulary().fact(catalogue.vocabulary().known().entity_type)),
        owner(catalogue.vocabulary().fact(catalogue.vocabulary().known().ownership)),
        size(catalogue.vocabulary().fact(catalogue.vocabulary().known().enterprise_size)) {}

  const SizeStandard& standard;
  const Fact& type;
  const Fact& owner;
  const Fact& size;
};

/// The classes from micro up to the band of one indicator; all of them if its fact is unknown.
Expression upToBand(const SizeStandard::Indicator& indicator, const Fact& fact) {
  Case classes;
  for (std::size_t band = 0; band < indicator.lower_bounds.size(); ++band) {
    classes.when(binary(given(fact), "<", number(indicator.lower_bounds[band])),
                 mask(OptionSet::firstOf(band + 1)));
  }
  return classes.otherwise(mask(OptionSet::firstOf(SizeStandard::kClasses)));
}

/// The lowest band over the indicators of an industry. Sets of classes from micro upwards lie in
/// each other, so what all indicators share is the set of the lowest.
Expression sizesIn(const SizeStandard::Industry& industry, const facts::Vocabulary& vocabulary) {
  std::vector<Expression> known;
  Expression up_to;
  for (const SizeStandard::Indicator& indicator : industry.indicators) {
    const Fact& fact = vocabulary.fact(indicator.fact);
    known.push_back(isKnown(given(fact)));
    const Expression own = upToBand(indicator, fact);
    up_to = up_to.text.empty() ? own : binary(up_to, "&", own);
  }
  const Expression highest = binary(up_to, "-", binary(up_to, ">>", number(1)));
  return Case().when(all(known), highest).otherwise(up_to);
}

Expression sizesByFigures(const catalogue::Catalogue& catalogue, const Body& body) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const OptionSet all_industries = vocabulary.fact(vocabulary.known().size_industry).allOptions();
  const Expression industries = possibleIndustries(vocabulary);
  Expression sizes;
  for (const std::size_t option : all_industries) {
    const Expression own = Case()
                               .when(shareOption(industries, mask(OptionSet::of(option))),
                                     sizesIn(*body.standard.find(option), vocabulary))
                               .otherwise(mask({}));
    sizes = sizes.text.empty() ? own : binary(sizes, "|", own);
  }
  const Expression every = mask(body.size.allOptions());
  return Case()
      .when(isOutsideStandard(), every)
      .when(binary(industries, "=", mask(all_industries)), every)
      .otherwise(sizes);
}

/// The bit for a body that may have no size, or no mask.
Expression maybeNoSize(const Body& body) {
  const facts::EntityTypes& types = body.standard.entityTypes();
  if (!types.mayHaveNoSize()) return mask({});
  const OptionSet owners = types.ownersWithoutSize() & body.owner.allOptions();
  std::vector<Expression> owner_fits{isUnknown(given(body.owner))};
  if (!owners.isEmpty()) owner_fits.push_back(oneOf(given(body.owner), body.owner.codesOf(owners)));
  return Case()
      .when(all({isUnknown(given(body.type)), isUnknown(given(body.size)), any(owner_fits)}),
            mask(noneOf(body.size)))
      .otherwise(mask({}));
}

void addSizing(const Body& body, EntityType::Sizing sizing, const Expression& value, Case& sizes) {
  const OptionSet types = body.standard.entityTypes().sized(sizing);
  if (!types.isEmpty()) sizes.when(oneOf(given(body.type), body.type.codesOf(types)), value);
}

Expression possibleSizes(const Body& body) {
  const Expression by_figures = column("size_by_figures");
  const Expression given_size = givenMask(body.size);
  const Expression narrowed =
      Case().when(shareOption(given_size, by_figures), given_size).otherwise(by_figures);
  Case sizes;
  addSizing(body, EntityType::Sizing::kNone, mask({}), sizes);
  addSizing(body, EntityType::Sizing::kAsGiven, orElse(given_size, mask(body.size.allOptions())),
            sizes);
  return sizes.otherwise(binary(narrowed, "|", maybeNoSize(body)));
}

/// The owner that each type decides, unless it lets the given one count.
void addOwnersOfTypes(const Body& body, Case& owners) {
  for (const std::size_t option : body.type.allOptions()) {
    const EntityType& decides = body.standard.entityTypes().of(option);
    if (!decides.ownership) continue;
    const Expression is_type = oneOf(given(body.type), {body.type.options[option].code});
    if (!decides.ownership_as_given.isEmpty()) {
      const Expression counts =
          oneOf(given(body.owner), body.owner.codesOf(decides.ownership_as_given));
      owners.when(all({is_type, counts}), givenMask(body.owner));
    }
    owners.when(is_type, mask(*decides.ownership));
  }
}

Expression possibleOwners(const Body& body) {
  const OptionSet every = body.owner.allOptions();
  Case owners;
  addOwnersOfTypes(body, owners);
  owners.when(isKnown(given(body.owner)), givenMask(body.owner));
  if (body.standard.entityTypes().mayHaveNoOwner()) {
    // A body with a given size is an enterprise, and every enterprise has an owner.
    owners.when(all({isUnknown(given(body.type)), isUnknown(given(body.size))}),
                mask(every | noneOf(body.owner)));
  }
  return owners.otherwise(mask(every));
}

}  // namespace

bool isDerived(const facts::KnownFacts& known, facts::FactIndex fact) {
  return fact == known.ownership || fact == known.size_industry || fact == known.enterprise_size;
}

std::vector<Stage> sizeStages(const catalogue::Catalogue& catalogue) {
  const Body body(catalogue);
  return {{"figures", {{"size_by_figures", sizesByFigures(catalogue, body), {}}}},
          {"size", {{possibleName(body.size), possibleSizes(body), {}}}}};
}

Stage ownerStage(const catalogue::Catalogue& catalogue) {
  const Body body(catalogue);
  return {"owner", {{possibleName(body.owner), possibleOwners(body), {}}}};
}

}  // namespace policycalc::registry::sql
