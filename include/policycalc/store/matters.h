#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/desk/rules/completion.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/deed.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/turn.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/matter_query.h"

namespace policycalc::store {

class Database;

/// The work on one measure for one applicant.
struct Matter {
  std::int64_t id = 0;    ///< given by the store, from 1; never used again for another
  std::string reference;  ///< for people; unique
  std::int64_t applicant_id = 0;
  std::string measure;
  std::string catalogue;        ///< hash of the version it was opened with
  std::string county;           ///< district code
  std::string unit;             ///< key of the responsible unit
  std::int64_t owner_id = 0;    ///< at the window: opened it, or took the last step there
  std::int64_t handler_id = 0;  ///< 0: no handler
  bool owner_can = false;       ///< given by the store: the owner can act, see desk::canOwn()
  bool handler_can = false;     ///< given by the store: the handler can, see desk::canHandle()
  desk::MatterState state = desk::MatterState::kReceived;
  std::chrono::sys_seconds state_since{};  ///< when its clock began
  std::optional<desk::DueDays> due_days;   ///< reckoned by the caller; empty once closed
  std::int64_t rested = 0;   ///< workdays by which the clock of the state has rested, or will have
                             ///< once `completion` is over
  std::int64_t returns = 0;  ///< how often the unit has sent it back
  /// Its company completes the papers; empty again after the last day, see endCompletions().
  std::optional<desk::Completion> completion = {};
  std::int64_t completions = 0;  ///< how often it has waited so
  std::int64_t reminders = 0;    ///< how many were recorded since it came into the state
  std::int64_t reminded_id = 0;  ///< whom the last of them reminded
  std::chrono::sys_seconds reminded_at{};
  bool measure_moved = false;  ///< a newer catalogue changes or ends its measure, and the window
                               ///< has not read it yet, see markMovedMeasures()
  bool handed_over = false;    ///< it has been with the unit, now or earlier
  std::chrono::sys_seconds opened_at{};
  std::int64_t opened_by = 0;
  std::chrono::sys_seconds changed_at{};
  std::int64_t revision = 1;  ///< counts the changes of state, unit, handler and documents, from 1
  bool to_tell = false;       ///< closed, and the company was not told yet; given by the store
  bool erased = false;        ///< the applicant's authorisation is over and its data is gone
  bool taken_back = false;    ///< erased, as the company took the authorisation back; else its
                              ///< term ran out
  std::chrono::sys_seconds permit_until{};  ///< the term of the authorisation, given by the store;
                                            ///< 1970 once erased
  std::string key_by_service;  ///< the applicant's, like its name; given by the store, "" if erased
  std::string sealed_name;
  std::string query_hash =
      {};  ///< only for open(): of the query code, see AskedMatters; "" for none

  bool operator==(const Matter&) const = default;
};

struct MatterDocument {
  std::string name;
  std::int64_t ticked_by = 0;  ///< 0: still missing
  std::chrono::sys_seconds ticked_at{};

  bool operator==(const MatterDocument&) const = default;
};

struct MatterNote {
  std::chrono::sys_seconds at{};
  std::int64_t staff_id = 0;
  std::string sealed_text;  ///< under the applicant's key

  bool operator==(const MatterNote&) const = default;
};

/// One entry of a matter's history; the first has no `from`.
struct MatterChange {
  std::chrono::sys_seconds at{};
  std::int64_t staff_id = 0;
  std::optional<desk::MatterState> from;
  desk::MatterState to = desk::MatterState::kReceived;  ///< the same as `from` where only the
                                                        ///< handler or the unit was changed
  std::int64_t handler_id = 0;
  std::string sealed_reason;    ///< "" for none, and once erased
  std::string sealed_end = {};  ///< what is recorded of an end, likewise

  bool operator==(const MatterChange&) const = default;
};

/// What was done about a matter besides moving it.
struct MatterDeed {
  std::chrono::sys_seconds at{};
  std::int64_t staff_id = 0;
  desk::Deed deed = desk::Deed::kAttempted;
  std::string sealed = {};             ///< what it says, under the applicant's key; "" once erased
  std::int64_t to_id = 0;              ///< of a reminder: who was reminded
  std::chrono::sys_seconds seen_at{};  ///< of a reminder: when the matter was shown to them

  bool operator==(const MatterDeed&) const = default;
};

/// How the company rated its matter.
struct MatterRating {
  int score = 0;  ///< 1 to 5
  std::chrono::sys_seconds at{};
  std::string sealed_words;  ///< under the applicant's key; "" for none, and once erased

  bool operator==(const MatterRating&) const = default;
};

/// Everything of one matter, as it was at one moment.
struct MatterFile {
  Matter matter;
  std::vector<MatterDocument> documents;
  std::vector<MatterNote> notes;      ///< the earliest first
  std::vector<MatterChange> history;  ///< the earliest first
  std::vector<MatterDeed> deeds;      ///< the earliest first
  std::optional<MatterRating> rating;
  std::optional<std::chrono::sys_seconds> query_code_at;  ///< when it was made; empty without one
};

/// What a closed matter was before its end: its last open state, and when the clock of that began;
/// and who recorded the end, and when.
struct BeforeEnd {
  desk::MatterState state = desk::MatterState::kReceived;
  std::chrono::sys_seconds since{};
  std::int64_t ended_by = 0;
  std::chrono::sys_seconds ended_at{};
};
/// Nothing for an open matter, and where the history does not say it.
std::optional<BeforeEnd> beforeEnd(const MatterFile& file);

/// The handler or the owner who has to act on the matter; 0 without one that can act.
std::int64_t responsibleFor(const Matter& matter);

/// What decides whose turn it is in an open matter. An authorisation that is over by
/// `permit_horizon` has to be renewed at the window.
desk::TurnPlace turnPlaceOf(const Matter& matter, std::chrono::sys_seconds permit_horizon);

/// A page of a list, and numbers of the same moment.
struct MatterPage {
  std::vector<Matter> matters;
  MatterCounts counts;
};

/// The matters. The caller judges who may take which step; the store only keeps two changes from
/// overwriting each other. Every change writes its audit entry (object `matter`) in the same
/// commit. Every function may be called from any thread and throws StoreError when the store fails.
/// A NUL in any text and an empty reference, measure, county or unit are refused with kConstraint.
class Matters {
 public:
  /// `database` outlives this object.
  explicit Matters(Database& database) : database_(database) {}
  Matters(const Matters&) = delete;
  Matters& operator=(const Matters&) = delete;

  enum class Opening : std::uint8_t {
    kDone,
    kOpenAlready,    ///< the firm (Applicant::firm, else the applicant) has an open matter for the
                     ///< measure, under an authorisation in force
    kNotAuthorised,  ///< the applicant has no authorisation for matters in force
    kReferenceTaken,
  };
  struct Opened {
    Opening outcome = Opening::kDone;
    std::int64_t id =
        0;  ///< of the new matter, or of the open one where the caller's county has it
  };

  enum class Change : std::uint8_t {
    kDone,
    kOtherRevision,
    kNone,
    kOpenAlready,  ///< only reopen(): the firm has another open matter for the measure
  };

  /// Opens a matter in its state, at the actor's time.
  Opened open(const Matter& matter, const std::vector<std::string>& documents, const Actor& actor);

  /// The matter at that time. Once the applicant's authorisation is over, an open matter is given
  /// as withdrawn or expired and nothing sealed is given, whether or not Applicants::endOver() has
  /// run since.
  std::optional<MatterFile> find(std::int64_t id, std::chrono::sys_seconds now) const;
  /// The applicant of the matter with that reference, while its authorisation is in force.
  std::optional<std::int64_t> applicantOf(std::string_view reference,
                                          std::chrono::sys_seconds now) const;
  /// As find() gives them, in the order of MatterPosition, at most `query.most`.
  std::vector<Matter> list(const MatterQuery& query, std::chrono::sys_seconds now) const;
  /// The same with the numbers of all that the query finds, whatever `most` and `after`.
  MatterPage page(const MatterQuery& query, std::chrono::sys_seconds now) const;
  /// Calls `use` with each matter that list() would give, without keeping them. `use` runs while
  /// the database is being read and must not call the store.
  void each(const MatterQuery& query, std::chrono::sys_seconds now,
            const std::function<void(const Matter&)>& use) const;

  /// A text that changes whenever list() or page() could answer in another way for a seat of
  /// `county` ("": every county), except by the day. Costs a few look-ups, whatever is kept.
  std::string versionFor(std::string_view county, std::chrono::sys_seconds now) const;

  using Reckon = std::function<std::optional<desk::DueDays>(
      desk::MatterState state, std::chrono::sys_seconds since, std::int64_t rested)>;
  /// Reckons the due days of the open matters anew unless they were reckoned under this version of
  /// the calendar. Returns how many were.
  std::size_t reckonDueDays(std::string_view calendar, const Reckon& reckon);

  struct Step {
    desk::MatterState to = desk::MatterState::kReceived;
    std::int64_t handler_id = 0;
    bool handed_over = false;  ///< it goes to the unit; once true, it stays
    std::string sealed_reason;
    std::optional<desk::DueDays> due_days = {};
    std::int64_t owner_id = 0;  ///< 0: the owner stays
    std::int64_t rested = 0;    ///< into an end: what the clock has rested, for reopen()
    std::string sealed_end = {};
  };
  /// Moves the matter into another state and restarts its clock, which no longer rests. From an end
  /// that desk::mustBeTold() the matter waits for tell().
  Change step(std::int64_t id, std::int64_t expected_revision, const Step& step,
              const Actor& actor);

  /// How a closed matter is opened again.
  struct Reopening {
    desk::MatterState to = desk::MatterState::kReceived;
    std::chrono::sys_seconds since{};  ///< when the clock of `to` began
    std::optional<desk::DueDays> due_days = {};
    std::string sealed_reason = {};  ///< "" where a slip is undone
    std::int64_t rested = 0;         ///< workdays by which that clock has rested
  };
  /// kConstraint if the matter is open or erased.
  Change reopen(std::int64_t id, std::int64_t expected_revision, const Reopening& reopening,
                const Actor& actor);

  /// Gives it to another handler (0: none) and unit; its clock goes on.
  Change reassign(std::int64_t id, std::int64_t expected_revision, std::string_view unit,
                  std::int64_t handler_id, const Actor& actor);

  /// Gives it to another owner at the window; its clock goes on.
  Change giveAtWindow(std::int64_t id, std::int64_t expected_revision, std::int64_t owner_id,
                      const Actor& actor);

  /// How the clock of a matter rests while its company completes the papers, or goes on.
  struct Rest {
    std::optional<desk::Completion> completion = {};  ///< empty: it goes on
    std::int64_t rested = 0;
    std::optional<desk::DueDays> due_days = {};
    std::string sealed = {};  ///< what is recorded of it
  };
  Change rest(std::int64_t id, std::int64_t expected_revision, const Rest& rest,
              const Actor& actor);
  /// Lets the matters go on whose company had until before today to complete the papers, as a deed
  /// of the service. Returns how many. A change of such a matter does the same first.
  std::size_t endCompletions(std::chrono::sys_seconds now);

  /// The measure of a matter, as its window knows it.
  struct KnownMeasure {
    std::string catalogue;        ///< that the matter was opened or last read with
    std::string measure;          ///< its id
    std::chrono::sys_seconds at;  ///< when that was
  };
  /// Whether the measure has changed or ended since.
  using Moved = std::function<bool(const KnownMeasure& known)>;
  /// Marks the open matters whose measure has moved, and no others. Returns how many changed.
  /// `moved` must not call the store.
  std::size_t markMovedMeasures(const Moved& moved);
  /// The catalogues and measures of open matters that markMovedMeasures() will ask about.
  std::vector<std::pair<std::string, std::string>> openMeasures() const;
  /// The window has read how the measure is in `catalogue`.
  Change readMeasure(std::int64_t id, std::int64_t expected_revision, std::string_view catalogue,
                     const Actor& actor);

  /// Ticks the documents at these places and no others. Those ticked before keep who and when.
  /// kConstraint if there is no document at a place.
  Change tick(std::int64_t id, std::int64_t expected_revision,
              const std::vector<std::size_t>& places, const Actor& actor);

  /// Notes are only added: they need no revision and change none. kNone if the matter is unknown
  /// or erased.
  Change addNote(std::int64_t id, std::string_view sealed_text, const Actor& actor);

  /// An attempt to reach the company; likewise.
  Change addAttempt(std::int64_t id, std::string_view sealed, const Actor& actor);

  /// A reminder to `to_id`, likewise.
  Change remind(std::int64_t id, std::int64_t to_id, const Actor& actor);
  /// The matter was shown to these members of the staff: so were its reminders to them.
  void see(std::int64_t id, const std::vector<std::int64_t>& staff_ids,
           std::chrono::sys_seconds now);

  /// The company was told how its matter ended. kConstraint if the matter is not `to_tell`.
  Change tell(std::int64_t id, std::int64_t expected_revision, std::string_view sealed,
              const Actor& actor);

 private:
  Database& database_;
};

}  // namespace policycalc::store
