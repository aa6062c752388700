// `policycalc bench`: how fast this program matches on this machine.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <memory>

#include "policycalc/base/text.h"
#include "policycalc/json/writer.h"

#include "app/bench/figures.h"
#include "app/bench/ways.h"
#include "app/clock.h"
#include "app/commands.h"
#include "app/policies_folder.h"

namespace policycalc::app {
namespace {

constexpr int kMostSeconds = 3600;

struct BenchOptions {
  int seconds = 5;
  std::string format = "text";
};

/// The time that this program has computed: others on the machine do not count.
double processorSeconds() {
  std::timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  constexpr double kNanosecond = 1e-9;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * kNanosecond;
}

/// What was measured of a way.
struct Measured {
  Way way;
  std::vector<double> seconds;  ///< by round

  double median() {
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return *middle;
  }
};

/// The ways take turns, so that a machine that slows down slows all of them. The first round is
/// not counted.
void alternate(std::vector<Measured>& all, std::chrono::seconds length) {
  const auto end = std::chrono::steady_clock::now() + length;
  for (const Measured& one : all) one.way.run();
  do {
    for (Measured& one : all) {
      const double begin = processorSeconds();
      for (int pass = 0; pass < one.way.passes; ++pass) one.way.run();
      one.seconds.push_back((processorSeconds() - begin) / one.way.passes);
    }
  } while (std::chrono::steady_clock::now() < end);
}

void printText(const std::vector<std::pair<Way, Figures>>& found) {
  constexpr std::int64_t kMegabyte = 1'000'000;
  std::printf("%-36s %14s %10s %9s %10s\n", "", "companies/s", "ns each", "MB/s", "to walk");
  for (const auto& [way, figures] : found) {
    const std::string megabytes =
        way.bytes > 0 ? std::to_string(figures.bytes_a_second / kMegabyte) : std::string("-");
    std::printf("%-36s %14lld %10lld %9s %9sx\n", way.name.c_str(),
                static_cast<long long>(figures.firms_a_second),
                static_cast<long long>(figures.nanoseconds), megabytes.c_str(),
                figures.ratio.toString().c_str());
  }
}

void printJson(const std::vector<std::pair<Way, Figures>>& found,
               const catalogue::Catalogue& catalogue, std::size_t firms, std::size_t rounds) {
  json::Writer writer(json::Writer::Layout::kIndented);
  writer.beginObject();
  writer.key("catalogue").string(catalogue.hash());
  writer.key("measures").integer(static_cast<std::int64_t>(catalogue.measures().size()));
  writer.key("companies").integer(static_cast<std::int64_t>(firms));
  writer.key("rounds").integer(static_cast<std::int64_t>(rounds));
  writer.key("ways").beginArray();
  for (const auto& [way, figures] : found) {
    writer.beginObject();
    writer.key("way").string(way.id);
    writer.key("companies_a_second").integer(figures.firms_a_second);
    writer.key("nanoseconds_each").integer(figures.nanoseconds);
    if (way.bytes > 0) writer.key("bytes_a_second").integer(figures.bytes_a_second);
    writer.key("ratio_to_walk").decimal(figures.ratio);
    writer.endObject();
  }
  writer.endArray().endObject();
  std::cout << writer.take() << '\n';
}

int bench(const BenchOptions& options, const Settings& settings) {
  const auto catalogue = catalogueIn(settings.policies);
  if (!catalogue.ok()) {
    printIssues(catalogue.error());
    return kRefused;
  }
  Ways ways(*catalogue, today());
  if (!ways.agree()) {
    return complain("policycalc bench", "the ways of matching do not give the same verdicts",
                    kFailed);
  }
  std::vector<Measured> all;
  for (Way& way : ways.all()) all.push_back({std::move(way), {}});
  alternate(all, std::chrono::seconds(options.seconds));
  const double walk = all.front().median();
  std::vector<std::pair<Way, Figures>> found;
  found.reserve(all.size());
  for (Measured& one : all)
    found.emplace_back(one.way, figuresOf(one.median(), walk, ways.firms(), one.way.bytes));
  const std::size_t rounds = all.front().seconds.size();
  if (options.format == "json") {
    printJson(found, **catalogue, ways.firms(), rounds);
    return kDone;
  }
  std::printf("%zu measures, %zu made companies, one core, the middle of %zu rounds in turn\n",
              (*catalogue)->measures().size(), ways.firms(), rounds);
  printText(found);
  return kDone;
}

}  // namespace

void addBench(Program& program) {
  const auto options = std::make_shared<BenchOptions>();
  CLI::App& command = program.command(
      "bench", "measure how fast this machine matches, beside a plain walk", {"policies"},
      [options](const Settings& settings) { return bench(*options, settings); });
  command.add_option("--seconds", options->seconds, "how long to measure, about (default: 5)")
      ->type_name("N")
      ->check(CLI::Range(0, kMostSeconds));
  command.add_option("--format", options->format, "the form of the figures (default: text)")
      ->type_name("text|json")
      ->check([](const std::string& format) {
        return format == "text" || format == "json"
                   ? std::string()
                   : base::quoted(format) + " is neither `text` nor `json`";
      });
  command.footer(
      "Matches made companies by the policies folder in each way of this program. The ways take\n"
      "turns, each figure is the middle of all rounds in processor time, and the ratio is to a\n"
      "plain walk over the trees in the same rounds. Nothing is sent and nothing is kept.");
}

}  // namespace policycalc::app
