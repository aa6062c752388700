#include "desk/withdrawals/withdrawals.h"

#include <string>
#include <utility>
#include <vector>

#include "policycalc/base/text.h"
#include "policycalc/desk/rules/sight.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"
#include "policycalc/web/times.h"

#include "desk/applicants/name_index.h"
#include "desk/applicants/withdrawn.h"
#include "desk/calls.h"
#include "desk/counties.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_reference.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

/// What was heard: exactly one of both.
struct Heard {
  std::string reference;
  std::string credit_code;
};

base::Result<Heard, base::Issues> readHeard(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  Heard heard;
  const json::Value* reference = fields.optionalText("reference");
  const json::Value* code = fields.optionalText("credit_code");
  if (reference == nullptr && code == nullptr) {
    fields.reportMissing("reference");
  } else if (reference != nullptr && code != nullptr) {
    fields.report("credit_code", *code, "wrong_value", "only one of both is expected");
  } else if (reference != nullptr) {
    const auto read = readMatterReference(reference->text);
    if (read) {
      heard.reference = *read;
    } else {
      fields.report("reference", *reference, "wrong_value",
                    base::quoted(reference->text) + " is not a reference");
    }
  } else {
    heard.credit_code = code->text;
    if (code->text.empty()) {
      fields.report("credit_code", *code, "wrong_value", "a credit code is expected");
    }
  }
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return heard;
}

base::Result<bool, base::Issues> readConfirmed(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  const json::Value* value = fields.required("confirmed");
  if (value != nullptr && !value->isBoolean()) {
    fields.reportType("/confirmed", *value, "true or false");
  }
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return value->boolean;
}

/// The endpoints. Safe from any thread.
class HeardWithdrawals {
 public:
  explicit HeardWithdrawals(std::shared_ptr<ApplicantDesk> desk) : desk_(std::move(desk)) {}

  Response hear(const Request& request, const SignedIn& who) {
    const auto heard = readHeard(request.body);
    if (!heard.ok()) return web::invalid(request, heard.error());
    if (!heard->reference.empty()) return byReference(request, who, heard->reference);
    return byCreditCode(request, who, heard->credit_code);
  }

  Response list(const Request&, const SignedIn& who) {
    const auto catalogue = desk_->catalogue();
    StaffRefs staff(services().store.staff());
    json::Writer writer;
    writer.beginObject().key("withdrawals").beginArray();
    for (const auto& heard : services().store.withdrawals().waiting(who.member.county, now())) {
      if (!seesApplicantsOf(seatOf(who), heard.county)) continue;
      const auto kept = desk_->store().find(heard.applicant_id, now());
      if (!kept) continue;
      const OpenApplicant applicant = desk_->open(*kept, catalogue);
      writer.beginObject();
      writer.key("id").integer(heard.id);
      writer.key("applicant").beginObject();
      writer.key("id").integer(applicant.kept.id);
      writer.key("name").string(applicant.name);
      writer.endObject();
      writer.key("contact").string(applicant.record.contact);
      writeCounty(writer.key("county"), heard.county, *catalogue);
      writer.key("heard_in");
      if (heard.heard_in.empty()) {
        writer.null();
      } else {
        writeCounty(writer, heard.heard_in, *catalogue);
      }
      staff.write(writer.key("heard_by"), heard.heard_by);
      writer.key("heard_at").string(web::utcText(heard.heard_at));
      writer.endObject();
    }
    writer.endArray().endObject();
    return Response::json(writer.take());
  }

  Response answer(const Request& request, const SignedIn& who) {
    const auto id = web::readId(request.parameters.at("id"));
    const auto heard = id ? services().store.withdrawals().find(*id, now()) : std::nullopt;
    if (!heard || !seesApplicantsOf(seatOf(who), heard->county)) {
      return ApplicantDesk::none(request);
    }
    const auto confirmed = readConfirmed(request.body);
    if (!confirmed.ok()) return web::invalid(request, confirmed.error());
    if (*confirmed) return withdraw(request, who, heard->applicant_id);
    if (!services().store.withdrawals().deny(heard->id, actor(request, who))) {
      return ApplicantDesk::none(request);
    }
    Response response;
    response.status = 204;
    return response;
  }

 private:
  const Services& services() const { return desk_->services(); }
  std::chrono::sys_seconds now() const { return services().now(); }
  store::Actor actor(const Request& request, const SignedIn& who) const {
    return actorOf(request, who, now());
  }

  Response byReference(const Request& request, const SignedIn& who, const std::string& reference) {
    const auto applicant = services().store.matters().applicantOf(reference, now());
    return applicant ? withdraw(request, who, *applicant) : ApplicantDesk::none(request);
  }

  Response byCreditCode(const Request& request, const SignedIn& who,
                        const std::string& credit_code) {
    const std::string firm = desk_->firmOf(credit_code);
    if (firm.empty()) return ApplicantDesk::none(request);
    std::vector<std::string> counties;
    for (const store::Applicant& each : desk_->store().list({.firm = firm}, now())) {
      if (services().store.withdrawals().hear(each.id, who.member.county, actor(request, who))) {
        counties.push_back(each.county);
      }
    }
    if (counties.empty()) return ApplicantDesk::none(request);
    const auto catalogue = desk_->catalogue();
    json::Writer writer;
    writer.beginObject().key("windows").beginArray();
    for (const std::string& county : counties) writeCounty(writer, county, *catalogue);
    writer.endArray().endObject();
    return Response::json(writer.take(), 202);
  }

  Response withdraw(const Request& request, const SignedIn& who, std::int64_t applicant_id) {
    const std::size_t matters = desk_->openMatters(applicant_id);
    const bool ended = desk_->store().withdraw(applicant_id, actor(request, who));
    services().names->refresh(desk_->store(), services().service_key);
    if (!ended) return ApplicantDesk::none(request);
    return Response::json(writeWithdrawn(matters));
  }

  std::shared_ptr<ApplicantDesk> desk_;
};

}  // namespace

void addWithdrawalRoutes(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                         const std::shared_ptr<ApplicantDesk>& desk) {
  const auto withdrawals = std::make_shared<HeardWithdrawals>(desk);
  const auto call = callsOf(withdrawals);
  const web::Refusal none =
      web::refused::kNotFound.with("`no_applicant`: there is none, or its authorisation is over.");
  door->add(
      routes,
      {.method = "POST",
       .path = "/api/v1/hall/withdrawals",
       .id = "hear_withdrawal",
       .tag = "applicants",
       .summary = "A company withdraws at any window",
       .description = "With the reference of a matter the authorisation ends at once. With a "
                      "credit code each window that helps the company is told to ask back.",
       .body = "HeardWithdrawal",
       .answers = {{200, "Withdrawn: what was erased, and what remains.", "WithdrawnAuthorisation"},
                   {202, "The windows that will ask back.", "WithdrawalWindows"}},
       .refusals = {none}},
      Permission::kAssist, call(&HeardWithdrawals::hear));
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/withdrawals",
             .id = "list_withdrawals",
             .tag = "applicants",
             .summary = "Withdrawals to ask back about",
             .answers = {{200, "Those of one's window that wait, the earliest first.",
                          "WaitingWithdrawals"}}},
            Permission::kAssist, call(&HeardWithdrawals::list));
  door->add(
      routes,
      {.method = "POST",
       .path = "/api/v1/hall/withdrawals/{id}/answer",
       .id = "answer_withdrawal",
       .tag = "applicants",
       .summary = "What the company said when it was asked back",
       .parameters = {"Id"},
       .body = "WithdrawalAnswer",
       .answers = {{200, "Withdrawn: what was erased, and what remains.", "WithdrawnAuthorisation"},
                   {204, "It does not withdraw; the authorisation stays."}},
       .refusals = {none}},
      Permission::kAssist, call(&HeardWithdrawals::answer));
}

}  // namespace policycalc::desk
