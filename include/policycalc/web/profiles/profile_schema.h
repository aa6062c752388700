#pragma once

#include <string>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/writer.h"

namespace policycalc::web {

/// JSON Schema (2020-12) of a profile, made from the vocabulary: one property a fact.
std::string writeProfileSchema(const catalogue::Catalogue& catalogue);

/// A list of the ids of the fields of support whose first questions ask for the fact.
void writeNeedIds(json::Writer& writer, const facts::Fact& fact,
                  const facts::Vocabulary& vocabulary);

}  // namespace policycalc::web
