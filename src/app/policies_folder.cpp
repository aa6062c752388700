#include "app/policies_folder.h"

namespace policycalc::app {

LoadedCatalogue catalogueIn(const std::string& folder) {
  const auto files = catalogue::readPolicyFolder(folder);
  if (!files.ok()) return files.error();
  return catalogue::Catalogue::load(*files);
}

}  // namespace policycalc::app
