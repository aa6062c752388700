#include "api/changes/steps.h"

namespace policycalc::api {
namespace {

// Four versions a week for two years; a step has mostly a few keys.
constexpr std::size_t kMostKnown = 512;

}  // namespace

std::string keyOf(const catalogue::Change& change) {
  return std::string(toString(change.subject)) + " " + change.id + " " + change.field;
}

Steps::Keys Steps::between(web::Catalogues& catalogues, const std::string& before,
                           const std::string& after, base::Date day) {
  const std::pair<std::string, std::string> step{before, after};
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = known_.find(step);
    if (known != known_.end()) return known->second;
  }
  const auto one = catalogues.find(before);
  const auto other = catalogues.find(after);
  if (!one || !other) return nullptr;
  std::set<std::string> keys;
  for (const catalogue::Change& change : catalogue::changesBetween(*one, *other, day)) {
    keys.insert(keyOf(change));
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(step, std::make_shared<const std::set<std::string>>(std::move(keys)))
      .first->second;
}

}  // namespace policycalc::api
