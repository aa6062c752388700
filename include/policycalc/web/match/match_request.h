#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/match.h"
#include "policycalc/facts/profile.h"

namespace policycalc::web {

/// How much an answer says.
enum class Detail : std::uint8_t {
  kVerdicts,  ///< the verdict on each measure, counts and totals
  kCore,      ///< what depends on the profile; the rest is in `GET /api/v1/measures?detail=full`
  kFull       ///< everything
};
std::string_view toString(Detail detail);

/// The language of texts that exist in both.
enum class Language : std::uint8_t { kChinese, kEnglish };

/// The body of `POST /api/v1/match` and the input of `policycalc match`.
struct MatchRequest {
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  facts::Profile profile{0};
  std::optional<base::Date> as_of;                ///< absent: today, as the caller defines it
  std::array<bool, engine::kVerdicts> include{};  ///< by verdict
  std::vector<bool> passed;                       ///< by screen of the catalogue; empty: none
  Detail detail = Detail::kCore;
  Language language = Language::kChinese;
  std::vector<bool> chosen;  ///< by measure of the catalogue; empty: all

  bool includes(engine::Verdict verdict) const {
    return include[static_cast<std::size_t>(verdict)];
  }
};

/// Returns the catalogue with this hash, or null; for an empty hash, the current one.
using CatalogueLookup =
    std::function<std::shared_ptr<const catalogue::Catalogue>(std::string_view hash)>;

/// Reads a request or returns all issues, each with its pointer: those of the JSON reader,
/// `unknown_field`, `missing_field`, `wrong_type`, `wrong_date`, `unknown_catalogue`,
/// `unknown_verdict`, `duplicate_verdict`, `unknown_screen`, `duplicate_screen`, `unknown_measure`,
/// `duplicate_measure`, `unknown_need`, `duplicate_need`, `wrong_value`, and those of readProfile()
/// below `/profile`. Unknown names come with the nearest ones.
base::Result<MatchRequest, base::Issues> readMatchRequest(std::string_view body,
                                                          const CatalogueLookup& lookup);
/// The same for a body that is already read.
base::Result<MatchRequest, base::Issues> readMatchRequest(const json::Value& document,
                                                          const CatalogueLookup& lookup);

/// The match for the request, for the measures that it chooses.
engine::Match matchFor(const MatchRequest& request, const engine::Edition& edition);

}  // namespace policycalc::web
