#pragma once

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// What is wrong with policies that load and answer, but do not say what their author means:
/// things that nothing uses, criteria that cannot fail or cannot be met, bands that overlap or
/// leave a gap, cells without a clause, citations that lead nowhere, broken or endless texts.
/// `policies/README.md` lists the codes. `files` are those that the catalogue was loaded from;
/// they give the lines. All issues at once, sorted. Pure; any thread.
///
/// Loading does not ask for this: a version published under fewer checks still has to answer.
base::Issues lint(const Catalogue& catalogue, const PolicyFiles& files);

}  // namespace policycalc::catalogue
