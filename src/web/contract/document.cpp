#include "web/contract/document.h"

#include <map>

#include "policycalc/base/ascii.h"
#include "policycalc/json/writer.h"

namespace policycalc::web {
namespace {

bool isUnsafe(const Operation& operation) {
  return operation.method != "GET";
}

/// Every refusal of the operation by status: those that its row names, and those that its method,
/// body and access imply.
std::map<int, Refusal> refusalsOf(const Operation& operation) {
  std::map<int, Refusal> refusals;
  const auto add = [&](const Refusal& refusal) {
    refusals.emplace(http::statusOf(refusal.failure), refusal);
  };
  for (const Refusal& refusal : operation.refusals) add(refusal);
  if (operation.cost > 0) {
    add(operation.access == Access::kCode ? refused::kNoCodeOrKey : refused::kWrongKey);
    add(refused::kKeyForbidden);
    add(refused::kTooMany);
  }
  for (const Refusal& refusal : {refused::kInvalid, refused::kSlowRequest, refused::kLongTarget,
                                 refused::kLargeHead, refused::kFailure, refused::kUnavailable}) {
    add(refusal);
  }
  if (!operation.body.empty()) {
    for (const Refusal& refusal :
         {refused::kLengthRequired, refused::kTooLarge, refused::kNotJson}) {
      add(refusal);
    }
  }
  if (operation.access == Access::kKey) {
    add(refused::kWrongKey);
    add(refused::kKeyForbidden);
  }
  if (operation.access == Access::kCode) {
    for (const Refusal& refusal : {refused::kNoCode, refused::kNotFound, refused::kTooMany}) {
      add(refusal);
    }
  }
  if (operation.access == Access::kSession) {
    for (const Refusal& refusal :
         {refused::kSignedOut, refused::kForbidden, refused::kUnknownHost}) {
      add(refusal);
    }
  }
  return refusals;
}

/// Writes `paths` and notes which components they refer to.
class PathsWriter {
 public:
  explicit PathsWriter(json::Writer& writer) : writer_(writer) {}

  void write(const std::vector<Operation>& operations) {
    std::map<std::string_view, std::vector<const Operation*>> by_path;
    for (const Operation& operation : operations) by_path[operation.path].push_back(&operation);
    writer_.key("paths").beginObject();
    for (const auto& [path, methods] : by_path) {
      writer_.key(path).beginObject();
      for (const Operation* operation : methods) writeOperation(*operation);
      writer_.endObject();
    }
    writer_.endObject();
  }

  const std::set<Components::Name>& wanted() const { return wanted_; }

 private:
  void writeOperation(const Operation& operation) {
    writer_.key(base::toLower(operation.method)).beginObject();
    writer_.key("operationId").string(operation.id);
    writer_.key("tags").beginArray().string(operation.tag).endArray();
    writer_.key("summary").string(operation.summary);
    writer_.key("description")
        .string(operation.description.empty() ? operation.summary : operation.description);
    writeDeprecation(operation.deprecated);
    writeAccess(operation);
    writeParameters(operation);
    if (!operation.body.empty()) {
      writer_.key("requestBody").beginObject().key("required").boolean(true);
      writer_.key("content").beginObject();
      writeMedia(kJson, operation.body);
      if (!operation.body_line.empty()) writeMedia(kJsonLines, operation.body_line);
      writer_.endObject().endObject();
    }
    writeAnswers(operation);
    writer_.endObject();
  }

  void writeDeprecation(const Deprecated& deprecated) {
    if (deprecated.since.empty()) return;
    writer_.key("deprecated").boolean(true);
    writer_.key("x-deprecated-since").string(deprecated.since);
    if (!deprecated.sunset.empty()) writer_.key("x-sunset").string(deprecated.sunset);
  }

  void writeAccess(const Operation& operation) {
    writer_.key("security").beginArray();
    if (operation.access == Access::kCode) writeSchemes({"code"});
    if (operation.access == Access::kKey) writeSchemes({"key"});
    if (operation.cost > 0) {
      if (operation.access != Access::kCode) writer_.beginObject().endObject();
      writeSchemes(operation.access == Access::kCode ? std::vector{"code", "key"}
                                                     : std::vector{"key"});
    }
    if (operation.access == Access::kSession) writeSchemes({"session"});
    if (operation.takes_code) writeSchemes({"session", "code"});
    writer_.endArray();
    if (!operation.permission.empty()) {
      writer_.key("x-permission").string(operation.permission);
    }
    if (operation.cost > 0) writer_.key("x-cost").integer(operation.cost);
    if (operation.cost > 0 && operation.bytes_a_point > 0) {
      writer_.key("x-bytes-a-point").integer(static_cast<std::int64_t>(operation.bytes_a_point));
    }
    if (!operation.scope.empty()) writer_.key("x-scope").string(operation.scope);
  }

  void writeSchemes(const std::vector<const char*>& schemes) {
    writer_.beginObject();
    for (const char* scheme : schemes) {
      wanted_.emplace("securitySchemes", scheme);
      writer_.key(scheme).beginArray().endArray();
    }
    writer_.endObject();
  }

  void writeParameters(const Operation& operation) {
    std::vector<std::string_view> names = operation.parameters;
    if (operation.access == Access::kSession && isUnsafe(operation)) names.emplace_back("Csrf");
    if (names.empty()) return;
    writer_.key("parameters").beginArray();
    for (const std::string_view name : names) {
      writer_.beginObject();
      writeReference("parameters", name);
      writer_.endObject();
    }
    writer_.endArray();
  }

  void writeAnswers(const Operation& operation) {
    writer_.key("responses").beginObject();
    for (const Answer& answer : operation.answers) writeAnswer(answer, operation);
    if (operation.etag) {
      writer_.key("304").beginObject();
      writeReference("responses", "NotModified");
      writer_.endObject();
    }
    for (const auto& [status, refusal] : refusalsOf(operation)) {
      writer_.key(std::to_string(status)).beginObject();
      writeReference("responses", refusal.response);
      if (!refusal.codes.empty()) writer_.key("description").string(refusal.codes);
      if (refusal.failure == refused::kTooLarge.failure) writeBodyLimit(operation);
      writer_.endObject();
    }
    writer_.endObject();
  }

  void writeBodyLimit(const Operation& operation) {
    constexpr std::size_t kKibibyte = 1024;
    writer_.key("description")
        .string("The body has more than " + std::to_string(operation.max_body / kKibibyte) +
                " KiB.");
  }

  void writeAnswer(const Answer& answer, const Operation& operation) {
    writer_.key(std::to_string(answer.status)).beginObject();
    writer_.key("description").string(answer.what);
    std::vector<std::string_view> headers = answer.headers;
    headers.emplace_back("X-Request-Id");
    if (operation.etag) headers.emplace_back("ETag");
    if (operation.cost > 0) headers.insert(headers.end(), {"RateLimit", "RateLimit-Policy"});
    if (!operation.deprecated.since.empty()) {
      headers.insert(headers.end(), {"Deprecation", "Link"});
      if (!operation.deprecated.sunset.empty()) headers.emplace_back("Sunset");
    }
    writer_.key("headers").beginObject();
    for (const std::string_view name : headers) {
      writer_.key(name).beginObject();
      writeReference("headers", name);
      writer_.endObject();
    }
    writer_.endObject();
    if (!answer.schema.empty()) writeContent(answer.media, answer.schema);
    writer_.endObject();
  }

  void writeContent(std::string_view media, std::string_view schema) {
    writer_.key("content").beginObject();
    writeMedia(media, schema);
    writer_.endObject();
  }

  void writeMedia(std::string_view media, std::string_view schema) {
    writer_.key(media).beginObject().key("schema").beginObject();
    writeReference("schemas", schema);
    writer_.endObject().endObject();
  }

  void writeReference(std::string section, std::string_view name) {
    writer_.key("$ref").string("#/components/" + section + "/" + std::string(name));
    wanted_.emplace(std::move(section), name);
  }

  json::Writer& writer_;
  std::set<Components::Name> wanted_;
};

void writeComponents(json::Writer& writer, const std::set<Components::Name>& names,
                     const Components& components) {
  writer.key("components").beginObject();
  std::string_view section;
  for (const Components::Name& name : names) {
    if (name.first != section) {
      if (!section.empty()) writer.endObject();
      section = name.first;
      writer.key(section).beginObject();
    }
    writer.key(name.second).value(*components.find(name));
  }
  if (!section.empty()) writer.endObject();
  writer.endObject();
}

}  // namespace

std::string writeDocument(std::string_view frame, const std::vector<Operation>& operations,
                          const Components& components) {
  json::Writer writer;
  writer.beginObject();
  const json::Value head = readDescribed(frame);
  for (const json::Member& member : head.members) writer.key(member.key).value(member.value);
  PathsWriter paths(writer);
  paths.write(operations);
  writeComponents(writer, components.closure(paths.wanted()), components);
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::web
