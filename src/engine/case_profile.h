#pragma once

#include "policycalc/json/value.h"

namespace policycalc::engine {

/// The profile of a worked case: that of its file, overridden by its own facts. null is unknown.
inline json::Value caseProfile(const json::Value& base, const json::Value& own) {
  json::Value merged = own;
  merged.type = json::Value::Type::kObject;
  for (const json::Member& member : base.members) {
    if (own.find(member.key) == nullptr) merged.members.push_back(member);
  }
  return merged;
}

}  // namespace policycalc::engine
