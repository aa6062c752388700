#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/sealing.h"

#include "desk/matters/matter_book.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// A measure as a matter speaks of it: by today's catalogue, or by the one it was opened with where
/// it is no more. The clause may be null, where neither is known.
struct MatterMeasure {
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  const catalogue::Clause* clause = nullptr;
};
MatterMeasure measureOf(const store::Matter& what, web::Catalogues& catalogues);

/// The applicant's name; "" once it is erased. Throws as openSealed() does.
std::string applicantName(const store::Matter& what, const vault::Key& service_key);

/// The name of a unit; its id where the catalogue does not know it (any more).
std::string unitName(std::string_view id, const catalogue::Catalogue& catalogue);

/// Writes the matters of one answer. Keeps references; not thread-safe.
class MatterWriter {
 public:
  MatterWriter(const Services& services, const MatterBook& book)
      : services_(services), book_(book), staff_(services.store.staff()) {}

  /// `{"matters":[…],"today":…,"counts":{…},"more":…}`.
  std::string list(const MatterList& list);

  /// One matter with everything of it, and what somebody on that seat may do with it now.
  std::string detail(const store::MatterFile& file, const Seat& seat);

 private:
  void writeMembers(json::Writer& writer, const SeenMatter& seen);
  void writeClock(json::Writer& writer, const SeenMatter& seen);
  void writePlace(json::Writer& writer, const SeenMatter& seen);
  void writeDocuments(json::Writer& writer, const std::vector<store::MatterDocument>& documents);
  void writeNotes(json::Writer& writer, const store::MatterFile& file);
  void writeHistory(json::Writer& writer, const store::MatterFile& file);
  void writeSteps(json::Writer& writer, const SeenMatter& seen, const Seat& seat);
  void writeHandlers(json::Writer& writer, const SeenMatter& seen);
  void writeApplicant(json::Writer& writer, const store::Matter& what);
  void writeGuidanceOf(json::Writer& writer, const store::Matter& what);
  std::string opened(const store::Matter& what, const std::string& sealed, std::string_view as);

  const Services& services_;
  const MatterBook& book_;
  StaffRefs staff_;
};

}  // namespace policycalc::desk
