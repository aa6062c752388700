#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/writer.h"

#include "desk/applicants/applicant_desk.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// Everything of an applicant, for who may see it, and the members `more` behind it.
std::string writeApplicant(const OpenApplicant& applicant, const catalogue::Catalogue& catalogue,
                           StaffRefs& staff, std::string_view more = {});

/// One line of a search's answer.
void writeFound(json::Writer& writer, const store::Applicant& applicant, const std::string& name,
                std::size_t open_matters, const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
