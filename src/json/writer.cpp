#include "policycalc/json/writer.h"

#include <algorithm>
#include <variant>

#include "json/rapidjson.h"

namespace policycalc::json {
namespace {

using Buffer = rapidjson::StringBuffer;
using CompactWriter = rapidjson::Writer<Buffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                        rapidjson::CrtAllocator,
                                        rapidjson::kWriteValidateEncodingFlag>;
// RapidJSON 1.1.0 cannot compile this one with flags; it writes for people, from checked texts.
using IndentedWriter = rapidjson::PrettyWriter<Buffer>;

constexpr unsigned kIndent = 2;

}  // namespace

struct Writer::State {
  explicit State(Layout layout) : indented(layout == Layout::kIndented) {
    pretty.SetIndent(' ', kIndent);
  }

  /// Calls `use` with the writer of the chosen layout.
  template <typename Use>
  void with(const Use& use) {
    if (indented) {
      use(pretty);
    } else {
      use(compact);
    }
  }

  bool indented;
  Buffer buffer;
  CompactWriter compact{buffer};
  IndentedWriter pretty{buffer};
};

Writer::Writer(Layout layout) : state_(std::make_unique<State>(layout)) {}
Writer::~Writer() = default;

Writer& Writer::beginObject() {
  state_->with([](auto& writer) { writer.StartObject(); });
  return *this;
}

Writer& Writer::endObject() {
  state_->with([](auto& writer) { writer.EndObject(); });
  return *this;
}

Writer& Writer::beginArray() {
  state_->with([](auto& writer) { writer.StartArray(); });
  return *this;
}

Writer& Writer::endArray() {
  state_->with([](auto& writer) { writer.EndArray(); });
  return *this;
}

Writer& Writer::key(std::string_view name) {
  state_->with([&](auto& writer) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  });
  return *this;
}

Writer& Writer::string(std::string_view text) {
  state_->with([&](auto& writer) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  });
  return *this;
}

Writer& Writer::boolean(bool value) {
  state_->with([&](auto& writer) { writer.Bool(value); });
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  state_->with([&](auto& writer) { writer.Int64(value); });
  return *this;
}

Writer& Writer::decimal(const base::Decimal& value) { return raw(value.toString()); }

Writer& Writer::null() {
  state_->with([](auto& writer) { writer.Null(); });
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  // The type only tells the pretty layout where it stands; any but an object's key is alike.
  state_->with([&](auto& writer) {
    writer.RawValue(json.data(), json.size(), rapidjson::kNumberType);
  });
  return *this;
}

Writer& Writer::value(const Value& value) {
  switch (value.type) {
    case Value::Type::kNull: return null();
    case Value::Type::kBoolean: return boolean(value.boolean);
    case Value::Type::kNumber: return raw(value.text);
    case Value::Type::kString: return string(value.text);
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
  return std::string(state_->buffer.GetString(), state_->buffer.GetSize());
}

namespace {

// Recursion is as deep as the document, which the reader limits.
void writeCanonical(Writer& writer, const Value& value) {
  if (value.isArray()) {
    writer.beginArray();
    for (const Value& element : value.elements) writeCanonical(writer, element);
    writer.endArray();
  } else if (value.isObject()) {
    std::vector<const Member*> sorted;
    for (const Member& member : value.members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(),
              [](const Member* a, const Member* b) { return a->key < b->key; });
    writer.beginObject();
    for (const Member* member : sorted) {
      writer.key(member->key);
      writeCanonical(writer, member->value);
    }
    writer.endObject();
  } else if (value.isNumber()) {
    const auto number = base::Decimal::parse(value.text);
    if (number.ok()) {
      writer.decimal(*number);
    } else {
      writer.raw(value.text);
    }
  } else {
    writer.value(value);
  }
}

}  // namespace

std::string canonical(const Value& value) {
  Writer writer;
  writeCanonical(writer, value);
  return writer.take();
}

}  // namespace policycalc::json
