// Owner, industry and size of a block of profiles.
#include "policycalc/engine/columns.h"

namespace policycalc::engine {
namespace {

using facts::FactIndex;
using facts::OptionSet;

OptionSet optionOf(const ColumnBlock::OptionColumn& column, std::size_t row) {
  const std::uint8_t option = column.options[row];
  return option == ColumnBlock::kNoOption ? OptionSet() : OptionSet::of(option);
}

}  // namespace

void ColumnMatcher::deriveBody(const ColumnBlock& block) {
  const catalogue::Catalogue& catalogue = compiled_.catalogue();
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  const facts::EntityTypes& types = catalogue.sizeStandard().entityTypes();
  const facts::BodyRules& rules = compiled_.bodyRules();
  const ColumnBlock::OptionColumn& type = *block.options(is.entity_type);
  const ColumnBlock::OptionColumn& ownership = *block.options(is.ownership);
  const ColumnBlock::OptionColumn& industry_given = *block.options(is.size_industry);
  const ColumnBlock::OptionColumn& size_given = *block.options(is.enterprise_size);
  for (DerivedColumn& column : derived_) {
    column.known = {};
    column.none = {};
  }
  const auto set = [](DerivedColumn& column, std::size_t row, OptionSet possible, bool or_none) {
    column.sets[row] = possible;
    if (or_none) column.none.add(row);
    if (!or_none && isSettled(possible)) column.known.add(row);
  };
  for (std::size_t row = 0; row < rows_; ++row) {
    facts::BodyAnswers answers;
    const std::uint8_t option = type.options[row];
    if (option != ColumnBlock::kNoOption) answers.type = &types.of(option);
    answers.ownership = optionOf(ownership, row);
    answers.size_industry = optionOf(industry_given, row);
    answers.enterprise_size = optionOf(size_given, row);
    answers.code = block.industryCode(row);
    const facts::OwnerFound owner = rules.ownerOf(answers);
    const facts::IndustryFound industry = rules.industryOf(answers);
    const facts::SizeFound size =
        rules.sizeOf(answers, industry, [&](FactIndex fact) -> std::optional<std::int64_t> {
          const ColumnBlock::NumberColumn& column = *block.numbers(fact);
          if (!column.known.has(row)) return {};
          return column.numbers[row];
        });
    set(derived_[0], row, owner.possible, owner.or_none);
    set(derived_[1], row, industry.possible, false);
    set(derived_[2], row, size.possible, size.or_none);
  }
}

}  // namespace policycalc::engine
