#pragma once

#include "policycalc/facts/vocabulary.h"

namespace policycalc::fuzz {

/// A small vocabulary with a fact of each type, loaded once.
const facts::Vocabulary& vocabulary();

}  // namespace policycalc::fuzz
