#include "live/saving.h"

#include <stdexcept>

#include "support/json_path.h"

namespace policycalc::live {
namespace {

std::string profileOf(std::string_view name) {
  std::string profile = R"("profile":{"company_name":")";
  return profile.append(name).append(R"(","district":"360702","employees":8})");
}

}  // namespace

std::string savedBody(std::string_view name, std::string_view more) {
  return "{" + profileOf(name).append(R"(,"expires_in_days":30)").append(more).append("}");
}

std::string changedBody(int revision, std::string_view name, std::string_view more) {
  return "{" + profileOf(name) + ",\"revision\":" + std::to_string(revision) + std::string(more) +
         "}";
}

std::string save(const LiveService& service, std::string_view body) {
  const auto reply = service.post("/api/v1/profiles", body);
  if (reply.status != 201) throw std::runtime_error("not saved: " + reply.text);
  return policycalc::test::textAt(policycalc::test::parse(reply.body), "/code");
}

}  // namespace policycalc::live
