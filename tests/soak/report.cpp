#include "soak/report.h"

#include <array>
#include <cstdio>

namespace policycalc::soak {
namespace {

std::string textOf(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", value < 10 && value != 0 ? 2 : 0, value);
  return text.data();
}

}  // namespace

void Report::atMost(const std::string& what, double figure, double bound, const std::string& unit) {
  add(what, textOf(figure) + " " + unit + " | ≤ " + textOf(bound) + " " + unit, figure <= bound);
}

void Report::atLeast(const std::string& what, double figure, double bound,
                     const std::string& unit) {
  add(what, textOf(figure) + " " + unit + " | ≥ " + textOf(bound) + " " + unit, figure >= bound);
}

void Report::add(const std::string& what, const std::string& text, bool is_within) {
  rows_.push_back("| " + what + " | " + text + " | " + (is_within ? "yes" : "NO") + " |");
  holds_ = holds_ && is_within;
}

}  // namespace policycalc::soak
