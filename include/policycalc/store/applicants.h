#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::store {

/// Leave to keep an applicant's data and to help with it.
struct Authorisation {
  std::int64_t id = 0;               ///< given by the store
  std::string given;                 ///< how: paper, screen or code
  bool for_matters = false;          ///< also to open matters and hand them over
  std::chrono::sys_seconds until{};  ///< from this second on it is over
  std::string lookup;     ///< of the saved profile whose code was shown; "" unless given by code
  std::string sealed_by;  ///< who gave it, under the applicant's key
  std::chrono::sys_seconds recorded_at{};
  std::int64_t recorded_by = 0;  ///< the member of the staff

  bool operator==(const Authorisation&) const = default;
};

/// A company, or somebody who will found one, that is helped at a window. The store cannot read
/// what is sealed.
struct Applicant {
  std::int64_t id = 0;        ///< given by the store, from 1; never used again for another
  std::string county;         ///< district code of the window
  std::string firm;           ///< blind index of the credit code; "" while there is none
  std::int64_t revision = 1;  ///< counts the changes of county, firm and what is sealed, from 1
  std::chrono::sys_seconds created_at{};
  std::chrono::sys_seconds changed_at{};
  std::string key_by_service;   ///< its own key, wrapped by the service's
  std::string sealed_name;      ///< apart, so that a search opens no profile
  std::string sealed;           ///< the profile and where each fact comes from
  Authorisation authorisation;  ///< the one in force

  bool operator==(const Applicant&) const = default;
};

/// Those who are helped. An applicant is there only while an authorisation is in force: it has not
/// been withdrawn, its time is not over, and, if it was given by code, the saved profile of that
/// code is still there and its owner still agrees that staff may open it. Everything else finds
/// nothing, from that moment on.
/// When it ends, what is sealed is erased as SavedProfiles does it, and the applicant's open
/// matters become `withdrawn`; of its matters what remains is reference, measure, county, unit,
/// states, times and who did what. Every change writes its audit entry (object `applicant`) in the
/// same commit. Every function may be called from any thread and throws StoreError when the store
/// fails. A NUL in any text, an empty county, name or key, an unknown `given` and an authorisation
/// that is over when it is recorded are refused with kConstraint.
class Applicants {
 public:
  virtual ~Applicants() = default;

  /// kMatterOpen: another applicant of the new firm, elsewhere, has an open matter for a measure
  /// for which this one has one, too.
  enum class Change : std::uint8_t { kDone, kOtherRevision, kMatterOpen, kNone };

  /// Keeps a new one with its authorisation (recorded by and at the actor's); returns the id, or
  /// nothing if another applicant of that county has the same firm.
  virtual std::optional<std::int64_t> add(const Applicant& applicant, const Actor& actor) = 0;

  virtual std::optional<Applicant> find(std::int64_t id, std::chrono::sys_seconds now) const = 0;
  /// In that county, or in any with "". The latest of them.
  virtual std::optional<Applicant> findByFirm(std::string_view firm, std::string_view county,
                                              std::chrono::sys_seconds now) const = 0;
  virtual std::optional<Applicant> findByLookup(std::string_view lookup,
                                                std::chrono::sys_seconds now) const = 0;

  /// Those of a county, or all with "", without `sealed`; the latest change first.
  virtual std::vector<Applicant> list(std::string_view county,
                                      std::chrono::sys_seconds now) const = 0;

  /// Takes over firm, sealed_name and sealed of `next` for the one with its id (the stored revision
  /// is one more than `expected_revision`), unless that has another revision by now. `fields`: the
  /// names of what was changed, for the trail. kConstraint if the firm is another applicant's.
  virtual Change replace(const Applicant& next, std::int64_t expected_revision,
                         const std::vector<std::string>& fields, const Actor& actor) = 0;

  /// Puts another authorisation in the place of the one in force. False if there is none in force.
  virtual bool authorise(std::int64_t id, const Authorisation& authorisation,
                         const Actor& actor) = 0;

  /// Ends the authorisation, for good. False if there is none in force.
  virtual bool withdraw(std::int64_t id, const Actor& actor) = 0;

  /// Does what withdraw() does for all whose authorisation is not in force any more; how many.
  virtual std::size_t endOver(std::chrono::sys_seconds now) = 0;
};

}  // namespace policycalc::store
