#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/changes.h"
#include "policycalc/web/catalogues.h"

namespace policycalc::api {

/// Names what a change is about: two changes of one value have one key.
std::string keyOf(const catalogue::Change& change);

/// What each version changed of the one before it, by keys. To compare two versions, both must be
/// read from their texts, so each step is made once in the life of the process. Thread-safe.
class Steps {
 public:
  using Keys = std::shared_ptr<const std::set<std::string>>;

  /// The step between two versions, with the figures of `day`; null if one of them cannot be read.
  /// May throw StoreError.
  Keys between(web::Catalogues& catalogues, const std::string& before, const std::string& after,
               base::Date day);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Keys> known_;
};

}  // namespace policycalc::api
