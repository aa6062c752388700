#pragma once

#include <string>

namespace policycalc::test {

/// The text of a vocabulary that holds little more than the facts which every vocabulary needs.
/// Tests change one place in it; each fact stands on a line of its own.
std::string smallVocabulary();

/// A size standard for it, on the same terms.
std::string smallSizeStandard();

}  // namespace policycalc::test
