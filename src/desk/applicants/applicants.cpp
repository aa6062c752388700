#include "desk/applicants/applicants.h"

#include <string>
#include <utility>

#include "policycalc/engine/match.h"
#include "policycalc/store/error.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/provenance.h"
#include "desk/calls.h"
#include "desk/conflict.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/not_modified.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

/// The endpoints. Safe from any thread.
class Applicants {
 public:
  explicit Applicants(std::shared_ptr<ApplicantDesk> desk) : desk_(std::move(desk)) {}

  Response show(const Request& request, const SignedIn& who) {
    const Snapshot catalogue = desk_->catalogue();
    auto applicant = desk_->find(request, who);
    if (!applicant) return ApplicantDesk::none(request);
    const std::string etag = desk_->etagOf(*applicant, *catalogue);
    // HEAD and a conditional GET whose answer has not changed reveal no data, so neither is
    // audited.
    if (auto same = notModified(request, etag)) return *std::move(same);
    if (request.method != "HEAD") note(request, who, AuditAction::kOpened, *applicant);
    return desk_->show(desk_->open(*std::move(applicant), catalogue));
  }

  Response match(const Request& request, const SignedIn& who) {
    web::Query query(request);
    const auto day = query.date("as_of");
    base::Issues issues = query.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    web::MatchRequest asked;
    asked.catalogue = desk_->catalogue();
    const auto applicant = desk_->findOpen(request, who, asked.catalogue);
    if (!applicant) return ApplicantDesk::none(request);
    note(request, who, AuditAction::kMatched, applicant->kept);
    asked.profile = profileOf(applicant->record, asked.catalogue->vocabulary());
    asked.include.fill(true);
    asked.detail = web::Detail::kFull;
    const base::Date as_of = day ? *day : services().today();
    const auto rendering = services().catalogues.renderingFor(asked.catalogue, as_of);
    const engine::Match match = engine::match(rendering->edition(), asked.profile);
    return Response::json(web::writeMatchAnswer(asked, as_of, match, *rendering));
  }

  Response change(const Request& request, const SignedIn& who) {
    const auto known = desk_->findOpen(request, who, desk_->catalogue());
    if (!known) return ApplicantDesk::none(request);
    const catalogue::Catalogue& catalogue = *known->catalogue;
    auto body = readChangedApplicant(request.body, catalogue);
    if (!body.ok()) return web::invalid(request, body.takeError());
    if (body->revision != known->kept.revision) return conflict(request, *known, body->revision);
    OpenApplicant next = *known;
    next.record = recordOf(body->profile, {body->verified, body->left_out}, catalogue.vocabulary(),
                           desk_->originBy(who), known->record);
    next.record.contact = body->contact;
    next.name = body->name;
    std::vector<std::string> fields = differences(known->record, next.record);
    if (next.name != known->name) fields.insert(fields.begin(), "name");
    if (fields.empty()) return desk_->show(*known);
    ApplicantDesk::setFirm(next.kept, body->profile, catalogue, *services().service_key.keys());
    if (desk_->isTaken(next.kept)) return ApplicantDesk::existsAlready(request);
    return replace(request, who, std::move(next), fields);
  }

 private:
  const Services& services() const { return desk_->services(); }

  Response replace(const Request& request, const SignedIn& who, OpenApplicant next,
                   const std::vector<std::string>& fields) {
    using Change = store::Applicants::Change;
    ApplicantDesk::seal(next);
    const std::int64_t revision = next.kept.revision;
    const auto change = replaceKept(next.kept, fields, actorOf(request, who, services().now()));
    if (!change) return ApplicantDesk::existsAlready(request);
    switch (*change) {
      case Change::kDone:
        return desk_->answer(request, std::move(next), 200);
      case Change::kOtherRevision:
        return conflict(request, next, revision);
      case Change::kMatterOpen:
        return refusal(request, DeskFailure::kMatterElsewhere);
      case Change::kNone:
        break;
    }
    return ApplicantDesk::none(request);
  }

  /// Nothing if another applicant has got the same credit code since isTaken() was asked.
  std::optional<store::Applicants::Change> replaceKept(const store::Applicant& next,
                                                       const std::vector<std::string>& fields,
                                                       const store::Actor& actor) const {
    try {
      return desk_->store().replace(next, next.revision, fields, actor);
    } catch (const store::StoreError& error) {
      if (error.kind() != store::StoreError::Kind::kConstraint || !desk_->isTaken(next)) throw;
      return std::nullopt;
    }
  }

  Response conflict(const Request& request, const OpenApplicant& known,
                    std::int64_t revision) const {
    StaffRefs staff(services().store.staff());
    return changedElsewhere(
        request, DeskFailure::kApplicantChanged,
        services().store.audit().since(AuditObject::kApplicant, known.kept.id, revision), staff);
  }

  /// Records on the trail that the data was viewed. This creates no revision, so it does not count
  /// as a change.
  void note(const Request& request, const SignedIn& who, AuditAction action,
            const store::Applicant& applicant) const {
    store::AuditEntry entry;
    entry.actor = actorOf(request, who, services().now());
    entry.action = action;
    entry.object = AuditObject::kApplicant;
    entry.object_id = applicant.id;
    entry.county = applicant.county;
    services().store.audit().append(entry);
  }

  std::shared_ptr<ApplicantDesk> desk_;
};

constexpr web::Refusal kNoApplicant = web::refused::kNotFound.with(
    "`no_applicant`: there is none, its authorisation is over, or another county has it.");

template <typename Call>
void addRecordRoutes(web::Routes& routes, DeskDoor& door, const Call& call) {
  door.add(routes,
           {.method = "GET",
            .path = "/api/v1/hall/applicants/{id}",
            .id = "show_applicant",
            .tag = "applicants",
            .summary = "One applicant",
            .description = "The trail records that the applicant was opened.",
            .parameters = {"Id"},
            .answers = {{200, "The whole record.", "Applicant"}},
            .refusals = {kNoApplicant},
            .etag = true},
           Permission::kAssist, call(&Applicants::show));
  door.add(routes,
           {.method = "PUT",
            .path = "/api/v1/hall/applicants/{id}",
            .id = "change_applicant",
            .tag = "applicants",
            .summary = "Change an applicant",
            .description = "The body holds the whole profile. A fact whose value and mark stay "
                           "keeps its author and date.",
            .parameters = {"Id"},
            .body = "ChangedApplicant",
            .max_body = web::kProfileBody,
            .answers = {{200, "Changed.", "Applicant", web::kJson, {"ETag"}}},
            .refusals = {kNoApplicant,
                         kChangedElsewhere.with(
                             "`changed_elsewhere`, with `changes`: the applicant has another "
                             "revision. `applicant_exists`: the county has another applicant with "
                             "this credit code. `matter_open`: a company with this credit code has "
                             "an open matter for the same measure at another window.")}},
           Permission::kAssist, call(&Applicants::change));
}

}  // namespace

void addApplicantRoutes(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk) {
  const auto applicants = std::make_shared<Applicants>(desk);
  const auto call = callsOf(applicants);
  addRecordRoutes(routes, *door, call);
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/applicants/{id}/match",
             .id = "match_applicant",
             .tag = "applicants",
             .summary = "What applies to an applicant",
             .parameters = {"Id", "AsOf"},
             .answers = {{200, "As `POST /api/v1/match` answers in full, with every verdict.",
                          "MatchAnswer"}},
             .refusals = {kNoApplicant}},
            Permission::kAssist, [applicants](const Request& request, const SignedIn& who) {
              return applicants->match(request, who);
            });
  addNewApplicants(routes, door, desk);
  addApplicantSearch(routes, door, desk);
  addAuthorisationRoutes(routes, door, desk);
}

}  // namespace policycalc::desk
