#include "app/roll_run.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "policycalc/base/text.h"
#include "policycalc/http/problem.h"
#include "policycalc/registry/roll.h"
#include "policycalc/store/store.h"

#include "app/batch_files.h"
#include "app/batch_progress.h"
#include "app/clock.h"
#include "app/existing_store.h"
#include "app/registry_run.h"
#include "app/report.h"
#include "app/roll_summary.h"

namespace policycalc::app {
namespace {

constexpr const char* kName = "policycalc roll";

/// One run of the command.
class RollCommand {
 public:
  using Ended = RegistryInput::Ended;

  RollCommand(const RollOptions& options, const Settings& settings)
      : options_(options), settings_(settings), input_(kName, options.registry, settings) {}

  int run() {
    if (const Ended ended = checkFiles()) return *ended;
    if (const Ended ended = findAccount()) return *ended;
    if (const Ended ended = input_.loadPolicies()) return *ended;
    if (const Ended ended = findMeasure()) return *ended;
    if (const Ended ended = input_.loadMapping()) return *ended;
    if (const Ended ended = input_.openRecords(false)) return *ended;
    if (const Ended ended = checkEntityType()) return *ended;
    if (const Ended ended = readFormer()) return *ended;
    return write();
  }

 private:
  Ended checkFiles() const {
    if (!options_.last.empty() && isSameFile(options_.last, options_.output)) {
      return input_.usage("the output would overwrite the former list");
    }
    return input_.checkFiles(options_.output);
  }

  Ended findAccount() {
    if (options_.by.empty()) return {};
    store_ = openExistingStore(settings_);
    const auto member = store_->staff().findByLogin(options_.by);
    if (!member) {
      return complain(kName, "no account has the log-in " + base::quoted(options_.by), kRefused);
    }
    if (!member->active) return complain(kName, member->login + " may not log in", kRefused);
    staff_ = member->id;
    return {};
  }

  Ended findMeasure() {
    edition_.emplace(input_.catalogue(), input_.day());
    const auto& entries = edition_->entries();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
      return entry.measure->id == options_.measure;
    });
    if (found == entries.end()) return input_.refuseMeasure(options_.measure);
    measure_ = found->index;
    return {};
  }

  /// Without it, all companies would be listed as those whose type is not known.
  Ended checkEntityType() const {
    const registry::Mapping* mapping = input_.mapping();
    if (mapping == nullptr) return {};
    const facts::FactIndex type = input_.catalogue()->vocabulary().known().entity_type;
    const auto& rules = mapping->rules();
    const auto& constants = mapping->constants();
    const bool is_told =
        std::any_of(rules.begin(), rules.end(),
                    [type](const registry::Rule& rule) { return rule.fact == type; }) ||
        std::any_of(constants.begin(), constants.end(),
                    [type](const auto& constant) { return constant.first == type; });
    if (is_told) return {};
    return input_.usage("a list needs `entity_type`, which no column of the registry tells");
  }

  Ended readFormer() {
    if (options_.last.empty()) return {};
    const BatchFile file = BatchFile::toRead(options_.last);
    if (file.file() < 0) return input_.usage(base::quoted(options_.last) + " cannot be read");
    auto former = registry::FormerRoll::read(std::make_unique<registry::FileSource>(file.file()),
                                             options_.measure);
    if (!former.ok()) {
      return complain(kName, options_.last + ": " + base::formatIssue(former.error()), kRefused);
    }
    former_ = std::move(former).value();
    return {};
  }

  int write() {
    const BatchFile output = BatchFile::toWrite(options_.output);
    if (output.file() < 0 || !output.makePrivate()) {
      return complain(kName, base::quoted(options_.output) + " cannot be written", kFailed);
    }
    registry::BatchSetup batch{.edition = *edition_, .day = input_.day()};
    batch.mapping = input_.mapping();
    batch.columns = input_.records().columns();
    batch.key = input_.key();
    batch.as_csv = options_.form == "csv";
    batch.write_issue = http::issueJson;
    const registry::RollSetup setup{.batch = batch, .measure = measure_, .former = former_.get()};
    registry::RollSummary done;
    {
      registry::Sink sink(output.file(), registry::packingOf(options_.output));
      BatchProgress progress(input_.bytes());
      const registry::RunOptions running = runOptions(input_, progress);
      done = registry::runRoll(input_.records(), setup, sink, running);
    }
    putOnTrail(done, output);
    std::cout << rollSummary(done, setup);
    return exitCodeOf(done.run, kName);
  }

  /// A list that is not on the trail does not stay.
  void putOnTrail(const registry::RollSummary& done, const BatchFile& output) const {
    if (!store_) return;
    store::AuditEntry entry;
    entry.actor = {.staff_id = staff_, .address = "command line", .at = now()};
    entry.action = desk::AuditAction::kMatched;
    entry.object = desk::AuditObject::kRoll;
    entry.fields = {"measure:" + options_.measure, "catalogue:" + input_.catalogue()->hash(),
                    "as_of:" + input_.day().toString(), "lines:" + std::to_string(done.run.lines)};
    for (std::size_t i = 0; i < registry::kStandings; ++i) {
      entry.fields.push_back(std::string(toString(static_cast<registry::Standing>(i))) + ":" +
                             std::to_string(done.counts.all[i]));
    }
    try {
      store_->audit().append(entry);
    } catch (...) {
      if (!output.clear()) {
        complain(kName, "the list is not on the trail: remove " + options_.output, kFailed);
      }
      throw;
    }
  }

  const RollOptions& options_;
  const Settings& settings_;
  RegistryInput input_;
  std::unique_ptr<store::Store> store_;  ///< null without an account
  std::int64_t staff_ = 0;
  std::optional<engine::Edition> edition_;
  std::size_t measure_ = 0;
  std::unique_ptr<registry::FormerRoll> former_;
};

}  // namespace

int runRollCommand(const RollOptions& options, const Settings& settings) {
  return RollCommand(options, settings).run();
}

}  // namespace policycalc::app
