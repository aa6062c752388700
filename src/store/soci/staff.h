#pragma once

#include "policycalc/store/staff.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociStaff : public StaffMembers {
 public:
  /// Both outlive this object.
  SociStaff(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  std::int64_t add(const StaffMember& member) override;
  std::optional<StaffMember> find(std::int64_t id) const override;
  std::optional<StaffMember> findByLogin(std::string_view login) const override;
  std::vector<StaffMember> list() const override;
  Change update(const StaffMember& next, std::int64_t expected_revision) override;
  bool setPassword(std::int64_t id, std::string_view hash, bool must_change) override;
  bool changePassword(std::int64_t id, std::string_view old_hash, std::string_view hash) override;
  bool rehash(std::int64_t id, std::string_view old_hash, std::string_view hash) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
