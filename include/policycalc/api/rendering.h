#pragma once

#include <string>
#include <vector>

#include "policycalc/engine/edition.h"
#include "policycalc/json/writer.h"

namespace policycalc::api {

/// The parts of a match answer that do not depend on the profile, written as JSON once for an
/// edition. Immutable; any thread may read.
class Rendering {
 public:
  /// One node of a criteria tree, in preorder: what stands before and after its changing parts.
  struct Node {
    std::string head;      ///< `"op":"has","fact":"…"`
    std::string required;  ///< JSON of the right side; empty where it depends on facts
    std::string tail;      ///< `"text":"…","source":…`
  };

  struct Measure {
    std::string measure;                ///< the object of the key `measure`
    std::vector<std::string> units;     ///< the responsible units, one object each
    std::vector<std::string> benefits;  ///< `"id":…,"type":…,"label":…`
    std::vector<Node> applies_when;
    std::vector<Node> requires_;
    std::string judged;  ///< an array
    std::string rest;    ///< members from `sources` to `caveats`
  };

  explicit Rendering(engine::Edition edition);

  const engine::Edition& edition() const { return edition_; }
  /// One an entry of edition().entries().
  const std::vector<Measure>& measures() const { return measures_; }
  const Measure& of(const engine::Edition::Entry& entry) const {
    return measures_[static_cast<std::size_t>(&entry - edition_.entries().data())];
  }

 private:
  engine::Edition edition_;
  std::vector<Measure> measures_;
};

/// {id, name, level, role} of a unit, as every answer writes it.
void writeUnit(json::Writer& writer, const catalogue::Unit& unit, std::string_view role);
/// {document, number, item, cell, clause}, or null for a document that is not known.
void writeCitation(json::Writer& writer, const criteria::Citation& citation,
                   const catalogue::Registry& registry);
void writeStrings(json::Writer& writer, const std::vector<std::string>& texts);
/// {from, to} of a validity.
void writeValidity(json::Writer& writer, const catalogue::Validity& valid);
/// The right side of a comparison on options: a code, a list of codes, or a boolean.
void writeOptions(json::Writer& writer, const criteria::Comparison& comparison,
                  const facts::Fact& fact);

}  // namespace policycalc::api
