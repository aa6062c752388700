#include "http/files/gzip.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include <Poco/DeflatingStream.h>

#include "policycalc/base/ascii.h"

#include "http/wire/syntax.h"

namespace policycalc::http::files {

namespace {

/// `q=0`, `q=0.0`, `q=0.000`: every other weight is above zero.
bool isRefused(std::string_view parameters) {
  const auto weight = parameters.find('=');
  if (weight == std::string_view::npos) return false;
  const std::string_view name = base::trimmed(parameters.substr(0, weight));
  const std::string_view value = base::trimmed(parameters.substr(weight + 1));
  return base::equalsIgnoringCase(name, "q") && !value.empty() &&
         value.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

std::string gzip(std::string_view bytes, int level) {
  std::ostringstream out;
  Poco::DeflatingOutputStream deflater(out, Poco::DeflatingStreamBuf::STREAM_GZIP, level);
  deflater.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  deflater.close();
  return std::move(out).str();
}

bool acceptsGzip(std::string_view accept_encoding) {
  std::optional<bool> named;
  bool by_star = false;
  wire::forEachElement(accept_encoding, [&](std::string_view element) {
    const auto semicolon = std::min(element.find(';'), element.size());
    const std::string_view coding = base::trimmed(element.substr(0, semicolon));
    const bool accepted = !isRefused(element.substr(std::min(semicolon + 1, element.size())));
    if (base::equalsIgnoringCase(coding, "gzip")) named = accepted;
    if (coding == "*") by_star = accepted;
  });
  return named.value_or(by_star);
}

}  // namespace policycalc::http::files
