#include <string>
#include <utility>

#include "policycalc/store/matters.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicants.h"
#include "desk/applicants/name_index.h"
#include "desk/applicants/withdrawn.h"
#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::SavedProfile;

/// The endpoints. Safe from any thread.
class Authorisations {
 public:
  explicit Authorisations(std::shared_ptr<ApplicantDesk> desk) : desk_(std::move(desk)) {}

  Response renew(const Request& request, const SignedIn& who) {
    const auto applicant = desk_->findOpen(request, who, desk_->catalogue());
    if (!applicant) return ApplicantDesk::none(request);
    auto body = readAuthorisation(request.body);
    if (!body.ok()) return web::invalid(request, body.takeError());
    if (!body->byCode()) return put(request, who, *applicant, *body, nullptr);
    return desk_->withAuthorisingCode(
        request, [&](const vault::AccessCode& code, const SavedProfile& saved) {
          const catalogue::Catalogue& catalogue = *applicant->catalogue;
          const std::string firm =
              desk_->firmOf(desk_->savedFacts(saved, code, catalogue).profile, catalogue);
          if (!firm.empty() && !applicant->kept.firm.empty() && firm != applicant->kept.firm) {
            return refusal(request, DeskFailure::kOtherCompany);
          }
          if (desk_->isHelped(saved, applicant->kept.county, applicant->kept.id)) {
            return ApplicantDesk::helpedAlready(request);
          }
          return put(request, who, *applicant, *body, &saved);
        });
  }

  Response withdraw(const Request& request, const SignedIn& who) {
    const auto applicant = desk_->find(request, who);
    if (!applicant) return ApplicantDesk::none(request);
    const std::size_t matters = desk_->openMatters(applicant->id);
    const bool ended = desk_->store().withdraw(applicant->id, actor(request, who));
    desk_->services().names->refresh(desk_->store(), desk_->services().service_key);
    if (!ended) {
      return ApplicantDesk::none(request);
    }
    return Response::json(writeWithdrawn(matters));
  }

 private:
  store::Actor actor(const Request& request, const SignedIn& who) const {
    return actorOf(request, who, desk_->services().now());
  }

  Response put(const Request& request, const SignedIn& who, const OpenApplicant& applicant,
               const AuthorisationBody& body, const SavedProfile* saved) {
    const std::int64_t id = applicant.kept.id;
    // Open matters need an authorisation that covers them. The window must withdraw them first,
    // on purpose: they do not end as a side effect.
    if (!body.for_matters && desk_->openMatters(id) > 0) {
      return refusal(request, DeskFailure::kMattersOpen);
    }
    if (!desk_->store().authorise(id, desk_->authorisationOf(body, applicant.key, saved),
                                  actor(request, who))) {
      return ApplicantDesk::none(request);
    }
    const auto next = desk_->findOpen(request, who, applicant.catalogue);
    return next ? desk_->show(*next) : ApplicantDesk::none(request);
  }

  std::shared_ptr<ApplicantDesk> desk_;
};

}  // namespace

void addAuthorisationRoutes(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                            const std::shared_ptr<ApplicantDesk>& desk) {
  const auto authorisations = std::make_shared<Authorisations>(desk);
  const auto call = callsOf(authorisations);
  const char* path = "/api/v1/hall/applicants/{id}/authorisation";
  door->add(
      routes,
      {.method = "PUT",
       .path = path,
       .id = "renew_authorisation",
       .tag = "applicants",
       .summary = "Renew an authorisation",
       .parameters = {"Id"},
       .body = "NewAuthorisation",
       .answers =
           {{200, "The applicant under the new authorisation.", "Applicant", web::kJson, {"ETag"}}},
       .refusals = {kCodeMissing, kConsentMissing,
                    web::refused::kNotFound.with(
                        "`no_applicant`, or a wrong, expired or deleted code."),
                    web::refused::kConflict.with(
                        "`matters_open`: open matters need an authorisation that covers them. "
                        "`other_company`: the code belongs to a company with another credit "
                        "code. `applicant_exists`: the county helps another applicant under "
                        "this code."),
                    kTooManyCodes},
       .takes_code = true},
      Permission::kAssist, call(&Authorisations::renew));
  door->add(routes,
            {.method = "DELETE",
             .path = path,
             .id = "withdraw_authorisation",
             .tag = "applicants",
             .summary = "Withdraw an authorisation",
             .parameters = {"Id"},
             .answers = {{200, "What was erased, what remains, and how many matters ended.",
                          "WithdrawnAuthorisation"}},
             .refusals = {web::refused::kNotFound.with(
                 "`no_applicant`: there is none, its authorisation is over, or another county has "
                 "it.")}},
            Permission::kAssist, call(&Authorisations::withdraw));
}

}  // namespace policycalc::desk
