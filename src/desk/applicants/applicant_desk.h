#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/store/applicants.h"
#include "policycalc/store/saved_profiles.h"
#include "policycalc/web/code_door.h"
#include "policycalc/web/contract/operation.h"
#include "policycalc/web/profiles/left_out.h"

#include "desk/applicants/applicant_body.h"
#include "desk/applicants/applicant_record.h"
#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// The catalogue that was current when a request began.
using Snapshot = std::shared_ptr<const catalogue::Catalogue>;

/// An applicant whose name and record are open.
struct OpenApplicant {
  Snapshot catalogue;  ///< the record is in its words
  store::Applicant kept;
  vault::Key key;
  std::string name;
  ApplicantRecord record;
};

/// The facts that an owner saved, in the words of the catalogue.
struct SavedFacts {
  facts::Profile profile;
  web::LeftOut left_out;
  std::vector<facts::Renewal> renewals;
};

/// What the endpoints of applicants share. Keeps a reference to the services. Safe from any thread.
class ApplicantDesk {
 public:
  explicit ApplicantDesk(const Services& services) : services_(services) {}

  const Services& services() const { return services_; }
  store::Applicants& store() const { return services_.store.applicants(); }
  /// For the request as a whole: ask once.
  Snapshot catalogue() const { return services_.catalogues.current(); }

  /// The applicant of the path `{id}`. Nothing if the id is unknown, the authorisation is over, or
  /// the seat does not see the applicants of that county.
  std::optional<store::Applicant> find(const http::Request& request, const SignedIn& who) const;
  /// Opens an applicant that was found. Throws as openApplicantKey() does.
  OpenApplicant open(store::Applicant kept, Snapshot catalogue) const;
  /// Both.
  std::optional<OpenApplicant> findOpen(const http::Request& request, const SignedIn& who,
                                        Snapshot catalogue) const;
  /// 404 `no_applicant`, the answer when find() gives nothing.
  static http::Response none(const http::Request& request);

  /// Opens only the name. A name that cannot be opened becomes a text that says so.
  std::string nameOf(const store::Applicant& applicant) const;

  /// Gives `kept` the blind indexes of the profile's credit code under `keys`, "" without one.
  static void setFirm(store::Applicant& kept, const facts::Profile& profile,
                      const catalogue::Catalogue& catalogue, const vault::ServiceKeys& keys);

  /// The blind index of the profile's credit code, to find or compare; "" without one. Throws
  /// StoreError with kStaleKey if the service's keys are no longer those of the database.
  std::string firmOf(const facts::Profile& profile, const catalogue::Catalogue& catalogue) const;
  std::string firmOf(std::string_view credit_code) const;

  /// Whether another applicant of the county has the same firm.
  bool isTaken(const store::Applicant& next) const;
  /// 409 `applicant_exists`, for a firm that is taken. Does not say which applicant has it.
  static http::Response existsAlready(const http::Request& request);

  /// The facts of a saved profile that the catalogue's vocabulary knows.
  SavedFacts savedFacts(const store::SavedProfile& saved, const vault::AccessCode& code,
                        const catalogue::Catalogue& catalogue) const;

  /// Whether the county has an applicant other than `id` under this saved profile.
  bool isHelped(const store::SavedProfile& saved, const std::string& county,
                std::int64_t id = 0) const;
  /// 409 `applicant_exists`, for a code under which the county has an applicant already. Does not
  /// say which.
  static http::Response helpedAlready(const http::Request& request);

  /// The other applicants of the county that may be the same company, the latest change first: the
  /// one with the same firm, and those with the same name, see comparableName(). Two credit codes
  /// tell companies of one name apart. Opens all names of the county, as a search does.
  std::vector<store::Applicant> findAgain(const OpenApplicant& applicant) const;
  /// The member `applicants` of a problem: these, as a search answers them.
  std::string foundAgain(const std::vector<store::Applicant>& applicants,
                         const catalogue::Catalogue& catalogue) const;

  /// How many matters of the applicant are open.
  std::size_t openMatters(std::int64_t applicant_id) const;

  /// Seals name and record into `kept`, under the applicant's key.
  static void seal(OpenApplicant& applicant);

  /// The origin of facts that the applicant declares now and `who` writes down.
  FactOrigin originBy(const SignedIn& who) const;

  /// The applicant after it was stored, with its ETag. Takes revision and times from the store.
  /// `more` are further members of the answer.
  http::Response answer(const http::Request& request, OpenApplicant stored, int status,
                        std::string_view more = {}) const;

  /// The applicant in full, with its ETag.
  http::Response show(const OpenApplicant& applicant, int status = 200,
                      std::string_view more = {}) const;

  /// The ETag of show(). It changes when the answer may: with the applicant, the authorisation, the
  /// staff and the catalogue.
  std::string etagOf(const store::Applicant& kept, const catalogue::Catalogue& catalogue) const;

  /// The authorisation of a body, as the store keeps it, sealed under `key`. If it was given by
  /// code, `saved` is the profile that the code opens, and the authorisation ends with it.
  store::Authorisation authorisationOf(const AuthorisationBody& body, const vault::Key& key,
                                       const store::SavedProfile* saved) const;

  /// The answer of `use` for the saved profile that the request's code opens. As CodeDoor::enter(),
  /// but 400 `missing_code` without a code: a 401 would say that the session is over.
  using UseSaved =
      std::function<http::Response(const vault::AccessCode&, const store::SavedProfile&)>;
  http::Response withCode(const http::Request& request, const UseSaved& use) const;
  /// The same, but 403 `no_consent` unless the profile's owner lets staff open it.
  http::Response withAuthorisingCode(const http::Request& request, const UseSaved& use) const;

 private:
  const Services& services_;
};

/// How the API document describes the refusals of withCode() and withAuthorisingCode().
inline constexpr web::Refusal kCodeMissing = web::refused::kInvalid.with(
    "As elsewhere; also `missing_code`: the header `Authorization` has no code.");
inline constexpr web::Refusal kTooManyCodes =
    web::refused::kTooMany.with("Too many wrong codes from this client.");
inline constexpr web::Refusal kConsentMissing = web::refused::kForbidden.with(
    "As elsewhere; also `no_consent`: the owner does not let staff open the profile.");

}  // namespace policycalc::desk
