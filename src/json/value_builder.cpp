#include "json/value_builder.h"

#include <algorithm>
#include <numeric>

#include "policycalc/base/decimal.h"
#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

namespace policycalc::json {
namespace {

// A long key of a hostile document must not be repeated in many pointers.
constexpr std::size_t kMaxPointerBytes = 1024;

constexpr std::size_t kEscapeLength = 6;  // \uXXXX

bool separates(char c) {
  return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\t' || c == '\r';
}

/// Whether `decoded` holds a UTF-8 encoded surrogate (ED A0..BF). It comes from an escape, as the
/// parser refuses such raw bytes.
bool holdsSurrogate(std::string_view decoded) {
  for (std::size_t at = decoded.find('\xED'); at != std::string_view::npos;
       at = decoded.find('\xED', at + 1)) {
    if (static_cast<unsigned char>(decoded[at + 1]) >= 0xA0) return true;
  }
  return false;
}

/// Whether the escape at `at` names the half `kind` (first hex digit after the d, as a range).
bool isSurrogateEscape(std::string_view raw, std::size_t at, std::string_view third_digits) {
  return raw.size() - at >= kEscapeLength && raw[at] == '\\' && raw[at + 1] == 'u' &&
         (raw[at + 2] == 'd' || raw[at + 2] == 'D') &&
         third_digits.find(raw[at + 3]) != std::string_view::npos;
}

constexpr std::string_view kHighHalf = "89aAbB";
constexpr std::string_view kLowHalf = "cCdDeEfF";

/// Indices of the members that repeat an earlier key, in the order of the text.
std::vector<std::size_t> repeatedKeys(const std::vector<Member>& members) {
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Sorted, not compared pairwise: an object may have very many keys.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int by_key = members[a].key.compare(members[b].key);
    return by_key != 0 ? by_key < 0 : a < b;
  });
  std::vector<std::size_t> repeated;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (members[order[i]].key == members[order[i - 1]].key) repeated.push_back(order[i]);
  }
  std::sort(repeated.begin(), repeated.end());
  return repeated;
}

}  // namespace

ValueBuilder::ValueBuilder(std::string_view text, std::string_view file, const ReadLimits& limits)
    : text_(text),
      file_(file),
      max_depth_(static_cast<std::size_t>(std::max(limits.max_depth, 0))),
      max_values_(limits.max_values),
      lines_(text) {}

std::size_t ValueBuilder::tokenBegin() const {
  std::size_t at = last_end_;
  while (at < text_.size() && separates(text_[at])) ++at;
  return at;
}

bool ValueBuilder::mayAdd(std::size_t begin) {
  if (values_ < max_values_) return ++values_, true;
  fail(Place::kValue, begin, "too_many_values",
       "the document has more than " + std::to_string(max_values_) + " values");
  return false;
}

Value& ValueBuilder::slot(Value::Type type, std::size_t begin) {
  Value* value = &root_;
  if (!open_.empty()) {
    Value& container = *open_.back();
    value =
        container.isObject() ? &container.members.back().value : &container.elements.emplace_back();
  }
  value->type = type;
  value->position = lines_.locate(begin);
  awaits_value_ = false;
  return *value;
}

bool ValueBuilder::null(std::size_t end) {
  const std::size_t begin = tokenBegin();
  if (!mayAdd(begin)) return false;
  slot(Value::Type::kNull, begin);
  last_end_ = end;
  return true;
}

bool ValueBuilder::boolean(bool value, std::size_t end) {
  const std::size_t begin = tokenBegin();
  if (!mayAdd(begin)) return false;
  slot(Value::Type::kBoolean, begin).boolean = value;
  last_end_ = end;
  return true;
}

bool ValueBuilder::number(std::size_t end) {
  const std::size_t begin = tokenBegin();
  if (!mayAdd(begin)) return false;
  const std::string_view digits = text_.substr(begin, end - begin);
  if (!base::Decimal::parse(digits).ok()) {
    fail(Place::kValue, begin, "number_range",
         "the number " + base::quoted(digits) + " is too large or too long");
  }
  slot(Value::Type::kNumber, begin).text = digits;
  last_end_ = end;
  return true;
}

bool ValueBuilder::string(std::string_view decoded, std::size_t end) {
  const std::size_t begin = tokenBegin();
  if (!mayAdd(begin)) return false;
  if (holdsSurrogate(decoded)) checkSurrogates(begin, end, Place::kValue);
  slot(Value::Type::kString, begin).text = decoded;
  last_end_ = end;
  return true;
}

void ValueBuilder::key(std::string_view decoded, std::size_t end) {
  const std::size_t begin = tokenBegin();
  if (holdsSurrogate(decoded)) checkSurrogates(begin, end, Place::kContainer);
  open_.back()->members.push_back({std::string(decoded), {}, lines_.locate(begin)});
  awaits_value_ = true;
  last_end_ = end;
}

bool ValueBuilder::begin(Value::Type type, std::size_t at) {
  if (open_.size() >= max_depth_) {
    fail(Place::kValue, at, "too_deep",
         "more than " + std::to_string(max_depth_) + " arrays and objects are nested");
    return false;
  }
  if (!mayAdd(at)) return false;
  open_.push_back(&slot(type, at));
  last_end_ = at + 1;
  return true;
}

void ValueBuilder::end(std::size_t at) {
  checkKeys(open_.size() - 1);
  open_.pop_back();
  last_end_ = at + 1;
}

void ValueBuilder::checkSurrogates(std::size_t begin, std::size_t end, Place place) {
  const std::string_view raw = text_.substr(0, end);
  for (std::size_t at = raw.find('\\', begin); at < end; at = raw.find('\\', at)) {
    if (isSurrogateEscape(raw, at, kHighHalf)) {
      at += 2 * kEscapeLength;  // the parser has checked that the low half follows
    } else if (isSurrogateEscape(raw, at, kLowHalf)) {
      fail(place, at, "lone_surrogate",
           "the escape " + base::quoted(raw.substr(at, kEscapeLength)) + " names half a character");
      at += kEscapeLength;
    } else {
      at += 2;
    }
  }
}

void ValueBuilder::checkKeys(std::size_t level) {
  const std::vector<Member>& members = open_[level]->members;
  if (members.size() < 2) return;
  const std::vector<std::size_t> repeated = repeatedKeys(members);
  if (repeated.empty()) return;
  const Pointer object = containerPointer(level);
  for (const std::size_t index : repeated) {
    if (issues_.size() >= base::kMostIssues) {
      issues_.countOmitted();
      continue;
    }
    Pointer pointer = object;
    pointer.extend(members[index].key);
    report(pointer.text, members[index].position, "duplicate_key",
           "the key " + base::quoted(members[index].key) + " is in this object twice");
  }
}

void ValueBuilder::Pointer::extend(std::string_view key) {
  // Before the key is copied: this happens for every fault.
  complete = complete && key.size() <= kMaxPointerBytes;
  if (complete) replace(base::childPointer(text, key));
}

void ValueBuilder::Pointer::extend(std::size_t index) {
  if (complete) replace(base::childPointer(text, index));
}

void ValueBuilder::Pointer::replace(std::string child) {
  complete = child.size() <= kMaxPointerBytes;
  if (complete) text = std::move(child);
}

ValueBuilder::Pointer ValueBuilder::containerPointer(std::size_t level) const {
  Pointer pointer;
  for (std::size_t i = 0; i < level && pointer.complete; ++i) {
    const Value& parent = *open_[i];
    if (parent.isObject()) {
      pointer.extend(parent.members.back().key);
    } else {
      pointer.extend(parent.elements.size() - 1);
    }
  }
  return pointer;
}

std::string ValueBuilder::placePointer(Place place) const {
  if (open_.empty()) return {};
  Pointer pointer = containerPointer(open_.size() - 1);
  if (place == Place::kContainer) return pointer.text;
  const Value& container = *open_.back();
  if (container.isArray()) {
    pointer.extend(container.elements.size());
  } else if (awaits_value_) {
    pointer.extend(container.members.back().key);
  }
  return pointer.text;
}

void ValueBuilder::fail(Place place, std::size_t offset, std::string code,
                        const std::string& message) {
  if (issues_.size() >= base::kMostIssues) return issues_.countOmitted();
  report(placePointer(place), lines_.locate(offset), std::move(code), message);
}

void ValueBuilder::report(const std::string& pointer, Position position, std::string code,
                          const std::string& message) {
  // A key with half a character in it is not UTF-8: the document is refused for it, and the key
  // must not leave the process as it is.
  issues_.push_back({base::Severity::kError, std::move(code), std::string(file_),
                     base::replaceInvalidUtf8(pointer), position.line, position.column,
                     base::replaceInvalidUtf8(message)});
}

base::Issues ValueBuilder::takeIssues() {
  for (std::size_t level = 0; level < open_.size(); ++level) checkKeys(level);
  base::sortIssues(issues_);
  return std::move(issues_);
}

}  // namespace policycalc::json
