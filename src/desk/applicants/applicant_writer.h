#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/writer.h"

#include "desk/applicants/applicant_desk.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// An applicant in full, followed by the members `more`. Only for staff who see the applicant.
std::string writeApplicant(const OpenApplicant& applicant, StaffRefs& staff,
                           std::string_view more = {});

/// One applicant in the answer of a search.
void writeFound(json::Writer& writer, const store::Applicant& applicant, const std::string& name,
                std::size_t open_matters, const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
