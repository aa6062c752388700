#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "policycalc/http/message.h"
#include "policycalc/web/match/rendering.h"

namespace policycalc::api {

/// The texts of all measures, written once for each edition that is asked for: every client reads
/// them, and they are long. Thread-safe.
class KeptTexts {
 public:
  /// writeMeasureTexts() without a filter, with its ETag.
  http::Response answer(const web::Rendering& rendering);

 private:
  struct Kept {
    std::shared_ptr<const std::string> body;
    std::string etag;
  };

  std::mutex mutex_;                                          // guards kept_
  std::map<std::pair<std::string, std::size_t>, Kept> kept_;  // by catalogue and edition
};

}  // namespace policycalc::api
