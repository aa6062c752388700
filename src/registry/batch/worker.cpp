#include <utility>

#include "policycalc/json/writer.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/answer_lines.h"
#include "registry/batch/csv_cells.h"
#include "registry/batch/match_block.h"

namespace policycalc::registry {
namespace {

std::string jsonText(std::string_view text) {
  json::Writer writer;
  writer.string(text);
  return writer.take();
}

}  // namespace

Worker::Worker(const BatchSetup& setup) : setup_(setup), reader_(setup) {
  const bool explains = setup.explain && !setup.as_csv;
  if (!explains) matcher_ = std::make_unique<BlockMatcher>(setup.edition);
  for (const engine::Edition::Entry& entry : setup.edition.entries()) {
    ids_.push_back(jsonText(entry.measure->id));
  }
}

Worker::~Worker() = default;

Answers Worker::answer(const Block& block) {
  std::vector<Entry> entries;
  entries.reserve(block.records().size());
  for (const Block::Record& record : block.records())
    entries.push_back(reader_.read(block, record));
  return answer(entries);
}

Answers Worker::answer(const std::vector<Entry>& entries) {
  Answers answers;
  const engine::Verdict* verdicts = matcher_ ? matcher_->match(entries).data() : nullptr;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const engine::Verdict* row = verdicts == nullptr ? nullptr : verdicts + i * ids_.size();
    ++answers.lines;
    if (!entry.faults.empty()) {
      ++answers.refused;
    } else if (setup_.counts_verdicts && row != nullptr) {
      count(row, answers);
    }
    if (setup_.as_csv) {
      writeCells(entry, row, answers.text);
    } else {
      writeVerdicts(entry, row, answers.text);
    }
  }
  return answers;
}

void Worker::count(const engine::Verdict* verdicts, Answers& answers) const {
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    const bool is_chosen = setup_.chosen.empty() || setup_.chosen[i];
    if (is_chosen) ++answers.verdicts.at(static_cast<std::size_t>(verdicts[i]));
  }
}

bool Worker::tells(std::size_t measure, engine::Verdict verdict) const {
  return (setup_.chosen.empty() || setup_.chosen[measure]) &&
         setup_.only[static_cast<std::size_t>(verdict)];
}

void Worker::writeVerdicts(const Entry& entry, const engine::Verdict* verdicts,
                           std::string& out) const {
  beginLine(entry, out);
  if (!entry.faults.empty()) {
    addFaults(entry, setup_, out);
  } else if (verdicts == nullptr) {
    out += R"(,"answer":)";
    out += setup_.explain(entry.profile);
  } else {
    out += R"(,"verdicts":{)";
    char separator = 0;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (!tells(i, verdicts[i])) continue;
      if (separator != 0) out += separator;
      separator = ',';
      out += ids_[i];
      out += R"(:")";
      out += toString(verdicts[i]);
      out += '"';
    }
    out += '}';
  }
  out += "}\n";
}

void Worker::writeCells(const Entry& entry, const engine::Verdict* verdicts,
                        std::string& out) const {
  out += std::to_string(entry.line);
  out += ',';
  addCsvText(out, idText(entry));
  out += ',';
  const bool refused = !entry.faults.empty();
  if (refused) addCsvText(out, base::formatIssue(entry.faults.front()));
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (!setup_.chosen.empty() && !setup_.chosen[i]) continue;
    out += ',';
    if (!refused && tells(i, verdicts[i])) out += toString(verdicts[i]);
  }
  out += '\n';
}

}  // namespace policycalc::registry
