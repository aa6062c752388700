#include "policycalc/http/problem_codes.h"

#include <algorithm>
#include <stdexcept>

#include "policycalc/json/reader.h"

#include "http/schemas.h"

namespace policycalc::http {
namespace {

InBoth inBoth(const json::Value& entry, std::string_view key) {
  const json::Value* pair = entry.find(key);
  if (pair == nullptr || pair->elements.size() != 2) {
    throw std::logic_error("codes.json: a pair of texts is missing: " + std::string(key));
  }
  return {pair->elements[0].text, pair->elements[1].text};
}

std::vector<ProblemCode> readAll() {
  const auto file = json::read(schemaFiles().front());
  if (!file.ok()) {
    throw std::logic_error("codes.json: " + base::formatIssue(file.error().front()));
  }
  std::vector<ProblemCode> codes;
  for (const json::Member& member : file->members) {
    codes.push_back({member.key, inBoth(member.value, "title"), inBoth(member.value, "cause"),
                     inBoth(member.value, "cure")});
  }
  return codes;
}

}  // namespace

const std::vector<ProblemCode>& problemCodes() {
  static const std::vector<ProblemCode> codes = readAll();
  return codes;
}

const ProblemCode* findProblemCode(std::string_view code) {
  const auto& codes = problemCodes();
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [code](const ProblemCode& entry) { return entry.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

std::string problemType(std::string_view code) {
  return findProblemCode(code) == nullptr ? "about:blank" : "/problems/" + std::string(code);
}

}  // namespace policycalc::http
