#include "catalogue/lint/report.h"

#include <algorithm>

#include "policycalc/json/reader.h"

namespace policycalc::catalogue {
namespace {

/// The element or member that a part of a pointer names, or null.
const json::Value* step(const json::Value& value, std::string_view part) {
  if (!value.isArray()) return value.find(part);  // no key of a policy file needs escaping
  std::size_t index = 0;
  for (const char digit : part) {
    if (digit < '0' || digit > '9' || index > value.elements.size()) return nullptr;
    index = index * 10 + static_cast<std::size_t>(digit - '0');
  }
  return index < value.elements.size() ? &value.elements[index] : nullptr;
}

}  // namespace

void Report::add(const std::string& file, const std::string& pointer, std::string code,
                 std::string message) {
  const json::Position position = positionOf(file, pointer);
  issues_.push_back({base::Severity::kError, std::move(code), file, pointer, position.line,
                     position.column, std::move(message)});
}

json::Position Report::positionOf(const std::string& file, const std::string& pointer) {
  auto document = documents_.find(file);
  if (document == documents_.end()) {
    const auto text = files_.find(file);
    if (text == files_.end()) return {};
    json::ReadLimits limits;
    limits.max_bytes = text->second.size();
    auto read = json::read(text->second, file, limits);
    if (!read.ok()) return {};
    document = documents_.emplace(file, std::move(read).value()).first;
  }
  const json::Value* at = &document->second;
  std::string_view rest = pointer;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const json::Value* next = step(*at, rest.substr(0, end));
    if (next == nullptr) break;
    at = next;
    rest.remove_prefix(end);
  }
  return at->position;
}

}  // namespace policycalc::catalogue
