#include <string>
#include <utility>
#include <vector>

#include "policycalc/desk/rules/sight.h"
#include "policycalc/desk/rules/staff_name.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicants.h"
#include "desk/applicants/provenance.h"
#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::SavedProfile;

/// `POST applicants`. Safe from any thread.
class NewApplicants {
 public:
  explicit NewApplicants(std::shared_ptr<ApplicantDesk> desk) : desk_(std::move(desk)) {}

  Response add(const Request& request, const SignedIn& who) {
    const Snapshot catalogue = desk_->catalogue();
    auto body = readNewApplicant(request.body, *catalogue);
    if (!body.ok()) return web::invalid(request, body.takeError());
    if (auto refused = placeIn(request, who, *body)) return *std::move(refused);
    if (!body->authorisation.byCode()) return keep(request, who, *body, nullptr, catalogue);
    return desk_->withAuthorisingCode(
        request, [&](const vault::AccessCode& code, const SavedProfile& saved) {
          takeOver(*body, desk_->savedFacts(saved, code, *catalogue), *catalogue);
          if (body->name.empty()) return refusal(request, DeskFailure::kNameMissing);
          if (desk_->isHelped(saved, body->county)) return ApplicantDesk::helpedAlready(request);
          return keep(request, who, *body, &saved, catalogue);
        });
  }

 private:
  const Services& services() const { return desk_->services(); }

  /// The county of the applicant is that of the seat. A seat without one must name it.
  static std::optional<Response> placeIn(const Request& request, const SignedIn& who,
                                         ApplicantBody& body) {
    const std::string& own = who.member.county;
    if (body.county.empty()) body.county = own;
    if (body.county.empty()) {
      return refusal(request, DeskFailure::kCountyMissing);
    }
    if (seesApplicantsOf(seatOf(who), body.county)) return std::nullopt;
    return refusal(request, DeskFailure::kOtherCounty);
  }

  /// Takes the facts over from a saved profile, and the name if the body gives none.
  static void takeOver(ApplicantBody& body, SavedFacts facts,
                       const catalogue::Catalogue& catalogue) {
    body.profile = std::move(facts.profile);
    body.left_out = std::move(facts.left_out);
    body.renewals = std::move(facts.renewals);
    const auto company = catalogue.vocabulary().find("company_name");
    const std::string saved_name = company ? body.profile[*company].text : std::string();
    // A name with unseen characters could look like another's. The owner's form does not refuse it.
    if (body.name.empty() && isLine(saved_name, facts::kMaxTextCharacters)) body.name = saved_name;
  }

  Response keep(const Request& request, const SignedIn& who, const ApplicantBody& body,
                const SavedProfile* saved, const Snapshot& catalogue) {
    const auto now = services().now();
    const vault::Key key = vault::Key::random();
    OpenApplicant next{
        .catalogue = catalogue, .kept = {}, .key = key, .name = body.name, .record = {}};
    next.record = recordOf(body.profile, {body.verified, body.left_out}, catalogue->vocabulary(),
                           desk_->originBy(who), {});
    next.record.contact = body.contact;
    next.record.renewals = body.renewals;
    next.kept.county = body.county;
    const auto service_keys = services().service_key.keys();
    ApplicantDesk::setFirm(next.kept, body.profile, *catalogue, *service_keys);
    next.kept.key_by_service = wrapApplicantKey(key, service_keys->current);
    next.kept.authorisation = desk_->authorisationOf(body.authorisation, key, saved);
    ApplicantDesk::seal(next);
    const std::vector<store::Applicant> found = desk_->findAgain(next);
    if (!found.empty() && desk_->isTaken(next.kept)) {
      return refusal(request, DeskFailure::kCreditCodeTaken,
                     {.more = desk_->foundAgain(found, *catalogue)});
    }
    if (!found.empty() && !body.is_another) {
      return refusal(request, DeskFailure::kNameFound,
                     {.more = desk_->foundAgain(found, *catalogue)});
    }
    const auto id = desk_->store().add(next.kept, actorOf(request, who, now));
    if (!id) return ApplicantDesk::existsAlready(request);
    next.kept.id = *id;
    const std::string more = web::renderedMembers([&](json::Writer& writer) {
      writer.key("same_name").integer(static_cast<std::int64_t>(found.size()));
    });
    return desk_->answer(request, std::move(next), 201, more);
  }

  std::shared_ptr<ApplicantDesk> desk_;
};

}  // namespace

void addNewApplicants(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                      const std::shared_ptr<ApplicantDesk>& desk) {
  const auto applicants = std::make_shared<NewApplicants>(desk);
  door->add(routes,
            {.method = "POST",
             .path = "/api/v1/hall/applicants",
             .id = "add_applicant",
             .tag = "applicants",
             .summary = "Begin to help an applicant",
             .description =
                 "Where the authorisation is given by `code`, the header `Authorization` holds the "
                 "code, the profile that it opens is taken over as declared, or as left out where "
                 "its owner left it out, and the body has neither `profile` nor marks.",
             .body = "NewApplicant",
             .max_body = web::kProfileBody,
             .answers = {{201, "Added.", "AddedApplicant"}},
             .refusals = {kCodeMissing, kConsentMissing,
                          web::refused::kNotFound.with("Wrong, expired or deleted code."),
                          web::Refusal{http::Failure::kConflict, "FoundAgain"}, kTooManyCodes},
             .takes_code = true},
            Permission::kAssist, callsOf(applicants)(&NewApplicants::add));
}

}  // namespace policycalc::desk
