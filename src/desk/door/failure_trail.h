#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::desk {

/// A failed log-in or a denied request.
struct DoorFailure {
  AuditAction action = AuditAction::kLogInFailed;
  std::int64_t staff_id = 0;  ///< who asked; 0 if they are not logged in
  std::int64_t account = 0;   ///< whose session was asked for or used; 0: unknown
  std::string county;         ///< of the account
  std::string network;        ///< a clientNetwork()
  std::string reason;         ///< one word; never what was typed

  auto operator<=>(const DoorFailure&) const = default;
};

/// Writes failures at the door to the audit trail, however many there are. The first of a kind
/// (same account, network and reason) is written at once. Others within kTogether are counted, and
/// their number, the field `more:N`, follows in one line. At most kAtOnce kinds are begun at once,
/// then one each kInterval; what is beyond that is counted in one line each kBeyond (account 0, no
/// network, the reason `other`). So a flood leaves a few thousand lines a day. Safe from any
/// thread. The destructor writes what has been counted.
class FailureTrail {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  using Write = std::function<void(const store::AuditEntry&)>;
  static constexpr std::chrono::minutes kTogether{1};
  static constexpr std::int64_t kAtOnce = 100;
  static constexpr std::chrono::seconds kInterval{30};
  static constexpr std::chrono::minutes kBeyond{10};

  FailureTrail(Write write, Clock now);
  ~FailureTrail();
  FailureTrail(const FailureTrail&) = delete;
  FailureTrail& operator=(const FailureTrail&) = delete;

  /// Throws what `write` throws. A failure after its first line throws nothing.
  void note(const DoorFailure& failure);

  /// Writes the numbers whose time is over. Throws nothing: what cannot be written is counted with
  /// what is beyond. The door calls it at each request.
  void flush();

 private:
  using Time = std::chrono::sys_seconds;
  using Lines = std::vector<std::pair<store::AuditEntry, std::int64_t>>;  ///< with their number
  struct Kind {
    Time since{};
    std::int64_t more = 0;
  };

  bool takeLine(Time now);
  void countBeyond(AuditAction action, std::int64_t number, Time now);
  Lines takeOver(Time now, bool all);
  void write(const Lines& lines);

  const Write write_;
  const Clock now_;
  std::mutex mutex_;  ///< guards the members below
  std::map<DoorFailure, Kind> kinds_;
  std::map<AuditAction, std::int64_t> beyond_;
  Time beyond_since_{};
  Time full_at_{};  ///< when kAtOnce kinds may be begun again
  Time next_look_{};
};

}  // namespace policycalc::desk
