#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/key_ring.h"

#include "desk/matters/matter_book.h"
#include "desk/matters/matter_view.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// The measure of a matter, by today's catalogue. If today's has no such measure, it is by the
/// catalogue that the matter was opened with; the clause is null if that has none either.
struct MatterMeasure {
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  const catalogue::Clause* clause = nullptr;
};
MatterMeasure measureOf(const store::Matter& matter, const MatterBook& book);

/// The applicant's name; "" once it is erased. A name that cannot be opened becomes a text that
/// says so.
std::string applicantName(const store::Matter& matter, const vault::KeyRing& service_key);

/// The name of a unit, or its id if the catalogue does not know it.
std::string unitName(std::string_view id, const catalogue::Catalogue& catalogue);

/// Writes the matters of one answer. Keeps references; not thread-safe.
class MatterWriter {
 public:
  explicit MatterWriter(const MatterBook& book)
      : services_(book.services()), book_(book), staff_(book.services().store.staff()) {}

  /// `{"matters":[…],"today":…,"counts":{…},"withdrawals":…,"next":…}`. `more`: the page is not the
  /// last one.
  std::string list(const store::MatterPage& page, bool more, const Seat& seat);

  /// One matter in full, and what the seat may do with it now. Opens what is sealed; throws as
  /// openSealed() does. `query_code`: a new one, to show this once; "" for none.
  std::string detail(const MatterView& view, const Seat& seat, std::string_view query_code = {});

 private:
  void writeMembers(json::Writer& writer, const MatterToday& today, const Seat& seat);
  void writeResponsible(json::Writer& writer, const MatterToday& today, const Seat& seat);
  void writeClock(json::Writer& writer, const MatterToday& today);
  void writePlace(json::Writer& writer, const MatterToday& today);
  void writeWatch(json::Writer& writer, const MatterToday& today);
  void writeMeasureChanges(json::Writer& writer, const store::MatterFile& file);
  void writeDocuments(json::Writer& writer, const std::vector<store::MatterDocument>& documents);
  void writeNotes(json::Writer& writer, const store::MatterFile& file);
  void writeHistory(json::Writer& writer, const store::MatterFile& file);
  void writeRating(json::Writer& writer, const store::MatterFile& file, const Seat& seat);
  void writeDeeds(json::Writer& writer, const store::MatterFile& file);
  void writeSteps(json::Writer& writer, const store::MatterFile& file, const Seat& seat);
  void writeHandlers(json::Writer& writer, const MatterView& view);
  void writeApplicant(json::Writer& writer, const MatterView& view);
  void writeGuidanceOf(json::Writer& writer, const store::Matter& matter);
  /// "" for a text that is not there or has been erased.
  std::string opened(const store::Matter& matter, const std::string& sealed, std::string_view as);

  const Services& services_;
  const MatterBook& book_;
  StaffRefs staff_;
};

}  // namespace policycalc::desk
