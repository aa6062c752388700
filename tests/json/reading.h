#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "policycalc/json/reader.h"

namespace policycalc::json {

/// The value that `text` spells; the test case ends if `text` is not JSON.
inline Value parsed(std::string_view text, const ReadLimits& limits = {}) {
  auto value = read(text, {}, limits);
  if (!value.ok()) throw std::runtime_error(base::formatIssue(value.error().front()));
  return std::move(value).value();
}

/// What is wrong with `text`; empty if nothing is.
inline base::Issues issuesOf(std::string_view text, const ReadLimits& limits = {}) {
  auto value = read(text, "file.json", limits);
  return value.ok() ? base::Issues{} : value.takeError();
}

/// `issues` as the command line prints them, one a line.
inline std::string printed(const base::Issues& issues) {
  std::string lines;
  for (const base::Issue& issue : issues) lines += base::formatIssue(issue) + "\n";
  return lines;
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace policycalc::json
