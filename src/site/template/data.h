#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::site {

/// What a template fills in. A name that an object lacks is looked up in the objects around it, so
/// each object of a list sets every name that its template uses; `put` sets the empty ones too.
using Data = kainjow::mustache::data;

/// A text in both languages; `en` may be empty.
struct Label {
  std::string zh;
  std::string en;
};

/// An empty text counts as false: its section is left out.
void put(Data& object, const std::string& name, std::string_view text);
void put(Data& object, const std::string& name, const char* text);
/// The texts `name` and `name_en`.
void put(Data& object, const std::string& name, const Label& label);
void put(Data& object, const std::string& name, bool value);
void put(Data& object, const std::string& name, const std::vector<Data>& list);

/// {text, href}: a link in a list.
Data link(std::string_view text, std::string_view href);

/// One object for each text: {text}.
std::vector<Data> texts(const std::vector<std::string>& all);

/// The template of that name, filled in. Every text of `data` is escaped for HTML unless the
/// template asks for it raw. Throws std::logic_error for an unknown or broken template.
std::string fillTemplate(std::string_view name, Data& data);

/// `text` as part of a path or of a query's value.
std::string percentEncoded(std::string_view text);

/// `json` as it may be written into a `script` element: it cannot end the element.
std::string forScript(std::string_view json);

/// The first `most` code points of `text`, with an ellipsis if there are more.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace policycalc::site
