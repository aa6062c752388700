#pragma once

#include <memory>

#include "policycalc/http/router.h"

#include "desk/applicants/applicant_desk.h"

namespace policycalc::desk {

/// `/api/v1/hall/applicants…`: the applicants whom the staff help, their authorisations, and the
/// measures that apply to them.
void addApplicantRoutes(http::Router& router, const std::shared_ptr<DeskDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk);

/// `POST applicants`, `GET applicants` (the search) and `applicants/{id}/authorisation`: parts of
/// addApplicantRoutes().
void addNewApplicants(http::Router& router, const std::shared_ptr<DeskDoor>& door,
                      const std::shared_ptr<ApplicantDesk>& desk);
void addApplicantSearch(http::Router& router, const std::shared_ptr<DeskDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk);
void addAuthorisationRoutes(http::Router& router, const std::shared_ptr<DeskDoor>& door,
                            const std::shared_ptr<ApplicantDesk>& desk);

}  // namespace policycalc::desk
