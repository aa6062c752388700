#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace policycalc::vault {

/// Symbols of Crockford's base 32 from the system's generator. Thread-safe.
std::string randomSymbols(std::size_t count);

/// Reads symbols that a person typed or pasted: any case, blanks and hyphens anywhere, full-width
/// forms, O for 0, I and L for 1. Returns nothing if there is another character, such as U, or more
/// than `most` symbols.
std::optional<std::string> readSymbols(std::string_view text, std::size_t most);

/// A secret that only its owner keeps: 26 symbols of Crockford's base 32, 130 bits from the
/// system's generator. It is never stored, logged or sent in a path or a query; the store keeps
/// only what `lookupId` and `codeKey` derive from it.
class AccessCode {
 public:
  /// A new code. Thread-safe.
  static AccessCode random();

  /// Reads a code as readSymbols() does. Returns nothing if it has another length.
  static std::optional<AccessCode> read(std::string_view text);

  /// In groups, for people: `XXXX-XXXX-XXXX-XXXX-XXXXX-XXXXX`.
  std::string text() const;
  /// The 26 symbols without hyphens: one spelling for each code.
  const std::string& symbols() const { return symbols_; }

  bool operator==(const AccessCode&) const = default;

 private:
  explicit AccessCode(std::string symbols) : symbols_(std::move(symbols)) {}

  std::string symbols_;
};

}  // namespace policycalc::vault
