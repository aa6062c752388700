#pragma once

#include "policycalc/store/sessions.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociStaffSessions : public StaffSessions {
 public:
  /// Both outlive this object.
  SociStaffSessions(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  void add(const StaffSession& session) override;
  std::optional<StaffSession> find(std::string_view token_id) const override;
  bool touch(std::string_view token_id, std::chrono::sys_seconds now) override;
  bool remove(std::string_view token_id) override;
  std::size_t removeAllOf(std::int64_t staff_id) override;
  std::size_t removeIdle(std::chrono::sys_seconds seen_before) override;
  std::size_t removeOld(std::chrono::sys_seconds created_before) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
