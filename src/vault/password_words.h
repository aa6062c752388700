#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/vault/password.h"

namespace policycalc::vault {

/// Words that an attacker of this service tries early: of the service, the city and the owner.
struct PasswordWords {
  std::vector<std::string> ascii;     ///< in lower case
  std::vector<std::u32string> other;  ///< of characters outside ASCII
};

PasswordWords passwordWords(const PasswordOwner& owner);

/// The code points of `text`, with full-width forms as the ASCII that they show. Stops at what is
/// not UTF-8.
std::u32string foldedCodePoints(std::string_view text);

}  // namespace policycalc::vault
