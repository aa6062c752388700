#include "app/bench/made_firms.h"

#include <random>

#include "policycalc/json/writer.h"

namespace policycalc::app {
namespace {

using facts::FactType;

constexpr unsigned kSeed = 20261130;
/// In the unit of a profile: staff; fen, of which this is 10 million yuan; millionths.
constexpr unsigned kMostStaff = 400;
constexpr std::int64_t kMostFen = 1'000'000'000;
constexpr std::int64_t kMostShare = 1'000'000;

/// Draws answers. Only the generator's raw numbers are used, which are the same everywhere.
class Draw {
 public:
  explicit Draw(const facts::Vocabulary& vocabulary) : vocabulary_(vocabulary), random_(kSeed) {}

  facts::Profile firm() {
    facts::Profile profile(vocabulary_.facts().size());
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const auto fact = static_cast<facts::FactIndex>(i);
      profile[fact] = answer(vocabulary_.fact(fact));
    }
    return profile;
  }

 private:
  std::int64_t below(std::int64_t bound) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
  }

  /// Unknown for a text: names and codes decide nothing.
  facts::Given answer(const facts::Fact& fact) {
    switch (fact.type) {
      case FactType::kText:
        return {};
      case FactType::kBoolean:
        return {true, facts::OptionSet::of(random_() % 2), 0, {}};
      case FactType::kChoice:
        return {true, facts::OptionSet::of(random_() % fact.options.size()), 0, {}};
      case FactType::kChoices: {
        facts::OptionSet some;
        if (random_() % 2 == 0) some.add(random_() % fact.options.size());
        return {true, some, 0, {}};
      }
      case FactType::kInteger:
        return {true, {}, below(kMostStaff), {}};
      case FactType::kMoney:
        return {true, {}, below(kMostFen), {}};
      case FactType::kPercent:
        return {true, {}, below(kMostShare), {}};
    }
    return {};
  }

  const facts::Vocabulary& vocabulary_;
  std::mt19937 random_;
};

/// The cell of an answer in a column that is named like its fact.
std::string cellOf(const facts::Given& given, const facts::Fact& fact) {
  if (!given.known) return {};
  if (facts::isNumeric(fact.type)) return facts::toDecimal(given.number, fact.type).toString();
  std::string cell;
  for (const std::string& code : fact.codesOf(given.options)) {
    cell += (cell.empty() ? "" : ";") + code;
  }
  return cell;
}

}  // namespace

MadeFirms makeFirms(const facts::Vocabulary& vocabulary, std::size_t count) {
  Draw draw(vocabulary);
  MadeFirms made;
  made.csv = "id";
  for (const facts::Fact& fact : vocabulary.facts()) made.csv += "," + fact.id;
  made.csv += '\n';
  for (std::size_t i = 0; i < count; ++i) {
    const facts::Profile& profile = made.profiles.emplace_back(draw.firm());
    json::Writer writer;
    facts::writeProfile(writer, profile, vocabulary);
    made.bodies.push_back(writer.take());
    made.lines += made.bodies.back() + '\n';
    made.csv += std::to_string(i);
    for (std::size_t fact = 0; fact < profile.size(); ++fact) {
      const auto index = static_cast<facts::FactIndex>(fact);
      made.csv += "," + cellOf(profile[index], vocabulary.fact(index));
    }
    made.csv += '\n';
  }
  return made;
}

}  // namespace policycalc::app
