#pragma once

#include <functional>
#include <string>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/value.h"

namespace policycalc::mutation {

/// Called while the document has one change. `what` names it, the same in every run, so that the
/// list of equivalent mutants can cite it.
using Visit = std::function<void(const std::string& what)>;

/// Makes one change after another to a clause of a measures file and undoes each after `visit`
/// returns: another operator, an option removed or exchanged, a group inverted or reduced; other
/// scopes, dates, judgements and units.
void mutateClause(json::Value& clause, const facts::Vocabulary& vocabulary, const Visit& visit);

/// The same for an entry of parameters.json: each value one smallest unit up and down (a fen,
/// 0.0001 %, a person, year or day).
void mutateParameter(json::Value& parameter, const Visit& visit);

}  // namespace policycalc::mutation
