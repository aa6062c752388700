#include "policycalc/catalogue/measure.h"

namespace policycalc::catalogue {

std::string_view toString(Kind kind) {
  constexpr std::string_view kNames[] = {"benefit", "right", "service", "internal"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view toString(AmountStatus status) {
  constexpr std::string_view kNames[] = {"fixed", "computed", "unstated", "waived", "none"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view toString(Bound bound) {
  constexpr std::string_view kNames[] = {"exact", "at_least", "at_most", "example", ""};
  return kNames[static_cast<std::size_t>(bound)];
}

std::string_view toString(AmountUnit unit) {
  constexpr std::string_view kNames[] = {"CNY", "percent", "percent", ""};
  return kNames[static_cast<std::size_t>(unit)];
}

std::string_view labelOf(AmountUnit unit) {
  constexpr std::string_view kLabels[] = {"元", "%", "个百分点", ""};
  return kLabels[static_cast<std::size_t>(unit)];
}

std::string_view toString(CaveatKind kind) {
  constexpr std::string_view kNames[] = {"exclusive", "ask_first", "conflict",
                                         "newer_law", "reading",   "note"};
  return kNames[static_cast<std::size_t>(kind)];
}

bool isTranslated(CaveatKind kind) {
  return kind == CaveatKind::kExclusive || kind == CaveatKind::kAskFirst ||
         kind == CaveatKind::kConflict;
}

}  // namespace policycalc::catalogue
