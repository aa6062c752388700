#pragma once

#include <string>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/asked_matters.h"

namespace policycalc::api {

/// What a company is told of its matter: its state and since when, what comes next, whom to ask,
/// and whether it may rate the end; as JSON. Nothing else: a paper with the code may be found.
std::string writeMatterStatus(const store::AskedMatter& matter,
                              const catalogue::Catalogue& catalogue, base::Date today);

}  // namespace policycalc::api
