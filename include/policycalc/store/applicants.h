#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/authorisation_way.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/key_record.h"

namespace policycalc::store {

class Database;

/// An applicant's authorisation to keep its data and to help with it.
struct Authorisation {
  std::int64_t id = 0;  ///< given by the store
  desk::AuthorisationWay given = desk::AuthorisationWay::kPaper;
  bool for_matters = false;          ///< also to open matters and hand them over
  std::chrono::sys_seconds until{};  ///< it is over from this second on
  std::string lookup;     ///< of the saved profile whose code was shown; "" unless given by code
  std::string sealed_by;  ///< the name of the giver, under the applicant's key
  std::chrono::sys_seconds recorded_at{};
  std::int64_t recorded_by = 0;  ///< a member of the staff
  std::string text_number = {};  ///< of the text that was agreed to; "" where it is not known

  bool operator==(const Authorisation&) const = default;
};

/// A company, or a person who will found one, that is helped at a window. The store cannot read
/// what is sealed.
struct Applicant {
  std::int64_t id = 0;        ///< given by the store, from 1; never used again for another
  std::string county;         ///< district code of the window
  std::string firm;           ///< blind index of the credit code; "" until the code is known
  std::string firm_next;      ///< the index under the next key while the key is rotated; else ""
  std::int64_t revision = 1;  ///< counts the changes of county, firm and sealed data, from 1
  std::chrono::sys_seconds created_at{};
  std::chrono::sys_seconds changed_at{};
  std::string key_by_service;   ///< the applicant's key, wrapped by the service's
  std::string sealed_name;      ///< separate, so that a search opens no profile
  std::string sealed;           ///< the profile and the origin of each fact
  Authorisation authorisation;  ///< the one in force
  KeyIds keys{};  ///< what made firm and key_by_service; the store checks it and returns none

  bool operator==(const Applicant&) const = default;
};

/// Which applicants a list gives: those that fit every part.
struct ApplicantQuery {
  std::string county = {};  ///< of this county; "" for any
  std::string lookup = {};  ///< authorised by the code of this saved profile; "" for any
  /// With these ids or of `firm`; without ids and with a firm of "" any.
  std::optional<std::vector<std::int64_t>> ids = {};
  std::string firm = {};
  std::size_t most = 0;  ///< the first of them, in the order of the list; 0 for all
};

/// A name that has come, changed or gone.
struct NameChange {
  std::int64_t number = 0;  ///< rises with each change
  std::int64_t applicant_id = 0;
  std::string key_by_service;
  std::string sealed_name;  ///< "" once erased
};

/// The applicants. The store finds an applicant only while its authorisation is in force: not
/// withdrawn, not expired, and, if given by code, with the saved profile still there and its owner
/// still agreeing that staff may open it. When it ends, the sealed data is erased as SavedProfiles
/// says, and the applicant's open matters become withdrawn; reference, measure, county, unit,
/// states, times and actors of its matters remain. Every change writes its audit entry (object
/// `applicant`) in the same commit. Every function may be called from any thread and throws
/// StoreError when the store fails. A NUL in any text, an empty county, name or key, an
/// authorisation that is over when it is recorded are refused with kConstraint; an applicant made
/// with other keys than those of the database is refused with kStaleKey.
class Applicants {
 public:
  /// `database` outlives this object.
  explicit Applicants(Database& database) : database_(database) {}
  Applicants(const Applicants&) = delete;
  Applicants& operator=(const Applicants&) = delete;

  /// kMatterOpen: this applicant and another one of the new firm, in another county, both have an
  /// open matter for the same measure.
  enum class Change : std::uint8_t { kDone, kOtherRevision, kMatterOpen, kNone };

  /// Keeps a new applicant with its authorisation, recorded by and at the actor's. Returns the id,
  /// or nothing if another applicant of that county has the same firm.
  std::optional<std::int64_t> add(const Applicant& applicant, const Actor& actor);

  std::optional<Applicant> find(std::int64_t id, std::chrono::sys_seconds now) const;
  /// The latest in that county, or in any county with "".
  std::optional<Applicant> findByFirm(std::string_view firm, std::string_view county,
                                      std::chrono::sys_seconds now) const;
  std::optional<Applicant> findByLookup(std::string_view lookup,
                                        std::chrono::sys_seconds now) const;

  /// The applicants that fit, without `sealed`; the latest change first. Costs what it finds, and
  /// not what is kept, if the query has ids, a firm, a lookup or `most`.
  std::vector<Applicant> list(const ApplicantQuery& query, std::chrono::sys_seconds now) const;
  /// All of a county, or of every county with "".
  std::vector<Applicant> list(std::string_view county, std::chrono::sys_seconds now) const;

  /// The last change of each name that has changed after the change `number`, rising; with 0 all
  /// names. Those of authorisations that are over stay until endOver() has run.
  std::vector<NameChange> nameChanges(std::int64_t number) const;

  /// Takes over firm, firm_next, sealed_name and sealed of `next` for the applicant with its id
  /// (the stored revision is one more than `expected_revision`), unless that has another revision
  /// by now. `fields` names what was changed, for the trail. kConstraint if another applicant of
  /// the county has the firm.
  Change replace(const Applicant& next, std::int64_t expected_revision,
                 const std::vector<std::string>& fields, const Actor& actor);

  /// Replaces the authorisation in force. False if none is in force.
  bool authorise(std::int64_t id, const Authorisation& authorisation, const Actor& actor);

  /// Ends the authorisation, for good. False if none is in force.
  bool withdraw(std::int64_t id, const Actor& actor);

  /// Erases, as withdraw() does, all applicants whose authorisation is over; returns how many.
  std::size_t endOver(std::chrono::sys_seconds now);

 private:
  Database& database_;
};

}  // namespace policycalc::store
