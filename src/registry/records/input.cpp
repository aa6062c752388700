#include "registry/records/input.h"

#include <algorithm>
#include <stdexcept>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

namespace policycalc::registry {
namespace {

constexpr std::size_t kStep = std::size_t{64} * 1024;
constexpr std::size_t kLongestCharacter = 4;  // bytes, in both encodings
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kGbMark = "\x84\x31\x95\x33";

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

base::Issue unknownEncoding(const std::string& message, const std::string& message_zh) {
  return issueOf("unknown_encoding", message, message_zh);
}

iconv_t openGb18030() {
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  // iconv_open's own value for a failure is a cast of -1.
  if (converter == reinterpret_cast<iconv_t>(-1)) {  // NOLINT
    throw std::runtime_error("this system cannot decode GB18030");
  }
  return converter;
}

}  // namespace

Input::Read Input::begin(const std::string& encoding) {
  while (buffer_.size() < kStep && !ended_) {
    Read more = fill();
    if (!more.ok()) return more;
  }
  const std::string name = base::toLower(encoding);
  const bool is_gb = name == "gb18030" || name == "gbk" || name == "gb2312";
  if (name.empty()) return detect();
  if (!is_gb && name != "utf-8" && name != "utf8") {
    return unknownEncoding(base::quoted(encoding) + " is not one of utf-8, gb18030, gbk, gb2312",
                           "不支持编码 " + base::quoted(encoding) + "，可用 utf-8、gb18030");
  }
  if (is_gb) converter_.reset(openGb18030());
  const std::string_view mark = is_gb ? kGbMark : kUtf8Mark;
  if (rest().starts_with(mark)) at_ += mark.size();
  return true;
}

Input::Read Input::detect() {
  const std::string_view begin = rest();
  if (begin.starts_with(kUtf8Mark)) {
    at_ += kUtf8Mark.size();
    return true;
  }
  if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF")) {
    return unknownEncoding("the input is UTF-16; save it as UTF-8 or GB18030",
                           "输入是 UTF-16 编码，请另存为 UTF-8 或 GB18030");
  }
  // The last character may be cut by the end of what is read.
  const std::size_t cut = ended_ ? 0 : kLongestCharacter - 1;
  if (base::validUtf8Prefix(begin) + cut >= begin.size()) return true;
  converter_.reset(openGb18030());
  const std::size_t line_end = begin.rfind('\n');
  const bool has_line = !ended_ && line_end != std::string_view::npos;
  if (decoded(has_line ? begin.substr(0, line_end) : begin)) {
    if (begin.starts_with(kGbMark)) at_ += kGbMark.size();
    return true;
  }
  return unknownEncoding("the input is neither UTF-8 nor GB18030; name its encoding",
                         "输入既不是 UTF-8 也不是 GB18030，请指明编码");
}

void Input::consume(std::size_t bytes) {
  const std::string_view consumed = rest().substr(0, bytes);
  line_ += static_cast<std::uint64_t>(std::count(consumed.begin(), consumed.end(), '\n'));
  at_ += consumed.size();
}

void Input::consumeLine(std::size_t bytes) {
  ++line_;
  at_ += bytes;
}

Input::Read Input::fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kStep);
  const auto count = source_->read(buffer_.data() + before, kStep);
  buffer_.resize(before + (count.ok() ? *count : 0));
  if (!count.ok()) return count.error();
  ended_ = *count == 0;
  return !ended_;
}

Input::Read Input::skipLine() {
  while (true) {
    const std::size_t end = rest().find('\n');
    if (end != std::string_view::npos) {
      consume(end + 1);
      return true;
    }
    consume(rest().size());
    Read more = fill();
    if (!more.ok() || !*more) return more;
  }
}

std::optional<std::string_view> Input::decoded(std::string_view bytes) {
  if (converter_ == nullptr) {
    return base::isUtf8(bytes) ? std::optional(bytes) : std::nullopt;
  }
  if (isAscii(bytes)) return bytes;
  // Two bytes of GB18030 become at most three of UTF-8, and four at most four.
  decoded_.resize(bytes.size() * 2);
  char* in = const_cast<char*>(bytes.data());  // NOLINT: iconv does not change it
  std::size_t in_left = bytes.size();
  char* out = decoded_.data();
  std::size_t out_left = decoded_.size();
  iconv(converter_.get(), nullptr, nullptr, nullptr, nullptr);
  const std::size_t result = iconv(converter_.get(), &in, &in_left, &out, &out_left);
  if (result == static_cast<std::size_t>(-1) || in_left != 0) return {};
  return std::string_view(decoded_).substr(0, decoded_.size() - out_left);
}

base::Issue Input::undecodable() const {
  if (converter_ == nullptr) {
    return issueOf("invalid_utf8", "the line holds bytes that are not UTF-8",
                   "这一行含有不属于 UTF-8 的字节");
  }
  return issueOf("invalid_gb18030", "the line holds bytes that are not GB18030",
                 "这一行含有不属于 GB18030 的字节");
}

}  // namespace policycalc::registry
