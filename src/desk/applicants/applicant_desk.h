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

#include "desk/applicants/applicant_body.h"
#include "desk/applicants/applicant_record.h"
#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// An applicant with what is sealed of it.
struct OpenApplicant {
  store::Applicant kept;
  vault::Key key;
  std::string name;
  ApplicantRecord record;
};

/// What an owner saved, in the words of today.
struct SavedFacts {
  facts::Profile profile;
  std::vector<facts::Renewal> renewals;
};

/// What the endpoints of applicants have in common. Safe from any thread.
class ApplicantDesk {
 public:
  explicit ApplicantDesk(const Services& services) : services_(services) {}

  const Services& services() const { return services_; }
  store::Applicants& store() const { return services_.store.applicants(); }
  std::shared_ptr<const catalogue::Catalogue> catalogue() const {
    return services_.catalogues.current();
  }

  /// The applicant that the path names, opened, if this person sees it. Nothing, one and the same,
  /// where there is none, its authorisation is over, or it is another county's.
  std::optional<OpenApplicant> find(const http::Request& request, const SignedIn& who) const;
  /// What is answered then: 404 `no_applicant`.
  static http::Response none(const http::Request& request);

  /// Opens the name alone; throws as openApplicantKey() does.
  std::string nameOf(const store::Applicant& applicant) const;

  /// The blind index of the profile's credit code; "" without one.
  std::string firmOf(const facts::Profile& profile) const;
  std::string firmOf(std::string_view credit_code) const;

  /// Whether another applicant of its county has its firm.
  bool isTaken(const store::Applicant& next) const;
  /// What is answered then: 409 `applicant_exists`. It names nobody.
  static http::Response existsAlready(const http::Request& request);

  /// The facts that an owner saved, as far as today's vocabulary knows them, and what that reads
  /// otherwise.
  SavedFacts savedFacts(const store::SavedProfile& saved, const vault::AccessCode& code) const;

  /// Whether that county helps somebody under the leave of this saved profile already, other than
  /// the applicant `id`.
  bool isHelped(const store::SavedProfile& saved, const std::string& county,
                std::int64_t id = 0) const;
  /// What is answered then: 409 `applicant_exists`. It names nobody.
  static http::Response helpedAlready(const http::Request& request);

  /// How many others of its county have its name, however it was typed, where at least one of the
  /// two lacks a credit code to tell them apart by. Opens the county's names, as a search does.
  std::int64_t countOfSameName(const OpenApplicant& applicant) const;

  /// Puts name and record into `kept`, sealed under its key.
  static void seal(OpenApplicant& applicant);

  /// What somebody writes down now comes from them, as the applicant declares it.
  FactOrigin originBy(const SignedIn& who) const;

  /// The answer once the store has it: revision and times are the store's own. `more`: members
  /// behind those of the applicant.
  http::Response answer(const http::Request& request, OpenApplicant stored, int status,
                        std::string_view more = {}) const;

  /// The applicant as JSON.
  std::string write(const OpenApplicant& applicant, std::string_view more = {}) const;

  /// What a body says of an authorisation as it is kept, sealed under `key`; by code, `saved` is
  /// the profile that the code opened.
  store::Authorisation leave(const AuthorisationBody& body, const vault::Key& key,
                             const store::SavedProfile* saved) const;

  /// The answer of `use` for the saved profile that the request's code opens: as CodeDoor::enter(),
  /// but 400 `missing_code` without one: a 401 would say that nobody is logged in.
  using UseSaved =
      std::function<http::Response(const vault::AccessCode&, const store::SavedProfile&)>;
  http::Response withCode(const http::Request& request, const UseSaved& use) const;
  /// The same, but 403 `no_consent` where its owner does not let staff open it.
  http::Response withLeave(const http::Request& request, const UseSaved& use) const;

 private:
  const Services& services_;
};

}  // namespace policycalc::desk
