#pragma once

#include <functional>
#include <string>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/value.h"

namespace policycalc::mutation {

/// Called while one change stands in the document; `what` names it and stays the same from run to
/// run, so that the list of equivalent mutants can cite it.
using Visit = std::function<void(const std::string& what)>;

/// Makes one change after another to a clause of a measures file, in place, and undoes each after
/// `visit` returns. A leaf's operator is turned to its neighbour, an option left out or exchanged,
/// a group turned or thinned out; scope, dates, judgements and units are changed.
void mutateClause(json::Value& clause, const facts::Vocabulary& vocabulary, const Visit& visit);

/// The same for one entry of parameters.json: each value one unit of its last place up and down
/// (a fen, 0.0001 %, a person, year or day).
void mutateParameter(json::Value& parameter, const Visit& visit);

}  // namespace policycalc::mutation
