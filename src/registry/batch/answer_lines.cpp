#include "registry/batch/answer_lines.h"

#include "policycalc/json/reader.h"

namespace policycalc::registry {

void beginLine(const Entry& entry, std::string& out) {
  out += R"({"line":)";
  out += std::to_string(entry.line);
  if (!entry.id.empty()) {
    out += R"(,"id":)";
    out += entry.id;
  }
}

void addFaults(const Entry& entry, const BatchSetup& setup, std::string& out) {
  out += R"(,"error":)";
  out += setup.write_issue(entry.faults.front());
  const std::size_t more = entry.faults.size() - 1 + entry.faults.omitted();
  if (more > 0) out += R"(,"more_errors":)" + std::to_string(more);
}

std::string idText(const Entry& entry) {
  if (entry.id.empty() || entry.id.front() != '"') return entry.id;
  const auto text = json::read(entry.id);
  return text.ok() ? text->text : std::string();
}

std::string stateOf(const Summary& summary) {
  return summary.interrupted ? "interrupted" : summary.read_fault ? "failed" : "done";
}

std::string countsText(const Summary& summary) {
  return "lines " + std::to_string(summary.lines) + "; refused " + std::to_string(summary.refused) +
         (summary.read_fault ? "; " + base::formatIssue(*summary.read_fault) : "");
}

void addDone(const Summary& summary, const BatchSetup& setup, json::Writer& writer) {
  writer.key("done").boolean(!summary.interrupted && !summary.read_fault);
  writer.key("lines").integer(static_cast<std::int64_t>(summary.lines));
  writer.key("refused").integer(static_cast<std::int64_t>(summary.refused));
  if (summary.interrupted) writer.key("interrupted").boolean(true);
  if (summary.read_fault) {
    if (summary.read_fault->line > 0) writer.key("line").integer(summary.read_fault->line);
    writer.key("error").raw(setup.write_issue(*summary.read_fault));
  }
}

}  // namespace policycalc::registry
