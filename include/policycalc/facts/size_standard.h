#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/entity_types.h"
#include "policycalc/facts/industry_code.h"
#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

/// The size standard for small and medium enterprises (工信部联企业〔2011〕300号) with the
/// industries of GB/T 4754—2017, from `size-standard.json`. Immutable; any thread may read.
///
/// Each indicator has four bands: micro < small_min <= small < medium_min <= medium < large_min <=
/// large (the standard's upper bounds are exclusive). The class of a company is its lowest band
/// over the indicators of its industry. An unknown indicator may be in any band.
class SizeStandard {
 public:
  static constexpr std::size_t kClasses = 4;  ///< micro, small, medium, large

  struct Indicator {
    FactIndex fact = 0;
    std::array<std::int64_t, kClasses - 1> lower_bounds{};  ///< of small, medium, large

    /// Band of a value, 0 (micro) to 3 (large).
    std::size_t band(std::int64_t value) const;
  };

  struct Industry {
    OptionSet option;                ///< of the fact size_industry
    std::vector<std::string> codes;  ///< prefixes of digits
    std::vector<Indicator> indicators;
  };

  static SizeStandard load(json::Decoder& root, const Vocabulary& vocabulary);

  /// The options of size_industry that the code allows. Empty if the code names an industry that
  /// the standard does not size (finance, rail), or a section with such industries.
  OptionSet industriesOf(const IndustryCode& code) const;

  /// False if letter and digits of the code contradict each other, or the division does not exist.
  bool isConsistent(const IndustryCode& code) const;

  /// The industry with this option of size_industry, or null.
  const Industry* find(std::size_t size_industry) const;
  const std::string& document() const { return document_; }

  const EntityTypes& entityTypes() const { return entity_types_; }

 private:
  struct Section {
    char letter = 0;
    int first_division = 0;
    int last_division = 0;
  };

  void loadSections(json::Decoder& root);
  void loadIndustries(json::Decoder& root, const Vocabulary& vocabulary);
  Industry loadIndustry(json::Decoder& object, const Vocabulary& vocabulary) const;
  /// Writes industries_ down by digits and by option.
  void index();
  /// The industry with the longest code that `digits` begins with; empty if no code fits.
  OptionSet industryOfDigits(std::string_view digits) const;

  std::string document_;
  std::vector<Section> sections_;
  std::vector<Industry> industries_;
  /// One for each text of 0 to 4 digits: the texts of one digit follow the empty one, and so on.
  std::vector<OptionSet> by_digits_;
  std::array<std::uint8_t, kMaxOptions> by_option_{};  ///< index into industries_ + 1; 0: none
  EntityTypes entity_types_;
};

}  // namespace policycalc::facts
