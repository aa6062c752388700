#include "http/shapes/reading.h"

#include <utility>

#include "policycalc/http/failure.h"
#include "policycalc/http/problem.h"

namespace policycalc::http::test {

namespace {

class Steps : public wire::ByteSource {
 public:
  Steps(std::string_view bytes, std::size_t step, Status end)
      : bytes_(bytes), step_(step), end_(end) {}

  Status read(std::string& buffer) override {
    if (bytes_.empty()) return end_;
    const std::string_view next = bytes_.substr(0, step_);
    buffer.append(next);
    bytes_.remove_prefix(next.size());
    return Status::kBytes;
  }
  void requestBegins() override {}
  bool sendContinue() override { return true; }

 private:
  std::string_view bytes_;
  std::size_t step_;
  Status end_;
};

void appendVisible(std::string& text, std::string_view bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F) {
      text.push_back(c);
    } else {
      text.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 0xF]);
    }
  }
}

}  // namespace

std::string sawText(const Request& request) {
  std::string text;
  appendVisible(text, request.body);
  if (!text.empty()) return text;
  appendVisible(text, request.path);
  char mark = '?';
  for (const auto& [name, value] : request.query) {
    text.push_back(std::exchange(mark, '&'));
    appendVisible(text, name);
    text.push_back('=');
    appendVisible(text, value);
  }
  return text;
}

std::vector<ReadRequest> readInSteps(std::string_view bytes, std::size_t step,
                                     wire::ByteSource::Status end, const wire::ReadLimits& limits) {
  Steps source(bytes, step, end);
  wire::RequestReader reader(source, limits);
  std::vector<ReadRequest> all;
  while (const auto incoming = reader.next()) {
    ReadRequest read;
    read.keep_alive = incoming->keep_alive;
    if (incoming->request.refusal) {
      const Problem problem = problemOf(*incoming->request.refusal);
      read.status = problem.status;
      read.why = problem.detail;
    } else {
      read.saw = sawText(incoming->request);
    }
    all.push_back(std::move(read));
    if (!all.back().keep_alive) break;
  }
  return all;
}

}  // namespace policycalc::http::test
