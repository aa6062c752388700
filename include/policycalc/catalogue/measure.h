#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/criteria/criterion.h"
#include "policycalc/criteria/parameters.h"

namespace policycalc::catalogue {

enum class Kind : std::uint8_t { kBenefit, kRight, kService, kInternal };
std::string_view toString(Kind kind);

/// Whom a measure is for: companies registered in the city, or anyone.
enum class Scope : std::uint8_t { kAnyone, kRegistered };

/// What the policies say about an amount (`policies/README.md`, "Benefits").
enum class AmountStatus : std::uint8_t { kFixed, kComputed, kUnstated, kWaived, kNone };
/// kExample: an illustration, not a promise.
enum class Bound : std::uint8_t { kExact, kAtLeast, kAtMost, kExample, kNone };
/// kPercentagePoint: a difference of two ratios; answers call it per cent.
enum class AmountUnit : std::uint8_t { kCny, kPercent, kPercentagePoint, kNone };
std::string_view toString(AmountStatus status);
std::string_view toString(Bound bound);      ///< "" for kNone
std::string_view toString(AmountUnit unit);  ///< CNY, percent; "" for kNone
/// The unit printed after a figure: 元, %, 个百分点; "" for kNone.
std::string_view labelOf(AmountUnit unit);

struct Amount {
  AmountStatus status = AmountStatus::kNone;
  AmountUnit unit = AmountUnit::kNone;
  Bound bound = Bound::kNone;
  std::optional<criteria::Term> value;  ///< kFixed: one parameter; kComputed: a term
};

struct Benefit {
  std::string id;
  std::string type;  ///< award, subsidy, procurement, credit, …
  std::string label;
  std::string label_en;  ///< may be empty in earlier versions, as all texts `_en` below
  Amount amount;
  std::optional<criteria::Criterion>
      paid_when;             ///< if it holds, it was already paid and counts in no sum
  std::string counted_once;  ///< a group of benefits, of which only the highest counts

  /// True for money paid out. Only these benefits enter the totals.
  bool isCash() const { return type == "award" || type == "subsidy"; }
};

struct ResponsibleUnit {
  std::size_t unit = 0;                       ///< index into the registry
  std::string role;                           ///< responsible
  std::optional<criteria::Criterion> when;    ///< if set, it must hold for the unit to be named
  std::optional<criteria::Criterion> unless;  ///< if it holds, the unit is not named
};

/// Why a reader should know a caveat.
enum class CaveatKind : std::uint8_t {
  kExclusive,  ///< excludes something else, or only one of several counts
  kDeadline,   ///< a term runs out
  kAskFirst,   ///< ask before relying on it
  kConflict,   ///< two texts differ
  kNewerLaw,   ///< affected by a text later than the notice
  kReading,    ///< the calculator's interpretation
  kNote
};
constexpr std::size_t kCaveatKinds = 7;
std::string_view toString(CaveatKind kind);
/// Whether caveats of this kind have an English text: those that change what a reader does.
bool isTranslated(CaveatKind kind);

struct Caveat {
  CaveatKind kind = CaveatKind::kNote;
  std::string text;
  std::string text_en;  ///< only of kinds that isTranslated()
  std::optional<criteria::Citation> source;
};

/// A decision that the text leaves to an authority.
struct Judgement {
  std::string text;
  std::string by;                  ///< the authority in words
  std::vector<std::size_t> units;  ///< the units that `by` means, indices into the registry
};

/// What kind of thing a channel is.
enum class ChannelKind : std::uint8_t {
  kWindow,     ///< a counter in a service hall or a park
  kOffice,     ///< a body that is not one of the responsible units
  kOnline,     ///< a site, an app or a platform
  kPhone,      ///< a telephone number
  kEvent,      ///< takes place on certain days of the year
  kProgramme,  ///< an action or a service to take part in
  kFund        ///< a fund that invests in companies
};
std::string_view toString(ChannelKind kind);

/// A way to what a measure gives.
struct Channel {
  std::optional<ChannelKind> kind;  ///< absent in earlier versions
  std::string name;
  std::string name_en;  ///< empty in earlier versions
  std::string url;      ///< its address on the web; empty if unknown
};
std::vector<std::string> namesOf(const std::vector<Channel>& channels);

struct Validity {
  base::Date from;
  std::optional<base::Date> to;  ///< inclusive

  bool covers(base::Date day) const { return from <= day && (!to || day <= *to); }
};

/// A clause of the notice. A measure is a clause that can concern a particular company; an internal
/// clause is only listed.
struct Clause {
  std::string id;
  std::string title;
  std::string title_en;
  std::string summary;
  std::string summary_en;  ///< measures only, as next_step_en
  Kind kind = Kind::kInternal;
  int item = 0;
  std::vector<criteria::Citation> sources;
  std::vector<ResponsibleUnit> units;
  std::vector<std::size_t> provincial_units;
  bool pairing_open = false;  ///< several units, and the text does not say which does what
  std::string why_internal;   ///< kInternal only

  std::size_t topic = 0;  ///< index into Vocabulary::needs()
  Scope scope = Scope::kAnyone;
  std::optional<criteria::Criterion> applies_when;
  std::optional<criteria::Criterion> requires_;
  std::vector<Judgement> judged;
  std::vector<Benefit> benefits;
  std::string next_step;
  std::string next_step_en;
  std::string delivery;
  std::vector<Channel> channels;
  std::vector<std::string> documents;
  Validity valid{base::Date(std::chrono::sys_days{}), {}};
  std::vector<std::string> replaced_by;  ///< ids of clauses or documents
  std::string replaced_text;             ///< what replaced it, in a sentence
  std::vector<std::string> excludes;
  std::vector<std::string> leads_to;
  std::vector<std::string> instead_of;  ///< made for others than the companies that meet this one
  std::vector<Caveat> caveats;
  std::vector<std::string> keywords;  ///< words that people search for
  bool universal = false;             ///< every registered company gets it unconditionally
  facts::OptionSet for_status;        ///< states of registration for which it is made
  bool curable = true;                ///< false: a failed condition cannot be met later
  std::string last_checked;

  std::string file;
  std::string pointer;
  json::Position position;

  bool isMeasure() const { return kind != Kind::kInternal; }
};

/// A numbered item of the notice with its clauses.
struct Item {
  int number = 0;
  std::string title;
  std::string title_en;
  int cells = 0;
  std::vector<std::size_t> provincial_units;
  std::vector<Clause> clauses;
};

}  // namespace policycalc::catalogue
