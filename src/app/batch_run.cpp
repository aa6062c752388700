#include "app/batch_run.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "policycalc/base/text.h"
#include "policycalc/http/problem.h"
#include "policycalc/registry/batch.h"
#include "policycalc/registry/check.h"
#include "policycalc/web/match/match_answer.h"

#include "app/batch_files.h"
#include "app/batch_progress.h"
#include "app/registry_run.h"
#include "app/report.h"

namespace policycalc::app {
namespace {

constexpr const char* kName = "policycalc batch";

/// One run of the command.
class BatchCommand {
 public:
  using Ended = RegistryInput::Ended;

  BatchCommand(const BatchOptions& options, const Settings& settings)
      : options_(options), input_(kName, options.registry, settings) {}

  int run() {
    if (const Ended ended = checkOptions()) return *ended;
    if (const Ended ended = input_.checkFiles(options_.output)) return *ended;
    if (const Ended ended = input_.loadPolicies()) return *ended;
    rendering_.emplace(engine::Edition(input_.catalogue(), input_.day()));
    if (const Ended ended = chooseMeasures()) return *ended;
    if (const Ended ended = input_.loadMapping()) return *ended;
    if (const Ended ended = input_.openRecords(options_.check_mapping)) return *ended;
    return options_.check_mapping ? checkMapping() : matchAll();
  }

 private:
  Ended checkOptions() const {
    if (options_.explain && options_.form == "csv") {
      return input_.usage("`--explain` goes with `--format ndjson`");
    }
    if (options_.count && (options_.explain || options_.check_mapping)) {
      return input_.usage("`--count` goes neither with `--explain` nor with `--check-mapping`");
    }
    if (options_.check_mapping && options_.registry.mapping.empty()) {
      return input_.usage("`--check-mapping` needs `--mapping`");
    }
    return {};
  }

  Ended chooseMeasures() {
    const auto& entries = rendering_->edition().entries();
    if (!options_.measures.empty()) chosen_.assign(entries.size(), false);
    for (const std::string& id : options_.measures) {
      const auto found = std::find_if(entries.begin(), entries.end(),
                                      [&](const auto& entry) { return entry.measure->id == id; });
      if (found == entries.end()) return input_.refuseMeasure(id);
      chosen_[found->index] = true;
    }
    return {};
  }

  int checkMapping() {
    registry::RecordReader& records = input_.records();
    registry::MappingCheck check(*input_.mapping(), input_.catalogue()->vocabulary(), input_.day(),
                                 records.columns());
    registry::Block block;
    while (!input_.isStopped()) {
      const auto read = records.next(block);
      check.add(block);
      if (!read.ok()) {
        std::cout << check.report();
        printIssues({read.error()});
        return kRefused;
      }
      if (!*read) break;
    }
    std::cout << check.report();
    if (input_.isStopped()) return kInterrupted;
    return check.isClean() ? kDone : kRefused;
  }

  /// The match of one company as the API answers it.
  std::string explained(const facts::Profile& profile) const {
    web::MatchRequest request;
    request.catalogue = input_.catalogue();
    request.profile = profile;
    request.include = only();
    request.chosen = chosen_;
    const engine::MatcherPool::Lease matcher(rendering_->matchers());
    const engine::Match& match = matcher->take(profile, chosen_);
    return web::writeMatchAnswer(request, input_.day(), match, *rendering_);
  }

  std::array<bool, engine::kVerdicts> only() const {
    std::array<bool, engine::kVerdicts> only{};
    const auto tell = [&only](engine::Verdict verdict) {
      only.at(static_cast<std::size_t>(verdict)) = true;
    };
    for (const std::string& name : options_.only) tell(*engine::parseVerdict(name));
    if (options_.only.empty() && options_.count) {
      only.fill(true);
    } else if (options_.only.empty()) {
      tell(engine::Verdict::kEligible);
      tell(engine::Verdict::kConditional);
    }
    return only;
  }

  registry::BatchSetup setup() const {
    registry::BatchSetup setup{.edition = rendering_->edition(), .day = input_.day()};
    setup.mapping = input_.mapping();
    setup.columns = input_.records().columns();
    setup.key = input_.key();
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
    BatchProgress progress(input_.bytes());
    const registry::RunOptions running = runOptions(input_, progress);
    const auto run_all = options_.count ? registry::runCount : registry::runBatch;
    return exitCodeOf(run_all(input_.records(), setup(), sink, running), kName);
  }

  const BatchOptions& options_;
  RegistryInput input_;
  std::optional<web::Rendering> rendering_;
  std::vector<bool> chosen_;  ///< by measure; empty: all
};

}  // namespace

int runBatchCommand(const BatchOptions& options, const Settings& settings) {
  return BatchCommand(options, settings).run();
}

}  // namespace policycalc::app
