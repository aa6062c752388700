#pragma once

#include <vector>

#include "policycalc/engine/edition.h"

#include "site/template/data.h"

namespace policycalc::site {

/// A criterion in words, for the template `rule`: a list of nodes, each {leaf, source, href} or
/// {word, word_en, children}. The nodes of a root that asks for all of several come one by one.
/// `told` are the sources that the page shows anyway.
std::vector<Data> ruleLines(const criteria::Criterion& root,
                            const std::vector<engine::Edition::Node>& nodes,
                            const std::vector<const criteria::Citation*>& told,
                            const catalogue::Catalogue& catalogue);

}  // namespace policycalc::site
