#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/base/detailed_error.h"

namespace policycalc::store {

/// The store could not do its work. `what()` is one line for the person who runs the program; it
/// can name the database's path, so it stays out of HTTP answers. `detail()` is the engine's own
/// message, without the values it was given, for the log only.
class StoreError : public base::DetailedError {
 public:
  enum class Kind : std::uint8_t {
    kCannotOpen,        ///< no database at that place, or another program's
    kNewerThanProgram,  ///< written by a later version of this program
    kBusy,              ///< locked until the timeout ran out; trying again may help
    kConstraint,        ///< the data contradicts what is stored
    kCorrupt,           ///< the file is damaged
    kUnknownWord,       ///< a row holds a word that the rules do not know
    kDisk,              ///< it cannot be read or written
    kFull,              ///< no space is left, but for what takes something away
    kCeiling,           ///< as many records of a kind are kept as StoreOptions allow
    kStaleKey,          ///< the record was made with keys that the database no longer belongs to
    kOther,
  };
  static constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::kOther) + 1;

  StoreError(Kind kind, const std::string& message, std::string detail = {});
  // Declared so that copies made while unwinding do not throw.
  StoreError(const StoreError&) = default;
  StoreError& operator=(const StoreError&) = default;
  ~StoreError() override;

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// One word for figures and logs: `busy`.
std::string_view reasonOf(StoreError::Kind kind);

}  // namespace policycalc::store
