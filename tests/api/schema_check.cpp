#include "api/schema_check.h"

#include <algorithm>
#include <stdexcept>

#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

bool hasType(const json::Value& value, const std::string& type) {
  if (type == "null") return value.isNull();
  if (type == "object") return value.isObject();
  if (type == "array") return value.isArray();
  if (type == "string") return value.isString();
  if (type == "boolean") return value.isBoolean();
  if (type == "number") return value.isNumber();
  if (type == "integer") return value.isNumber() && value.text.find('.') == std::string::npos;
  throw std::runtime_error("a type that is not known: " + type);
}

}  // namespace

std::vector<std::string> SchemaCheck::faults(std::string_view schema, const json::Value& answer) {
  all_named_ = true;
  faults_.clear();
  check(policycalc::test::at(document_, "/components/schemas/" + std::string(schema)), answer, "");
  return faults_;
}

std::vector<std::string> SchemaCheck::faultsOfGet(std::string_view path,
                                                  const json::Value& answer) {
  all_named_ = false;
  faults_.clear();
  const json::Value& get = *document_.find("paths")->find(path)->find("get");
  const json::Value& content = *policycalc::test::at(get, "/responses/200").find("content");
  check(*content.find("application/json")->find("schema"), answer, "");
  return faults_;
}

const json::Value& SchemaCheck::resolved(const json::Value& schema) const {
  const json::Value* reference = schema.find("$ref");
  return reference == nullptr ? schema : policycalc::test::at(document_, reference->text.substr(1));
}

void SchemaCheck::check(const json::Value& unresolved, const json::Value& value,
                        const std::string& pointer) {
  const json::Value& schema = resolved(unresolved);
  if (const json::Value* any = schema.find("anyOf")) return checkAnyOf(*any, value, pointer);
  if (const json::Value* all = schema.find("allOf")) {
    for (const json::Value& each : all->elements) check(each, value, pointer);
  }
  if (const json::Value* type = schema.find("type")) checkType(*type, value, pointer);
  if (const json::Value* options = schema.find("enum")) {
    const auto same = [&](const json::Value& option) {
      return option.type == value.type && option.text == value.text;
    };
    if (std::none_of(options->elements.begin(), options->elements.end(), same)) {
      report(pointer, "`" + value.text + "` is none of the enum");
    }
  }
  if (value.isObject()) checkMembers(schema, value, pointer);
  const json::Value* items = schema.find("items");
  for (std::size_t i = 0; items != nullptr && i < value.elements.size(); ++i) {
    check(*items, value.elements[i], pointer + "/" + std::to_string(i));
  }
}

void SchemaCheck::checkType(const json::Value& type, const json::Value& value,
                            const std::string& pointer) {
  if (!type.isArray()) {
    if (!hasType(value, type.text)) report(pointer, "is no " + type.text);
    return;
  }
  const auto fits = [&](const json::Value& each) { return hasType(value, each.text); };
  if (std::none_of(type.elements.begin(), type.elements.end(), fits)) {
    report(pointer, "has none of the types");
  }
}

void SchemaCheck::checkMembers(const json::Value& schema, const json::Value& value,
                               const std::string& pointer) {
  if (const json::Value* required = schema.find("required")) {
    for (const json::Value& key : required->elements) {
      if (value.find(key.text) == nullptr) report(pointer + "/" + key.text, "is missing");
    }
  }
  const json::Value* properties = schema.find("properties");
  const json::Value* others = schema.find("additionalProperties");
  for (const json::Member& member : value.members) {
    const std::string at = pointer + "/" + member.key;
    const json::Value* known = properties == nullptr ? nullptr : properties->find(member.key);
    if (known != nullptr) {
      check(*known, member.value, at);
    } else if (others != nullptr && others->isObject()) {
      check(*others, member.value, at);
    } else if (properties != nullptr && all_named_) {
      report(at, "is not described");
    }
  }
}

void SchemaCheck::checkAnyOf(const json::Value& schemas, const json::Value& value,
                             const std::string& pointer) {
  const std::vector<std::string> before = faults_;
  std::vector<std::string> of_last;
  for (const json::Value& each : schemas.elements) {
    faults_.clear();
    check(each, value, pointer);
    if (faults_.empty()) {
      faults_ = before;
      return;
    }
    // What is wrong in an object says more than that it is not null.
    if (of_last.empty() || faults_.size() > of_last.size()) of_last = faults_;
  }
  faults_ = before;
  faults_.insert(faults_.end(), of_last.begin(), of_last.end());
}

void SchemaCheck::report(const std::string& pointer, const std::string& what) {
  faults_.push_back(pointer + ": " + what);
}

}  // namespace policycalc::api::test
