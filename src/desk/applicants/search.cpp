#include <string>
#include <utility>

#include "policycalc/desk/rules/comparable_name.h"
#include "policycalc/desk/rules/sight.h"
#include "policycalc/facts/credit_code.h"
#include "policycalc/json/writer.h"
#include "policycalc/store/matters.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_writer.h"
#include "desk/applicants/applicants.h"
#include "desk/applicants/name_index.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kMostFound = 50;

/// `GET applicants`. Safe from any thread.
class Search {
 public:
  explicit Search(std::shared_ptr<ApplicantDesk> desk) : desk_(std::move(desk)) {}

  Response answer(const Request& request, const SignedIn& who) {
    web::Query query(request);
    const std::string asked = query.text("q");
    const std::string words = comparableName(asked);
    base::Issues issues = query.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    if (!request.header("Authorization").empty()) return byCode(request, who);
    store::ApplicantQuery wanted;
    if (!words.empty()) {
      services().names->refresh(desk_->store(), services().service_key);
      wanted.ids = services().names->find(words);
      wanted.firm = firmIn(words);
    }
    return Response::json(write(who, std::move(wanted), {}));
  }

 private:
  const Services& services() const { return desk_->services(); }

  Response byCode(const Request& request, const SignedIn& who) {
    return desk_->withCode(
        request, [&](const vault::AccessCode&, const store::SavedProfile& saved) {
          const std::string more = web::renderedMembers([&](json::Writer& writer) {
            writer.key("saved").beginObject();
            writer.key("may_help").boolean(saved.may_help);
            writer.key("expires_on").string(web::lastDay(saved.expires_at).toString());
            writer.endObject();
          });
          return Response::json(write(who, {.lookup = saved.lookup}, more));
        });
  }

  /// The blind index of a whole credit code; "" for any other text.
  std::string firmIn(const std::string& words) const {
    constexpr std::size_t kCharacters = 18;
    const std::string normal = facts::normalizeCreditCode(words);
    return normal.size() == kCharacters ? desk_->firmOf(words) : std::string();
  }

  /// The latest of those that fit and that the seat sees: those of its county, or all or none.
  std::string write(const SignedIn& who, store::ApplicantQuery wanted,
                    const std::string& more) const {
    const auto catalogue = desk_->catalogue();
    wanted.county = who.member.county;
    wanted.most = kMostFound + 1;
    std::size_t found = 0;
    json::Writer writer;
    writer.beginObject();
    writer.key("applicants").beginArray();
    for (const auto& applicant : desk_->store().list(wanted, services().now())) {
      if (!seesApplicantsOf(seatOf(who), applicant.county)) continue;
      if (++found > kMostFound) break;
      writeFound(writer, applicant, desk_->nameOf(applicant), desk_->openMatters(applicant.id),
                 *catalogue);
    }
    writer.endArray();
    writer.key("more").boolean(found > kMostFound);
    writer.rawMembers(more);
    writer.endObject();
    return writer.take();
  }

  std::shared_ptr<ApplicantDesk> desk_;
};

}  // namespace

void addApplicantSearch(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                        const std::shared_ptr<ApplicantDesk>& desk) {
  const auto search = std::make_shared<Search>(desk);
  door->add(
      routes,
      {.method = "GET",
       .path = "/api/v1/hall/applicants",
       .id = "search_applicants",
       .tag = "applicants",
       .summary = "Search for applicants",
       .description =
           "Finds applicants of one's county whose authorisation is in force. With an owner's "
           "code in the header `Authorization` it finds the applicants linked to that "
           "profile and reports what its owner allows.",
       .parameters = {"ApplicantText"},
       .answers = {{200, "At most 50, the latest change first.", "FoundApplicants"}},
       .refusals = {kCodeMissing, web::refused::kNotFound.with("Wrong, expired or deleted code."),
                    kTooManyCodes},
       .takes_code = true},
      Permission::kSearchApplicants, [search](const Request& request, const SignedIn& who) {
        return search->answer(request, who);
      });
}

}  // namespace policycalc::desk
