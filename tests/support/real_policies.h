#pragma once

#include <memory>
#include <stdexcept>
#include <utility>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::test {

/// The files of this source tree's policies, read once; throws if they cannot be read.
inline const catalogue::PolicyFiles& realPolicies() {
  static const catalogue::PolicyFiles files = [] {
    auto read = catalogue::readPolicyFolder(POLICYCALC_SOURCE_DIR "/policies");
    if (!read.ok()) throw std::runtime_error(base::formatIssue(read.error().front()));
    return std::move(read).value();
  }();
  return files;
}

/// The catalogue of these files, loaded once; throws with its first issue if it does not load.
inline const std::shared_ptr<const catalogue::Catalogue>& realCatalogue() {
  static const auto catalogue = [] {
    const auto loaded = catalogue::Catalogue::load(realPolicies());
    if (!loaded.ok()) throw std::runtime_error(base::formatIssue(loaded.error().front()));
    return *loaded;
  }();
  return catalogue;
}

}  // namespace policycalc::test
