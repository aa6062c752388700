#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"

namespace policycalc::impact {

/// Where a firm comes from on which a change is tried.
enum class Origin : std::uint8_t {
  kStory,       ///< a whole company of `stories/*.json`
  kWorkedCase,  ///< the company of a worked case
  kDrawn,       ///< made up at random
  kSaved        ///< a saved profile whose owner agreed that it is checked again
};
constexpr std::size_t kOrigins = 4;
std::string_view toString(Origin origin);  ///< `story`, `worked_case`, `drawn`, `saved`

/// A firm in the words of the later catalogue.
struct Firm {
  Origin origin = Origin::kStory;
  std::string name;  ///< of a story or a worked case
  facts::Profile profile;
};
using TakeFirm = std::function<void(const Firm&)>;

/// The companies of `stories`, each a JSON object with `name` and `profile`. Answers that the
/// catalogue no longer knows are left out, as facts::renew() does. Returns how many could not be
/// read.
std::size_t forEachStory(const catalogue::PolicyFiles& stories,
                         const catalogue::Catalogue& catalogue, const TakeFirm& take);

/// The companies of the worked cases, which must be sound.
void forEachWorkedCase(const catalogue::PolicyFiles& cases, const catalogue::Catalogue& catalogue,
                       const TakeFirm& take);

/// A saved profile as JSON, read as a story's is. Returns false if it cannot be read.
bool takeSaved(const json::Value& profile, const catalogue::Catalogue& catalogue,
               const TakeFirm& take);

/// Draws `count` firms without contradictions; the same ones for the same catalogues and seed.
/// Their figures lie at, beside and between the thresholds of both catalogues. Every second firm
/// leaves some questions open. They are spread over the rules and not over the firms of a city:
/// they show who is concerned, not how many.
void drawFirms(const catalogue::Catalogue& before, const catalogue::Catalogue& after,
               std::size_t count, std::uint64_t seed, const TakeFirm& take);

}  // namespace policycalc::impact
