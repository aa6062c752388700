#include <algorithm>
#include <array>
#include <string_view>

#include "policycalc/tables/table.h"

namespace policycalc::tables {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // without it Excel reads GBK

/// A text that begins with one of these is a formula; Excel accepts the wide signs too.
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\r",
                                                         "\n", "＝", "＋", "－", "＠"};

bool looksLikeFormula(std::string_view text) {
  return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                     [text](std::string_view sign) { return text.substr(0, sign.size()) == sign; });
}

void addText(std::string& csv, std::string_view text) {
  std::string defused = looksLikeFormula(text) ? "'" : "";
  defused += text;
  if (defused.find_first_of(",\"\r\n") == std::string::npos) {
    csv += defused;
    return;
  }
  csv += '"';
  for (const char c : defused) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

void addCell(std::string& csv, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) addText(csv, *text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) csv += std::to_string(*number);
  if (const auto* day = std::get_if<base::Date>(&cell)) csv += day->toString();
}

}  // namespace

std::string writeCsv(const Table& table) {
  std::string csv(kByteOrderMark);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i != 0) csv += ',';
    addText(csv, table.columns[i]);
  }
  csv += "\r\n";
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i != 0) csv += ',';
      if (i < row.size()) addCell(csv, row[i]);
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace policycalc::tables
