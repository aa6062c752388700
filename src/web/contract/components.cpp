#include "policycalc/web/contract/components.h"

#include <stdexcept>
#include <vector>

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"

namespace policycalc::web {
namespace {

constexpr std::string_view kPrefix = "#/components/";

/// Adds what `value` refers to by `$ref`, however deep.
void collect(const json::Value& value, std::vector<Components::Name>& names) {
  for (const json::Value& element : value.elements) collect(element, names);
  for (const json::Member& member : value.members) {
    const std::string& text = member.value.text;
    if (member.key == "$ref" && text.starts_with(kPrefix)) {
      const auto slash = text.find('/', kPrefix.size());
      names.emplace_back(text.substr(kPrefix.size(), slash - kPrefix.size()),
                         text.substr(slash + 1));
    }
    collect(member.value, names);
  }
}

/// Joins the texts of a description that is written as several lines.
void joinLines(json::Value& value) {
  for (json::Value& element : value.elements) joinLines(element);
  for (json::Member& member : value.members) {
    json::Value& inner = member.value;
    if (member.key != "description" || !inner.isArray()) {
      joinLines(inner);
      continue;
    }
    std::vector<std::string> lines;
    for (json::Value& line : inner.elements) lines.push_back(std::move(line.text));
    json::Value joined;
    joined.type = json::Value::Type::kString;
    joined.text = base::join(lines, " ");
    inner = std::move(joined);
  }
}

}  // namespace

json::Value readDescribed(std::string_view file) {
  auto read = json::read(file);
  if (!read.ok()) throw std::logic_error("schema file: " + read.error().front().message);
  joinLines(*read);
  return *std::move(read);
}

void Components::add(std::span<const std::string_view> files) {
  for (const std::string_view file : files) {
    json::Value read = readDescribed(file);
    for (json::Member& section : read.members) {
      for (json::Member& member : section.value.members) {
        add({section.key, member.key}, std::move(member.value));
      }
    }
  }
}

void Components::add(Name name, json::Value value) {
  const auto [place, is_new] = all_.emplace(std::move(name), std::move(value));
  if (!is_new) throw std::logic_error("two components are named " + place->first.second);
}

const json::Value* Components::find(const Name& name) const {
  const auto found = all_.find(name);
  return found == all_.end() ? nullptr : &found->second;
}

std::set<Components::Name> Components::closure(const std::set<Name>& wanted) const {
  std::set<Name> closed;
  std::vector<Name> open(wanted.begin(), wanted.end());
  while (!open.empty()) {
    const Name name = open.back();
    open.pop_back();
    if (!closed.insert(name).second) continue;
    const json::Value* value = find(name);
    if (value == nullptr) {
      throw std::logic_error("no component " + name.first + "/" + name.second);
    }
    collect(*value, open);
  }
  return closed;
}

}  // namespace policycalc::web
