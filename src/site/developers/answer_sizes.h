#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/web/match/rendering.h"

namespace policycalc::site {

/// How long the answer to one profile is, with each detail.
struct AnswerSize {
  std::string detail;
  std::size_t bytes = 0;
};

/// The request whose answers are measured: the profile that the first call of a newcomer has.
inline constexpr const char* kMeasuredProfile =
    R"({"district": "360702", "entity_type": "company"})";

/// The sizes for kMeasuredProfile, shortest first; none if the vocabulary does not know its facts.
std::vector<AnswerSize> answerSizes(const std::shared_ptr<const web::Rendering>& rendering);

}  // namespace policycalc::site
