#include "desk/applicants/applicant_writer.h"

#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/times.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

void writeAuthorisation(json::Writer& writer, const OpenApplicant& applicant, StaffRefs& staff) {
  const store::Authorisation& authorisation = applicant.kept.authorisation;
  writer.beginObject();
  writer.key("given").string(nameOf(authorisation.given));
  writer.key("for_matters").boolean(authorisation.for_matters);
  writer.key("until").string(web::lastDay(authorisation.until).toString());
  writer.key("given_by")
      .string(openSealed(authorisation.sealed_by, applicant.key, sealed_as::kGivenBy));
  writer.key("recorded_at").string(web::utcText(authorisation.recorded_at));
  staff.write(writer.key("recorded_by"), authorisation.recorded_by);
  writer.key("text_number").stringOrNull(authorisation.text_number);
  writer.endObject();
}

}  // namespace

std::string writeApplicant(const OpenApplicant& applicant, StaffRefs& staff,
                           std::string_view more) {
  json::Writer writer;
  writer.beginObject();
  writer.key("id").integer(applicant.kept.id);
  writeCounty(writer.key("county"), applicant.kept.county, *applicant.catalogue);
  writer.key("revision").integer(applicant.kept.revision);
  writer.key("created_at").string(web::utcText(applicant.kept.created_at));
  writer.key("changed_at").string(web::utcText(applicant.kept.changed_at));
  writer.key("name").string(applicant.name);
  writer.key("contact").string(applicant.record.contact);
  writer.key("profile").value(applicant.record.profile);
  writeProvenance(writer.key("provenance"), applicant.record, staff);
  web::writeRenewals(writer.key("renewals"), applicant.record.renewals);
  writeAuthorisation(writer.key("authorisation"), applicant, staff);
  writer.rawMembers(more);
  writer.endObject();
  return writer.take();
}

void writeFound(json::Writer& writer, const store::Applicant& applicant, const std::string& name,
                std::size_t open_matters, const catalogue::Catalogue& catalogue) {
  writer.beginObject();
  writer.key("id").integer(applicant.id);
  writeCounty(writer.key("county"), applicant.county, catalogue);
  writer.key("name").string(name);
  writer.key("changed_at").string(web::utcText(applicant.changed_at));
  writer.key("until").string(web::lastDay(applicant.authorisation.until).toString());
  writer.key("for_matters").boolean(applicant.authorisation.for_matters);
  writer.key("open_matters").integer(static_cast<std::int64_t>(open_matters));
  writer.endObject();
}

}  // namespace policycalc::desk
