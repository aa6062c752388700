#pragma once

#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/http/message.h"

namespace policycalc::site {

/// What a list of measures is narrowed to, as its address says. "" narrows nothing; a value that
/// nothing has leaves nothing.
struct MeasureFilter {
  std::string sought;  ///< `q`
  std::string topic;
  std::string kind;
  std::string chapter;
  std::string item;
  std::string unit;
  std::size_t page = 1;

  /// Unknown names are ignored: links from elsewhere bring their own.
  static MeasureFilter read(const http::Request& request);

  /// Whether it shows all measures.
  bool isEmpty() const;
  bool isSearchOnly() const;
  /// The address of the list, with this filter.
  std::string address() const;
  /// Whether a measure passes everything but the search.
  bool passes(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue) const;
};

/// How many of `measures` pass.
std::size_t countOf(const std::vector<const catalogue::Clause*>& measures,
                    const MeasureFilter& filter, const catalogue::Catalogue& catalogue);

}  // namespace policycalc::site
