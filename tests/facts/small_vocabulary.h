#pragma once

#include <string>

namespace policycalc::test {

/// The text of a vocabulary with little more than the required facts, one on each line. Tests
/// change it in one place.
std::string smallVocabulary();

/// A size standard for it, made in the same way.
std::string smallSizeStandard();

}  // namespace policycalc::test
