#pragma once

#include <string>
#include <string_view>

#include "web/match/answer_parts.h"

namespace policycalc::web {

/// The answer of `detail: core`: what depends on the profile.
std::string writeCoreAnswer(const Answered& answered);

/// The answer of `detail: verdicts`.
std::string writeVerdictsAnswer(const Answered& answered);

}  // namespace policycalc::web
