// The missing facts of open measures of the real policies, compared with an exhaustive search, and
// the end of all questions.
#include <algorithm>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "engine/answers.h"
#include "engine/turning.h"
#include "properties/missing_oracle.h"
#include "properties/profiles.h"

using namespace policycalc;
using namespace policycalc::test;
using engine::Verdict;

namespace {

constexpr std::uint64_t kSeed = 20261125;

const facts::Vocabulary& vocabulary() {
  return realCatalogue()->vocabulary();
}

template <typename Facts>
std::string namesOf(const Facts& facts) {
  std::vector<std::string> names;
  names.reserve(facts.size());
  for (const facts::FactIndex fact : facts) names.push_back(vocabulary().fact(fact).id);
  return base::join(names, " ");
}

std::string at(int round, const facts::Profile& profile) {
  return "seed " + std::to_string(kSeed) + " round " + std::to_string(round) + " " +
         jsonOf(profile, vocabulary());
}

/// Compares each open measure's `missing` with the oracle; returns how many there were.
int checkMissing(const engine::Edition& edition, const facts::Profile& profile,
                 const std::string& context) {
  MissingOracle oracle(edition, profile);
  int open = 0;
  const engine::Match match = engine::match(edition, profile);
  for (const engine::Outcome& outcome : match.outcomes) {
    if (outcome.verdict != Verdict::kUndetermined) {
      BOOST_TEST(outcome.missing.empty());
      continue;
    }
    ++open;
    const std::set<facts::FactIndex> wanted = oracle.decisive(outcome);
    BOOST_TEST(namesOf(outcome.missing) == namesOf(wanted),
               outcome.measure().id << " asks " << namesOf(outcome.missing) << ", not "
                                    << namesOf(wanted) << "; " << context);
  }
  return open;
}

const engine::Outcome& outcomeOf(const engine::Match& match, const engine::Outcome& same) {
  return *std::find_if(match.outcomes.begin(), match.outcomes.end(),
                       [&](const engine::Outcome& o) { return o.entry == same.entry; });
}

/// True if some answer overrules another one.
bool overrules(const engine::Match& match) {
  const auto& warnings = match.knowledge.warnings;
  return std::any_of(warnings.begin(), warnings.end(),
                     [](const facts::Warning& warning) { return warning.code == "overruled"; });
}

/// Changes one answer of a complete profile and finds the measures open in `partial` that change.
void checkNotLeftOut(const engine::Match& partial, const engine::Match& full,
                     const engine::Match& other, facts::FactIndex fact,
                     const std::string& context) {
  for (const engine::Outcome& outcome : partial.outcomes) {
    if (outcome.verdict != Verdict::kUndetermined) continue;
    const engine::Outcome& one = outcomeOf(full, outcome);
    const engine::Outcome& two = outcomeOf(other, outcome);
    if (one.verdict == two.verdict) continue;
    // Answers that overrule others may change a decided leaf; they are exempt.
    if (turned(outcome.applies_when, one.applies_when) ||
        turned(outcome.applies_when, two.applies_when) ||
        turned(outcome.requires_, one.requires_) || turned(outcome.requires_, two.requires_)) {
      continue;
    }
    BOOST_TEST(
        (std::find(outcome.missing.begin(), outcome.missing.end(), fact) != outcome.missing.end()),
        outcome.measure().id << " does not ask for " << vocabulary().fact(fact).id << "; "
                             << context);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Missing)

BOOST_AUTO_TEST_CASE(exactly_the_facts_that_can_change_the_verdict_are_missing) {
  constexpr int kRounds = 300;
  ProfileSource source(realCatalogue(), kSeed);
  int open = 0;
  for (int round = 0; round < kRounds; ++round) {
    const facts::Profile profile = round % 5 == 0 ? source.careless() : source.partial();
    const engine::Edition edition(realCatalogue(), source.day());
    open += checkMissing(edition, profile, at(round, profile));
  }
  BOOST_TEST(open > kRounds);
}

BOOST_AUTO_TEST_CASE(a_blank_profile_asks_exactly_for_what_counts) {
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const facts::Profile blank(vocabulary().facts().size());
  BOOST_TEST(checkMissing(edition, blank, "blank") > 100);
}

// Trade, hotels with restaurants, and information: sections whose letter leaves two industries
// open.
BOOST_AUTO_TEST_CASE(a_code_of_two_industries_asks_for_the_industry_only_where_it_counts) {
  constexpr int kRounds = 60;
  ProfileSource source(realCatalogue(), kSeed);
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const facts::KnownFacts& is = vocabulary().known();
  bool asked = false;
  bool spared = false;
  for (const char* code : {"F", "H", "I"}) {
    for (int round = 0; round < kRounds; ++round) {
      facts::Profile profile(vocabulary().facts().size());
      profile[is.district] = source.valueOf(is.district);
      profile[is.industry_code] = {true, {}, 0, code};
      if (round % 2 == 0) profile[is.employees] = source.valueOf(is.employees);
      if (round % 3 == 0) profile[is.annual_revenue] = source.valueOf(is.annual_revenue);
      checkMissing(edition, profile, at(round, profile));
      const engine::Match match = engine::match(edition, profile);
      const auto size_industry = [&](const engine::Question& q) {
        return q.fact == is.size_industry;
      };
      const auto employees = [&](const engine::Question& q) { return q.fact == is.employees; };
      const bool open = std::any_of(match.questions.begin(), match.questions.end(), employees);
      const bool asks = std::any_of(match.questions.begin(), match.questions.end(), size_industry);
      asked = asked || asks;
      spared = spared || (open && !asks);
    }
  }
  BOOST_TEST(asked);
  BOOST_TEST(spared);
}

// The same from the other side and through the whole program: of a complete profile one answer is
// exchanged, and what turns was asked for before.
BOOST_AUTO_TEST_CASE(no_fact_that_turns_a_verdict_was_left_out) {
  constexpr int kRounds = 200;
  constexpr int kFacts = 25;
  ProfileSource source(realCatalogue(), kSeed + 1);
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const facts::KnownFacts& is = vocabulary().known();
  for (int round = 0; round < kRounds; ++round) {
    facts::Profile full = source.complete();
    facts::Profile profile = full;
    const auto count = static_cast<facts::FactIndex>(profile.size());
    for (facts::FactIndex i = 0; i < count; ++i) {
      if (below(source.random(), 2) == 0) profile[i] = {};
    }
    // The size is asked for only where nothing else can tell it, and the industry never by its
    // code.
    if (!profile[is.enterprise_size].known) full[is.enterprise_size] = {};
    if (!profile[is.industry_code].known) full[is.industry_code] = {};
    const engine::Match partial = engine::match(edition, profile);
    const engine::Match complete = engine::match(edition, full);
    for (int i = 0; i < kFacts; ++i) {
      const auto fact = static_cast<facts::FactIndex>(below(source.random(), profile.size()));
      const bool derived = fact == is.enterprise_size || fact == is.industry_code;
      // Where a code names an industry without a standard, the size itself is asked for.
      const bool has_code = fact == is.size_industry && profile[is.industry_code].known;
      if (profile[fact].known || has_code || derived || fact == is.registration_status) continue;
      facts::Profile changed = full;
      changed[fact] = source.valueOf(fact);
      const engine::Match other = engine::match(edition, changed);
      if (overrules(other)) continue;  // no question asks whether an answer is wrong
      checkNotLeftOut(partial, complete, other, fact,
                      at(round, profile) + " completed " + jsonOf(full, vocabulary()));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Questions)

BOOST_AUTO_TEST_CASE(answering_the_first_question_again_and_again_leaves_nothing_open) {
  constexpr int kRounds = 300;
  ProfileSource source(realCatalogue(), kSeed + 2);
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  std::size_t longest = 0;
  for (int round = 0; round < kRounds; ++round) {
    facts::Profile profile(vocabulary().facts().size());
    if (round % 3 != 0) profile = source.careless();
    const std::string context = at(round, profile);
    engine::Match match = engine::match(edition, profile);
    std::size_t steps = 0;
    while (!match.questions.empty()) {
      const facts::FactIndex fact = match.questions.front().fact;
      BOOST_TEST_REQUIRE(!profile[fact].known, vocabulary().fact(fact).id << " again; " << context);
      profile[fact] = source.valueOf(fact);
      match = engine::match(edition, profile);
      ++steps;
    }
    BOOST_TEST_REQUIRE(match.counts[static_cast<std::size_t>(Verdict::kUndetermined)] == 0,
                       context << " answered " << jsonOf(profile, vocabulary()));
    longest = std::max(longest, steps);
  }
  BOOST_TEST(longest > 10U);
  BOOST_TEST(longest <= vocabulary().facts().size());
}

BOOST_AUTO_TEST_SUITE_END()
