#include "desk/applicants/applicant_desk.h"

#include <algorithm>
#include <utility>

#include "policycalc/desk/rules/comparable_name.h"
#include "policycalc/desk/rules/sight.h"
#include "policycalc/http/decorators.h"
#include "policycalc/json/reader.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/service_sealed.h"

#include "desk/applicants/applicant_writer.h"
#include "desk/applicants/name_index.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {

using http::Request;
using http::Response;

namespace {

std::string creditCodeOf(const facts::Profile& profile, const catalogue::Catalogue& catalogue) {
  const facts::Given& code = profile[catalogue.vocabulary().known().credit_code];
  return code.known ? code.text : std::string();
}

}  // namespace

std::optional<store::Applicant> ApplicantDesk::find(const Request& request,
                                                    const SignedIn& who) const {
  const auto id = web::readId(request.parameters.at("id"));
  if (!id) return std::nullopt;
  auto kept = store().find(*id, services_.now());
  if (!kept || !seesApplicantsOf(seatOf(who), kept->county)) return std::nullopt;
  return kept;
}

OpenApplicant ApplicantDesk::open(store::Applicant kept, Snapshot catalogue) const {
  vault::Key key = openApplicantKey(kept.key_by_service, services_.service_key);
  std::string name = openSealed(kept.sealed_name, key, sealed_as::kName);
  ApplicantRecord record = openRecord(kept.sealed, key, *catalogue);
  return {.catalogue = std::move(catalogue),
          .kept = std::move(kept),
          .key = key,
          .name = std::move(name),
          .record = std::move(record)};
}

std::optional<OpenApplicant> ApplicantDesk::findOpen(const Request& request, const SignedIn& who,
                                                     Snapshot catalogue) const {
  auto kept = find(request, who);
  if (!kept) return std::nullopt;
  return open(*std::move(kept), std::move(catalogue));
}

Response ApplicantDesk::none(const Request& request) {
  return refusal(request, DeskFailure::kNoApplicant);
}

std::string ApplicantDesk::nameOf(const store::Applicant& applicant) const {
  return nameForList(applicant.sealed_name, applicant.key_by_service, services_.service_key);
}

std::string ApplicantDesk::firmOf(const facts::Profile& profile,
                                  const catalogue::Catalogue& catalogue) const {
  return firmOf(creditCodeOf(profile, catalogue));
}

void ApplicantDesk::setFirm(store::Applicant& kept, const facts::Profile& profile,
                            const catalogue::Catalogue& catalogue, const vault::ServiceKeys& keys) {
  const std::string code = creditCodeOf(profile, catalogue);
  kept.firm = firmIndex(code, keys.indexKey());
  kept.firm_next = keys.previous ? firmIndex(code, keys.current) : std::string();
  kept.keys = web::idsOf(keys);
}

std::string ApplicantDesk::firmOf(std::string_view credit_code) const {
  const auto keys = services_.service_key.keys();
  services_.store.keyRecord().require(web::idsOf(*keys));
  return firmIndex(credit_code, keys->indexKey());
}

bool ApplicantDesk::isTaken(const store::Applicant& next) const {
  if (next.firm.empty()) return false;
  const auto other = store().findByFirm(next.firm, next.county, services_.now());
  return other && other->id != next.id;
}

Response ApplicantDesk::existsAlready(const Request& request) {
  return refusal(request, DeskFailure::kCreditCodeTaken);
}

SavedFacts ApplicantDesk::savedFacts(const store::SavedProfile& saved,
                                     const vault::AccessCode& code,
                                     const catalogue::Catalogue& catalogue) const {
  const auto answers = json::read("{" + web::openProfile(saved, code) + "}");
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  ApplicantRecord record;
  web::LeftOut left_out(vocabulary.facts().size());
  if (answers.ok() && answers->find("profile") != nullptr) {
    facts::RenewedProfile renewed = facts::renew(*answers->find("profile"), vocabulary);
    record.profile = std::move(renewed.profile);
    record.renewals = std::move(renewed.renewals);
    for (const std::string& fact :
         web::stillLeftOut(answers->find("left_out"), record.profile, catalogue)) {
      left_out[*vocabulary.find(fact)] = true;
    }
  }
  return {profileOf(record, vocabulary), std::move(left_out), std::move(record.renewals)};
}

bool ApplicantDesk::isHelped(const store::SavedProfile& saved, const std::string& county,
                             std::int64_t id) const {
  const auto all = store().list({.county = county, .lookup = saved.lookup}, services_.now());
  return std::any_of(all.begin(), all.end(),
                     [id](const store::Applicant& each) { return each.id != id; });
}

Response ApplicantDesk::helpedAlready(const Request& request) {
  return refusal(request, DeskFailure::kCodeTaken);
}

std::vector<store::Applicant> ApplicantDesk::findAgain(const OpenApplicant& applicant) const {
  const std::string name = comparableName(applicant.name);
  const std::string& firm = applicant.kept.firm;
  services_.names->refresh(store(), services_.service_key);
  auto all = store().list({.county = applicant.kept.county,
                           .ids = services_.names->named(applicant.name),
                           .firm = firm},
                          services_.now());
  std::erase_if(all, [&](const store::Applicant& each) {
    if (each.id == applicant.kept.id) return true;
    if (!each.firm.empty() && !firm.empty()) return each.firm != firm;
    return comparableName(nameOf(each)) != name;
  });
  return all;
}

std::string ApplicantDesk::foundAgain(const std::vector<store::Applicant>& applicants,
                                      const catalogue::Catalogue& catalogue) const {
  constexpr std::size_t kMostNamed = 10;
  return web::renderedMembers([&](json::Writer& writer) {
    writer.key("applicants").beginArray();
    for (std::size_t i = 0; i < std::min(applicants.size(), kMostNamed); ++i) {
      const store::Applicant& each = applicants[i];
      writeFound(writer, each, nameOf(each), openMatters(each.id), catalogue);
    }
    writer.endArray();
  });
}

std::size_t ApplicantDesk::openMatters(std::int64_t applicant_id) const {
  store::MatterQuery query;
  query.applicant_id = applicant_id;
  return services_.store.matters().list(query, services_.now()).size();
}

void ApplicantDesk::seal(OpenApplicant& applicant) {
  applicant.kept.sealed_name = vault::seal(applicant.name, applicant.key, sealed_as::kName);
  applicant.kept.sealed = sealRecord(applicant.record, applicant.key);
}

FactOrigin ApplicantDesk::originBy(const SignedIn& who) const {
  return {.verified = false, .left_out = false, .staff_id = who.member.id, .at = services_.now()};
}

Response ApplicantDesk::answer(const Request& request, OpenApplicant stored, int status,
                               std::string_view more) const {
  auto kept = store().find(stored.kept.id, services_.now());
  if (!kept) return none(request);
  stored.kept = *std::move(kept);
  return show(stored, status, more);
}

Response ApplicantDesk::show(const OpenApplicant& applicant, int status,
                             std::string_view more) const {
  StaffRefs staff(services_.store.staff());
  Response response = Response::json(writeApplicant(applicant, staff, more), status);
  response.headers.insert_or_assign("ETag", etagOf(applicant.kept, *applicant.catalogue));
  return response;
}

std::string ApplicantDesk::etagOf(const store::Applicant& kept,
                                  const catalogue::Catalogue& catalogue) const {
  std::string parts = "applicant " + services_.etag_salt;
  for (const std::int64_t number : {kept.id, kept.revision, kept.authorisation.id}) {
    parts += " " + std::to_string(number);
  }
  return http::etagOf(parts + " " + versionOf(services_.store.staff().list()) + " " +
                      catalogue.hash());
}

store::Authorisation ApplicantDesk::authorisationOf(const AuthorisationBody& body,
                                                    const vault::Key& key,
                                                    const store::SavedProfile* saved) const {
  store::Authorisation given;
  given.given = body.given;
  given.for_matters = body.for_matters;
  given.text_number = body.text_number;
  given.sealed_by = vault::seal(body.given_by, key, sealed_as::kGivenBy);
  const auto now = services_.now();
  if (saved != nullptr) {
    given.lookup = saved->lookup;
    given.until = saved->expires_at;
  }
  if (body.days) {
    const auto asked = web::expiryAfter(now, *body.days);
    given.until = saved != nullptr ? std::min(asked, saved->expires_at) : asked;
  }
  return given;
}

Response ApplicantDesk::withCode(const Request& request, const UseSaved& use) const {
  Response response = services_.code_door.enter(
      request, [&](const vault::AccessCode& code) -> std::optional<Response> {
        const auto saved = services_.store.savedProfiles().find(
            vault::lookupId(code, vault::Purpose::kProfile), services_.now());
        if (!saved) return std::nullopt;
        return use(code, *saved);
      });
  if (response.status != http::statusOf(http::Failure::kNoCredentials)) return response;
  return refusal(request, DeskFailure::kMissingCode);
}

Response ApplicantDesk::withAuthorisingCode(const Request& request, const UseSaved& use) const {
  return withCode(request, [&](const vault::AccessCode& code, const store::SavedProfile& saved) {
    if (saved.may_help) return use(code, saved);
    return refusal(request, DeskFailure::kNoConsent);
  });
}

}  // namespace policycalc::desk
