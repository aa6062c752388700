#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"

namespace policycalc::api {

/// In code points.
inline constexpr std::size_t kMostRatingWords = 500;
inline constexpr int kBestScore = 5;

/// Which matter is asked for, as it was typed.
struct MatterKey {
  std::string reference;
  std::string code;
};

struct RatingRequest {
  MatterKey matter;
  int score = 0;      ///< 1 to kBestScore
  std::string words;  ///< "" for none
};

/// The bodies. All issues together, each with its pointer: those of BodyFields; `wrong_value` for a
/// score out of its range and for words that show nothing, and `too_long`. A reference or a code
/// that cannot be one is no issue: the answer to it is that of a wrong one.
base::Result<MatterKey, base::Issues> readMatterKey(std::string_view body);
base::Result<RatingRequest, base::Issues> readRating(std::string_view body);

}  // namespace policycalc::api
