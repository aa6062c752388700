#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/reader.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/policies_folder.h"
#include "app/text_answer.h"

namespace policycalc::app {
namespace {

struct MatchOptions {
  std::string file = "-";
  std::string as_of;  ///< "" where it is not given
  std::string format = "json";
  bool brief = false;
};

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
  return complain("policycalc match", message, kUsage);
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

int match(const MatchOptions& options, const Settings& settings) {
  const bool as_text = options.format == "text";
  if (options.brief && !as_text) return usage("`--brief` goes with `--format text`");
  const auto body = readAll(options.file);
  if (!body) return usage(base::quoted(options.file) + " cannot be read");

  const auto catalogue = catalogueIn(settings.policies);
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
  const bool dated = !options.as_of.empty();
  if (dated && request->as_of) return usage("the day is given twice: `--as-of` and `/as_of`");
  const base::Date day = dated            ? *base::Date::parse(options.as_of)
                         : request->as_of ? *request->as_of
                                          : today();
  const web::Rendering rendering(engine::Edition(request->catalogue, day));
  const engine::Match found = web::matchFor(*request, rendering.edition());
  if (as_text) {
    std::cout << textAnswer(*request, day, found, rendering.edition(), options.brief);
  } else {
    std::cout << indented(web::writeMatchAnswer(*request, day, found, rendering)) << '\n';
  }
  return kDone;
}

}  // namespace

void addMatch(Program& program) {
  const auto options = std::make_shared<MatchOptions>();
  CLI::App& command =
      program.command("match", "match a request and print the answer", {"policies"},
                      [options](const Settings& settings) { return match(*options, settings); });
  addArgument(command, "FILE", options->file, "the request; `-`, the default, is standard input");
  command
      .add_option("--as-of", options->as_of,
                  "the day to answer for, if the request names none (default: today at UTC+8)")
      ->type_name("DATE")
      ->check(refuseOtherThanDate);
  command.add_option("--format", options->format, "the form of the answer (default: json)")
      ->type_name("json|text")
      ->check([](const std::string& format) {
        return format == "json" || format == "text"
                   ? std::string()
                   : base::quoted(format) + " is neither `json` nor `text`";
      });
  addSwitch(command, "--brief", options->brief,
            "with `--format text`: print only verdicts, amounts and units");
}

}  // namespace policycalc::app
