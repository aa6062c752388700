#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/desk/rules/seat.h"
#include "policycalc/store/applicants.h"
#include "policycalc/store/matters.h"
#include "policycalc/store/staff.h"

#include "desk/applicants/applicant_record.h"
#include "desk/matters/matter_book.h"

namespace policycalc::desk {

/// A matter and the rest of what its answer shows. Nothing sealed is open yet.
struct MatterView {
  store::MatterFile file;
  /// Only while the applicant's authorisation covers matters: without it, the unit must not see
  /// what the applicant tells the window.
  std::optional<store::Applicant> applicant;
  std::optional<ApplicantRecord> record;  ///< the applicant's, if it has been opened already
  std::vector<store::StaffMember> staff;  ///< everyone, by log-in
  std::int64_t named_handler = 0;         ///< see namedFor(); 0: none
};

MatterView viewOf(store::MatterFile file, const Services& services);
/// The same for a matter of an applicant that has been found and opened already.
MatterView viewOf(store::MatterFile file, store::Applicant applicant, ApplicantRecord record,
                  const Services& services);

/// Whether its attempts to reach the company are enough to end it as unreachable.
bool hasTriedEnough(const store::MatterFile& file, const Workdays& workdays);

/// Whether the holder of the seat may undo the end of the matter, and open it again: see the rules
/// of the same names.
bool mayUndo(const store::MatterFile& file, const Seat& seat, std::chrono::sys_seconds now);
bool mayReopen(const store::MatterFile& file, const Seat& seat);

/// Whether the holder of the seat works for the window of the matter: there the company is given
/// another query code, and its rating is read.
bool isOfWindow(const store::Matter& matter, const Seat& seat);
bool mayMakeQueryCode(const store::Matter& matter, const Seat& seat);

/// The ETag of the view's answer for the seat. It changes when the answer may: with the matter, its
/// notes, the applicant, the staff, who is named and who is absent, the catalogue and the day.
std::string etagOf(const MatterView& view, const Seat& seat, const MatterBook& book);

}  // namespace policycalc::desk
