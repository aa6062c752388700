#pragma once

#include "policycalc/store/audit.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

/// Adds an entry as part of a job that does what it tells of; gives its id.
std::int64_t writeAudit(soci::session& session, const AuditEntry& entry);

class SociAuditTrail : public AuditTrail {
 public:
  /// Both outlive this object.
  SociAuditTrail(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  std::int64_t append(const AuditEntry& entry) override;
  std::vector<AuditEntry> list(const AuditQuery& query) const override;
  std::vector<AuditEntry> since(std::string_view object, std::int64_t object_id,
                                std::int64_t revision) const override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
