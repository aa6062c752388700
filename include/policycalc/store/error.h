#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace policycalc::store {

/// The store could not do its work. `what()` is one line for the person who runs the program; it
/// can name the database's path, so it stays out of HTTP answers. `detail()` is the engine's own
/// message, without the values it was given, for the log only.
class StoreError : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    kCannotOpen,        ///< no database at that place, or another program's
    kNewerThanProgram,  ///< written by a later version of this program
    kBusy,              ///< locked until the timeout ran out; trying again may help
    kConstraint,        ///< the data contradicts what is stored
    kCorrupt,           ///< the file is damaged
    kUnknownWord,       ///< a row holds a word that the rules do not know
    kDisk,              ///< it is full, or cannot be read or written
    kStaleKey,          ///< the record was made with keys that the database no longer belongs to
    kOther,
  };

  StoreError(Kind kind, const std::string& message, std::string detail = {});
  // Declared so that copies made while unwinding do not throw.
  StoreError(const StoreError&) = default;
  StoreError& operator=(const StoreError&) = default;
  ~StoreError() override;

  Kind kind() const { return kind_; }
  const std::string& detail() const { return detail_; }

 private:
  Kind kind_;
  std::string detail_;
};

}  // namespace policycalc::store
