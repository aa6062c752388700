#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/sealing.h"

#include "desk/cases/case_book.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// A measure as a case speaks of it: by today's catalogue, or by the one it was opened with where
/// it is no more. The clause may be null, where neither is known.
struct CaseMeasure {
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  const catalogue::Clause* clause = nullptr;
};
CaseMeasure measureOf(const store::Case& what, web::Catalogues& catalogues);

/// The applicant's name; "" once it is erased. Throws as openSealed() does.
std::string applicantName(const store::Case& what, const vault::Key& service_key);

/// The name of a unit; its id where the catalogue does not know it (any more).
std::string unitName(std::string_view id, const catalogue::Catalogue& catalogue);

/// Writes the cases of one answer. Keeps references; not thread-safe.
class CaseWriter {
 public:
  CaseWriter(const Services& services, const CaseBook& book)
      : services_(services), book_(book), staff_(services.store.staff()) {}

  /// `{"cases":[…],"today":…,"counts":{…},"more":…}`.
  std::string list(const CaseList& list);

  /// One case with everything of it, and what somebody on that seat may do with it now.
  std::string detail(const store::CaseFile& file, const Seat& seat);

 private:
  void writeMembers(json::Writer& writer, const SeenCase& seen);
  void writeClock(json::Writer& writer, const SeenCase& seen);
  void writePlace(json::Writer& writer, const SeenCase& seen);
  void writeDocuments(json::Writer& writer, const std::vector<store::CaseDocument>& documents);
  void writeNotes(json::Writer& writer, const store::CaseFile& file);
  void writeHistory(json::Writer& writer, const store::CaseFile& file);
  void writeSteps(json::Writer& writer, const SeenCase& seen, const Seat& seat);
  void writeHandlers(json::Writer& writer, const SeenCase& seen);
  void writeApplicant(json::Writer& writer, const store::Case& what);
  void writeGuidanceOf(json::Writer& writer, const store::Case& what);
  std::string opened(const store::Case& what, const std::string& sealed, std::string_view as);

  const Services& services_;
  const CaseBook& book_;
  StaffRefs staff_;
};

}  // namespace policycalc::desk
