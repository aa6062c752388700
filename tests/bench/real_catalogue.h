#pragma once

#include <memory>

#include <boost/test/unit_test.hpp>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::bench {

/// The catalogue of this source tree, loaded once; the test ends if it does not load.
inline const std::shared_ptr<const catalogue::Catalogue>& realCatalogue() {
  static const auto catalogue = [] {
    const auto files = catalogue::readPolicyFolder(POLICYCALC_SOURCE_DIR "/policies");
    BOOST_REQUIRE(files.ok());
    auto loading = catalogue::Catalogue::load(*files);
    BOOST_REQUIRE(loading.ok());
    return *loading;
  }();
  return catalogue;
}

}  // namespace policycalc::bench
