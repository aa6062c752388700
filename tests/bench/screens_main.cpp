// Prints what the screens cost: for each company screens, taps, details, rows and the screen after
// which it has a useful measure; then medians, and the share found after each screen. With `--json`
// the companies and their walks instead, for the walks in the real page.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/next_screen.h"

#include "bench/screen_walk.h"
#include "bench/walks_json.h"
#include "support/real_policies.h"

namespace policycalc::bench {
namespace {

constexpr std::size_t kSeeded = 200;
constexpr unsigned kSeed = 15;

std::size_t quantile(std::vector<std::size_t> values, std::size_t percent) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[(values.size() - 1) * percent / 100];
}

/// The walks of a group of companies.
struct Tally {
  std::vector<std::size_t> screens, taps, details, rows, first;
  std::vector<std::vector<std::size_t>> found;  ///< by screen: per cent of what is found at the end
  std::size_t unequal = 0;

  void add(const Walk& walk, bool equal) {
    screens.push_back(walk.screens.size());
    taps.push_back(walk.taps());
    details.push_back(walk.details());
    rows.push_back(walk.rows());
    if (walk.firstFound() > 0) first.push_back(walk.firstFound());
    if (!equal) ++unequal;
    if (walk.useful.empty()) return;
    for (std::size_t i = 0; i < walk.screens.size(); ++i) {
      if (found.size() <= i) found.emplace_back();
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::size_t at = std::min(i, walk.screens.size() - 1);
      found[i].push_back(100 * walk.screens[at].found / walk.useful.size());
    }
  }

  void print(const char* name) const {
    std::printf("%-24s %9s %6s %6s %5s\n", name, "median", "9/10", "most", "");
    const auto line = [](const char* what, const std::vector<std::size_t>& values) {
      std::printf("  %-22s %9zu %6zu %6zu\n", what, quantile(values, 50), quantile(values, 90),
                  quantile(values, 100));
    };
    line("screens", screens);
    line("taps", taps);
    line("details", details);
    line("rows on a screen", rows);
    line("first useful after", first);
    std::printf("  found after each screen, median:");
    for (const auto& shares : found) std::printf(" %zu%%", quantile(shares, 50));
    std::printf("\n  useful measures differ from those of the whole profile: %zu of %zu\n\n",
                unequal, screens.size());
  }
};

void printWalk(const Firm& firm, const Walk& walk, const std::set<std::string>& wanted) {
  std::printf("%-44s %3zu screens %3zu taps %2zu details %2zu rows, first after %zu%s:",
              firm.name.c_str(), walk.screens.size(), walk.taps(), walk.details(), walk.rows(),
              walk.firstFound(), walk.useful == wanted ? "" : ", DIFFERS");
  for (const WalkedScreen& screen : walk.screens) {
    std::printf(" %s(%zu)", screen.id.c_str(), screen.found);
  }
  for (const std::string& id : wanted) {
    if (walk.useful.count(id) == 0) std::printf(" lost %s", id.c_str());
  }
  for (const std::string& id : walk.useful) {
    if (wanted.count(id) == 0) std::printf(" wrong %s", id.c_str());
  }
  std::printf("\n");
}

Tally play(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
           const std::vector<Firm>& firms, bool each) {
  Tally tally;
  for (const Firm& firm : firms) {
    const engine::Edition edition(catalogue, firm.as_of);
    const Walk walk = bench::walk(edition, firm.profile);
    const std::set<std::string> wanted = usefulOf(edition, firm.profile);
    const bool equal = walk.useful == wanted;
    tally.add(walk, equal);
    if (each || !equal) printWalk(firm, walk, wanted);
  }
  return tally;
}

/// Compares the choice of the next screen with the match that it follows.
void printRatio(const std::shared_ptr<const catalogue::Catalogue>& catalogue, const Firm& firm) {
  using Clock = std::chrono::steady_clock;
  constexpr int kRounds = 200;
  const engine::Edition edition(catalogue, firm.as_of);
  facts::Profile half = firm.profile;
  for (std::size_t i = half.size() / 2; i < half.size(); ++i) {
    half[static_cast<facts::FactIndex>(i)] = {};
  }
  std::vector<std::size_t> matching, choosing;  // medians, because other work may interrupt a round
  for (int i = 0; i < kRounds; ++i) {
    const Clock::time_point begin = Clock::now();
    const engine::Match match = engine::match(edition, half);
    const Clock::time_point between = Clock::now();
    (void)engine::nextScreen(edition, match, {});
    matching.push_back(static_cast<std::size_t>((between - begin).count()));
    choosing.push_back(static_cast<std::size_t>((Clock::now() - between).count()));
  }
  std::printf(
      "ratio of time, next screen to explained match: %.2f\n",
      static_cast<double>(quantile(choosing, 50)) / static_cast<double>(quantile(matching, 50)));
}

int run(const std::shared_ptr<const catalogue::Catalogue>& catalogue, bool each, unsigned seed) {
  const std::vector<Firm> named = namedFirms(*catalogue);
  const Tally stories = play(catalogue, storyFirms(*catalogue), true);
  const Tally eleven = play(catalogue, named, true);
  const Tally seeded = play(catalogue, seededFirms(*catalogue, kSeeded, seed), each);
  std::printf("\n");
  stories.print("the stories");
  eleven.print("the eleven firms");
  seeded.print("two hundred drawn firms");
  printRatio(catalogue, named[1]);
  return 0;
}

int runJson(const std::shared_ptr<const catalogue::Catalogue>& catalogue, unsigned seed) {
  std::printf("%s\n", writeWalks(catalogue, {{"stories", storyFirms(*catalogue)},
                                             {"eleven", namedFirms(*catalogue)},
                                             {"drawn", seededFirms(*catalogue, kSeeded, seed)}})
                          .c_str());
  return 0;
}

}  // namespace
}  // namespace policycalc::bench

/// With `--each`, also prints every drawn firm; `--json` prints JSON; a number is another seed.
int main(int argc, char** argv) {
  bool each = false;
  bool json = false;
  unsigned seed = policycalc::bench::kSeed;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--each") == 0) {
      each = true;
    } else if (std::strcmp(argv[i], "--json") == 0) {
      json = true;
    } else {
      seed = static_cast<unsigned>(std::strtoul(argv[i], nullptr, 10));
    }
  }
  const auto& catalogue = policycalc::test::realCatalogue();
  return json ? policycalc::bench::runJson(catalogue, seed)
              : policycalc::bench::run(catalogue, each, seed);
}
