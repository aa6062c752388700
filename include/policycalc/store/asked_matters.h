#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/store/audit.h"

namespace policycalc::store {

class Database;

/// What its company may learn of a matter, and what proves that it asks.
struct AskedMatter {
  std::int64_t id = 0;
  std::string state;               ///< as desk::nameOf() spells it
  bool open = false;               ///< not closed
  bool at_unit = false;            ///< open, and with the unit
  std::chrono::sys_seconds since;  ///< when it entered its state
  std::string county;              ///< district code of the window
  std::string unit;                ///< key of the responsible unit
  bool rated = false;
  std::string query_hash;      ///< of the query code, under the applicant's key
  std::string key_by_service;  ///< the applicant's key, wrapped by the service's
};

/// The matters, as companies ask for them: by the reference, with a query code of which only a
/// keyed hash is kept. A matter is found only while the authorisation of its applicant is in force,
/// and never without a query code. Every function may be called from any thread and throws
/// StoreError when the store fails. A NUL in any text is refused with kConstraint.
class AskedMatters {
 public:
  /// `database` outlives this object.
  explicit AskedMatters(Database& database) : database_(database) {}
  AskedMatters(const AskedMatters&) = delete;
  AskedMatters& operator=(const AskedMatters&) = delete;

  std::optional<AskedMatter> find(std::string_view reference, std::chrono::sys_seconds now) const;

  /// Puts another query code in place of the last one, which then opens nothing. False if the
  /// matter is unknown or erased. An empty hash is refused with kConstraint.
  bool replaceCode(std::int64_t id, std::string_view query_hash, const Actor& actor);

  enum class Rating : std::uint8_t {
    kDone,
    kOpen,   ///< the matter is not closed
    kRated,  ///< it has a rating
    kNone,   ///< the matter is unknown or erased
  };
  /// Keeps how the company rates its closed matter, for good: `score` from 1 to 5, else
  /// kConstraint; `sealed_words` under the applicant's key, "" for none.
  Rating rate(std::int64_t id, int score, std::string_view sealed_words,
              std::chrono::sys_seconds now);

 private:
  Database& database_;
};

}  // namespace policycalc::store
