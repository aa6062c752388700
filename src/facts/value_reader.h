#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/facts/profile.h"

#include "facts/unknown_names.h"

namespace policycalc::facts {

/// The decimals that an answer of a numeric type may have.
int decimalsOf(FactType type);
/// The most that an answer of a numeric type may be, in units of those decimals.
std::int64_t mostOf(FactType type);
/// Whether a text holds a control character of ASCII.
bool holdsControl(std::string_view text);

/// Reads the answer for one fact and adds its faults to `issues`. The arguments must outlive it.
class ValueReader {
 public:
  ValueReader(const Fact& fact, const Vocabulary& vocabulary, const std::string& pointer,
              base::Issues& issues)
      : fact_(fact), vocabulary_(vocabulary), pointer_(pointer), issues_(issues) {}

  /// Returns an unknown answer if the value is null or refused.
  Given read(const json::Value& value);

 private:
  Given readText(const json::Value& value);
  Given readIndustryCode(const json::Value& value);
  Given readBoolean(const json::Value& value);
  Given readChoice(const json::Value& value);
  Given readChoices(const json::Value& value);
  Given readNumber(const json::Value& value);

  Given refuse(const json::Value& value, std::string code, std::string message);
  Given refuseAt(const json::Value& value, const std::string& pointer, std::string code,
                 std::string message);
  Given refuseOption(const json::Value& value, const std::string& pointer);
  Given wrongType(const json::Value& value, std::string_view expected);
  Given outOfRange(const json::Value& value);

  const Fact& fact_;
  const Vocabulary& vocabulary_;
  const std::string& pointer_;
  base::Issues& issues_;
};

}  // namespace policycalc::facts
