#include <utility>

#include "policycalc/json/reader.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/csv_cells.h"
#include "registry/batch/json_text.h"
#include "registry/batch/match_block.h"

namespace policycalc::registry {
namespace {

/// `{"line":1,"id":"A"`
void beginLine(const Entry& entry, std::string& out) {
  out += R"({"line":)";
  out += std::to_string(entry.line);
  if (!entry.id.empty()) {
    out += R"(,"id":)";
    out += entry.id;
  }
}

/// The id as a cell: a text without its JSON.
std::string cellOf(const std::string& id) {
  if (id.empty() || id.front() != '"') return id;
  const auto text = json::read(id);
  return text.ok() ? text->text : std::string();
}

}  // namespace

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
  const std::size_t count = block.records().size();
  if (entries_.size() < count) entries_.resize(count);
  for (std::size_t i = 0; i < count; ++i) reader_.read(block, block.records()[i], entries_[i]);
  return answer(std::span(entries_).first(count));
}

Answers Worker::answer(std::span<const Entry> entries) {
  Answers answers;
  const std::size_t measures = setup_.edition.entries().size();
  const engine::Verdict* verdicts = matcher_ ? matcher_->match(entries).data() : nullptr;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const engine::Verdict* row = verdicts == nullptr ? nullptr : verdicts + i * measures;
    ++answers.lines;
    if (!entry.faults.empty()) ++answers.refused;
    if (setup_.as_csv) {
      writeCells(entry, row, answers.text);
    } else {
      writeVerdicts(entry, row, answers.text);
    }
  }
  return answers;
}

bool Worker::tells(std::size_t measure, engine::Verdict verdict) const {
  return (setup_.chosen.empty() || setup_.chosen[measure]) &&
         setup_.only[static_cast<std::size_t>(verdict)];
}

void Worker::writeVerdicts(const Entry& entry, const engine::Verdict* verdicts,
                           std::string& out) const {
  beginLine(entry, out);
  if (!entry.faults.empty()) {
    out += R"(,"error":)";
    out += setup_.write_issue(entry.faults.front());
    const std::size_t more = entry.faults.size() - 1 + entry.faults.omitted();
    if (more > 0) out += R"(,"more_errors":)" + std::to_string(more);
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
  addCsvText(out, cellOf(entry.id));
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
