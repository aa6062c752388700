#include "desk/matters/matter_opening.h"

#include <algorithm>
#include <string>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_desk.h"
#include "desk/applicants/applicant_record.h"
#include "desk/door/seat.h"
#include "desk/matters/matter_body.h"
#include "desk/matters/matter_reference.h"
#include "desk/refusals.h"

namespace policycalc::desk {
namespace {

using engine::Verdict;
using http::Request;
using http::Response;
using store::Matters;

Response notAuthorised(const Request& request) {
  return refusal(request, 409, "not_authorised",
                 "申请人的授权不包括开办事项，请先让申请人补充授权。"
                 "The applicant's authorisation does not cover matters: ask the applicant for it.");
}

/// Why nothing can come of the measure; "" where something can.
std::string hindrance(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNotEligible:
      return "不符合条件 (not eligible)";
    case Verdict::kNotApplicable:
      return "不适用 (not applicable)";
    case Verdict::kNotInForce:
      return "不在有效期 (not in force)";
    case Verdict::kEligible:
    case Verdict::kConditional:
    case Verdict::kUndetermined:
      break;
  }
  return {};
}

std::string hindranceOf(const std::string& measure, const store::Applicant& applicant,
                        const Services& services) {
  const auto rendering =
      services.catalogues.renderingFor(services.catalogues.current(), services.today());
  const engine::Edition& edition = rendering->edition();
  const vault::Key key = openApplicantKey(applicant.key_by_service, services.service_key);
  const ApplicantRecord record =
      openRecord(applicant.sealed, key, edition.catalogue().vocabulary());
  const std::vector<Verdict> verdicts =
      engine::verdicts(edition, profileOf(record, edition.catalogue().vocabulary()));
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (edition.entries()[i].measure->id == measure) return hindrance(verdicts[i]);
  }
  return {};
}

Response openAlready(const MatterDesk& desk, const Request& request, const SignedIn& who,
                     std::int64_t id) {
  // Another county's matter stays unseen: that there is one must be said, which it is must not.
  const bool seen = desk.book().find(seatOf(who), id).has_value();
  return refusal(request, 409, "matter_open",
                 "这家企业的这项措施已有在办的办件。"
                 "The firm has an open matter for this measure already.",
                 {}, seen ? "\"matter\":" + std::to_string(id) : std::string());
}

Response keep(const MatterDesk& desk, const Request& request, const SignedIn& who,
              const NewMatter& wanted, const std::string& county) {
  const Services& services = desk.services();
  const auto catalogue = services.catalogues.current();
  store::Matter what;
  what.applicant_id = wanted.applicant_id;
  what.measure = wanted.measure;
  what.catalogue = catalogue->hash();
  what.county = county;
  what.unit = wanted.unit;
  Matters::Opened opened;
  do {
    what.reference = newMatterReference();
    opened = desk.matters().open(what, catalogue->find(wanted.measure)->documents,
                                 actorOf(request, who, services.now()));
  } while (opened.outcome == Matters::Opening::kReferenceTaken);
  switch (opened.outcome) {
    case Matters::Opening::kOpenAlready:
      return openAlready(desk, request, who, opened.id);
    case Matters::Opening::kNotAuthorised:
      return notAuthorised(request);
    case Matters::Opening::kDone:
    case Matters::Opening::kReferenceTaken:
      break;
  }
  return desk.show(request, who, opened.id, 201);
}

}  // namespace

Response openMatter(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  const Services& services = desk.services();
  auto wanted = readNewMatter(request.body, *services.catalogues.current());
  if (!wanted.ok()) return web::invalid(request, wanted.takeError());
  const auto applicant = services.store.applicants().find(wanted->applicant_id, services.now());
  if (!applicant || !seesApplicantsOf(seatOf(who), applicant->county)) {
    return ApplicantDesk::none(request);
  }
  if (!applicant->authorisation.for_matters) return notAuthorised(request);
  const std::string hindered = hindranceOf(wanted->measure, *applicant, services);
  if (!hindered.empty()) {
    return refusal(request, 409, "does_not_apply",
                   "按现有资料，这项措施的结论是：" + hindered + "，不能开办。" +
                       "As the profile stands, nothing can come of this measure.",
                   "/measure");
  }
  return keep(desk, request, who, *wanted, applicant->county);
}

}  // namespace policycalc::desk
