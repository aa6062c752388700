#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// What a change is about.
enum class Subject : std::uint8_t {
  kMeasure,
  kClause,  ///< internal ones only
  kItem,
  kTopic,  ///< a group of questions
  kNeed,   ///< a field of support
  kParameter,
  kUnit,
  kContact,
  kDocument,
  kFact,
  kFile  ///< what the others do not name: the size standard, the screens, the sentences of answers
};
std::string_view toString(Subject subject);

/// The most that a change can do to an answer.
enum class Affects : std::uint8_t { kText, kAmount, kVerdict };
std::string_view toString(Affects affects);

/// One difference between two catalogues.
struct Change {
  Subject subject = Subject::kFile;
  std::string id;
  std::string title;                  ///< Chinese name of what has changed; empty for a file
  std::string field;                  ///< as the API names it; empty: it was added or removed
  std::optional<std::string> before;  ///< for people; nothing where there was none
  std::optional<std::string> after;
  Affects affects = Affects::kText;
  std::vector<std::string> measures;  ///< ids of the measures that it concerns, of both catalogues

  bool operator==(const Change&) const = default;
};

/// Everything that differs between two catalogues, in the order of `after`, what was removed last
/// of its kind. Figures are those of `day`; a figure that changes on another day appears as a
/// change of its parameter only. Two catalogues with different hashes always have a change.
std::vector<Change> changesBetween(const Catalogue& before, const Catalogue& after, base::Date day);

}  // namespace policycalc::catalogue
