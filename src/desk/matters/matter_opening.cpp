#include "desk/matters/matter_opening.h"

#include <string>
#include <utility>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/query_code.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_desk.h"
#include "desk/applicants/applicant_record.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_body.h"
#include "desk/matters/matter_reference.h"

namespace policycalc::desk {
namespace {

using engine::Verdict;
using http::Request;
using http::Response;
using store::Matters;

/// Why the measure cannot lead to anything; "" if it can.
std::string hindrance(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNotEligible:
      return "不符合条件 (not eligible)";
    case Verdict::kNotApplicable:
      return "不涉及 (not applicable)";
    case Verdict::kNotInForce:
      return "不在有效期 (not in force)";
    case Verdict::kEligible:
    case Verdict::kConditional:
    case Verdict::kUndetermined:
      break;
  }
  return {};
}

std::string hindranceOf(const catalogue::Clause& measure, const ApplicantRecord& record,
                        const MatterBook& book) {
  const Services& services = book.services();
  const auto rendering = services.catalogues.renderingFor(book.sharedCatalogue(), services.today());
  const engine::Edition& edition = rendering->edition();
  const std::vector<Verdict> verdicts =
      engine::verdicts(edition, profileOf(record, book.catalogue().vocabulary()));
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (edition.entries()[i].measure->id == measure.id) return hindrance(verdicts[i]);
  }
  return {};
}

Response openAlready(const MatterBook& book, const Request& request, const SignedIn& who,
                     std::int64_t id) {
  // The answer must say that there is one, but not which one if it is another county's.
  const bool seen = book.find(seatOf(who), id).has_value();
  return refusal(request, DeskFailure::kMatterOpen,
                 {.more = seen ? "\"matter\":" + std::to_string(id) : std::string()});
}

/// The matter might not be done before its authorisation ends, and would end with that.
Response permissionShort(const Request& request, base::Date last, base::Date target) {
  return refusal(request, DeskFailure::kPermissionShort,
                 {.value = last.toString(),
                  .more = R"("permission_until":")" + last.toString() + R"(","whole_target":")" +
                          target.toString() + "\""});
}

/// An applicant whose record is open.
struct Opened {
  store::Applicant kept;
  vault::Key key;
  ApplicantRecord record;
};

/// Opens the matter and answers with it.
Response keep(const MatterBook& book, const Request& request, const SignedIn& who,
              const NewMatter& wanted, Opened helped) {
  const std::string query_code = web::newQueryCode();
  store::Matter matter;
  matter.applicant_id = helped.kept.id;
  matter.query_hash = web::queryCodeHash(web::readQueryCode(query_code).value(), helped.key);
  matter.measure = wanted.measure->id;
  matter.catalogue = book.catalogue().hash();
  matter.county = helped.kept.county;
  matter.unit = wanted.unit;
  const store::Actor actor = actorOf(request, who, book.services().now());
  matter.due_days = book.services().deadlines.dueDays(matter.state, base::dayInChina(actor.at));
  const Matters::Opened opened = openUnderFreeReference(
      book.matters(), std::move(matter), wanted.measure->documents, actor, newMatterReference);
  if (opened.outcome == Matters::Opening::kOpenAlready) {
    return openAlready(book, request, who, opened.id);
  }
  if (opened.outcome == Matters::Opening::kNotAuthorised) {
    return refusal(request, DeskFailure::kNotAuthorised);
  }
  auto file = book.matters().find(opened.id, book.services().now());
  if (!file) return noMatter(request);
  return showMatter(
      book, who,
      viewOf(*std::move(file), std::move(helped.kept), std::move(helped.record), book.services()),
      {.status = 201, .query_code = query_code});
}

}  // namespace

Response openMatter(const MatterBook& book, const Request& request, const SignedIn& who) {
  const Services& services = book.services();
  auto wanted = readNewMatter(request.body, book.catalogue());
  if (!wanted.ok()) return web::invalid(request, wanted.takeError());
  auto applicant = services.store.applicants().find(wanted->applicant_id, services.now());
  if (!applicant || !seesApplicantsOf(seatOf(who), applicant->county)) {
    return ApplicantDesk::none(request);
  }
  if (!applicant->authorisation.for_matters) return refusal(request, DeskFailure::kNotAuthorised);
  if (!wanted->accepts_short_permission) {
    const base::Date last = web::lastDay(applicant->authorisation.until);
    const base::Date target = services.deadlines.wholeTarget(services.today()).day;
    if (last < target) return permissionShort(request, last, target);
  }
  const vault::Key key = openApplicantKey(applicant->key_by_service, services.service_key);
  ApplicantRecord record = openRecord(applicant->sealed, key, book.catalogue());
  const std::string hindered = hindranceOf(*wanted->measure, record, book);
  if (!hindered.empty()) return refusal(request, DeskFailure::kDoesNotApply, {.value = hindered});
  return keep(book, request, who, *wanted, {*std::move(applicant), key, std::move(record)});
}

}  // namespace policycalc::desk
