#include <functional>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {
namespace {

/// Calls `on_text` for the plain parts and `on_name` for each name inside `{{…}}`.
void scan(std::string_view text, const std::function<void(std::string_view)>& on_text,
          const std::function<void(std::string_view)>& on_name) {
  while (true) {
    const std::size_t open = text.find("{{");
    const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open + 2);
    if (close == std::string_view::npos) {
      on_text(text);
      return;
    }
    on_text(text.substr(0, open));
    on_name(text.substr(open + 2, close - open - 2));
    text.remove_prefix(close + 2);
  }
}

/// The figure for texts: before its first period the first value, after its last the last value.
const criteria::Parameter::Period& nearest(const criteria::Parameter& parameter, base::Date day) {
  return day < parameter.periods.front().from ? parameter.periods.front()
                                              : parameter.periods.back();
}

using Worded = std::string (*)(const base::Decimal&, criteria::Quantity, bool);

std::string filledIn(std::string_view text, const criteria::Parameters& parameters, base::Date day,
                     Worded worded) {
  std::string filled;
  scan(
      text, [&](std::string_view plain) { filled += plain; },
      [&](std::string_view name) {
        const auto index = parameters.find(name);
        const auto* period = index ? parameters[*index].at(day) : nullptr;
        if (index && period == nullptr) period = &nearest(parameters[*index], day);
        if (period != nullptr) {
          filled += worded(period->value, parameters[*index].quantity,
                           parameters[*index].percentage_points);
        }
      });
  return filled;
}

}  // namespace

std::string fillIn(std::string_view text, const criteria::Parameters& parameters, base::Date day) {
  return filledIn(text, parameters, day, criteria::toChinese);
}

std::string fillInEnglish(std::string_view text, const criteria::Parameters& parameters,
                          base::Date day) {
  return filledIn(text, parameters, day, criteria::toEnglish);
}

void forEachPlaceholder(std::string_view text, const std::function<void(std::string_view)>& visit) {
  scan(
      text, [](std::string_view) {}, visit);
}

}  // namespace policycalc::catalogue
