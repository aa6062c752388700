#include "policycalc/engine/conformance.h"

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "engine/case_profile.h"

namespace policycalc::engine {
namespace {

json::Value noFacts() {
  json::Value value;
  value.type = json::Value::Type::kObject;
  return value;
}

void writeExpected(json::Writer& writer, const json::Value& expect) {
  writer.key("verdicts").beginObject();
  for (const json::Member& member : expect.members) {
    const json::Value* verdict = member.value.find("verdict");
    writer.key(member.key).string(verdict == nullptr ? member.value.text : verdict->text);
  }
  writer.endObject();
  writer.key("amounts").beginObject();
  for (const json::Member& member : expect.members) {
    if (const json::Value* amounts = member.value.find("amounts")) {
      writer.key(member.key).value(*amounts);
    }
  }
  writer.endObject();
}

void writeCase(json::Writer& writer, const json::Value& base, const json::Value& worked) {
  const json::Value* name = worked.find("name");
  const json::Value* day = worked.find("as_of");
  const json::Value* expect = worked.find("expect");
  if (name == nullptr || day == nullptr || expect == nullptr) return;  // nothing to compare
  const json::Value* own = worked.find("profile");
  writer.beginObject();
  writer.key("name").string(name->text);
  writer.key("request").beginObject();
  writer.key("profile").value(caseProfile(base, own == nullptr ? noFacts() : *own));
  writer.key("as_of").string(day->text);
  writer.endObject();
  writeExpected(writer, *expect);
  writer.endObject();
}

}  // namespace

std::string writeConformancePack(std::string_view catalogue_hash,
                                 const catalogue::PolicyFiles& case_files) {
  json::ReadLimits limits;
  limits.max_bytes = std::size_t{4} * 1024 * 1024;
  json::Writer writer;
  writer.beginObject();
  writer.key("catalogue").string(catalogue_hash);
  writer.key("cases").beginArray();
  for (const auto& [path, text] : case_files) {
    const auto document = json::read(text, path, limits);
    if (!document.ok()) continue;  // `policycalc lint` names it
    const json::Value* base = document->find("base");
    const json::Value* cases = document->find("cases");
    if (cases == nullptr) continue;
    for (const json::Value& worked : cases->elements) {
      writeCase(writer, base == nullptr ? noFacts() : *base, worked);
    }
  }
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::engine
