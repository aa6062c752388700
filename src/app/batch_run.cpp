#include "app/batch_run.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/http/problem.h"
#include "policycalc/registry/batch.h"
#include "policycalc/registry/check.h"
#include "policycalc/web/match/match_answer.h"

#include "app/batch_files.h"
#include "app/batch_progress.h"
#include "app/clock.h"
#include "app/policies_folder.h"
#include "app/report.h"
#include "app/stop_pipe.h"

namespace policycalc::app {
namespace {

constexpr const char* kName = "policycalc batch";
constexpr int kInterrupted = 130;  // as shells tell of a program that SIGINT ended

int usage(const std::string& message) {
  return complain(kName, message, kUsage);
}

bool endsWithCsv(std::string_view name) {
  for (const std::string_view ending : {".gz", ".zst"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return name.ends_with(".csv");
}

/// One run of the command: reads what it is told step by step; each step returns an exit code if
/// the command ends there.
class BatchCommand {
 public:
  using Ended = std::optional<int>;

  BatchCommand(const BatchOptions& options, const Settings& settings)
      : options_(options),
        settings_(settings),
        is_csv_(options.input_form.empty() ? endsWithCsv(options.file)
                                           : options.input_form == "csv"),
        input_(BatchFile::toRead(options.file)) {}

  int run() {
    if (const Ended ended = checkOptions()) return *ended;
    if (const Ended ended = loadPolicies()) return *ended;
    if (const Ended ended = loadMapping()) return *ended;
    if (const Ended ended = openInput()) return *ended;
    return options_.check_mapping ? checkMapping() : matchAll();
  }

 private:
  Ended checkOptions() {
    if (options_.explain && options_.form == "csv") {
      return usage("`--explain` goes with `--format ndjson`");
    }
    if (options_.check_mapping && options_.mapping.empty()) {
      return usage("`--check-mapping` needs `--mapping`");
    }
    if (input_.file() < 0) return usage(base::quoted(options_.file) + " cannot be read");
    if (options_.output != "-" && isSameFile(options_.file, options_.output)) {
      return usage("the output would overwrite the input");
    }
    return {};
  }

  Ended loadPolicies() {
    const auto catalogue = catalogueIn(settings_.policies);
    if (!catalogue.ok()) return refuse(catalogue.error());
    catalogue_ = *catalogue;
    day_ = options_.as_of.empty() ? today() : *base::Date::parse(options_.as_of);
    rendering_.emplace(engine::Edition(catalogue_, *day_));
    return chooseMeasures();
  }

  Ended chooseMeasures() {
    if (options_.measures.empty()) return {};
    std::vector<std::string> ids;
    for (const auto& entry : rendering_->edition().entries()) ids.push_back(entry.measure->id);
    chosen_.assign(ids.size(), false);
    for (const std::string& id : options_.measures) {
      const auto found = std::find(ids.begin(), ids.end(), id);
      if (found == ids.end()) {
        return usage(base::quoted(id) + " is not a measure" +
                     base::didYouMean(base::nearestNames(id, ids)));
      }
      chosen_[static_cast<std::size_t>(found - ids.begin())] = true;
    }
    return {};
  }

  Ended loadMapping() {
    if (options_.mapping.empty()) return {};
    std::ifstream stream(options_.mapping, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    if (!stream) return usage(base::quoted(options_.mapping) + " cannot be read");
    auto mapping = registry::Mapping::read(text, options_.mapping, catalogue_->vocabulary());
    if (!mapping.ok()) {
      printIssues(mapping.error());
      return kUsage;
    }
    mapping_ = std::move(mapping).value();
    return {};
  }

  std::string key() const {
    if (!options_.key.empty()) return options_.key;
    return mapping_ && !mapping_->key().empty() ? mapping_->key() : "id";
  }

  Ended openInput() {
    auto file = std::make_unique<registry::FileSource>(input_.file(), stop_.end());
    source_ = file.get();
    auto bytes = registry::unpacked(std::move(file));
    registry::ReaderOptions reading;
    reading.encoding = options_.encoding;
    auto reader = is_csv_ ? registry::readCsv(std::move(bytes), reading)
                          : registry::readLines(std::move(bytes), reading);
    if (!reader.ok()) return refuse({reader.error()});
    reader_ = std::move(reader).value();
    if (options_.check_mapping || !is_csv_) return {};
    if (!mapping_) {
      mapping_ = registry::Mapping::ofFacts(reader_->columns(), key(), catalogue_->vocabulary());
    }
    base::Issues issues = mapping_->check(reader_->columns(), key());
    const auto& columns = reader_->columns();
    if (!options_.key.empty() &&
        std::find(columns.begin(), columns.end(), options_.key) == columns.end()) {
      return usage(base::quoted(options_.key) + " is not a column of the input" +
                   base::didYouMean(base::nearestNames(options_.key, columns)));
    }
    return issues.empty() ? Ended() : refuse(issues);
  }

  static int refuse(const base::Issues& issues) {
    printIssues(issues);
    return kRefused;
  }

  int checkMapping() {
    registry::MappingCheck check(*mapping_, catalogue_->vocabulary(), *day_, reader_->columns());
    registry::Block block;
    while (!stop_.isAsked()) {
      const auto read = reader_->next(block);
      check.add(block);
      if (!read.ok()) {
        std::cout << check.report();
        return refuse({read.error()});
      }
      if (!*read) break;
    }
    std::cout << check.report();
    if (stop_.isAsked()) return kInterrupted;
    return check.isClean() ? kDone : kRefused;
  }

  /// The match of one company as the API answers it.
  std::string explained(const facts::Profile& profile) const {
    web::MatchRequest request;
    request.catalogue = catalogue_;
    request.profile = profile;
    request.include = only();
    request.chosen = chosen_;
    const engine::Match match = web::matchFor(request, rendering_->edition());
    return web::writeMatchAnswer(request, *day_, match, *rendering_);
  }

  std::array<bool, engine::kVerdicts> only() const {
    std::array<bool, engine::kVerdicts> only{};
    const auto tell = [&only](engine::Verdict verdict) {
      only.at(static_cast<std::size_t>(verdict)) = true;
    };
    for (const std::string& name : options_.only) tell(*engine::parseVerdict(name));
    if (options_.only.empty()) {
      tell(engine::Verdict::kEligible);
      tell(engine::Verdict::kConditional);
    }
    return only;
  }

  registry::BatchSetup setup() const {
    registry::BatchSetup setup{.edition = rendering_->edition(), .day = *day_};
    if (mapping_) setup.mapping = &*mapping_;
    setup.columns = reader_->columns();
    setup.key = key();
    setup.only = only();
    setup.chosen = chosen_;
    setup.as_csv = options_.form == "csv";
    setup.write_issue = http::issueJson;
    if (options_.explain) {
      setup.explain = [this](const facts::Profile& profile) { return explained(profile); };
    }
    return setup;
  }

  int matchAll() {
    const BatchFile output = BatchFile::toWrite(options_.output);
    if (output.file() < 0) {
      return complain(kName, base::quoted(options_.output) + " cannot be written", kFailed);
    }
    registry::Sink sink(output.file(), registry::packingOf(options_.output));
    BatchProgress progress(static_cast<std::uint64_t>(input_.size()));
    registry::RunOptions running;
    running.jobs = options_.jobs > 0 ? options_.jobs : std::thread::hardware_concurrency();
    running.stop = [this] { return stop_.isAsked(); };
    running.progress = [&](std::uint64_t lines) { progress.show(lines, source_->bytesRead()); };
    return codeOf(registry::runBatch(*reader_, setup(), sink, running));
  }

  static int codeOf(const registry::Summary& summary) {
    if (summary.write_fault) {
      return complain(kName, base::formatIssue(*summary.write_fault), kFailed);
    }
    if (summary.read_fault) {
      base::Issue fault = *summary.read_fault;
      const std::string place = fault.line > 0 ? "line " + std::to_string(fault.line) + ": " : "";
      fault.line = 0;
      return complain(kName, place + base::formatIssue(fault), kRefused);
    }
    if (summary.interrupted) return kInterrupted;
    return summary.refused > 0 ? kRefused : kDone;
  }

  const BatchOptions& options_;
  const Settings& settings_;
  bool is_csv_;
  StopPipe stop_;
  BatchFile input_;
  std::shared_ptr<const catalogue::Catalogue> catalogue_;
  std::optional<base::Date> day_;
  std::optional<web::Rendering> rendering_;
  std::vector<bool> chosen_;  ///< by measure; empty: all
  std::optional<registry::Mapping> mapping_;
  const registry::FileSource* source_ = nullptr;  ///< of reader_
  std::unique_ptr<registry::RecordReader> reader_;
};

}  // namespace

int runBatchCommand(const BatchOptions& options, const Settings& settings) {
  return BatchCommand(options, settings).run();
}

}  // namespace policycalc::app
