// Prints how fast profiles are matched, way by way, as ratios to the plain walk over the trees. The
// ways take turns, so that a machine that slows down slows all of them. Bench code, not a check.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "policycalc/engine/columns.h"
#include "policycalc/engine/explained_row.h"
#include "policycalc/engine/match.h"
#include "policycalc/engine/row.h"

#include "app/bench/made_firms.h"
#include "bench/firms.h"
#include "bench/made_rules.h"
#include "engine/reference.h"
#include "support/real_policies.h"

namespace policycalc::bench {
namespace {

using Form = engine::ColumnMatcher::Form;

constexpr unsigned kSeed = 20261130;

/// A way of matching all profiles once.
struct Way {
  std::string name;
  std::function<void()> run;
  std::vector<double> seconds;

  double median() {
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
  }
};

/// The time that this program has computed: others on the machine do not count.
double processorSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Runs the ways in turn, each once a round.
void alternate(std::vector<Way>& ways, int rounds) {
  for (int round = 0; round <= rounds; ++round) {
    for (Way& way : ways) {
      const double begin = processorSeconds();
      way.run();
      if (round > 0) way.seconds.push_back(processorSeconds() - begin);
    }
  }
}

/// Something that the compiler cannot leave out.
volatile unsigned sink = 0;

/// Those of `policycalc bench`.
std::vector<facts::Profile> firms(const catalogue::Catalogue& catalogue) {
  return app::makeFirms(catalogue.vocabulary(), engine::kBlockRows).profiles;
}

/// The profiles with a part of their answers, as people give them on the way.
std::vector<facts::Profile> half(std::vector<facts::Profile> profiles) {
  std::mt19937 random(kSeed);
  for (facts::Profile& profile : profiles) {
    for (std::size_t i = 0; i < profile.size(); ++i) {
      if (random() % 2 == 0) profile[static_cast<facts::FactIndex>(i)] = {};
    }
  }
  return profiles;
}

void print(std::vector<Way>& ways, std::size_t profiles) {
  const double walk = ways.front().median();
  for (Way& way : ways) {
    const double seconds = way.median();
    std::printf("  %-38s %12.0f profiles/s %9.3f us  %8.1f x\n", way.name.c_str(),
                static_cast<double>(profiles) / seconds,
                1e6 * seconds / static_cast<double>(profiles), walk / seconds);
  }
}

/// All ways of matching some profiles.
class Ways {
 public:
  Ways(const engine::Edition& edition, const std::vector<facts::Profile>& profiles)
      : edition_(edition),
        profiles_(profiles),
        row_(edition.compiled()),
        explained_(edition),
        block_(edition.compiled()),
        filled_(edition.compiled()),
        portable_(edition.compiled(), Form::kPortable),
        fastest_(edition.compiled(), Form::kFastest) {
    for (const facts::Profile& profile : profiles) filled_.add(profile);
  }

  std::vector<Way> all() {
    std::vector<Way> ways = rows();
    addColumns(ways);
    return ways;
  }

 private:
  /// A way that works on one profile after another.
  template <typename Work>
  Way each(std::string name, const Work& work) {
    return {std::move(name),
            [this, work] {
              for (const facts::Profile& profile : profiles_) {
                sink = sink + static_cast<unsigned>(work(profile));
              }
            },
            {}};
  }

  std::vector<Way> rows() {
    return {each("walk over the trees (reference)",
                 [this](const facts::Profile& profile) {
                   return test::referenceAnswer(edition_, profile).measures.size();
                 }),
            each("row, verdicts",
                 [this](const facts::Profile& profile) {
                   row_.take(profile);
                   return row_.verdict(0);
                 }),
            each("engine::verdicts()",
                 [this](const facts::Profile& profile) {
                   return engine::verdicts(edition_, profile)[0];
                 }),
            each("row, explained as data",
                 [this](const facts::Profile& profile) {
                   explained_.take(profile);
                   return explained_.outcomes()[0].verdict;
                 }),
            each("engine::match(), explained with words", [this](const facts::Profile& profile) {
              return engine::match(edition_, profile).counts[0];
            })};
  }

  void take(engine::ColumnMatcher& matcher, const engine::ColumnBlock& block) {
    matcher.take(block);
    sink = sink + static_cast<unsigned>(matcher.verdict(0, 0));
  }

  void addColumns(std::vector<Way>& ways) {
    const bool avx2 = engine::ColumnMatcher::hasAvx2();
    ways.push_back({"columns, portable", [this] { take(portable_, filled_); }, {}});
    ways.push_back({avx2 ? "columns, AVX2" : "columns, fastest (no AVX2)",
                    [this] { take(fastest_, filled_); },
                    {}});
    ways.push_back({"columns, filled from profiles too",
                    [this] {
                      block_.clear();
                      for (const facts::Profile& profile : profiles_) block_.add(profile);
                      take(fastest_, block_);
                    },
                    {}});
  }

  const engine::Edition& edition_;
  const std::vector<facts::Profile>& profiles_;
  engine::Row row_;
  engine::ExplainedRow explained_;
  engine::ColumnBlock block_;
  engine::ColumnBlock filled_;
  engine::ColumnMatcher portable_;
  engine::ColumnMatcher fastest_;
};

void compareWays(const char* title, const engine::Edition& edition,
                 const std::vector<facts::Profile>& profiles, int rounds) {
  Ways ways(edition, profiles);
  std::vector<Way> all = ways.all();
  alternate(all, rounds);
  const engine::CompiledEdition& compiled = edition.compiled();
  std::printf("%s: %zu measures, %zu rules, %zu slots, %zu gates, one core\n", title,
              edition.entries().size(), compiled.rules().size(), compiled.slots(),
              compiled.gates().size());
  print(all, profiles.size());
}

/// The verdicts of all measures row by row, without other ways in between, beside what they must
/// reach.
void tellRows(const engine::Edition& edition, const std::vector<facts::Profile>& profiles,
              int rounds) {
  constexpr double kMust = 1e6;
  constexpr int kPasses = 8;
  engine::Row row(edition.compiled());
  std::vector<Way> ways{{"rows",
                         [&] {
                           for (int pass = 0; pass < kPasses; ++pass) {
                             for (const facts::Profile& profile : profiles) row.take(profile);
                           }
                           sink = sink + static_cast<unsigned>(row.verdict(0));
                         },
                         {}}};
  alternate(ways, rounds);
  const double rate = kPasses * static_cast<double>(profiles.size()) / ways.front().median();
  std::printf("  verdicts row by row %.0f whole profiles/s  >= %.0f  %s\n", rate, kMust,
              rate >= kMust ? "met" : "missed");
}

/// The seconds of a profile as a row and in columns.
struct Cost {
  std::size_t measures = 0;
  std::size_t rules = 0;
  std::size_t slots = 0;
  double row = 0;
  double columns = 0;
};

Cost costOf(std::size_t measures, int rounds) {
  const auto catalogue = madeRules(measures);
  const engine::Edition edition(catalogue, *base::Date::parse(kFirmDay));
  const std::vector<facts::Profile> profiles = madeProfiles(*catalogue, engine::kBlockRows);
  engine::Row row(edition.compiled());
  engine::ColumnBlock block(edition.compiled());
  for (const facts::Profile& profile : profiles) block.add(profile);
  engine::ColumnMatcher matcher(edition.compiled());
  std::vector<Way> ways{{"row",
                         [&] {
                           for (const facts::Profile& profile : profiles) row.take(profile);
                           sink = sink + static_cast<unsigned>(row.verdict(0));
                         },
                         {}},
                        {"columns",
                         [&] {
                           matcher.take(block);
                           sink = sink + static_cast<unsigned>(matcher.verdict(0, 0));
                         },
                         {}}};
  alternate(ways, rounds);
  const auto count = static_cast<double>(profiles.size());
  return {measures, edition.compiled().rules().size(), edition.compiled().slots(),
          ways[0].median() / count, ways[1].median() / count};
}

/// The cost of a profile while the measures grow and share their comparisons.
void growMeasures(bool quick) {
  std::printf("measures that share comparisons\n");
  std::vector<Cost> costs;
  for (const std::size_t measures : std::array<std::size_t, 3>{125, 1'250, 12'500}) {
    if (quick && measures > 1'250) break;
    costs.push_back(costOf(measures, quick ? 1 : 9));
    const Cost& one = costs.back();
    const Cost& first = costs.front();
    std::printf(
        "  %6zu measures (%.0f x), %5zu rules, %5zu slots: row %8.3f us (%.1f x), columns %8.4f us "
        "(%.1f x)\n",
        one.measures, static_cast<double>(one.measures) / static_cast<double>(first.measures),
        one.rules, one.slots, 1e6 * one.row, one.row / first.row, 1e6 * one.columns,
        one.columns / first.columns);
  }
  const Cost& first = costs.front();
  const Cost& last = costs.back();
  const double times = static_cast<double>(last.measures) / static_cast<double>(first.measures);
  const double growth = std::max(last.row / first.row, last.columns / first.columns);
  std::printf("  cost grows %.1f x with %.0f x the measures  < %.0f x  %s\n", growth, times, times,
              growth < times ? "met" : "missed");
}

}  // namespace
}  // namespace policycalc::bench

int main(int argc, char** argv) {
  using namespace policycalc;
  const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
  if (argc > 1 && std::strcmp(argv[1], "--growth") == 0) {
    bench::growMeasures(false);
    return 0;
  }
  const int rounds = quick ? 1 : 15;
  const auto& catalogue = test::realCatalogue();
  const engine::Edition edition(catalogue, *base::Date::parse(bench::kFirmDay));
  const std::vector<facts::Profile> profiles = bench::firms(*catalogue);
  bench::compareWays("whole profiles", edition, profiles, rounds);
  bench::tellRows(edition, profiles, rounds);
  bench::compareWays("half of the answers", edition, bench::half(profiles), rounds);
  bench::growMeasures(quick);
  return 0;
}
