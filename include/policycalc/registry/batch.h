#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/engine/match.h"
#include "policycalc/facts/profile_scanner.h"
#include "policycalc/json/value.h"
#include "policycalc/registry/bytes.h"
#include "policycalc/registry/cells.h"
#include "policycalc/registry/mapping.h"
#include "policycalc/registry/records.h"

namespace policycalc::registry {

class BlockMatcher;

/// What one record of a registry says: a company's profile, or why it gives no profile.
struct Entry {
  std::uint64_t line = 0;
  std::string id = {};  ///< a JSON text or number; "" if the record has none
  facts::Profile profile{0};
  base::Issues faults = {};  ///< the profile means nothing if there are any
};

/// What a batch asks. What it refers to outlives it.
struct BatchSetup {
  const engine::Edition& edition;
  base::Date day;                              ///< of the match
  const Mapping* mapping = nullptr;            ///< null: lines of JSON that hold profiles
  std::vector<std::string> columns = {};       ///< of a CSV; empty for lines of JSON
  std::string key = "id";                      ///< the member or column that names a record
  bool wrapped = false;                        ///< each line has its profile in `profile`
  std::array<bool, engine::kVerdicts> only{};  ///< the verdicts that are told
  std::vector<bool> chosen = {};               ///< by entry of the edition; empty: all
  bool as_csv = false;                         ///< the form of the answers
  bool counts_verdicts = false;                ///< also those that are not told
  /// An issue as a JSON object.
  std::function<std::string(const base::Issue&)> write_issue = {};
  /// The explained match as a JSON object. Empty: only verdicts are told. Called by many threads.
  std::function<std::string(const facts::Profile&)> explain = {};
};

/// Reads records into profiles. A line of JSON is a profile, with the key as one more member, or an
/// object of `profile` and the key; with a mapping it is an object of columns. Not thread-safe.
class EntryReader {
 public:
  explicit EntryReader(const BatchSetup& setup);
  EntryReader(const EntryReader&) = delete;
  EntryReader& operator=(const EntryReader&) = delete;

  /// Replaces `entry`, whose memory it uses again.
  void read(const Block& block, const Block::Record& record, Entry& entry);
  /// The same for all records of a block; uses the memory of `entries` again, which the span refers
  /// to.
  std::span<const Entry> readAll(const Block& block, std::vector<Entry>& entries);
  /// The same for a line of JSON of at most `most_bytes` bytes.
  void read(std::string_view line, std::uint64_t number, std::size_t most_bytes, Entry& entry);
  /// The same for a line that is already read.
  Entry read(json::Value line, std::uint64_t number);

 private:
  void readColumns(const Block& block, const Block::Record& record, Entry& entry);
  void readMapped(const json::Value& line, Entry& entry);
  void readProfile(json::Value line, Entry& entry);
  void readKey(const json::Value& line, Entry& entry) const;
  void setConstants(Entry& entry) const;
  /// Reads a usual line without a tree. False if it is not one: the entry then means nothing.
  bool scan(std::string_view line, const json::ReadLimits& limits, Entry& entry);
  bool scanKeyFact(json::Scanner& scanner, Entry& entry);

  const BatchSetup& setup_;
  const facts::Vocabulary& vocabulary_;
  std::optional<CellReader> cells_;
  std::vector<std::size_t> column_of_;  ///< by rule of the mapping
  std::optional<std::size_t> key_column_;
  facts::NameIndex names_;
  facts::ProfileScanner scanner_;
  std::optional<facts::FactIndex> key_fact_;  ///< the fact of the key's name
};

/// The answers to some records: a line for each, in their order.
struct Answers {
  std::string text;
  std::uint64_t lines = 0;
  std::uint64_t refused = 0;  ///< of the lines, those that tell a fault
  /// The verdicts on the chosen measures, if BatchSetup::counts_verdicts.
  std::array<std::uint64_t, engine::kVerdicts> verdicts{};
};

/// Answers records block by block. Not thread-safe: one for each thread.
class Worker {
 public:
  explicit Worker(const BatchSetup& setup);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  Answers answer(const Block& block);
  Answers answer(std::span<const Entry> entries);

 private:
  void writeVerdicts(const Entry& entry, const engine::Verdict* verdicts, std::string& out) const;
  void writeCells(const Entry& entry, const engine::Verdict* verdicts, std::string& out) const;
  bool tells(std::size_t measure, engine::Verdict verdict) const;
  void count(const engine::Verdict* verdicts, Answers& answers) const;
  /// How a line tells a verdict; "" if it does not.
  const std::string& told(std::size_t measure, engine::Verdict verdict) const {
    return told_[measure * engine::kVerdicts + static_cast<std::size_t>(verdict)];
  }

  const BatchSetup& setup_;
  EntryReader reader_;
  std::unique_ptr<BlockMatcher> matcher_;  ///< null where every match is explained
  std::vector<std::string> told_;          ///< members and cells by measure and verdict
  std::vector<Entry> entries_;             ///< of the last block; may be more
};

/// What a batch has done.
struct Summary {
  std::uint64_t lines = 0;
  std::uint64_t refused = 0;
  bool interrupted = false;
  std::optional<base::Issue> read_fault = {};   ///< why the input was not read to its end
  std::optional<base::Issue> write_fault = {};  ///< why the output holds less than this
};

/// The first line of the answers: the columns of a CSV, else "".
std::string headOf(const BatchSetup& setup);
/// The last line: `done` is true only if the whole input was answered.
std::string doneLine(const BatchSetup& setup, const Summary& summary);

/// How a run goes.
struct RunOptions {
  unsigned jobs = 1;
  std::function<bool()> stop = {};                   ///< asked between blocks
  std::function<void(std::uint64_t)> progress = {};  ///< told the lines that are answered
};

/// Answers all records in their order: head, a line for each, the last line. Uses `jobs` threads
/// beside this one, and memory that does not grow with the input. After a fault of the input or a
/// stop, what was read before is answered.
Summary runBatch(RecordReader& reader, const BatchSetup& setup, Sink& sink,
                 const RunOptions& options);

/// runBatch() that tells in place of the lines how many records have each verdict on each measure:
/// those of `setup.only` and `setup.chosen`, then the last line, which counts the refused records.
/// `setup.explain` is not used.
Summary runCount(RecordReader& reader, const BatchSetup& setup, Sink& sink,
                 const RunOptions& options);

/// What a run writes: the first lines, the answers to each block of records, the last lines.
struct BlockWork {
  /// Answers blocks; of one thread.
  using Answer = std::function<Answers(const Block&)>;

  std::string head;
  std::function<Answer()> make_answer;              ///< called by each thread once
  std::function<std::string(const Summary&)> tail;  ///< called when all blocks are answered
};

/// runBatch() for answers of any form.
Summary runBlocks(RecordReader& reader, const BlockWork& work, Sink& sink,
                  const RunOptions& options);

}  // namespace policycalc::registry
