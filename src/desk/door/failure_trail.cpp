#include "desk/door/failure_trail.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace policycalc::desk {
namespace {

store::AuditEntry entryOf(const DoorFailure& failure, std::chrono::sys_seconds at) {
  store::AuditEntry entry;
  entry.actor = {.staff_id = failure.staff_id, .address = failure.network, .at = at};
  entry.action = failure.action;
  entry.object = AuditObject::kSession;
  entry.object_id = failure.account;
  entry.county = failure.county;
  entry.fields = {failure.reason};
  return entry;
}

store::AuditEntry withNumber(store::AuditEntry entry, std::int64_t number) {
  entry.fields.push_back("more:" + std::to_string(number));
  return entry;
}

}  // namespace

FailureTrail::FailureTrail(Write write, Clock now)
    : write_(std::move(write)), now_(std::move(now)) {}

FailureTrail::~FailureTrail() {
  Lines lines;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    lines = takeOver(now_(), true);
  }
  write(lines);
}

void FailureTrail::note(const DoorFailure& failure) {
  flush();  // the number of the earlier ones, if there were any, comes first
  const Time now = now_();
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = kinds_.find(failure);
    if (known != kinds_.end()) {
      ++known->second.more;
      return;
    }
    if (!takeLine(now)) {
      countBeyond(failure.action, 1, now);
      return;
    }
    kinds_.emplace(failure, Kind{now, 0});
    next_look_ = std::min(next_look_, now + kTogether);
  }
  write_(entryOf(failure, now));
}

void FailureTrail::flush() {
  const Time now = now_();
  Lines lines;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const bool is_set_back = next_look_ > now + kTogether;
    if (now < next_look_ && !is_set_back) return;
    lines = takeOver(now, false);
  }
  write(lines);
}

void FailureTrail::countBeyond(AuditAction action, std::int64_t number, Time now) {
  if (beyond_.empty()) beyond_since_ = now;
  beyond_[action] += number;
}

bool FailureTrail::takeLine(Time now) {
  // A clock that was set back must not close the trail for long.
  full_at_ = std::clamp(full_at_, now, now + kAtOnce * kInterval);
  if (full_at_ + kInterval > now + kAtOnce * kInterval) return false;
  full_at_ += kInterval;
  return true;
}

FailureTrail::Lines FailureTrail::takeOver(Time now, bool all) {
  Lines lines;
  next_look_ = now + kTogether;
  for (auto kind = kinds_.begin(); kind != kinds_.end();) {
    const auto& [since, more] = kind->second;
    const bool is_over = all || now >= since + kTogether || now < since;
    if (!is_over) next_look_ = std::min(next_look_, since + kTogether);
    if (is_over && more > 0) lines.emplace_back(entryOf(kind->first, now), more);
    kind = is_over ? kinds_.erase(kind) : std::next(kind);
  }
  if (!all && now < beyond_since_ + kBeyond && now >= beyond_since_) return lines;
  for (const auto& [action, number] : std::exchange(beyond_, {})) {
    lines.emplace_back(
        entryOf({.action = action, .county = {}, .network = {}, .reason = "other"}, now), number);
  }
  return lines;
}

void FailureTrail::write(const Lines& lines) {
  for (const auto& [entry, number] : lines) {
    try {
      write_(withNumber(entry, number));
    } catch (const std::exception&) {
      // The store is busy or full: the number waits for the next line.
      const std::lock_guard<std::mutex> lock(mutex_);
      countBeyond(entry.action, number, now_());
    }
  }
}

}  // namespace policycalc::desk
