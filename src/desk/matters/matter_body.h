#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/matter_state.h"

#include "desk/matters/matter_end.h"

namespace policycalc::desk {

/// The longest texts of a matter, in code points.
inline constexpr std::size_t kMostReason = 500;
inline constexpr std::size_t kMostNote = 2000;

/// The bodies of the requests about matters. Every reader reports all issues together, each with
/// its pointer: those of BodyFields, `wrong_type`, and `wrong_value` for an id that the catalogue
/// does not know, for a number out of its range and for a text that is blank, too long or has
/// control characters.
template <typename T>
using Read = base::Result<T, base::Issues>;

/// `POST /matters`.
struct NewMatter {
  std::int64_t applicant_id = 0;
  const catalogue::Clause* measure = nullptr;  ///< of the catalogue; never null once read
  std::string unit;                            ///< responsible for the measure
  bool accepts_short_permission = false;       ///< one that ends before the desk's own targets
};
Read<NewMatter> readNewMatter(std::string_view body, const catalogue::Catalogue& catalogue);

/// `POST /matters/{id}/steps`.
struct StepBody {
  MatterState to = MatterState::kReceived;
  std::string reason;  ///< "" for none
  MatterEnd end;
  std::optional<std::int64_t> handler_id;  ///< 0: no handler; empty: not said
  std::int64_t revision = 0;
};
Read<StepBody> readStep(std::string_view body, base::Date today);

/// `POST /matters/{id}/reopening`, and without a reason `POST /matters/{id}/undo`.
struct ReopeningBody {
  std::string reason;
  std::int64_t revision = 0;
};
Read<ReopeningBody> readReopening(std::string_view body);
Read<ReopeningBody> readUndo(std::string_view body);

/// `PUT /matters/{id}/handler`.
struct Reassignment {
  std::string unit;
  std::int64_t handler_id = 0;  ///< 0: no handler
  std::int64_t revision = 0;
};
Read<Reassignment> readReassignment(std::string_view body, const catalogue::Catalogue& catalogue);

/// `PUT /matters/{id}/documents`. Every place is smaller than `documents`, and
/// none is repeated.
struct Ticks {
  std::vector<std::size_t> places;
  std::int64_t revision = 0;
};
Read<Ticks> readTicks(std::string_view body, std::size_t documents);

/// `POST /matters/{id}/notes`: the text.
Read<std::string> readNote(std::string_view body);

/// `POST /matters/{id}/attempts`.
Read<MatterContact> readAttempt(std::string_view body);

/// `POST /matters/{id}/completion`: how long the papers are awaited, and what is missing.
struct Awaiting {
  std::optional<base::Date> until;  ///< never empty once read
  std::string note;
  std::int64_t revision = 0;
};
Read<Awaiting> readAwaiting(std::string_view body);

/// A body that has nothing but the `revision`.
Read<std::int64_t> readRevision(std::string_view body);

/// `POST /matters/{id}/told`: not after `today`, which is the day where none is given.
struct Telling {
  MatterContact contact;
  std::int64_t revision = 0;
};
Read<Telling> readTelling(std::string_view body, base::Date today);

}  // namespace policycalc::desk
