#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/worked_cases.h"

namespace policycalc::app {

/// A policies folder that `policycalc lint` finds sound.
struct CheckedFolder {
  catalogue::PolicyFiles files;
  catalogue::PolicyFiles cases;
  catalogue::PolicyFiles stories;
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  std::string workdays;             ///< the text of the desk's calendar
  engine::WorkedCaseReport report;  ///< of the worked cases
};

/// Reads a policies folder and checks all of it: that it loads, the checks of authors, the worked
/// cases and the desk's calendar. The error has all issues of the step that failed, sorted.
base::Result<CheckedFolder, base::Issues> checkFolder(const std::string& folder);

/// Whether the folder still has exactly these texts.
bool isUnchanged(const std::string& folder, const CheckedFolder& checked);

/// The pack of the folder's worked cases (see engine/conformance.h); "" if it comes without cases.
std::string conformancePack(const std::string& folder, std::string_view catalogue_hash);

}  // namespace policycalc::app
