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

/// One measure being seen through for one applicant.
struct Matter {
  std::int64_t id = 0;    ///< given by the store, from 1; never used again for another
  std::string reference;  ///< for people; unique
  std::int64_t applicant_id = 0;
  std::string measure;
  std::string catalogue;                   ///< hash of the one it was opened by
  std::string county;                      ///< district code
  std::string unit;                        ///< key of the responsible unit
  std::int64_t handler_id = 0;             ///< 0: nobody named
  std::string state = "received";          ///< as desk::nameOf(MatterState)
  std::chrono::sys_seconds state_since{};  ///< when its clock began
  bool handed_over = false;                ///< it has been with the unit at some time
  std::chrono::sys_seconds opened_at{};
  std::int64_t opened_by = 0;
  std::chrono::sys_seconds changed_at{};
  std::int64_t revision = 1;   ///< counts the changes of state, unit, handler and documents, from 1
  bool erased = false;         ///< the applicant's authorisation is over and its data is gone
  std::string key_by_service;  ///< of the applicant, as its name; filled by the store, "" if erased
  std::string sealed_name;

  bool operator==(const Matter&) const = default;
};

struct MatterDocument {
  std::string name;
  std::int64_t ticked_by = 0;  ///< 0: not there yet
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
  std::string from;
  std::string to;  ///< the same as `from` where only the handler or the unit was changed
  std::int64_t handler_id = 0;
  std::string sealed_reason;  ///< "" for none, and once erased

  bool operator==(const MatterChange&) const = default;
};

/// Everything of one matter, as it was at one moment.
struct MatterFile {
  Matter what;
  std::vector<MatterDocument> documents;
  std::vector<MatterNote> notes;      ///< the earliest first
  std::vector<MatterChange> history;  ///< the earliest first
};

/// Which matters somebody sees. Empty parts restrict nothing.
struct MatterQuery {
  std::string county;
  std::string unit;
  std::string state;
  std::int64_t applicant_id = 0;
  std::string reference;
  /// For a handler: what is theirs by name, and what went to their unit with nobody named.
  std::int64_t handler_id = 0;
  std::string handler_unit;
  bool closed = false;       ///< the closed ones too
  std::size_t most = 2'000;  ///< the earliest clock first
};

/// The matters. A matter is closed in the states fulfilled, refused and withdrawn. Which step may
/// be taken by whom is the caller's to judge; the store keeps that no two changes overwrite each
/// other. Every change writes its audit entry (object `matter`) in the same commit. Every function
/// may be called from any thread and throws StoreError when the store fails. A NUL in any text, an
/// unknown state and an empty reference, measure, county or unit are refused with kConstraint.
class Matters {
 public:
  virtual ~Matters() = default;

  enum class Opening : std::uint8_t {
    kDone,
    kOpenAlready,  ///< the firm (by Applicant::firm, else by the applicant) has an open matter for
                   ///< the measure, under an authorisation that is in force
    kNotAuthorised,  ///< no applicant with an authorisation for matters in force
    kReferenceTaken,
  };
  struct Opened {
    Opening outcome = Opening::kDone;
    std::int64_t id =
        0;  ///< of the new matter, or of the open one where the caller's county has it
  };

  enum class Change : std::uint8_t { kDone, kOtherRevision, kNone };

  /// Opens one in the state it has, at and by the actor's.
  virtual Opened open(const Matter& what, const std::vector<std::string>& documents,
                      const Actor& actor) = 0;

  virtual std::optional<MatterFile> find(std::int64_t id) const = 0;
  virtual std::vector<Matter> list(const MatterQuery& query) const = 0;

  struct Step {
    std::string to;
    std::int64_t handler_id = 0;
    bool handed_over = false;  ///< it is with the unit from now on; never taken back
    std::string sealed_reason;
  };
  /// Moves the matter into another state and restarts its clock.
  virtual Change step(std::int64_t id, std::int64_t expected_revision, const Step& step,
                      const Actor& actor) = 0;

  /// Gives it to another handler (0: nobody) and unit; its clock goes on.
  virtual Change reassign(std::int64_t id, std::int64_t expected_revision, std::string_view unit,
                          std::int64_t handler_id, const Actor& actor) = 0;

  /// Exactly the documents at these places are there; what was ticked before keeps who and when.
  /// kConstraint for a place that is none.
  virtual Change tick(std::int64_t id, std::int64_t expected_revision,
                      const std::vector<std::size_t>& places, const Actor& actor) = 0;

  /// Notes are only added, so they need no revision and count for none. kNone where the matter is
  /// not there or erased.
  virtual Change addNote(std::int64_t id, std::string_view sealed_text, const Actor& actor) = 0;
};

}  // namespace policycalc::store
