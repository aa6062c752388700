#pragma once

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/criteria/criterion.h"
#include "policycalc/facts/knowledge.h"

namespace policycalc::engine {

/// Whether the district, of today or to be, is one of the city's.
criteria::Truth districtInCity(const catalogue::Catalogue& catalogue,
                               const facts::Knowledge& knowledge);

/// Whether the company is in the scope `registered`: it is registered, and its district is one of
/// the city's. A district without a state of registration counts as registered.
criteria::Truth registeredInCity(const catalogue::Catalogue& catalogue,
                                 const facts::Knowledge& knowledge);

/// The scope `registered` as comparisons, for questions and answers: the district is one of the
/// city's; the state of registration is any but "not yet registered".
criteria::Comparison districtTest(const facts::Vocabulary& vocabulary);
criteria::Comparison registrationTest(const facts::Vocabulary& vocabulary);

}  // namespace policycalc::engine
