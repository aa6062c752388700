#pragma once

#include <memory>

#include "policycalc/web/contract/routes.h"

#include "desk/applicants/applicant_desk.h"

namespace policycalc::desk {

/// `/api/v1/hall/applicants…`: the applicants whom the staff help, their authorisations, and the
/// measures that apply to them.
void addApplicantRoutes(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk);

/// `POST applicants`, `GET applicants` (the search) and `applicants/{id}/authorisation`: parts of
/// addApplicantRoutes().
void addNewApplicants(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                      const std::shared_ptr<ApplicantDesk>& desk);
void addApplicantSearch(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk);
void addAuthorisationRoutes(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                            const std::shared_ptr<ApplicantDesk>& desk);

}  // namespace policycalc::desk
