#include "site/template/data.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

#include "site/template/templates.h"

namespace policycalc::site {

using kainjow::mustache::mustache;

void put(Data& object, const std::string& name, std::string_view text) {
  if (text.empty()) {
    object.set(name, Data(Data::type::bool_false));
  } else {
    object.set(name, Data(std::string(text)));
  }
}

void put(Data& object, const std::string& name, const char* text) {
  put(object, name, std::string_view(text));
}

void put(Data& object, const std::string& name, const Label& label) {
  put(object, name, std::string_view(label.zh));
  put(object, name + "_en", std::string_view(label.en));
}

void put(Data& object, const std::string& name, bool value) {
  object.set(name, Data(value ? Data::type::bool_true : Data::type::bool_false));
}

void put(Data& object, const std::string& name, const std::vector<Data>& list) {
  Data made(Data::type::list);
  for (const Data& one : list) made.push_back(one);
  object.set(name, made);
}

Data link(std::string_view text, std::string_view href) {
  Data made(Data::type::object);
  put(made, "text", text);
  put(made, "href", href);
  return made;
}

std::vector<Data> texts(const std::vector<std::string>& all) {
  std::vector<Data> list;
  for (const std::string& text : all) {
    Data made(Data::type::object);
    put(made, "text", std::string_view(text));
    list.push_back(std::move(made));
  }
  return list;
}

std::string fillTemplate(std::string_view name, Data& data) {
  const auto all = templateTexts();
  // A template includes another one as `{{>_name}}`.
  for (const Template& one : all) {
    data.set("_" + std::string(one.name), Data(std::string(one.text)));
  }
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Template& one) { return one.name == name; });
  if (found == all.end()) throw std::logic_error("no template " + std::string(name));
  mustache filled{std::string(found->text)};
  std::string text = filled.render(data);
  if (!filled.is_valid()) {
    throw std::logic_error("template " + std::string(name) + ": " + filled.error_message());
  }
  return text;
}

std::string percentEncoded(std::string_view text) {
  constexpr std::array kDigits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                  '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
  std::string encoded;
  for (const char c : text) {
    if (base::isLetter(c) || base::isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits.at(byte >> 4U);
    encoded += kDigits.at(byte & 15U);
  }
  return encoded;
}

std::string forScript(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else if (c == '>') {
      safe += "\\u003e";
    } else if (c == '&') {
      safe += "\\u0026";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t bytes = 0;
  for (std::size_t count = 0; count < most && bytes < text.size(); ++count) {
    const std::size_t next = base::firstCodePoint(text.substr(bytes)).bytes;
    if (next == 0) break;
    bytes += next;
  }
  return std::string(text.substr(0, bytes)) + (bytes < text.size() ? "…" : "");
}

}  // namespace policycalc::site
