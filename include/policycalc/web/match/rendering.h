#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/edition.h"
#include "policycalc/json/writer.h"

namespace policycalc::web {

/// The parts of a match answer that do not depend on the profile, written as JSON once for an
/// edition, so that an answer is mostly copied. Immutable; any thread may read.
class Rendering {
 public:
  /// One node of a criteria tree, in preorder: the text around its changing parts.
  /// Leaf: `head` truth `","given":` … `after_given` [required] `after_required` possible
  /// `,"gap":` gap `tail`. Inner node: `head` truth `","children":[` … `]}`.
  struct Node {
    std::string head;            ///< `{"op":"has","fact":"…","truth":"`
    std::string required;        ///< JSON of the right side; empty where it depends on facts
    std::string after_required;  ///< `,"parameter":…,"possible":`
    std::string tail;            ///< `,"text":"…","source":…}`
    std::string text;            ///< the text alone, as a JSON string
  };

  struct Benefit {
    std::string head;      ///< `{"id":…,"type":…,"label":…,"amount":{"status":"`
    std::string tail;      ///< `,"unit":…,"bound":…,"formula":`
    std::string constant;  ///< the whole object where no fact can change it; else empty
    // The formula is followed by `},"paid":` and true or false.
  };

  struct Measure {
    std::string head;                ///< `{"measure":{…},"verdict":"`
    std::vector<std::string> units;  ///< one a unit of the measure
    std::vector<Benefit> benefits;
    std::vector<Node> applies_when;
    std::vector<Node> requires_;
    std::string judged;     ///< `,"judged":[…],"missing":[`
    std::string rest;       ///< `],"sources":…,"caveats":[…]}`
    std::size_t bytes = 0;  ///< of all of them: about how long an answer will be
  };

  explicit Rendering(engine::Edition edition);

  const engine::Edition& edition() const { return edition_; }
  /// One an entry of edition().entries().
  const std::vector<Measure>& measures() const { return measures_; }
  const Measure& of(const engine::Edition::Entry& entry) const {
    return measures_[static_cast<std::size_t>(&entry - edition_.entries().data())];
  }
  /// Codes of a fact's options as JSON strings, by option.
  const std::vector<std::string>& codes(facts::FactIndex fact) const { return codes_[fact]; }
  /// The id of a fact as a JSON string.
  const std::string& id(facts::FactIndex fact) const { return ids_[fact]; }
  /// `,"required":[…]` of the scope leaf: the districts inside the city.
  const std::string& districts() const { return districts_; }
  /// The states of the register that let the scope hold, for the scope leaf of who is not yet
  /// registered.
  const std::string& registeredStates() const { return registered_states_; }

 private:
  engine::Edition edition_;
  std::vector<Measure> measures_;
  std::vector<std::vector<std::string>> codes_;
  std::vector<std::string> ids_;
  std::string districts_;
  std::string registered_states_;
};

/// {id, name, level, role} of a unit, as every answer writes it.
void writeUnit(json::Writer& writer, const catalogue::Unit& unit, std::string_view role);
/// {document, number, item, cell, clause}.
void writeCitation(json::Writer& writer, const criteria::Citation& citation,
                   const catalogue::Registry& registry);
void writeStrings(json::Writer& writer, const std::vector<std::string>& texts);
/// {from, to} of a validity.
void writeValidity(json::Writer& writer, const catalogue::Validity& valid);
/// The right side of a comparison on options: a code, a list of codes, or a boolean.
void writeOptions(json::Writer& writer, const criteria::Comparison& comparison,
                  const facts::Fact& fact);
/// {op, fact, required, parameter, text, source} of a leaf, {op, children} of another node: the
/// rule itself, without a profile.
void writeRule(json::Writer& writer, const criteria::Criterion& root,
               const std::vector<engine::Edition::Node>& nodes,
               const catalogue::Catalogue& catalogue);
/// From `judged` (an array) and from `sources` to `caveats`: members of a measure that no profile
/// changes.
void writeJudged(json::Writer& writer, const catalogue::Clause& measure,
                 const engine::Edition& edition);
void writeGuidance(json::Writer& writer, const engine::Edition::Entry& entry,
                   const engine::Edition& edition);
/// {kind, text, source}.
void writeCaveat(json::Writer& writer, const catalogue::Caveat& caveat,
                 const engine::Edition& edition);
/// The members `unit`, `unit_label` and `bound` of an amount.
void writeAmountUnit(json::Writer& writer, const catalogue::Amount& amount);
/// {id, title, title_en, summary, topic, topic_label, kind, universal} of a measure.
void writeMeasureHead(json::Writer& writer, const catalogue::Clause& measure,
                      const engine::Edition& edition);

/// [{fact, lost, note}]: what a saved profile said in words of an earlier vocabulary.
void writeRenewals(json::Writer& writer, const std::vector<facts::Renewal>& renewals);

/// What `write` writes, as text.
template <typename Write>
std::string rendered(const Write& write) {
  json::Writer writer;
  write(writer);
  return writer.take();
}

/// The members that `write` adds to an object, without its braces.
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
