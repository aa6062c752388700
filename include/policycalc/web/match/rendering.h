#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/edition.h"
#include "policycalc/engine/matcher.h"
#include "policycalc/json/writer.h"

namespace policycalc::web {

/// The parts of a match answer that do not depend on the profile, written as JSON once for an
/// edition, so that an answer is mostly copied. Immutable but for the matchers that it lends; any
/// thread may read.
class Rendering {
 public:
  /// A node of a criteria tree in an answer: the text between its changing parts. A leaf is
  /// `until_truth` truth `","given":` given `,"required":` `required` `until_possible` possible
  /// `,"gap":` gap `after_gap`; an inner node is `until_truth` truth `","children":[` … `]}`.
  struct Node {
    std::string until_truth;     ///< `{"op":"has","fact":"…","truth":"`
    std::string required;        ///< JSON of the right side; empty if it depends on the profile
    std::string until_possible;  ///< `,"parameter":…,"parameters":…,"possible":`
    std::string after_gap;       ///< `,"text":"…","source":…}`
    std::string text;            ///< the text as a JSON string
    const criteria::Comparison* comparison = nullptr;  ///< of a leaf; the catalogue owns it
  };

  /// The scope as a leaf like the others.
  struct ScopeLeaf {
    criteria::Comparison comparison;
    engine::Edition::Node node;
    Node rendered;
  };

  struct Benefit {
    std::string until_status;   ///< `{"id":…,"type":…,"label":…,"amount":{"status":"`
    std::string until_formula;  ///< after the value: `,"unit":…,"bound":…,"formula":`
    std::string constant;       ///< the whole object if no profile can change it; else empty
    std::string id;             ///< a JSON string
    /// The status of the amount where no profile changes it and `core` leaves the amount out.
    std::optional<engine::AmountAnswer::Status> usual;
    // The formula is followed by `},"paid":` and true or false.
  };

  struct Measure {
    std::string id;  ///< a JSON string
    /// `{"id":…,"verdict":…,"truth":"` by verdict.
    std::array<std::string, engine::kVerdicts> until_truths;
    /// Indices of the units that do not answer for every company.
    std::vector<std::size_t> conditional_units;
    std::vector<std::size_t> numbers_applied;   ///< numeric leaves of applies_when
    std::vector<std::size_t> numbers_required;  ///< the same of requires
    bool compares_numbers = false;              ///< some tree has a numeric leaf
    std::string until_verdict;                  ///< `{"measure":{…},"verdict":"`
    std::vector<std::string> units;             ///< one for each unit of the measure
    std::vector<Benefit> benefits;
    std::vector<Node> applies_when;  ///< in preorder
    std::vector<Node> requires_;
    std::string until_missing;  ///< after the criteria: `,"judged":[…],"missing":[`
    std::string after_unmet;    ///< `],"sources":…,"caveats":[…]}`
    std::size_t bytes = 0;      ///< of all of them: about how long an answer will be
  };

  explicit Rendering(engine::Edition edition);

  const engine::Edition& edition() const { return edition_; }
  /// Matchers for the edition.
  engine::MatcherPool& matchers() const { return matchers_; }
  /// One for each of edition().entries().
  const std::vector<Measure>& measures() const { return measures_; }
  const Measure& of(const engine::Edition::Entry& entry) const { return measures_[entry.index]; }
  /// Codes of a fact's options as JSON strings, by option.
  const std::vector<std::string>& codes(facts::FactIndex fact) const { return codes_[fact]; }
  /// The id of a fact as a JSON string.
  const std::string& id(facts::FactIndex fact) const { return ids_[fact]; }
  /// The members `catalogue` and `program` of an answer, each after a comma.
  const std::string& source() const { return source_; }
  /// The member `texts` of a core answer, after a comma.
  const std::string& texts() const { return texts_; }
  /// catalogue::Registry::lastChecked(), which would read the day of every document.
  std::optional<base::Date> lastChecked() const { return last_checked_; }
  /// The scope `registered` for a registered company: the district is one of the city's.
  const ScopeLeaf& inCity() const { return in_city_; }
  /// The same for a company that is not yet registered: it has to be registered.
  const ScopeLeaf& registered() const { return registered_; }

 private:
  engine::Edition edition_;
  mutable engine::MatcherPool matchers_{edition_};
  std::vector<Measure> measures_;
  std::vector<std::vector<std::string>> codes_;
  std::vector<std::string> ids_;
  std::string source_;
  std::string texts_;
  std::optional<base::Date> last_checked_;
  ScopeLeaf in_city_;
  ScopeLeaf registered_;
};

/// {id, name, name_en, level, role} of a unit, as every answer writes it.
void writeUnit(json::Writer& writer, const catalogue::Unit& unit, std::string_view role);
/// {document, number, item, cell, clause}.
void writeCitation(json::Writer& writer, const criteria::Citation& citation,
                   const catalogue::Registry& registry);
void writeStrings(json::Writer& writer, const std::vector<std::string>& texts);
/// {from, to} of a validity.
void writeValidity(json::Writer& writer, const catalogue::Validity& valid);
/// The ids of the figures in a term, in its order, each once.
std::vector<std::string> parametersOf(const criteria::Term& term,
                                      const criteria::Parameters& parameters);
/// A criterion without a profile: {op, fact, required, parameter, parameters, text, source} for a
/// leaf,
/// {op, children} for any other node.
void writeRule(json::Writer& writer, const criteria::Criterion& root,
               const std::vector<engine::Edition::Node>& nodes,
               const catalogue::Catalogue& catalogue);
/// The array `judged`.
void writeJudged(json::Writer& writer, const catalogue::Clause& measure,
                 const engine::Edition& edition);
/// The members from `sources` to `caveats`, which no profile changes.
void writeGuidance(json::Writer& writer, const engine::Edition::Entry& entry,
                   const engine::Edition& edition);
/// {kind, text, text_en, source}.
void writeCaveat(json::Writer& writer, const catalogue::Caveat& caveat,
                 const engine::Edition& edition);
/// The members `unit`, `unit_label` and `bound` of an amount.
void writeAmountUnit(json::Writer& writer, const catalogue::Amount& amount);
/// {id, title, title_en, summary, summary_en, topic, topic_label, kind, universal} of a measure.
void writeMeasureHead(json::Writer& writer, const catalogue::Clause& measure,
                      const engine::Edition& edition);

/// [{fact, lost, note}]: the answers of a saved profile that an earlier vocabulary worded.
void writeRenewals(json::Writer& writer, const std::vector<facts::Renewal>& renewals);

/// The JSON text that `write` produces.
template <typename Write>
std::string rendered(const Write& write) {
  json::Writer writer;
  write(writer);
  return writer.take();
}

/// The members that `write` adds to an object, without the braces.
template <typename Write>
std::string renderedMembers(const Write& write) {
  const std::string object = rendered([&](json::Writer& writer) {
    writer.beginObject();
    write(writer);
    writer.endObject();
  });
  return object.substr(1, object.size() - 2);
}

}  // namespace policycalc::web
