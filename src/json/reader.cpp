#include "policycalc/json/reader.h"

#include <algorithm>

#include "json/rapidjson.h"
#include "json/syntax_fault.h"
#include "json/value_builder.h"

namespace policycalc::json {
namespace {

constexpr int kDeepest = 1000;  // what the call stack can hold when values are walked
constexpr std::size_t kLargest = std::size_t{1} << 30U;  // RapidJSON counts in 32 bits
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                            rapidjson::kParseNumbersAsStringsFlag;

// NOLINTBEGIN(readability-identifier-naming): RapidJSON calls its events so.

/// Passes on the parser's events, each with the offset of its end.
class Events : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Events> {
 public:
  Events(ValueBuilder& builder, const rapidjson::MemoryStream& stream)
      : builder_(&builder), stream_(&stream) {}

  bool Null() { return builder_->null(stream_->Tell()); }
  bool Bool(bool value) { return builder_->boolean(value, stream_->Tell()); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) {
    return builder_->number(stream_->Tell());
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return builder_->string({text, length}, stream_->Tell());
  }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    return builder_->key({text, length}, stream_->Tell()), true;
  }
  bool StartObject() { return builder_->begin(Value::Type::kObject, stream_->Tell()); }
  bool StartArray() { return builder_->begin(Value::Type::kArray, stream_->Tell()); }
  bool EndObject(rapidjson::SizeType) { return builder_->end(stream_->Tell()), true; }
  bool EndArray(rapidjson::SizeType) { return builder_->end(stream_->Tell()), true; }

 private:
  ValueBuilder* builder_;
  const rapidjson::MemoryStream* stream_;
};

// NOLINTEND(readability-identifier-naming)

void parse(std::string_view text, ValueBuilder& builder) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  Events events(builder, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, events);
  if (!result.IsError()) {
    // The parser takes a NUL for the end of the text.
    if (stream.Tell() < text.size()) {
      builder.fail(ValueBuilder::Place::kContainer, stream.Tell(), "trailing_text",
                   "a NUL byte follows the document");
    }
    return;
  }
  if (result.Code() == rapidjson::kParseErrorTermination) return;  // the builder has reported why
  SyntaxFault fault = explainFault(result.Code(), text, result.Offset(), builder.lastEnd());
  builder.fail(fault.place, fault.offset, std::move(fault.code), fault.message);
}

base::Issues refusal(std::string_view file, std::string code, std::string message) {
  return {
      {base::Severity::kError, std::move(code), std::string(file), "", 1, 1, std::move(message)}};
}

}  // namespace

base::Result<Value, base::Issues> read(std::string_view text, std::string_view file,
                                       const ReadLimits& limits) {
  const std::size_t max_bytes = std::min(limits.max_bytes, kLargest);
  if (text.size() > max_bytes) {
    return refusal(file, "too_large",
                   "the document has " + std::to_string(text.size()) + " bytes, more than " +
                       std::to_string(max_bytes));
  }
  // RFC 8259 lets a reader ignore it; Windows editors and shells write it.
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  ReadLimits held = limits;
  held.max_depth = std::min(limits.max_depth, kDeepest);
  ValueBuilder builder(text, file, held);
  parse(text, builder);
  if (!builder.ok()) return builder.takeIssues();
  return builder.takeValue();
}

}  // namespace policycalc::json
