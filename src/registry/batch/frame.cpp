// The first and the last line of the answers.
#include <algorithm>
#include <array>
#include <string_view>

#include "policycalc/json/writer.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/csv_cells.h"

namespace policycalc::registry {
namespace {

/// A cell that begins with one of these is a formula; Excel accepts the wide signs too.
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\r",
                                                         "\n", "＝", "＋", "－", "＠"};

std::string doneCells(const BatchSetup& setup, const Summary& summary) {
  std::string state = summary.interrupted ? "interrupted" : summary.read_fault ? "failed" : "done";
  std::string line = state + ",,";
  addCsvText(line, "lines " + std::to_string(summary.lines) + "; refused " +
                       std::to_string(summary.refused) +
                       (summary.read_fault ? "; " + base::formatIssue(*summary.read_fault) : ""));
  const std::size_t measures = setup.edition.entries().size();
  for (std::size_t i = 0; i < measures; ++i) {
    if (setup.chosen.empty() || setup.chosen[i]) line += ',';
  }
  return line + '\n';
}

}  // namespace

void addCsvText(std::string& csv, std::string_view text) {
  const bool is_formula =
      std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                  [text](std::string_view sign) { return text.starts_with(sign); });
  std::string cell = is_formula ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

std::string headOf(const BatchSetup& setup) {
  if (!setup.as_csv) return "";
  std::string head = "line,id,error";
  const auto& entries = setup.edition.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!setup.chosen.empty() && !setup.chosen[i]) continue;
    head += ',';
    addCsvText(head, entries[i].measure->id);
  }
  return head + '\n';
}

std::string doneLine(const BatchSetup& setup, const Summary& summary) {
  if (setup.as_csv) return doneCells(setup, summary);
  json::Writer writer;
  writer.beginObject();
  writer.key("done").boolean(!summary.interrupted && !summary.read_fault);
  writer.key("lines").integer(static_cast<std::int64_t>(summary.lines));
  writer.key("refused").integer(static_cast<std::int64_t>(summary.refused));
  if (summary.interrupted) writer.key("interrupted").boolean(true);
  if (summary.read_fault) {
    if (summary.read_fault->line > 0) writer.key("line").integer(summary.read_fault->line);
    writer.key("error").raw(setup.write_issue(*summary.read_fault));
  }
  writer.endObject();
  return writer.take() + '\n';
}

}  // namespace policycalc::registry
