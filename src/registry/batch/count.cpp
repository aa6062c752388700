// A batch that tells only how often each measure has each verdict.
#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "policycalc/engine/columns.h"
#include "policycalc/json/writer.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/answer_lines.h"
#include "registry/batch/csv_cells.h"

namespace policycalc::registry {
namespace {

/// By measure and verdict.
using Totals = std::vector<std::array<std::uint64_t, engine::kVerdicts>>;

/// What all threads have counted.
class SharedTotals {
 public:
  explicit SharedTotals(std::size_t measures) : totals_(measures) {}

  void add(const engine::ColumnMatcher& matcher) {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (std::size_t i = 0; i < totals_.size(); ++i) {
      for (std::size_t verdict = 0; verdict < engine::kVerdicts; ++verdict) {
        totals_[i].at(verdict) += matcher.count(i, static_cast<engine::Verdict>(verdict));
      }
    }
  }
  const Totals& totals() const { return totals_; }  ///< once the threads are done

 private:
  std::mutex mutex_;
  Totals totals_;
};

/// Matches and counts. One thread at a time.
class Counter {
 public:
  Counter(const BatchSetup& setup, SharedTotals& shared)
      : reader_(setup),
        block_(setup.edition.compiled()),
        matcher_(setup.edition.compiled()),
        shared_(shared) {}

  Answers answer(const Block& block) {
    Answers answers;
    for (const Block::Record& record : block.records()) {
      reader_.read(block, record, entry_);
      ++answers.lines;
      if (!entry_.faults.empty()) {
        ++answers.refused;
        continue;
      }
      block_.add(entry_.profile);
      if (block_.isFull()) matchColumns();
    }
    matchColumns();
    return answers;
  }

 private:
  void matchColumns() {
    if (block_.size() == 0) return;
    matcher_.take(block_);
    shared_.add(matcher_);
    block_.clear();
  }

  EntryReader reader_;
  Entry entry_;
  engine::ColumnBlock block_;
  engine::ColumnMatcher matcher_;
  SharedTotals& shared_;
};

/// The measures and verdicts that are told.
class Table {
 public:
  Table(const BatchSetup& setup, const Totals& totals) : setup_(setup), totals_(totals) {}

  static std::string head(const BatchSetup& setup) {
    if (!setup.as_csv) return "";
    std::string line = "measure";
    for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
      if (setup.only.at(i)) line += "," + std::string(nameOf(i));
    }
    return line + '\n';
  }

  std::string asCsv(const Summary& summary) const {
    std::string text;
    for (const engine::Edition::Entry& entry : setup_.edition.entries()) {
      if (!isChosen(entry)) continue;
      addCsvText(text, entry.measure->id);
      for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
        if (setup_.only.at(i)) text += "," + std::to_string(totals_[entry.index].at(i));
      }
      text += '\n';
    }
    text += stateOf(summary) + ",";
    addCsvText(text, countsText(summary));
    for (std::size_t i = 1; i < told(); ++i) text += ',';
    return text + '\n';
  }

  std::string asJson() const {
    json::Writer writer;
    writer.beginObject().key("counts").beginObject();
    for (const engine::Edition::Entry& entry : setup_.edition.entries()) {
      if (!isChosen(entry)) continue;
      writer.key(entry.measure->id).beginObject();
      for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
        if (!setup_.only.at(i)) continue;
        writer.key(nameOf(i)).integer(static_cast<std::int64_t>(totals_[entry.index].at(i)));
      }
      writer.endObject();
    }
    writer.endObject().endObject();
    return writer.take() + '\n';
  }

 private:
  static std::string_view nameOf(std::size_t verdict) {
    return toString(static_cast<engine::Verdict>(verdict));
  }
  bool isChosen(const engine::Edition::Entry& entry) const {
    return setup_.chosen.empty() || setup_.chosen[entry.index];
  }
  std::size_t told() const {
    return static_cast<std::size_t>(std::count(setup_.only.begin(), setup_.only.end(), true));
  }

  const BatchSetup& setup_;
  const Totals& totals_;
};

}  // namespace

Summary runCount(RecordReader& reader, const BatchSetup& setup, Sink& sink,
                 const RunOptions& options) {
  SharedTotals shared(setup.edition.entries().size());
  const BlockWork work{
      .head = Table::head(setup),
      .make_answer =
          [&] {
            const auto counter = std::make_shared<Counter>(setup, shared);
            return [counter](const Block& block) { return counter->answer(block); };
          },
      .tail =
          [&](const Summary& summary) {
            const Table table(setup, shared.totals());
            return setup.as_csv ? table.asCsv(summary) : table.asJson() + doneLine(setup, summary);
          }};
  return runBlocks(reader, work, sink, options);
}

}  // namespace policycalc::registry
