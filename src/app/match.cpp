#include "policycalc/engine/match.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/reader.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/text_answer.h"

namespace policycalc::app {
namespace {

std::optional<std::string> readAll(const std::string& file) {
  if (file == "-") {
    return std::string{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  }
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) return {};
  return text;
}

int usage(const std::string& message) {
  std::cerr << "policycalc match: " << message << '\n';
  return kUsage;
}

/// The answer laid out for reading.
std::string indented(const std::string& answer) {
  json::ReadLimits limits;
  limits.max_bytes = answer.size();
  limits.max_depth = 100;
  const auto document = json::read(answer, {}, limits);
  if (!document.ok()) return answer;
  json::Writer writer(json::Writer::Layout::kIndented);
  writer.value(*document);
  return writer.take();
}

}  // namespace

int match(const Arguments& arguments, const Settings& settings) {
  const auto option = [&](const char* name) {
    const auto found = arguments.options.find(name);
    return found == arguments.options.end() ? std::string() : found->second;
  };
  const std::string format = option("format").empty() ? "json" : option("format");
  if (format != "json" && format != "text") {
    return usage(base::quoted(format) + " is neither `json` nor `text`");
  }
  const bool brief = arguments.options.count("brief") != 0;
  if (brief && format != "text") return usage("`--brief` goes with `--format text`");
  std::optional<base::Date> as_of;
  if (arguments.options.count("as-of") != 0) {
    const auto date = base::Date::parse(option("as-of"));
    if (!date.ok()) return usage(base::quoted(option("as-of")) + " is " + date.error().message);
    as_of = *date;
  }
  const std::string file = arguments.operands.empty() ? "-" : arguments.operands.front();
  const auto body = readAll(file);
  if (!body) return usage(base::quoted(file) + " cannot be read");

  const auto files = catalogue::readPolicyFolder(settings.policies);
  const auto catalogue =
      files.ok()
          ? catalogue::Catalogue::load(*files)
          : base::Result<std::shared_ptr<const catalogue::Catalogue>, base::Issues>(files.error());
  if (!catalogue.ok()) {
    printIssues(catalogue.error());
    return kRefused;
  }
  const auto request = web::readMatchRequest(*body, [&](std::string_view hash) {
    return hash.empty() || hash == (*catalogue)->hash() ? *catalogue : nullptr;
  });
  if (!request.ok()) {
    printIssues(request.error());
    return kRefused;
  }
  if (as_of && request->as_of) return usage("the day is given twice: `--as-of` and `/as_of`");
  const base::Date day = as_of ? *as_of : request->as_of ? *request->as_of : today();
  const web::Rendering rendering(engine::Edition(request->catalogue, day));
  const engine::Match found = engine::match(rendering.edition(), request->profile);
  if (format == "text") {
    std::cout << textAnswer(*request, day, found, rendering.edition(), brief);
  } else {
    std::cout << indented(web::writeMatchAnswer(*request, day, found, rendering)) << '\n';
  }
  return kDone;
}

}  // namespace policycalc::app
