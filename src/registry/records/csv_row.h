#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::registry {

/// One row of CSV (RFC 4180) at the beginning of a text. Reuses its memory from row to row.
class CsvRow {
 public:
  enum class Scan : std::uint8_t {
    kWhole,
    kMore,        ///< the text ends before the row does
    kOpenQuote,   ///< the same, within quotes
    kStrayQuote,  ///< a quote within an unquoted cell, or text after a closing quote
  };

  /// Finds the row. `last`: nothing comes after `text`, so that its end also ends the row.
  Scan scan(std::string_view text, bool last);

  /// Of a whole row, without quotes. Valid as long as the scanned text is.
  const std::vector<std::string_view>& cells() const { return cells_; }
  /// How long the row is with its newline; with a stray quote, up to that.
  std::size_t bytes() const { return bytes_; }

 private:
  enum class Next : std::uint8_t { kCell, kRow, kMore, kOpenQuote, kStrayQuote };

  Next scanPlain(std::string_view text, bool last);
  Next scanQuoted(std::string_view text, bool last);
  Next endCell(std::string_view text, bool last);
  std::string_view undoubled(std::string_view cell);

  std::vector<std::string_view> cells_;
  std::deque<std::string> undoubled_;  ///< cells with doubled quotes
  std::size_t bytes_ = 0;
};

}  // namespace policycalc::registry
