#include "desk/applicants/applicant_record.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "policycalc/desk/resealing.h"
#include "policycalc/facts/credit_code.h"
#include "policycalc/json/reader.h"
#include "policycalc/vault/blind_index.h"
#include "policycalc/web/profiles/left_out.h"
#include "policycalc/web/query_code.h"
#include "policycalc/web/times.h"

namespace policycalc::desk {
namespace {

constexpr std::string_view kKey = web::kApplicantKey;
constexpr std::string_view kVerified = "verified";
constexpr std::string_view kLeftOut = "left_out";

template <typename T>
T orRefuse(std::optional<T> opened) {
  if (!opened) throw std::runtime_error("an applicant's data cannot be opened: it was changed");
  return *std::move(opened);
}

/// A part of a record. sealRecord() always writes it.
const json::Value& part(const json::Value& object, std::string_view key) {
  const json::Value* value = object.find(key);
  if (value == nullptr) throw std::runtime_error("an applicant's record lacks a part");
  return *value;
}

FactOrigin readOrigin(const json::Value& value) {
  const auto number = [&](std::string_view key) {
    return static_cast<std::int64_t>(std::stoll(part(value, key).text));
  };
  const std::string& by = part(value, "by").text;
  return {.verified = by == kVerified,
          .left_out = by == kLeftOut,
          .staff_id = number("staff"),
          .at = std::chrono::sys_seconds(std::chrono::seconds(number("at")))};
}

/// The credit code in a sealed record, "" without one; nothing if the record cannot be opened.
std::optional<std::string> creditCodeIn(std::string_view sealed, const vault::Key& key) {
  const auto text = vault::open(sealed, key, sealed_as::kProfile);
  if (!text) return std::nullopt;
  const auto document = json::read(*text);
  const json::Value* profile = document.ok() ? document->find("profile") : nullptr;
  if (profile == nullptr) return std::nullopt;
  const json::Value* code = profile->find("credit_code");
  return code != nullptr ? code->text : std::string();
}

std::string_view nameOf(const FactOrigin& origin) {
  if (origin.verified) return kVerified;
  return origin.left_out ? kLeftOut : "declared";
}

}  // namespace

std::string firmIndex(std::string_view credit_code, const vault::Key& key) {
  const std::string normal = facts::normalizeCreditCode(credit_code);
  return normal.empty() ? std::string() : vault::blindIndex(normal, key, "firm");
}

std::string wrapApplicantKey(const vault::Key& key, const vault::Key& service_key) {
  return vault::wrap(key, service_key, kKey);
}

vault::Key openApplicantKey(std::string_view key_by_service, const vault::KeyRing& service_key) {
  return orRefuse(service_key.unwrap(key_by_service, kKey));
}

std::string openSealed(std::string_view sealed, const vault::Key& key, std::string_view as) {
  return orRefuse(vault::open(sealed, key, as));
}

std::string nameForList(std::string_view sealed_name, std::string_view key_by_service,
                        const vault::KeyRing& service_key) {
  const auto key = service_key.unwrap(key_by_service, kKey);
  auto name = key ? vault::open(sealed_name, *key, sealed_as::kName) : std::nullopt;
  return name ? *std::move(name) : "（名称无法打开 cannot be opened）";
}

store::KeyRecord::Outcome resealApplicant(store::SealedRow& row, const vault::ServiceKeys& keys) {
  using Outcome = store::KeyRecord::Outcome;
  const auto key = keys.unwrap(row.key_by_service, kKey);
  if (!key) return Outcome::kUnreadable;
  const bool wrapped = vault::unwrap(row.key_by_service, keys.current, kKey).has_value();
  if (!wrapped) row.key_by_service = wrapApplicantKey(*key, keys.current);
  const auto code = creditCodeIn(row.record, *key);
  if (!code) return Outcome::kUnreadable;
  if (row.firm.empty()) return wrapped ? Outcome::kAsItWas : Outcome::kResealed;
  if (firmIndex(*code, keys.indexKey()) != row.firm) return Outcome::kUnreadable;
  const std::string next = keys.previous ? firmIndex(*code, keys.current) : std::string();
  const bool indexed = std::exchange(row.firm_next, next) == next;
  return wrapped && indexed ? Outcome::kAsItWas : Outcome::kResealed;
}

std::string sealRecord(const ApplicantRecord& record, const vault::Key& key) {
  json::Writer writer;
  writer.beginObject();
  writer.key("contact").string(record.contact);
  writer.key("profile").value(record.profile);
  writer.key("provenance").beginObject();
  for (const auto& [fact, origin] : record.provenance) {
    writer.key(fact).beginObject();
    writer.key("by").string(nameOf(origin));
    writer.key("staff").integer(origin.staff_id);
    writer.key("at").integer(origin.at.time_since_epoch().count());
    writer.endObject();
  }
  writer.endObject();
  writer.endObject();
  return vault::seal(writer.take(), key, sealed_as::kProfile);
}

ApplicantRecord openRecord(std::string_view sealed, const vault::Key& key,
                           const catalogue::Catalogue& catalogue) {
  const auto document = json::read(openSealed(sealed, key, sealed_as::kProfile));
  if (!document.ok()) throw std::runtime_error("an applicant's record is not JSON");
  ApplicantRecord record;
  record.contact = part(*document, "contact").text;
  facts::RenewedProfile renewed = facts::renew(part(*document, "profile"), catalogue.vocabulary());
  record.profile = std::move(renewed.profile);
  record.renewals = std::move(renewed.renewals);
  for (const json::Member& member : part(*document, "provenance").members) {
    const json::Value* answer = record.profile.find(member.key);
    if (answer == nullptr) continue;  // the answer is gone
    FactOrigin origin = readOrigin(member.value);
    if (origin.left_out) origin.left_out = web::isLeftOutAnswer(member.key, *answer, catalogue);
    record.provenance.emplace(member.key, origin);
  }
  return record;
}

facts::Profile profileOf(const ApplicantRecord& record, const facts::Vocabulary& vocabulary) {
  json::Value readable = facts::renew(record.profile, vocabulary).profile;
  // Checks facts one by one, so that an answer that is no longer valid does not spoil the others.
  std::erase_if(readable.members, [&](const json::Member& member) {
    json::Value one;
    one.type = json::Value::Type::kObject;
    one.members.push_back(member);
    return !facts::readProfile(one, vocabulary, {}).ok();
  });
  auto profile = facts::readProfile(readable, vocabulary, {});
  return profile.ok() ? std::move(profile).value() : facts::Profile(vocabulary.facts().size());
}

void writeProvenance(json::Writer& writer, const ApplicantRecord& record, StaffRefs& staff) {
  writer.beginObject();
  for (const auto& [fact, origin] : record.provenance) {
    writer.key(fact).beginObject();
    writer.key("by").string(nameOf(origin));
    staff.write(writer.key("staff"), origin.staff_id);
    writer.key("at").string(web::utcText(origin.at));
    writer.endObject();
  }
  writer.endObject();
}

}  // namespace policycalc::desk
