#pragma once

#include <memory>

#include "policycalc/catalogue/catalogue.h"

#include "engine/random_profiles.h"

namespace policycalc::test {

/// A catalogue of `measures` measures over a vocabulary that is random too: facts of every type
/// with one to sixty-four options, trees of every operator and term, scopes, judgements and
/// periods.
std::shared_ptr<const catalogue::Catalogue> anyRules(Random& random, int measures);

}  // namespace policycalc::test
