// The bounds of the screens, for the companies of the stories, the eleven firms and the drawn ones.
#include <algorithm>
#include <set>

#include <boost/test/unit_test.hpp>

#include "policycalc/engine/next_screen.h"

#include "bench/screen_walk.h"
#include "support/real_policies.h"

namespace policycalc::bench {
using test::realCatalogue;

namespace {

constexpr std::size_t kMedianScreens = 9;
constexpr std::size_t kMedianTaps = 25;
constexpr std::size_t kMostScreens = 12;  // for nine firms of ten
constexpr std::size_t kMostRows = 12;
constexpr std::size_t kFirstFound = 4;
constexpr std::size_t kSeeded = 200;
constexpr unsigned kSeed = 15;

struct Played {
  Firm firm;
  Walk walk;
};

/// All companies, played once.
const std::vector<Played>& everyone() {
  static const auto all = [] {
    std::vector<Played> played;
    for (const auto& firms : {storyFirms(*realCatalogue()), namedFirms(*realCatalogue()),
                              seededFirms(*realCatalogue(), kSeeded, kSeed)}) {
      for (const Firm& firm : firms) {
        const engine::Edition edition(realCatalogue(), firm.as_of);
        played.push_back({firm, walk(edition, firm.profile)});
      }
    }
    return played;
  }();
  return all;
}

template <typename Value>
std::size_t quantile(std::size_t percent, const Value& value) {
  std::vector<std::size_t> values;
  for (const Played& each : everyone()) values.push_back(value(each.walk));
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) * percent / 100];
}

std::string join(const std::set<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += id + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ScreenBounds)

BOOST_AUTO_TEST_CASE(the_screens_find_what_the_whole_profile_finds) {
  for (const Played& each : everyone()) {
    const engine::Edition edition(realCatalogue(), each.firm.as_of);
    BOOST_TEST(join(each.walk.useful) == join(usefulOf(edition, each.firm.profile)),
               each.firm.name);
  }
}

BOOST_AUTO_TEST_CASE(most_firms_need_few_screens_and_taps) {
  BOOST_TEST(quantile(50, [](const Walk& walk) { return walk.screens.size(); }) <= kMedianScreens);
  BOOST_TEST(quantile(90, [](const Walk& walk) { return walk.screens.size(); }) <= kMostScreens);
  BOOST_TEST(quantile(50, [](const Walk& walk) { return walk.taps(); }) <= kMedianTaps);
}

BOOST_AUTO_TEST_CASE(no_screen_unfolds_many_rows) {
  for (const Played& each : everyone()) {
    for (const WalkedScreen& screen : each.walk.screens) {
      BOOST_TEST(screen.rows <= kMostRows, each.firm.name << ": " << screen.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_useful_measure_comes_after_few_screens) {
  for (const Played& each : everyone()) {
    BOOST_TEST(each.walk.firstFound() <= kFirstFound, each.firm.name);
  }
}

BOOST_AUTO_TEST_CASE(no_screen_is_shown_twice) {
  for (const Played& each : everyone()) {
    std::set<std::string> different;
    for (const WalkedScreen& screen : each.walk.screens) different.insert(screen.id);
    BOOST_TEST(different.size() == each.walk.screens.size(), each.firm.name);
  }
}

// Other companies than those on which the screens were tuned.
BOOST_AUTO_TEST_CASE(other_draws_lose_nothing_either) {
  const engine::Edition edition(realCatalogue(), *base::Date::parse(kFirmDay));
  for (const unsigned seed : {1U, 2U, 3U}) {
    for (const Firm& firm : seededFirms(*realCatalogue(), kSeeded, seed)) {
      BOOST_TEST(join(walk(edition, firm.profile).useful) == join(usefulOf(edition, firm.profile)),
                 firm.name);
    }
  }
}

// The same companies on every machine, so that a bound that holds here holds there.
BOOST_AUTO_TEST_CASE(a_seed_draws_the_same_firms_again) {
  const auto once = seededFirms(*realCatalogue(), 5, kSeed);
  const auto again = seededFirms(*realCatalogue(), 5, kSeed);
  for (std::size_t i = 0; i < once.size(); ++i) {
    for (std::size_t fact = 0; fact < once[i].profile.size(); ++fact) {
      const auto index = static_cast<facts::FactIndex>(fact);
      BOOST_TEST((once[i].profile[index].options == again[i].profile[index].options));
      BOOST_TEST(once[i].profile[index].number == again[i].profile[index].number);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::bench
