#include <algorithm>

#include "policycalc/engine/columns.h"

namespace policycalc::engine {

using facts::FactIndex;
using facts::FactType;
using facts::OptionSet;

ColumnBlock::ColumnBlock(const CompiledEdition& compiled)
    : compiled_(compiled), places_(compiled.catalogue().vocabulary().facts().size()) {
  const facts::Vocabulary& vocabulary = compiled.catalogue().vocabulary();
  const auto read_fact = [&](FactIndex fact) { read(fact, vocabulary.fact(fact).type); };
  bool derives = false;
  for (const CompiledEdition::OptionTests& tests : compiled.optionTests()) {
    read_fact(tests.fact);
    derives = derives || tests.source != CompiledEdition::Source::kGiven;
  }
  for (const CompiledEdition::NumberTests& tests : compiled.numberTests()) read_fact(tests.fact);
  for (const CompiledEdition::DifferenceTest& test : compiled.differenceTests()) {
    read_fact(test.left);
    read_fact(test.right);
  }
  for (const CompiledEdition::OtherTest& test : compiled.otherTests()) {
    for (const FactIndex fact : test.facts) read_fact(fact);
  }
  if (!derives) return;
  const facts::KnownFacts& is = vocabulary.known();
  for (const FactIndex fact :
       {is.entity_type, is.ownership, is.size_industry, is.enterprise_size}) {
    read_fact(fact);
  }
  const facts::SizeStandard& standard = compiled.catalogue().sizeStandard();
  for (const std::size_t option : vocabulary.fact(is.size_industry).allOptions()) {
    const facts::SizeStandard::Industry* industry = standard.find(option);
    if (industry == nullptr) continue;
    for (const auto& indicator : industry->indicators) read_fact(indicator.fact);
  }
  codes_.resize(kBlockRows);
}

void ColumnBlock::read(FactIndex fact, FactType type) {
  Place& place = places_[fact];
  if (place.kind != Kind::kUnread) return;
  if (facts::isNumeric(type)) {
    place = {Kind::kNumber, static_cast<std::uint16_t>(numbers_.size())};
    numbers_.emplace_back();
  } else if (type == FactType::kChoices) {
    place = {Kind::kList, static_cast<std::uint16_t>(lists_.size())};
    lists_.emplace_back();
  } else {
    place = {Kind::kOption, static_cast<std::uint16_t>(options_.size())};
    options_.emplace_back();
  }
  facts_.push_back(fact);
}

std::size_t ColumnBlock::addRow() {
  const std::size_t row = rows_++;
  if (row % 64 == 0) {
    // The first row of a word forgets what the block held before.
    const std::size_t word = row / 64;
    for (OptionColumn& column : options_) std::fill_n(column.options.begin() + row, 64, kNoOption);
    for (ListColumn& column : lists_) {
      column.known.words[word] = 0;
      std::fill_n(column.sets.begin() + row, 64, OptionSet());
    }
    for (NumberColumn& column : numbers_) {
      column.known.words[word] = 0;
      std::fill_n(column.numbers.begin() + row, 64, 0);
    }
    if (!codes_.empty())
      std::fill_n(codes_.begin() + static_cast<std::ptrdiff_t>(row), 64, facts::CodeReading());
  }
  return row;
}

void ColumnBlock::add(const facts::Profile& profile) {
  const std::size_t row = addRow();
  for (const FactIndex fact : facts_) {
    const facts::Given& given = profile[fact];
    if (!given.known) continue;
    const Place place = places_[fact];
    if (place.kind == Kind::kOption) {
      options_[place.at].options[row] = static_cast<std::uint8_t>(given.options.first());
    } else if (place.kind == Kind::kList) {
      setList(row, fact, given.options);
    } else {
      setNumber(row, fact, given.number);
    }
  }
  if (codes_.empty()) return;
  const catalogue::Catalogue& catalogue = compiled_.catalogue();
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  const facts::Given& code = profile[is.industry_code];
  if (code.known && !profile[is.size_industry].known) {
    codes_[row] = facts::readCode(code, catalogue.sizeStandard());
  }
}

void ColumnBlock::setOption(std::size_t row, FactIndex fact, std::size_t option) {
  const Place place = places_[fact];
  if (place.kind != Kind::kOption) return;
  options_[place.at].options[row] = static_cast<std::uint8_t>(option);
}

void ColumnBlock::setList(std::size_t row, FactIndex fact, OptionSet options) {
  const Place place = places_[fact];
  if (place.kind != Kind::kList) return;
  lists_[place.at].sets[row] = options;
  lists_[place.at].known.add(row);
}

void ColumnBlock::setNumber(std::size_t row, FactIndex fact, std::int64_t number) {
  const Place place = places_[fact];
  if (place.kind != Kind::kNumber) return;
  numbers_[place.at].numbers[row] = number;
  numbers_[place.at].known.add(row);
}

void ColumnBlock::setIndustryCode(std::size_t row, const facts::CodeReading& reading) {
  if (!codes_.empty()) codes_[row] = reading;
}

const ColumnBlock::OptionColumn* ColumnBlock::options(FactIndex fact) const {
  const Place place = places_[fact];
  return place.kind == Kind::kOption ? &options_[place.at] : nullptr;
}

const ColumnBlock::ListColumn* ColumnBlock::list(FactIndex fact) const {
  const Place place = places_[fact];
  return place.kind == Kind::kList ? &lists_[place.at] : nullptr;
}

const ColumnBlock::NumberColumn* ColumnBlock::numbers(FactIndex fact) const {
  const Place place = places_[fact];
  return place.kind == Kind::kNumber ? &numbers_[place.at] : nullptr;
}

}  // namespace policycalc::engine
