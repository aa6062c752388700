#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "policycalc/desk/rules/seat.h"
#include "policycalc/store/store.h"

#include "store/store_place.h"

namespace policycalc::store::test {

/// A matter as its row says, with no more than lists depend on.
struct PlainMatter {
  std::int64_t id = 0;
  std::int64_t applicant_id = 0;
  std::string reference;
  std::string measure;
  std::string county;
  std::string unit;
  std::int64_t owner_id = 0;
  std::int64_t handler_id = 0;
  desk::MatterState state = desk::MatterState::kReceived;
  std::int64_t since = 0;
  std::int64_t due_day = 0;
  std::int64_t soon_day = 0;
  std::int64_t returns = 0;
  bool handed_over = false;
  bool to_tell = false;
  std::int64_t completing_until = 0;
  bool measure_moved = false;
};

/// The applicants whose company took the authorisation back in its saved profile, or with it.
using TakenBack = std::set<std::int64_t>;

/// When an applicant's authorisation is over, by the tables of authorisations and saved profiles;
/// 1970 if it was ended.
using Terms = std::map<std::int64_t, std::int64_t>;

/// A store with many matters, made in one transaction: of three counties and units, 24 accounts of
/// which some are disabled, and 2,000 applicants. Some authorisations are over, some were ended,
/// some were given by the code of a saved profile that still agrees, no longer does, or is gone.
struct ManyMatters {
  explicit ManyMatters(int number);

  /// Runs one statement on the file of the store.
  void run(const std::string& sql) const;

  /// What the tables hold, read by plain SELECTs of whole tables.
  std::vector<PlainMatter> matters() const;
  std::map<std::int64_t, desk::Seat> seats() const;
  Terms terms() const;
  TakenBack takenBack() const;

  static constexpr std::int64_t kNow = 1'800'000'000;
  static constexpr std::int64_t kToday = (kNow + 8 * 3600) / 86'400;
  static std::chrono::sys_seconds now() {
    return std::chrono::sys_seconds(std::chrono::seconds(kNow));
  }

  StorePlace folder;
  std::unique_ptr<Store> owned = openStore({folder.database()});
  Store& store = *owned;
};

}  // namespace policycalc::store::test
