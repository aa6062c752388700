#pragma once

#include <string>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::web {

/// JSON Schema (2020-12) of a profile, made from the vocabulary: one property a fact.
std::string writeProfileSchema(const catalogue::Catalogue& catalogue);

}  // namespace policycalc::web
