// Prints how much of a registry one core matches in a second of processor time: lines of JSON with
// whole profiles and rows of a CSV with a mapping, beside only reading them record by record. What
// the lines must reach is printed beside it.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <time.h>
#include <unistd.h>

#include "policycalc/json/writer.h"
#include "policycalc/registry/batch.h"

#include "bench/firms.h"
#include "registry/made_register.h"
#include "support/real_policies.h"

namespace policycalc::bench {
namespace {

using registry::MadeReader;

/// A text in memory, `times` times.
class Memory : public registry::Source {
 public:
  Memory(const std::string& text, std::size_t head, int times)
      : text_(text), head_(head), times_(times) {}

  base::Result<std::size_t, base::Issue> read(char* into, std::size_t size) override {
    if (at_ == text_.size()) {
      if (--times_ <= 0) return std::size_t{0};
      at_ = head_;  // the names of the columns come once
    }
    const std::size_t count = std::min(size, text_.size() - at_);
    std::memcpy(into, text_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  const std::string& text_;
  std::size_t head_;
  int times_;
  std::size_t at_ = 0;
};

struct Input {
  std::string name;
  std::string text = {};
  std::size_t head = 0;
  int times = 1;
  std::function<MadeReader(std::unique_ptr<registry::Source>)> open = {};
  double must_count = 0;  ///< MB/s; 0: no bound, likewise the next
  double must_write = 0;

  std::unique_ptr<registry::RecordReader> reader() const {
    return std::move(open(std::make_unique<Memory>(text, head, times)).value());
  }
};

void print(const Input& input, const char* what, double seconds, std::uint64_t lines,
           double must = 0) {
  const double rate = static_cast<double>(input.text.size()) * input.times / seconds / 1e6;
  std::printf("%-8s %-28s %8.1f MB/s %12.0f /s", input.name.c_str(), what, rate,
              static_cast<double>(lines) / seconds);
  if (must > 0) std::printf("  >= %.0f MB/s  %s", must, rate >= must ? "met" : "missed");
  std::printf("\n");
}

/// Seconds of processor time: what a core would take, whatever else the machine does.
double timed(const std::function<void()>& work) {
  const auto now = [] {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  };
  const double begin = now();
  work();
  return now() - begin;
}

/// The middle of some rounds.
double middle(const std::function<void()>& work) {
  std::array<double, 5> seconds{};
  for (double& one : seconds) one = timed(work);
  std::sort(seconds.begin(), seconds.end());
  return seconds[seconds.size() / 2];
}

void bench(const Input& input, const registry::BatchSetup& usual) {
  std::uint64_t records = 0;
  const double reading = timed([&] {
    auto reader = input.reader();
    registry::Block block;
    while (*reader->next(block)) records += block.records().size();
  });
  print(input, "read only", reading, records);
  const double matching = timed([&] {
    auto reader = input.reader();
    registry::BatchSetup setup = usual;
    setup.columns = reader->columns();
    registry::Worker worker(setup);
    registry::Block block;
    while (*reader->next(block)) static_cast<void>(worker.answer(block));
  });
  print(input, "matched, lines made", matching, records);
  const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const auto whole = [&](decltype(registry::runBatch) run_all, unsigned jobs) {
    return middle([&] {
      auto reader = input.reader();
      registry::BatchSetup setup = usual;
      setup.columns = reader->columns();
      registry::Sink sink(null);
      registry::RunOptions options;
      options.jobs = jobs;
      static_cast<void>(run_all(*reader, setup, sink, options));
    });
  };
  print(input, "batch --count", whole(registry::runCount, 1), records, input.must_count);
  print(input, "batch to /dev/null, 1 job", whole(registry::runBatch, 1), records,
        input.must_write);
  print(input, "batch to /dev/null, 2 jobs", whole(registry::runBatch, 2), records);
  ::close(null);
}

/// Companies that have answered all questions, each with names as long as registers have.
std::string wholeLines(const catalogue::Catalogue& catalogue, std::size_t firms, unsigned seed) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const auto tell = [&vocabulary](facts::Profile& profile, const char* fact, std::string text) {
    profile[*vocabulary.find(fact)] = {true, {}, 0, std::move(text)};
  };
  std::string lines;
  std::size_t number = 1'000'000'000;
  for (Firm& firm : seededFirms(catalogue, firms, seed)) {
    tell(firm.profile, "credit_code", "9136070" + std::to_string(number++) + "X");
    tell(firm.profile, "company_name",
         "赣州市" + std::to_string(number) + "号新能源材料科技有限公司");
    json::Writer writer;
    facts::writeProfile(writer, firm.profile, vocabulary);
    lines += writer.take() + '\n';
  }
  return lines;
}

std::string fileText(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

int run(bool quick) {
  constexpr std::size_t kFirms = 10'000;
  constexpr std::uint32_t kSeed = 17;
  constexpr double kMustCount = 300;  // MB/s of input
  constexpr double kMustWrite = 150;
  const auto made = registry::test::madeRegister(kSeed, quick ? kFirms / 100 : kFirms);
  const auto catalogue = policycalc::test::realCatalogue();
  const base::Date day = *base::Date::parse("2026-11-25");
  const engine::Edition edition(catalogue, day);
  const auto mapping = registry::Mapping::read(
      fileText(POLICYCALC_SOURCE_DIR "/policies/mappings/company-register.json"), "",
      catalogue->vocabulary());
  registry::BatchSetup setup{.edition = edition, .day = day};
  setup.only[static_cast<std::size_t>(engine::Verdict::kEligible)] = true;
  setup.only[static_cast<std::size_t>(engine::Verdict::kConditional)] = true;
  setup.write_issue = [](const base::Issue&) { return std::string("{}"); };

  Input lines{.name = "ndjson", .times = quick ? 1 : 10};
  lines.text = wholeLines(*catalogue, made.profiles.size(), kSeed);
  lines.must_count = kMustCount;
  lines.must_write = kMustWrite;
  std::printf("lines of JSON of %zu bytes\n", lines.text.size() / made.profiles.size());
  lines.open = [](std::unique_ptr<registry::Source> source) {
    return registry::readLines(std::move(source));
  };
  bench(lines, setup);

  Input rows{.name = "csv", .text = made.csv, .times = lines.times};
  rows.head = made.csv.find('\n') + 1;
  rows.open = [](std::unique_ptr<registry::Source> source) {
    return registry::readCsv(std::move(source));
  };
  setup.mapping = &*mapping;
  setup.key = mapping->key();
  bench(rows, setup);
  return 0;
}

}  // namespace
}  // namespace policycalc::bench

int main(int argc, char** argv) {
  return policycalc::bench::run(argc > 1 && std::string_view(argv[1]) == "--quick");
}
