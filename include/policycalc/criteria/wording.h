#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policycalc/criteria/term.h"

namespace policycalc::criteria {

/// What describe() says of a term on one day, prepared: only the figures of facts are left open.
/// Keeps a reference to the vocabulary. Immutable; any thread may read.
class Wording {
 public:
  Wording(const Term& term, const Symbols& symbols, base::Date day);

  /// Appends the words for this knowledge, or those without any (null).
  void append(std::string& out, const facts::Knowledge* knowledge) const;

 private:
  /// Words, and after them the figure of a fact if it is known.
  struct Part {
    std::string words;
    std::optional<facts::FactIndex> fact;
  };

  void add(const Term& term, const Symbols& symbols, base::Date day);
  void addFact(facts::FactIndex fact);
  void addWords(std::string_view words);

  const facts::Vocabulary& vocabulary_;
  std::vector<Part> parts_;
};

}  // namespace policycalc::criteria
