// Prints how much of a registry one core matches in a second of processor time: lines of JSON and
// rows of a CSV with a mapping, beside only reading them record by record.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <time.h>
#include <unistd.h>

#include "policycalc/registry/batch.h"

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

  std::unique_ptr<registry::RecordReader> reader() const {
    return std::move(open(std::make_unique<Memory>(text, head, times)).value());
  }
};

void print(const Input& input, const char* what, double seconds, std::uint64_t lines) {
  const double bytes = static_cast<double>(input.text.size()) * input.times;
  std::printf("%-8s %-28s %8.1f MB/s %12.0f /s\n", input.name.c_str(), what, bytes / seconds / 1e6,
              static_cast<double>(lines) / seconds);
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
  for (const unsigned jobs : {1U, 2U}) {
    const double whole = timed([&] {
      auto reader = input.reader();
      registry::BatchSetup setup = usual;
      setup.columns = reader->columns();
      registry::Sink sink(null);
      registry::RunOptions options;
      options.jobs = jobs;
      static_cast<void>(runBatch(*reader, setup, sink, options));
    });
    print(input, jobs == 1 ? "batch to /dev/null, 1 job" : "batch to /dev/null, 2 jobs", whole,
          records);
  }
  ::close(null);
}

std::string fileText(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

int run(bool quick) {
  constexpr std::size_t kFirms = 10'000;
  constexpr std::uint32_t kSeed = 17;
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
  for (const std::string& profile : made.profiles) lines.text += profile + '\n';
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
