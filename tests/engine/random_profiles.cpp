#include "engine/random_profiles.h"

#include <string>
#include <vector>

#include "policycalc/facts/industry_code.h"
#include "policycalc/facts/knowledge.h"

namespace policycalc::test {
namespace {

facts::Given anyOption(facts::OptionSet options, Random& random) {
  std::vector<facts::OptionSet> single;
  for (const std::size_t option : options) single.push_back(facts::OptionSet::of(option));
  return {true, single[below(random, single.size())], 0, {}};
}

/// A random part of the options.
facts::OptionSet anyPart(facts::OptionSet options, Random& random) {
  const std::uint64_t bits = random();
  facts::OptionSet part;
  for (const std::size_t option : options) {
    if ((bits >> option & 1U) != 0) part.add(option);
  }
  return part;
}

facts::Given anyValue(const facts::Fact& fact, Random& random) {
  constexpr std::int64_t kPeople[] = {0, 5, 9, 10, 19, 20, 100, 299, 300, 999, 1000, 5000};
  constexpr std::int64_t kYuan[] = {0,         100,        499'999,     500'000,
                                    1'000'000, 2'000'000,  3'000'000,   4'000'000,
                                    9'999'999, 20'000'000, 399'999'999, 400'000'000};
  constexpr std::int64_t kFenPerYuan = 100;
  switch (fact.type) {
    case facts::FactType::kText:
      return {true, {}, 0, "甲"};
    case facts::FactType::kBoolean:
    case facts::FactType::kChoice:
      return anyOption(fact.allOptions(), random);
    case facts::FactType::kChoices:
      return {true, anyPart(fact.allOptions(), random), 0, {}};
    case facts::FactType::kInteger:
      return {true, {}, kPeople[below(random, std::size(kPeople))], {}};
    case facts::FactType::kMoney: {
      const auto fen = static_cast<std::int64_t>(below(random, 2));
      return {true, {}, kYuan[below(random, std::size(kYuan))] * kFenPerYuan + fen, {}};
    }
    case facts::FactType::kPercent:
      return {true, {}, static_cast<std::int64_t>(below(random, 80'001)), {}};  // to 8 %
  }
  return {};
}

/// Makes code and size industry agree; gives no industry if the standard has none.
void agreeOnIndustry(const catalogue::Catalogue& catalogue, facts::Profile& profile,
                     Random& random) {
  constexpr const char* kCodes[] = {"C3985", "C13", "F",  "51",  "52", "62",   "7010",
                                    "K702",  "J66", "53", "P83", "73", "7040", "I65"};
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  facts::Given& code = profile[is.industry_code];
  do {
    code.text = kCodes[below(random, std::size(kCodes))];
  } while (!catalogue.sizeStandard().isConsistent(*facts::IndustryCode::parse(code.text)));
  const facts::OptionSet industries =
      catalogue.sizeStandard().industriesOf(*facts::IndustryCode::parse(code.text));
  profile[is.size_industry] = industries.isEmpty() ? facts::Given{} : anyOption(industries, random);
}

/// Gives the owner that the type decides, if any.
void agreeOnOwner(const catalogue::Catalogue& catalogue, facts::Profile& profile, Random& random) {
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  const facts::EntityType& type = typeOf(catalogue, profile);
  if (!type.ownership) return;
  profile[is.ownership] =
      type.ownership->isEmpty() ? facts::Given{} : anyOption(*type.ownership, random);
}

/// Removes the figures of bodies that the standard does not size.
void agreeOnFigures(const catalogue::Catalogue& catalogue, facts::Profile& profile) {
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  if (typeOf(catalogue, profile).sizing != facts::EntityType::Sizing::kAsGiven) return;
  for (const auto fact : {is.employees, is.annual_revenue, is.total_assets}) profile[fact] = {};
}

/// Removes answers to follow-ups that would not be asked.
void agreeOnDetails(const facts::Vocabulary& vocabulary, facts::Profile& profile) {
  for (std::size_t i = 0; i < profile.size(); ++i) {
    const auto fact = static_cast<facts::FactIndex>(i);
    const auto& detail_of = vocabulary.fact(fact).detail_of;
    if (detail_of && !profile[detail_of->parent].options.hasAny(detail_of->options)) {
      profile[fact] = {};
    }
  }
}

}  // namespace

const facts::EntityType& typeOf(const catalogue::Catalogue& catalogue,
                                const facts::Profile& profile) {
  const facts::Given& type = profile[catalogue.vocabulary().known().entity_type];
  return catalogue.sizeStandard().entityTypes().of(type.options.first());
}

facts::OptionSet turningStates(const facts::Vocabulary& vocabulary) {
  const facts::Fact& status = vocabulary.fact(vocabulary.known().registration_status);
  facts::OptionSet states;
  for (const char* code : {"not_yet_registered", "revoked", "deregistered"}) {
    if (const auto option = status.findOption(code)) states.add(*option);
  }
  return states;
}

facts::Profile consistentProfile(const catalogue::Catalogue& catalogue, Random& random) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::KnownFacts& is = vocabulary.known();
  const facts::SizeStandard& standard = catalogue.sizeStandard();
  facts::Profile profile(vocabulary.facts().size());
  for (std::size_t i = 0; i < profile.size(); ++i) {
    profile[static_cast<facts::FactIndex>(i)] = anyValue(vocabulary.facts()[i], random);
  }
  const facts::OptionSet states = vocabulary.fact(is.registration_status).allOptions();
  profile[is.registration_status] = anyOption(states.without(turningStates(vocabulary)), random);
  agreeOnOwner(catalogue, profile, random);
  agreeOnFigures(catalogue, profile);
  agreeOnIndustry(catalogue, profile, random);
  agreeOnDetails(vocabulary, profile);
  profile[is.enterprise_size] = {};
  const facts::Knowledge knowledge = facts::derive(profile, vocabulary, standard);
  const facts::OptionSet sizes = knowledge.facts[is.enterprise_size].options;
  if (!sizes.isEmpty()) profile[is.enterprise_size] = anyOption(sizes, random);
  return profile;
}

}  // namespace policycalc::test
