#pragma once

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// Finds mistakes in policies that load but do not say what their author means: unused entries,
/// criteria that always or never hold, bands that overlap or leave a gap, cells without a clause,
/// citations of missing places, broken or overlong texts. `policies/README.md` lists the codes.
/// `files` are the files of the catalogue; they provide the line numbers. Returns all issues,
/// sorted. Pure; any thread.
///
/// Loading skips these checks, because versions published under fewer checks must still answer.
base::Issues lint(const Catalogue& catalogue, const PolicyFiles& files);

}  // namespace policycalc::catalogue
