#include "policycalc/json/reader.h"

#include <algorithm>
#include <unordered_set>

#include "json/rapidjson.h"
#include "policycalc/base/decimal.h"
#include "policycalc/base/text.h"

namespace policycalc::json {
namespace {

constexpr int kDeepest = 1000;  // destructors and writers recurse over a value
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                            rapidjson::kParseNumbersAsStringsFlag |
                            rapidjson::kParseStopWhenDoneFlag;

/// Line and column of byte offsets, asked in ascending order.
class PositionFinder {
 public:
  explicit PositionFinder(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < offset_) {
      offset_ = line_start_ = 0;
      line_ = 1;
    }
    for (; offset_ < offset; ++offset_) {
      if (text_[offset_] == '\n') {
        ++line_;
        line_start_ = offset_ + 1;
      }
    }
    return {line_, static_cast<int>(offset - line_start_) + 1};
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
};

/// UTF-8 of a code point from U+D800 to U+DFFF: what an unpaired `\udc00` becomes in RapidJSON.
bool holdsSurrogate(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '\xED' && static_cast<unsigned char>(text[i + 1]) >= 0xA0) return true;
  }
  return false;
}

/// RapidJSON's input: the text, and where the token that is being read began. RapidJSON tells only
/// where a token ended.
class TokenStream {
 public:
  using Ch = char;

  explicit TokenStream(std::string_view text) : text_(text) {}

  Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() {
    const char c = Peek();
    follow(c);
    if (at_ < text_.size()) ++at_;
    return c;
  }
  std::size_t Tell() const { return at_; }
  std::size_t tokenStart() const { return token_start_; }

  // Only streams that are written to need these.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  void follow(char c) {
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
      return;
    }
    const bool separates = c == ',' || c == ':' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool encloses = c == '{' || c == '[' || c == '}' || c == ']';
    if (!separates && (encloses || c == '"' || !in_scalar_)) token_start_ = at_;
    in_string_ = c == '"';
    in_scalar_ = !separates && !encloses && !in_string_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t token_start_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool in_scalar_ = false;
};

/// Builds the value tree from RapidJSON's events and collects what they hide.
class Builder {
 public:
  Builder(const TokenStream& stream, PositionFinder& positions, std::string_view file,
          int max_depth, base::Issues& issues)
      : stream_(stream),
        positions_(positions),
        file_(file),
        max_depth_(std::min(max_depth, kDeepest)),
        issues_(issues) {}

  bool Null() {
    add(Value::Type::kNull);
    return true;
  }
  bool Bool(bool value) {
    add(Value::Type::kBoolean);
    last_->boolean = value;
    return true;
  }
  // Numbers arrive as text, so that these are never called.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  bool RawNumber(const char* digits, rapidjson::SizeType length, bool) {
    add(Value::Type::kNumber);
    last_->text.assign(digits, length);
    if (!base::Decimal::parse(last_->text)) {
      report("number_range", pointer(), last_->position,
             base::quoted(last_->text) + " has too many digits or too large an exponent");
    }
    return true;
  }

  bool String(const char* text, rapidjson::SizeType length, bool) {
    add(Value::Type::kString);
    last_->text.assign(text, length);
    checkSurrogates(last_->text, last_->position);
    return true;
  }

  bool StartObject() { return open(Value::Type::kObject); }
  bool StartArray() { return open(Value::Type::kArray); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* text, rapidjson::SizeType length, bool) {
    Level& level = levels_.back();
    Member member;
    member.key.assign(text, length);
    member.position = positions_.at(stream_.tokenStart());
    level.key = member.key;
    checkSurrogates(member.key, member.position);
    if (!level.keys.insert(member.key).second) {
      report("duplicate_key", pointer(), member.position,
             base::quoted(member.key) + " stands twice in one object");
    }
    level.value->members.push_back(std::move(member));
    return true;
  }

  std::string pointer() const {
    std::string text;
    for (const Level& level : levels_) {
      if (level.value->isObject()) {
        if (!level.value->members.empty()) text = base::childPointer(text, level.key);
      } else if (level.value->elements.empty()) {
        text = base::childPointer(text, std::size_t{0});
      } else {
        text = base::childPointer(text, level.value->elements.size() - 1);
      }
    }
    return text;
  }

  void report(std::string code, std::string pointer, Position position, std::string message) {
    issues_.push_back({base::Severity::kError, std::move(code), std::string(file_),
                       std::move(pointer), position.line, position.column, std::move(message)});
  }

  Value take() { return std::move(root_); }

 private:
  struct Level {
    Value* value = nullptr;
    std::string key;
    std::unordered_set<std::string> keys;
  };

  void checkSurrogates(std::string_view text, Position position) {
    if (holdsSurrogate(text)) {
      report("lone_surrogate", pointer(), position, "an escape names half a character");
    }
  }

  void add(Value::Type type) {
    Value value;
    value.type = type;
    value.position = positions_.at(stream_.tokenStart());
    if (levels_.empty()) {
      root_ = std::move(value);
      last_ = &root_;
    } else if (levels_.back().value->isArray()) {
      levels_.back().value->elements.push_back(std::move(value));
      last_ = &levels_.back().value->elements.back();
    } else {
      levels_.back().value->members.back().value = std::move(value);
      last_ = &levels_.back().value->members.back().value;
    }
  }

  bool open(Value::Type type) {
    add(type);
    if (static_cast<int>(levels_.size()) >= max_depth_) {
      report("too_deep", pointer(), last_->position,
             "more than " + std::to_string(max_depth_) + " open arrays and objects");
      return false;
    }
    levels_.push_back({last_, {}, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  const TokenStream& stream_;
  PositionFinder& positions_;
  std::string_view file_;
  int max_depth_;
  base::Issues& issues_;
  Value root_;
  Value* last_ = nullptr;
  // INVARIANT: each level's value is the last element or member of the level above, which takes no
  // further one while it is open, so that the pointers stay valid.
  std::vector<Level> levels_;
};

std::string syntaxMessage(rapidjson::ParseErrorCode code, std::string_view text, std::size_t at) {
  if (code == rapidjson::kParseErrorDocumentEmpty) {
    return at < text.size() ? "a JSON value is expected" : "the document is empty";
  }
  if (at < text.size() && text[at] == '\0') return "a NUL byte is no JSON";
  std::string message = rapidjson::GetParseError_En(code);
  if (!message.empty() && message.back() == '.') message.pop_back();
  if (!message.empty() && message.front() >= 'A' && message.front() <= 'Z') {
    message.front() = static_cast<char>(message.front() - 'A' + 'a');
  }
  return message;
}

std::string syntaxCode(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorStringInvalidEncoding: return "invalid_utf8";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return "lone_surrogate";
    case rapidjson::kParseErrorNumberTooBig: return "number_range";
    default: return "syntax";
  }
}

bool isJsonSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

base::Result<Value, base::Issues> read(std::string_view text, std::string_view file,
                                       const ReadLimits& limits) {
  base::Issues issues;
  PositionFinder positions(text);
  const auto refuse = [&](std::string code, std::string pointer, std::size_t at,
                          std::string message) {
    const Position position = positions.at(at);
    issues.push_back({base::Severity::kError, std::move(code), std::string(file),
                      std::move(pointer), position.line, position.column, std::move(message)});
  };
  if (text.size() > limits.max_bytes) {
    refuse("too_large", "", 0, "more than " + std::to_string(limits.max_bytes) + " bytes");
    return issues;
  }
  TokenStream stream(text);
  Builder builder(stream, positions, file, limits.max_depth, issues);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
  if (result.IsError()) {
    // A termination is the builder's own and has been reported by it.
    if (result.Code() != rapidjson::kParseErrorTermination) {
      refuse(syntaxCode(result.Code()), builder.pointer(), result.Offset(),
             syntaxMessage(result.Code(), text, result.Offset()));
    }
    return issues;
  }
  std::size_t rest = stream.Tell();
  while (rest < text.size() && isJsonSpace(text[rest])) ++rest;
  if (rest < text.size()) refuse("trailing_text", "", rest, "text after the end of the document");
  if (!issues.empty()) return issues;
  return builder.take();
}

}  // namespace policycalc::json
