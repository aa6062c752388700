#include "api/hall/applicants/applicants.h"

#include <algorithm>
#include <string>
#include <utility>

#include "policycalc/api/match_answer.h"
#include "policycalc/base/text.h"
#include "policycalc/engine/match.h"
#include "policycalc/json/reader.h"
#include "policycalc/store/error.h"

#include "api/hall/applicants/provenance.h"
#include "api/hall/conflict.h"
#include "api/hall/refusals.h"
#include "api/hall/seat.h"
#include "api/profiles/sealed_profile.h"
#include "api/query.h"
#include "api/refusals.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;
using store::SavedProfile;

/// It names nobody: in another county it would tell of somebody who is none of their business.
Response existsAlready(const Request& request) {
  return refusal(request, 409, "applicant_exists",
                 "本县区已有同一统一社会信用代码的企业，请先查询。"
                 "This county already has an applicant with this credit code: search for it.",
                 "/profile/credit_code");
}

Response helpedAlready(const Request& request) {
  return refusal(request, 409, "applicant_exists",
                 "本县区已凭此取用码建档，请用取用码查询。"
                 "This county has an applicant under this code already: search by the code.");
}

/// The facts that an owner saved, as far as today's vocabulary knows them.
facts::Profile savedFacts(const SavedProfile& saved, const vault::AccessCode& code,
                          const facts::Vocabulary& vocabulary) {
  const auto answers = json::read("{" + openProfile(saved, code) + "}");
  ApplicantRecord record;
  if (answers.ok() && answers->find("profile") != nullptr)
    record.profile = *answers->find("profile");
  return profileOf(record, vocabulary);
}

/// The endpoints, as plain functions of a request. Safe from any thread.
class Applicants {
 public:
  explicit Applicants(std::shared_ptr<ApplicantDesk> desk) : desk_(std::move(desk)) {}

  Response add(const Request& request, const SignedIn& who) {
    auto body = readNewApplicant(request.body, *desk_->catalogue());
    if (!body.ok()) return invalid(request, body.takeError());
    if (auto refused = placeIn(request, who, *body)) return *std::move(refused);
    if (!body->authorisation.byCode()) return keep(request, who, *body, nullptr);
    return desk_->withLeave(request, [&](const vault::AccessCode& code, const SavedProfile& saved) {
      return takeOver(request, who, *body, code, saved);
    });
  }

  Response show(const Request& request, const SignedIn& who) {
    const auto applicant = desk_->find(request, who);
    if (!applicant) return ApplicantDesk::none(request);
    // An open page asks by HEAD whether leave still lasts: nobody has seen anything.
    if (request.method != "HEAD") note(request, who, "opened", applicant->kept);
    return Response::json(desk_->write(*applicant));
  }

  Response match(const Request& request, const SignedIn& who) {
    Query query(request);
    const auto day = query.date("as_of");
    base::Issues issues = query.issues();
    if (!issues.empty()) return invalid(request, std::move(issues));
    const auto applicant = desk_->find(request, who);
    if (!applicant) return ApplicantDesk::none(request);
    note(request, who, "matched", applicant->kept);
    MatchRequest asked;
    asked.catalogue = desk_->catalogue();
    asked.profile = profileOf(applicant->record, asked.catalogue->vocabulary());
    asked.include.fill(true);
    const base::Date as_of = day ? *day : services().today();
    const auto rendering = services().catalogues.renderingFor(asked.catalogue, as_of);
    const engine::Match match = engine::match(rendering->edition(), asked.profile);
    return Response::json(writeMatchAnswer(asked, as_of, match, *rendering));
  }

  Response change(const Request& request, const SignedIn& who) {
    auto known = desk_->find(request, who);
    if (!known) return ApplicantDesk::none(request);
    const auto catalogue = desk_->catalogue();
    auto body = readChangedApplicant(request.body, *catalogue);
    if (!body.ok()) return invalid(request, body.takeError());
    if (body->revision != known->kept.revision) return conflict(request, *known, body->revision);
    OpenApplicant next = *known;
    next.record = recordOf(body->profile, body->verified, catalogue->vocabulary(), writer(who),
                           known->record);
    next.record.contact = body->contact;
    next.name = body->name;
    std::vector<std::string> fields = differences(known->record, next.record);
    if (next.name != known->name) fields.insert(fields.begin(), "name");
    if (fields.empty()) return Response::json(desk_->write(*known));
    next.kept.firm = desk_->firmOf(body->profile);
    if (isTaken(next.kept)) return existsAlready(request);
    return replace(request, who, std::move(next), fields);
  }

 private:
  const Services& services() const { return desk_->services(); }

  FactOrigin writer(const SignedIn& who) const {
    return {.verified = false, .staff_id = who.member.id, .at = services().now()};
  }

  /// The county is one's own; only who has none must say which.
  static std::optional<Response> placeIn(const Request& request, const SignedIn& who,
                                         ApplicantBody& body) {
    const std::string& own = who.member.county;
    if (body.county.empty()) body.county = own;
    if (body.county.empty()) {
      return refusal(request, 400, "missing_field", "请选择县区。Name the county.", "/county");
    }
    if (hall::seesApplicantsOf(seatOf(who), body.county)) return std::nullopt;
    return refusal(request, 400, "wrong_value",
                   "只能为本县区的企业办理。Only applicants of your own county.", "/county");
  }

  Response takeOver(const Request& request, const SignedIn& who, ApplicantBody body,
                    const vault::AccessCode& code, const SavedProfile& saved) {
    const facts::Vocabulary& vocabulary = desk_->catalogue()->vocabulary();
    body.profile = savedFacts(saved, code, vocabulary);
    const auto company = vocabulary.find("company_name");
    if (body.name.empty() && company) body.name = body.profile[*company].text;
    if (body.name.empty()) {
      return refusal(request, 400, "missing_field",
                     "保存的资料没有企业名称，请填写。"
                     "The saved profile names no company: enter a name.",
                     "/name");
    }
    if (isHelped(saved, body.county)) return helpedAlready(request);
    return keep(request, who, body, &saved);
  }

  /// Whether that county helps somebody under the leave of this saved profile already.
  bool isHelped(const SavedProfile& saved, const std::string& county) const {
    const auto all = desk_->store().list(county, services().now());
    return std::any_of(all.begin(), all.end(), [&](const store::Applicant& each) {
      return each.authorisation.lookup == saved.lookup;
    });
  }

  bool isTaken(const store::Applicant& next) const {
    if (next.firm.empty()) return false;
    const auto other = desk_->store().findByFirm(next.firm, next.county, services().now());
    return other && other->id != next.id;
  }

  Response keep(const Request& request, const SignedIn& who, const ApplicantBody& body,
                const SavedProfile* saved) {
    const auto catalogue = desk_->catalogue();
    const auto now = services().now();
    const vault::Key key = vault::Key::random();
    OpenApplicant next{.kept = {}, .key = key, .name = body.name, .record = {}};
    next.record = recordOf(body.profile, body.verified, catalogue->vocabulary(), writer(who), {});
    next.record.contact = body.contact;
    next.kept.county = body.county;
    next.kept.firm = desk_->firmOf(body.profile);
    next.kept.key_by_service = wrapApplicantKey(key, services().service_key);
    next.kept.authorisation = desk_->leave(body.authorisation, key, saved);
    seal(next);
    const auto id = desk_->store().add(next.kept, actorOf(request, who, now));
    if (!id) return existsAlready(request);
    next.kept.id = *id;
    return answer(request, *id, std::move(next), 201);
  }

  static void seal(OpenApplicant& next) {
    next.kept.sealed_name = vault::seal(next.name, next.key, sealed_as::kName);
    next.kept.sealed = sealRecord(next.record, next.key);
  }

  Response replace(const Request& request, const SignedIn& who, OpenApplicant next,
                   const std::vector<std::string>& fields) {
    using Change = store::Applicants::Change;
    seal(next);
    const std::int64_t id = next.kept.id;
    const std::int64_t revision = next.kept.revision;
    const auto change = replaceKept(next.kept, fields, actorOf(request, who, services().now()));
    if (!change) return existsAlready(request);
    switch (*change) {
      case Change::kDone:
        return answer(request, id, std::move(next), 200);
      case Change::kOtherRevision:
        return conflict(request, next, revision);
      case Change::kNone:
        break;
    }
    return ApplicantDesk::none(request);
  }

  /// Nothing if another applicant got the same credit code since isTaken() was asked.
  std::optional<store::Applicants::Change> replaceKept(const store::Applicant& next,
                                                       const std::vector<std::string>& fields,
                                                       const store::Actor& actor) const {
    try {
      return desk_->store().replace(next, next.revision, fields, actor);
    } catch (const store::StoreError& error) {
      if (error.kind() != store::StoreError::Kind::kConstraint || !isTaken(next)) throw;
      return std::nullopt;
    }
  }

  /// What the store made of it: revision and times are its own.
  Response answer(const Request& request, std::int64_t id, OpenApplicant next, int status) const {
    auto kept = desk_->store().find(id, services().now());
    if (!kept) return ApplicantDesk::none(request);
    next.kept = *std::move(kept);
    return Response::json(desk_->write(next), status);
  }

  Response conflict(const Request& request, const OpenApplicant& known,
                    std::int64_t revision) const {
    StaffRefs staff(services().store.staff());
    return changedElsewhere(request,
                            "这家企业的资料已由他人修改，请核对后再改。"
                            "Somebody else has changed this applicant: look at it, then change it.",
                            services().store.audit().since("applicant", known.kept.id, revision),
                            staff);
  }

  /// That somebody looked. It makes no revision, so that it counts as no change.
  void note(const Request& request, const SignedIn& who, const char* action,
            const store::Applicant& applicant) const {
    store::AuditEntry entry;
    entry.actor = actorOf(request, who, services().now());
    entry.action = action;
    entry.object = "applicant";
    entry.object_id = applicant.id;
    entry.county = applicant.county;
    services().store.audit().append(entry);
  }

  std::shared_ptr<ApplicantDesk> desk_;
};

}  // namespace

void addApplicantRoutes(http::Router& router, const std::shared_ptr<HallDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk) {
  using hall::Permission;
  using Body = HallDoor::Body;
  const auto applicants = std::make_shared<Applicants>(desk);
  const auto call = [applicants](Response (Applicants::*member)(const Request&, const SignedIn&)) {
    return HallDoor::withoutQuery(
        [applicants, member](const Request& request, const SignedIn& who) {
          return ((*applicants).*member)(request, who);
        });
  };
  const Permission assist = Permission::kAssist;
  door->add(router, {"POST", "/applicants", assist, Body::kJson}, call(&Applicants::add));
  door->add(router, {"GET", "/applicants/{id}", assist}, call(&Applicants::show));
  door->add(router, {"PUT", "/applicants/{id}", assist, Body::kJson}, call(&Applicants::change));
  door->add(router, {"GET", "/applicants/{id}/match", assist},
            [applicants](const Request& request, const SignedIn& who) {
              return applicants->match(request, who);
            });
  addApplicantSearch(router, door, desk);
  addAuthorisationRoutes(router, door, desk);
}

}  // namespace policycalc::api
