#include <utility>

#include "policycalc/registry/batch.h"

#include "registry/batch/answer_lines.h"
#include "registry/batch/csv_cells.h"
#include "registry/batch/json_text.h"
#include "registry/batch/match_block.h"

namespace policycalc::registry {

Worker::Worker(const BatchSetup& setup) : setup_(setup), reader_(setup) {
  const bool explains = setup.explain && !setup.as_csv;
  if (!explains) matcher_ = std::make_unique<BlockMatcher>(setup.edition);
  for (const engine::Edition::Entry& entry : setup.edition.entries()) {
    const std::string key = jsonText(entry.measure->id) + ":";
    for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
      const auto verdict = static_cast<engine::Verdict>(i);
      std::string text;
      if (tells(entry.index, verdict)) text = toString(verdict);
      told_.push_back(text.empty() || setup.as_csv ? text : key + jsonText(text));
    }
  }
}

Worker::~Worker() = default;

Answers Worker::answer(const Block& block) {
  return answer(reader_.readAll(block, entries_));
}

Answers Worker::answer(std::span<const Entry> entries) {
  Answers answers;
  const std::size_t measures = setup_.edition.entries().size();
  const engine::Verdict* verdicts = matcher_ ? matcher_->match(entries).data() : nullptr;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const engine::Verdict* row = verdicts == nullptr ? nullptr : verdicts + i * measures;
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
  for (std::size_t i = 0; i < setup_.edition.entries().size(); ++i) {
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
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < setup_.edition.entries().size(); ++i) {
      const std::string& member = told(i, verdicts[i]);
      if (member.empty()) continue;
      out += member;
      out += ',';
    }
    if (out.size() > before) out.pop_back();
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
  for (std::size_t i = 0; i < setup_.edition.entries().size(); ++i) {
    if (!setup_.chosen.empty() && !setup_.chosen[i]) continue;
    out += ',';
    if (!refused) out += told(i, verdicts[i]);
  }
  out += '\n';
}

}  // namespace policycalc::registry
