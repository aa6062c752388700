#include <memory>
#include <utility>

#include "policycalc/registry/batch.h"

#include "registry/batch/pool.h"

namespace policycalc::registry {
namespace {

class Run {
 public:
  Run(RecordReader& reader, const BlockWork& work, Sink& sink, const RunOptions& options)
      : reader_(reader),
        work_(work),
        sink_(sink),
        options_(options),
        pool_(work.make_answer, options.jobs) {}

  Summary all() {
    write(work_.head);
    while (!summary_.write_fault && readBlock()) {
      while (pool_.pending() >= pool_.capacity() || pool_.isReady()) writeOldest();
    }
    while (pool_.pending() > 0) writeOldest();
    write(work_.tail(summary_));
    if (!summary_.write_fault) note(sink_.flush());
    return summary_;
  }

 private:
  bool isStopped() {
    if (options_.stop && options_.stop()) summary_.interrupted = true;
    return summary_.interrupted;
  }

  /// Submits the next block; false if nothing comes after it.
  bool readBlock() {
    if (isStopped()) return false;
    Block block = pool_.spare();
    const auto read = reader_.next(block);
    // A stop may have cut the last line of what was read.
    if (isStopped()) return false;
    const bool is_empty = block.records().empty();
    if (!is_empty) pool_.submit(std::move(block));
    if (!read.ok()) summary_.read_fault = read.error();
    return read.ok() && !is_empty;
  }

  void writeOldest() {
    const Answers answers = pool_.take();
    if (summary_.write_fault) return;
    write(answers.text);
    summary_.lines += answers.lines;
    summary_.refused += answers.refused;
    if (options_.progress) options_.progress(summary_.lines);
  }

  void write(const std::string& text) {
    if (!summary_.write_fault && !text.empty()) note(sink_.add(text));
  }

  void note(const Sink::Written& written) {
    if (!written.ok()) summary_.write_fault = written.error();
  }

  RecordReader& reader_;
  const BlockWork& work_;
  Sink& sink_;
  const RunOptions& options_;
  Pool pool_;
  Summary summary_;
};

}  // namespace

Summary runBlocks(RecordReader& reader, const BlockWork& work, Sink& sink,
                  const RunOptions& options) {
  return Run(reader, work, sink, options).all();
}

Summary runBatch(RecordReader& reader, const BatchSetup& setup, Sink& sink,
                 const RunOptions& options) {
  const BlockWork work{
      .head = headOf(setup),
      .make_answer =
          [&setup] {
            const auto worker = std::make_shared<Worker>(setup);
            return [worker](const Block& block) { return worker->answer(block); };
          },
      .tail = [&setup](const Summary& summary) { return doneLine(setup, summary); }};
  return runBlocks(reader, work, sink, options);
}

}  // namespace policycalc::registry
