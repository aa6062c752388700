#include "http/shapes/shapes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "policycalc/base/ascii.h"

#include "http/wire/syntax.h"

namespace policycalc::http::test {

namespace {

[[noreturn]] void refuse(std::string_view what) {
  throw std::runtime_error(std::string(what));
}

/// Writes out `{TEXT*N}`, which may be nested.
std::string repeat(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const auto open = text.find('{');
    all.append(text.substr(0, open));
    if (open == std::string_view::npos) break;
    std::size_t close = open;
    for (int depth = 0; close < text.size(); ++close) {
      if (text[close] == '{') ++depth;
      if (text[close] == '}' && --depth == 0) break;
    }
    if (close == text.size()) refuse("`{` without `}`");
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const auto star = inside.rfind('*');
    if (star == std::string_view::npos) refuse("`{}` without `*`");
    const std::string once = repeat(inside.substr(0, star));
    const int times = std::stoi(std::string(inside.substr(star + 1)));
    for (int i = 0; i < times; ++i) all.append(once);
    text.remove_prefix(close + 1);
  }
  return all;
}

std::string unescape(std::string_view text) {
  static constexpr std::string_view kNames = "rnt0\\";
  static constexpr std::string_view kBytes("\r\n\t\0\\", 5);
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      bytes.push_back(text[at]);
      continue;
    }
    if (++at == text.size()) refuse("`\\` at the end");
    if (const auto name = kNames.find(text[at]); name != std::string_view::npos) {
      bytes.push_back(kBytes[name]);
      continue;
    }
    if (text[at] != 'x' || at + 2 >= text.size()) refuse("an unknown escape");
    const int high = wire::hexValue(text[at + 1]);
    const int low = wire::hexValue(text[at + 2]);
    if (high < 0 || low < 0) refuse("`\\x` without two digits");
    bytes.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  return bytes;
}

std::optional<Ending> endingOf(std::string_view word) {
  if (word == "next") return Ending::kNext;
  if (word == "close") return Ending::kClose;
  if (word == "still") return Ending::kStill;
  if (word == "cut") return Ending::kCut;
  if (word == "wait") return Ending::kWait;
  return std::nullopt;
}

void readOutcome(const std::string& text, Shape& shape) {
  std::istringstream words(text);
  bool ended = false;
  for (std::string word; words >> word;) {
    if (ended) refuse("text after the ending");
    if (const auto ending = endingOf(word)) {
      shape.ending = *ending;
      ended = true;
      continue;
    }
    const auto equals = word.find('=');
    Outcome outcome;
    outcome.status = std::stoi(word.substr(0, equals));
    if (equals != std::string::npos) outcome.saw = word.substr(equals + 1);
    shape.outcomes.push_back(std::move(outcome));
  }
  if (!ended) refuse("an outcome without an ending");
}

/// A group's name and the text around its shapes.
struct Group {
  std::string name;
  std::string before;
  std::string after;
};

Group readGroup(std::string_view line) {
  const auto end = line.find(']');
  const auto place = line.find("{}");
  if (end == std::string_view::npos || place == std::string_view::npos) refuse("a group needs {}");
  const auto start = std::min(end + 2, place);  // one blank belongs to the bracket
  return {std::string(line.substr(1, end - 1)), std::string(line.substr(start, place - start)),
          std::string(line.substr(place + 2))};
}

Shape readShape(std::string_view line, const Group& group) {
  const auto first = line.find(" |");
  const auto second = line.find(" |", first + 2);
  if (first == std::string_view::npos || second == std::string_view::npos) {
    refuse("a shape needs three columns");
  }
  Shape shape;
  shape.name = group.name + ": " + std::string(line.substr(0, first));
  readOutcome(repeat(line.substr(first + 2, second - first - 2)), shape);
  shape.bytes = unescape(
      repeat(group.before + std::string(base::trimmed(line.substr(second + 2))) + group.after));
  return shape;
}

}  // namespace

std::vector<Shape> readShapes(std::string_view table, const std::string& name) {
  std::vector<Shape> shapes;
  std::optional<Group> group;
  std::istringstream lines{std::string(table)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    try {
      if (line.front() == '[') {
        group = readGroup(line);
      } else if (group) {
        shapes.push_back(readShape(line, *group));
      } else {
        refuse("a shape before the first group");
      }
    } catch (const std::exception& fault) {
      throw std::runtime_error(name + ":" + std::to_string(number) + ": " + fault.what());
    }
  }
  return shapes;
}

std::vector<Shape> loadShapes() {
  std::vector<Shape> all;
  for (const auto& entry : std::filesystem::directory_iterator(POLICYCALC_SHAPES)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    const std::string table{std::istreambuf_iterator<char>(file), {}};
    std::vector<Shape> shapes = readShapes(table, entry.path().filename().string());
    std::move(shapes.begin(), shapes.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace policycalc::http::test
