#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::store {

class Database;

/// A withdrawal that another window heard, of which the window of the applicant has to make sure.
struct HeardWithdrawal {
  std::int64_t id = 0;  ///< given by the store, from 1
  std::int64_t applicant_id = 0;
  std::string county;    ///< the applicant's; given by the store
  std::string heard_in;  ///< district code of the window that heard it; "" for a seat without one
  std::int64_t heard_by = 0;
  std::chrono::sys_seconds heard_at{};

  bool operator==(const HeardWithdrawal&) const = default;
};

/// How many withdrawals wait, and for how long.
struct WaitingNumbers {
  std::size_t count = 0;
  std::chrono::sys_seconds oldest{};  ///< when the first was heard; meaningless without one
};

/// Withdrawals of authorisations that were heard at another window than the applicant's, by a
/// credit code, which proves nothing. They wait until the applicant's window has asked back. One
/// that ends otherwise, with the authorisation, is no longer listed. Every function may be called
/// from any thread and throws StoreError when the store fails.
class Withdrawals {
 public:
  /// `database` outlives this object.
  explicit Withdrawals(Database& database) : database_(database) {}
  Withdrawals(const Withdrawals&) = delete;
  Withdrawals& operator=(const Withdrawals&) = delete;

  /// Records at the actor's time that the actor's window heard it. False if the applicant has no
  /// authorisation in force. Is kept once while it waits.
  bool hear(std::int64_t applicant_id, std::string_view heard_in, const Actor& actor);

  /// Those that wait in a county, or all with "", the earliest first.
  std::vector<HeardWithdrawal> waiting(std::string_view county, std::chrono::sys_seconds now) const;

  /// The numbers of the same.
  WaitingNumbers numbers(std::string_view county, std::chrono::sys_seconds now) const;

  /// The one with that id, if it waits.
  std::optional<HeardWithdrawal> find(std::int64_t id, std::chrono::sys_seconds now) const;

  /// The company, asked, does not want it. False if it does not wait.
  bool deny(std::int64_t id, const Actor& actor);

 private:
  Database& database_;
};

}  // namespace policycalc::store
