#include "policycalc/json/writer.h"

#include <cassert>
#include <cstring>
#include <variant>

#include "policycalc/base/unicode.h"

#include "json/rapidjson.h"

namespace policycalc::json {
namespace {

/// RapidJSON's writer, which can also be told that whole members follow.
class Compact : public rapidjson::Writer<rapidjson::StringBuffer> {
 public:
  using rapidjson::Writer<rapidjson::StringBuffer>::Writer;

  /// Writes the comma before them and counts them as one key and one value.
  void startMembers() {
    RAPIDJSON_ASSERT(!level_stack_.Empty());
    Prefix(rapidjson::kStringType);
    ++level_stack_.Top<Level>()->valueCount;
  }
};

using Indented = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

constexpr unsigned kIndent = 2;

}  // namespace

struct Writer::State {
  explicit State(Layout layout) {
    if (layout == Layout::kIndented) {
      out.emplace<Indented>(buffer).SetIndent(' ', kIndent);
    } else {
      out.emplace<Compact>(buffer);
    }
  }

  /// Calls `write` with the RapidJSON writer in use.
  template <typename Write>
  void with(Write write) {
    if (auto* compact = std::get_if<Compact>(&out)) {
      write(*compact);
    } else if (auto* indented = std::get_if<Indented>(&out)) {
      write(*indented);
    }
  }

  /// Calls `write` with `text`, which RapidJSON copies unchecked, made valid UTF-8 if it is not.
  template <typename Write>
  static void withValidText(std::string_view text, Write write) {
    if (base::isUtf8(text)) {
      write(text.data(), static_cast<rapidjson::SizeType>(text.size()));
      return;
    }
    const std::string valid = base::replaceInvalidUtf8(text);
    write(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  }

  void append(std::string_view json) {
    if (!json.empty()) std::memcpy(buffer.Push(json.size()), json.data(), json.size());
  }

  rapidjson::StringBuffer buffer;
  std::variant<std::monostate, Compact, Indented> out;
};

Writer::Writer(Layout layout) : state_(std::make_unique<State>(layout)) {}
Writer::~Writer() = default;

Writer& Writer::beginObject() {
  state_->with([](auto& out) { out.StartObject(); });
  return *this;
}

Writer& Writer::endObject() {
  state_->with([](auto& out) { out.EndObject(); });
  return *this;
}

Writer& Writer::beginArray() {
  state_->with([](auto& out) { out.StartArray(); });
  return *this;
}

Writer& Writer::endArray() {
  state_->with([](auto& out) { out.EndArray(); });
  return *this;
}

Writer& Writer::key(std::string_view name) {
  State::withValidText(name, [this](const char* text, rapidjson::SizeType length) {
    state_->with([&](auto& out) { out.Key(text, length); });
  });
  return *this;
}

Writer& Writer::string(std::string_view text) {
  State::withValidText(text, [this](const char* valid, rapidjson::SizeType length) {
    state_->with([&](auto& out) { out.String(valid, length); });
  });
  return *this;
}

Writer& Writer::boolean(bool value) {
  state_->with([value](auto& out) { out.Bool(value); });
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  state_->with([value](auto& out) { out.Int64(value); });
  return *this;
}

Writer& Writer::decimal(const base::Decimal& value) {
  return raw(value.toString());
}

Writer& Writer::null() {
  state_->with([](auto& out) { out.Null(); });
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  // The empty value writes the comma or colon. RapidJSON would copy the text byte by byte.
  state_->with([](auto& out) { out.RawValue("", 0, rapidjson::kNumberType); });
  state_->append(json);
  return *this;
}

Writer& Writer::rawMembers(std::string_view json) {
  if (json.empty()) return *this;
  assert(std::holds_alternative<Compact>(state_->out));
  if (auto* compact = std::get_if<Compact>(&state_->out)) compact->startMembers();
  state_->append(json);
  return *this;
}

Writer& Writer::value(const Value& value) {
  switch (value.type) {
    case Value::Type::kNull:
      return null();
    case Value::Type::kBoolean:
      return boolean(value.boolean);
    case Value::Type::kNumber:
      return raw(value.text);
    case Value::Type::kString:
      return string(value.text);
    case Value::Type::kArray:
      beginArray();
      for (const Value& element : value.elements) this->value(element);
      return endArray();
    case Value::Type::kObject:
      beginObject();
      for (const Member& member : value.members) key(member.key).value(member.value);
      return endObject();
  }
  return *this;
}

Writer& Writer::stringOrNull(std::string_view text) {
  return text.empty() ? null() : string(text);
}

std::string Writer::take() {
  state_->with([]([[maybe_unused]] auto& out) { assert(out.IsComplete()); });
  return {state_->buffer.GetString(), state_->buffer.GetSize()};
}

}  // namespace policycalc::json
