#pragma once

#include <string_view>

namespace policycalc::http::wire {

/// The texts of one status code: the reason phrase of the status line, and the usual title and
/// detail for people (empty for a status that is not an error).
struct StatusText {
  int status = 0;
  std::string_view reason;
  std::string_view title;
  std::string_view detail;
};

/// For a code that is not in the table: the texts of its class (404 → those of 400).
const StatusText& statusText(int status);

}  // namespace policycalc::http::wire
