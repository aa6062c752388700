#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <soci/session.h>

#include "policycalc/store/matters.h"

/// Reading matters within a job. Throws SOCI's exceptions or StoreError.
namespace policycalc::store {

/// The matter as Matters::find() gives it, without its parts. `is_over`: its applicant's
/// authorisation is over, and not yet ended in the database. `completion_over`: likewise the time
/// that its company had to complete the papers.
struct KnownMatter {
  Matter matter;
  bool is_over = false;
  bool completion_over = false;
};
std::optional<KnownMatter> readMatter(soci::session& session, std::int64_t id,
                                      std::chrono::sys_seconds now);

/// Calls `use` with each, in order.
void readMatters(soci::session& session, const MatterQuery& query, std::chrono::sys_seconds now,
                 const std::function<void(const Matter&)>& use);

MatterCounts countMatters(soci::session& session, const MatterQuery& query,
                          std::chrono::sys_seconds now);

std::vector<MatterDocument> readDocuments(soci::session& session, std::int64_t id);

/// Adds the three parts, each as it is when it is read: call it where all is of one moment.
MatterFile readFile(soci::session& session, Matter matter);

}  // namespace policycalc::store
