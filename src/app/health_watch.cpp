#include "app/health_watch.h"

#include <string>

namespace policycalc::app {

void HealthWatch::look() {
  const auto trouble = store_.health().trouble;
  if (trouble == trouble_) return;
  trouble_ = trouble;
  if (trouble) {
    log_("- trouble: " + std::string(store::codeOf(*trouble)) +
         "; see /operate.html#trouble and run `policycalc doctor`");
  } else {
    log_("- the database can be read and written again");
  }
}

}  // namespace policycalc::app
