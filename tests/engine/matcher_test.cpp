// One matcher for many profiles answers each as a new one would.
#include "policycalc/engine/matcher.h"

#include <sstream>

#include <boost/test/unit_test.hpp>

#include "engine/answers.h"
#include "engine/random_rules.h"
#include "properties/profiles.h"

namespace policycalc::test {
namespace {

constexpr std::uint64_t kSeed = 20261130;

void write(std::ostream& out, const engine::Outcome& outcome) {
  out << outcome.measure().id << ' ' << toString(outcome.verdict) << ' '
      << outcome.one_condition_away << ' ';
  for (const criteria::Truth truth : outcome.truths) out << static_cast<int>(truth);
  for (const facts::FactIndex fact : outcome.missing) out << " ?" << fact;
  for (const engine::Unmet& unmet : outcome.unmet) {
    out << " !" << unmet.at << (unmet.gap ? unmet.gap->value.toString() : "-");
  }
  for (const engine::AmountAnswer& amount : outcome.amounts) {
    out << " =" << toString(amount.status) << (amount.value ? amount.value->toString() : "-")
        << amount.formula << amount.paid;
  }
  out << '\n';
}

/// All that a match says.
std::string textOf(const engine::Match& match) {
  std::ostringstream out;
  for (const engine::Outcome& outcome : match.outcomes) write(out, outcome);
  for (const int count : match.counts) out << count << ' ';
  out << match.totals.certain.toString() << ' ' << match.totals.conditional.toString() << ' '
      << match.totals.uncounted << ' ' << match.totals.certain_awards;
  for (const engine::Question& question : match.questions) {
    out << ' ' << question.fact << ':' << question.decides;
  }
  out << (match.county != nullptr ? match.county->id : "-");
  for (const catalogue::Clause* measure : match.after_registration) out << ' ' << measure->id;
  for (const facts::Derivation& derivation : match.knowledge.derivations) {
    out << '\n' << derivation.fact << derivation.possible.bits() << derivation.because;
  }
  for (const facts::Warning& warning : match.knowledge.warnings) out << '\n' << warning.message;
  return out.str();
}

void check(const std::shared_ptr<const catalogue::Catalogue>& catalogue, std::uint64_t seed,
           int rounds) {
  ProfileSource source(catalogue, seed);
  const engine::Edition edition(catalogue, source.day());
  engine::Matcher matcher(edition);
  std::vector<bool> chosen;
  for (std::size_t i = 0; i < edition.entries().size(); ++i) chosen.push_back(i % 3 != 0);
  for (int round = 0; round < rounds; ++round) {
    const facts::Profile profile = round % 2 == 0 ? source.partial() : source.careless();
    const std::string wanted = textOf(engine::match(edition, profile));
    const std::string got = textOf(matcher.take(profile));
    BOOST_TEST_REQUIRE(got == wanted, "seed " << seed << ", round " << round << ": "
                                              << jsonOf(profile, catalogue->vocabulary()) << '\n'
                                              << got << "\n--\n"
                                              << wanted);
    if (round % 8 == 0) {
      const auto some = engine::chosenOf(engine::match(edition, profile), edition, chosen);
      BOOST_TEST_REQUIRE(textOf(matcher.take(profile, chosen)) == textOf(some));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OneMatcher)

BOOST_AUTO_TEST_CASE(later_profiles_of_the_real_policies_are_answered_as_the_first) {
  for (std::uint64_t part = 0; part < 4; ++part) check(realCatalogue(), kSeed + part, 500);
}

BOOST_AUTO_TEST_CASE(later_profiles_of_random_rules_are_answered_as_the_first) {
  Random random(kSeed);
  for (std::uint64_t i = 0; i < 40; ++i) check(anyRules(random, 12), kSeed + i, 100);
}

// The questions about a size turn with the figures, of which the truths of the tests say nothing.
BOOST_AUTO_TEST_CASE(figures_that_narrow_the_size_change_what_is_missing) {
  const auto catalogue = realCatalogue();
  const engine::Edition edition(catalogue, dateOf("2026-11-25"));
  engine::Matcher matcher(edition);
  for (int again = 0; again < 3; ++again) {
    for (const char* text :
         {R"({"district": "360702", "size_industry": "industry"})",
          R"({"district": "360702", "size_industry": "industry", "employees": 10})",
          R"({"district": "360702", "size_industry": "industry", "employees": 500})",
          R"({"district": "360702", "entity_type": "company"})"}) {
      const facts::Profile profile = readProfile(*catalogue, text);
      BOOST_TEST(textOf(matcher.take(profile)) == textOf(engine::match(edition, profile)), text);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_pool_lends_what_was_given_back) {
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  engine::MatcherPool pool(edition);
  const engine::Matcher* lent = nullptr;
  {
    const engine::MatcherPool::Lease one(pool);
    const engine::MatcherPool::Lease other(pool);
    BOOST_TEST(&*one != &*other);
    lent = &*one;  // the last that is given back
  }
  const engine::MatcherPool::Lease again(pool);
  BOOST_TEST(&*again == lent);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
