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
  constexpr std::string_view kNames[] = {"exclusive", "deadline", "ask_first", "conflict",
                                         "newer_law", "reading",  "note"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view toString(ChannelKind kind) {
  constexpr std::string_view kNames[] = {"window", "office",    "online", "phone",
                                         "event",  "programme", "fund"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<std::string> namesOf(const std::vector<Channel>& channels) {
  std::vector<std::string> names;
  names.reserve(channels.size());
  for (const Channel& channel : channels) names.push_back(channel.name);
  return names;
}

bool isTranslated(CaveatKind kind) {
  return kind == CaveatKind::kExclusive || kind == CaveatKind::kDeadline ||
         kind == CaveatKind::kAskFirst || kind == CaveatKind::kConflict;
}

}  // namespace policycalc::catalogue
