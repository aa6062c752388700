#pragma once

#include <span>
#include <string_view>

namespace policycalc::site {

/// A file of `src/site/templates`, compiled in.
struct Template {
  std::string_view name;  ///< without folder and extension
  std::string_view text;
};

std::span<const Template> templateTexts();

}  // namespace policycalc::site
