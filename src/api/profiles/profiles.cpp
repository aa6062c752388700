#include "api/profiles/profiles.h"

#include <string>
#include <utility>

#include "policycalc/http/failure.h"
#include "policycalc/http/problem.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/profiles/profile_body.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/refusals.h"
#include "policycalc/web/times.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;
using store::SavedProfile;
using store::SavedProfiles;
using vault::AccessCode;

Response changedElsewhere(const Request& request) {
  http::Problem problem =
      http::problemOf(http::Failure::kConflict,
                      "这份资料已在别处修改过，请重新打开后再改。"
                      "The profile was changed elsewhere. Open it again, then change it.");
  return http::problemResponse(problem, request.id);
}

/// The endpoints, as plain functions of a request. Safe from any thread.
class Profiles {
 public:
  explicit Profiles(const Services& services)
      : services_(services), saves_(kSavesOfClient, kSavesOfAll, services_.now, services_.share) {}

  Response terms(const Request&) {
    json::Writer writer;
    writer.beginObject();
    writer.key("expires_in_days").beginArray();
    for (const int days : web::kExpiryDays) writer.integer(days);
    writer.endArray();
    writer.key("backup_days").integer(services_.backup_days);
    writer.key("overwritten").boolean(services_.store.overwritesErased());
    writer.endObject();
    return Response::json(writer.take());
  }

  Response add(const Request& request) {
    auto body = read(request, web::BodyKind::kNew);
    if (!body.ok()) return web::invalid(request, body.takeError());
    if (const auto wait = saves_.take(request.client)) return web::tooMany(request, *wait);
    const AccessCode code = AccessCode::random();
    SavedProfile profile;
    profile.lookup = vault::lookupId(code, vault::Purpose::kProfile);
    const Times times = timesNow();
    profile.saved_at = times.saved_at;
    profile.expires_at = web::expiryAfter(times.counts_from, *body->expires_in_days);
    web::sealProfile(profile, body->answers, body->consent.appliedTo({}), code,
                     *services_.service_key.keys());
    store().add(profile);
    return Response::json(receipt(profile, code.text(), {}), 201);
  }

  Response show(const Request& request) {
    return withProfile(request, [&](const AccessCode& code, const SavedProfile& profile) {
      return Response::json(receipt(
          profile, {},
          web::renewedAnswers(web::openProfile(profile, code), *services_.catalogues.current())));
    });
  }

  Response change(const Request& request) {
    return withProfile(request, [&](const AccessCode& code, const SavedProfile& profile) {
      return changeKnown(request, code, profile);
    });
  }

  Response remove(const Request& request) {
    return withProfile(
        request, [&](const AccessCode&, const SavedProfile& profile) -> std::optional<Response> {
          if (!store().remove(profile.lookup, services_.now())) return std::nullopt;
          endAuthorisation();
          Response response;
          response.status = 204;
          return response;
        });
  }

 private:
  /// Under a clock that may be wrong, nothing ends too early: see store::Clock.
  struct Times {
    std::chrono::sys_seconds saved_at;
    std::chrono::sys_seconds counts_from;
  };
  Times timesNow() const {
    const auto now = services_.now();
    const auto confirmed = services_.store.clock().confirmed();
    return {store::endingTime(now, confirmed), store::startingTime(now, confirmed)};
  }

  SavedProfiles& store() const { return services_.store.savedProfiles(); }

  base::Result<web::ProfileBody, base::Issues> read(const Request& request,
                                                    web::BodyKind kind) const {
    return web::readProfileBody(request.body, kind, *services_.catalogues.current());
  }

  /// The answer of `use` for the profile that the request's code opens.
  template <typename Use>
  Response withProfile(const Request& request, const Use& use) {
    return services_.code_door.enter(
        request, [&](const AccessCode& code) -> std::optional<Response> {
          const auto profile =
              store().find(vault::lookupId(code, vault::Purpose::kProfile), services_.now());
          if (!profile) return std::nullopt;
          return use(code, *profile);
        });
  }

  std::optional<Response> changeKnown(const Request& request, const AccessCode& code,
                                      const SavedProfile& known) {
    auto body = read(request, web::BodyKind::kChange);
    if (!body.ok()) return web::invalid(request, body.takeError());
    if (body->revision != known.revision) return changedElsewhere(request);
    if (const auto wait = saves_.take(request.client)) return web::tooMany(request, *wait);
    SavedProfile next = known;
    next.revision = known.revision + 1;
    const Times times = timesNow();
    next.saved_at = times.saved_at;
    // Absent members stay as they are: the revision shows that they are unchanged.
    if (body->expires_in_days) {
      next.expires_at = web::expiryAfter(times.counts_from, *body->expires_in_days);
    }
    // The profile may have expired since it was found.
    if (next.expires_at <= next.saved_at) return std::nullopt;
    web::sealProfile(next, body->answers, body->consent.appliedTo(consentOf(known)), code,
                     *services_.service_key.keys());
    switch (store().replace(next, known.revision, next.saved_at)) {
      case SavedProfiles::Change::kDone:
        if (known.may_help && !next.may_help) endAuthorisation();
        return Response::json(receipt(next, {}, {}));
      case SavedProfiles::Change::kOtherRevision:
        return changedElsewhere(request);
      case SavedProfiles::Change::kNone:
        break;
    }
    return std::nullopt;
  }

  /// Deletes the applicant whom this profile authorised the staff to help: at once, not at the
  /// janitor's next round.
  void endAuthorisation() const { services_.store.applicants().endOver(services_.now()); }

  static web::Consent consentOf(const SavedProfile& profile) {
    return {.help = profile.may_help, .notify = profile.may_notify};
  }

  /// What the owner is told about a profile; without `answers` (members) and `code` if empty.
  std::string receipt(const SavedProfile& profile, const std::string& code,
                      const std::string& answers) const {
    json::Writer writer;
    writer.beginObject();
    if (!code.empty()) writer.key("code").string(code);
    writer.rawMembers(answers);
    writer.key("revision").integer(profile.revision);
    writer.key("saved_at").string(web::utcText(profile.saved_at));
    writer.key("expires_on").string(web::lastDay(profile.expires_at).toString());
    writer.key("consent").beginObject();
    writer.key("help").boolean(profile.may_help);
    writer.key("notify").boolean(profile.may_notify);
    writer.endObject();
    writer.key("backup_days").integer(services_.backup_days);
    writer.endObject();
    return writer.take();
  }

  const Services& services_;
  web::Throttle saves_;
};

/// What an owner does with their code.
template <typename Call>
void addOwnersRoutes(web::Routes& routes, const Call& call) {
  const char* path = "/api/v1/profiles/mine";
  routes.add(
      {.method = "GET",
       .path = path,
       .id = "get_profile",
       .tag = "profiles",
       .summary = "Read the profile that the code opens",
       .answers = {{200, "The profile as it was saved, in today's vocabulary.", "SavedProfile"}},
       .access = web::Access::kCode,
       .scope = "profiles"},
      call(&Profiles::show));
  routes.add(
      {.method = "PUT",
       .path = path,
       .id = "change_profile",
       .tag = "profiles",
       .summary = "Change the profile that the code opens",
       .description = "`expires_in_days` and `consent` stay as they are where they are absent.",
       .body = "ChangedProfile",
       .max_body = web::kProfileBody,
       .answers = {{200, "Changed.", "ProfileReceipt"}},
       .refusals = {web::refused::kConflict.with(
           "The profile has another revision: it was changed elsewhere.")},
       .access = web::Access::kCode,
       .scope = "profiles"},
      call(&Profiles::change));
  routes.add({.method = "DELETE",
              .path = path,
              .id = "delete_profile",
              .tag = "profiles",
              .summary = "Delete the profile that the code opens",
              .answers = {{204, "Deleted."}},
              .access = web::Access::kCode,
              .scope = "profiles"},
             call(&Profiles::remove));
}

}  // namespace

void addProfileRoutes(web::Routes& routes, const Services& services) {
  const auto profiles = std::make_shared<Profiles>(services);
  const auto call = [profiles](Response (Profiles::*member)(const Request&)) {
    return [profiles, member](const Request& request) { return ((*profiles).*member)(request); };
  };
  routes.add({.method = "GET",
              .path = "/api/v1/profiles/terms",
              .id = "get_profile_terms",
              .tag = "profiles",
              .summary = "How long a profile may be kept, and how long backups live",
              .answers = {{200, "The terms.", "ProfileTerms"}},
              .etag = true},
             call(&Profiles::terms));
  routes.add(
      {.method = "POST",
       .path = "/api/v1/profiles",
       .id = "save_profile",
       .tag = "profiles",
       .summary = "Save a profile under a new code",
       .description =
           "The profile is sealed under a key that the code opens; the service's own key "
           "opens it only where `consent` allows that. The code appears in this answer only.",
       .body = "NewProfile",
       .max_body = web::kProfileBody,
       .answers = {{201, "Saved.", "NewSavedProfile"}},
       .refusals = {web::refused::kTooMany},
       .scope = "profiles"},
      call(&Profiles::add));
  addOwnersRoutes(routes, call);
}

}  // namespace policycalc::api
