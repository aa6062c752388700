// The first and the last line of the answers.
#include <algorithm>
#include <array>
#include <string_view>

#include "policycalc/json/writer.h"
#include "policycalc/registry/batch.h"

#include "registry/batch/answer_lines.h"
#include "registry/batch/csv_cells.h"

namespace policycalc::registry {
namespace {

/// A cell that begins with one of these is a formula; Excel accepts the wide signs too.
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\r",
                                                         "\n", "＝", "＋", "－", "＠"};

bool isFormula(std::string_view text) {
  return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                     [text](std::string_view sign) { return text.starts_with(sign); });
}

std::string doneCells(const BatchSetup& setup, const Summary& summary) {
  std::string line = stateOf(summary) + ",,";
  addCsvText(line, countsText(summary));
  const std::size_t measures = setup.edition.entries().size();
  for (std::size_t i = 0; i < measures; ++i) {
    if (setup.chosen.empty() || setup.chosen[i]) line += ',';
  }
  return line + '\n';
}

}  // namespace

std::string_view csvTextOf(std::string_view cell) {
  return cell.starts_with('\'') && isFormula(cell.substr(1)) ? cell.substr(1) : cell;
}

void addCsvText(std::string& csv, std::string_view text) {
  std::string cell = isFormula(text) ? "'" : "";
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
  addDone(summary, setup, writer);
  writer.endObject();
  return writer.take() + '\n';
}

}  // namespace policycalc::registry
