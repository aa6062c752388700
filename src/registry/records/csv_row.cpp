#include "registry/records/csv_row.h"

namespace policycalc::registry {

CsvRow::Scan CsvRow::scan(std::string_view text, bool last) {
  cells_.clear();
  undoubled_.clear();
  bytes_ = 0;
  while (true) {
    const bool quoted = bytes_ < text.size() && text[bytes_] == '"';
    switch (quoted ? scanQuoted(text, last) : scanPlain(text, last)) {
      case Next::kCell:
        break;
      case Next::kRow:
        return Scan::kWhole;
      case Next::kMore:
        return Scan::kMore;
      case Next::kOpenQuote:
        return Scan::kOpenQuote;
      case Next::kStrayQuote:
        return Scan::kStrayQuote;
    }
  }
}

CsvRow::Next CsvRow::scanPlain(std::string_view text, bool last) {
  const std::size_t begin = bytes_;
  const std::size_t end = text.find_first_of(",\n\"", begin);
  if (end == std::string_view::npos && !last) return Next::kMore;
  bytes_ = end == std::string_view::npos ? text.size() : end;
  if (bytes_ < text.size() && text[bytes_] == '"') return Next::kStrayQuote;
  std::string_view cell = text.substr(begin, bytes_ - begin);
  const bool ends_row = bytes_ == text.size() || text[bytes_] == '\n';
  if (ends_row && cell.ends_with('\r')) cell.remove_suffix(1);
  cells_.push_back(cell);
  return endCell(text, last);
}

CsvRow::Next CsvRow::scanQuoted(std::string_view text, bool last) {
  const std::size_t begin = bytes_ + 1;
  bool doubled = false;
  std::size_t end = text.find('"', begin);
  while (end != std::string_view::npos && end + 1 < text.size() && text[end + 1] == '"') {
    doubled = true;
    end = text.find('"', end + 2);
  }
  if (end == std::string_view::npos) return Next::kOpenQuote;
  if (end + 1 == text.size() && !last) return Next::kMore;  // the quote may be doubled
  const std::string_view cell = text.substr(begin, end - begin);
  cells_.push_back(doubled ? undoubled(cell) : cell);
  bytes_ = end + 1;
  return endCell(text, last);
}

/// At the comma or the newline after a cell.
CsvRow::Next CsvRow::endCell(std::string_view text, bool last) {
  if (bytes_ < text.size() && text[bytes_] == '\r') {
    if (bytes_ + 1 == text.size() && !last) return Next::kMore;
    ++bytes_;
    if (bytes_ < text.size() && text[bytes_] != '\n') return Next::kStrayQuote;
  }
  if (bytes_ == text.size()) return last ? Next::kRow : Next::kMore;
  const char c = text[bytes_];
  if (c != ',' && c != '\n') return Next::kStrayQuote;
  ++bytes_;
  return c == ',' ? Next::kCell : Next::kRow;
}

std::string_view CsvRow::undoubled(std::string_view cell) {
  std::string& plain = undoubled_.emplace_back();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    plain += cell[i];
    if (cell[i] == '"') ++i;
  }
  return plain;
}

}  // namespace policycalc::registry
