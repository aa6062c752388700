#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "policycalc/json/reader.h"

namespace policycalc::test {

/// The text as JSON; throws if it is none, so that a test fails with the reason.
inline json::Value parse(std::string_view text) {
  json::ReadLimits limits;
  limits.max_bytes = std::size_t{64} * 1024 * 1024;
  limits.max_depth = 100;
  auto value = json::read(text, {}, limits);
  if (!value.ok()) throw std::runtime_error("no JSON: " + base::formatIssue(value.error().front()));
  return std::move(value).value();
}

/// What stands at a JSON pointer without escapes (`/matches/0/verdict`); throws if nothing does.
inline const json::Value& at(const json::Value& root, std::string_view pointer) {
  const json::Value* value = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = pointer.find('/');
    const std::string key(pointer.substr(0, end));
    pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
    const json::Value* next = nullptr;
    if (value->isArray()) {
      const auto index = static_cast<std::size_t>(std::stoul(key));
      if (index < value->elements.size()) next = &value->elements[index];
    } else {
      next = value->find(key);
    }
    if (next == nullptr) throw std::runtime_error("nothing at " + key);
    value = next;
  }
  return *value;
}

/// A copy, since the root is about to die.
inline json::Value at(json::Value&& root, std::string_view pointer) {
  return at(static_cast<const json::Value&>(root), pointer);
}

/// The text of a string or number at a pointer.
inline std::string textAt(const json::Value& root, std::string_view pointer) {
  return at(root, pointer).text;
}

/// The object in an array whose member `key` is `text`; throws if there is none.
inline const json::Value& withText(const json::Value& array, std::string_view pointer,
                                   std::string_view text) {
  for (const json::Value& element : array.elements) {
    if (textAt(element, pointer) == text) return element;
  }
  throw std::runtime_error("no element with " + std::string(text));
}

}  // namespace policycalc::test
