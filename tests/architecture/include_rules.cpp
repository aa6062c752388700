#include "architecture/include_rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace policycalc::test {
namespace {

using Modules = std::set<std::string, std::less<>>;

/// What each module may include besides itself.
const std::map<std::string, Modules, std::less<>>& allowed() {
  static const std::map<std::string, Modules, std::less<>> rules = [] {
    std::map<std::string, Modules, std::less<>> made;
    Modules right;
    for (const char* module : {"base", "json", "facts", "criteria", "catalogue"}) {
      made[module] = right;
      right.insert(module);
    }
    // Side by side: none of these sees another.
    for (const char* module : {"http", "store", "engine"}) made[module] = right;
    for (const char* module : {"http", "store", "engine"}) right.insert(module);
    // Matches whole registries, and knows no server and no database.
    made["registry"] = made["engine"];
    made["registry"].insert("engine");
    // Compares two catalogues on firms, and knows no server and no database either.
    made["impact"] = made["registry"];
    for (const char* module : {"registry", "impact"}) right.insert(module);
    // Beside them too, but what keeps secrets does not know what they are about, and what lays out
    // spreadsheets and sheets does not know what they say.
    for (const char* module : {"vault", "tables", "paper"}) made[module] = {"base"};
    for (const char* module : {"vault", "tables", "paper"}) right.insert(module);
    // The desk's rules are pure, and all of the desk that the store may know.
    made["desk/rules"] = {"base", "json"};
    made["store"].insert("desk/rules");
    made["web"] = right;
    right.insert("web");
    // Two products and the served pages: none sees another.
    for (const char* module : {"api", "desk", "site"}) made[module] = right;
    made["desk"].insert("desk/rules");
    for (const char* module : {"api", "desk", "desk/rules", "site"}) right.insert(module);
    made["app"] = right;
    return made;
  }();
  return rules;
}

/// Third-party headers by the beginning of their path, and who may include them.
struct ThirdParty {
  std::string_view prefix;
  Modules users;
};
const std::vector<ThirdParty>& thirdParties() {
  static const std::vector<ThirdParty> rules{{"rapidjson/", {"json"}},
                                             {"soci/", {"store"}},
                                             {"sqlite3", {"store"}},
                                             {"libpq-fe.h", {"store"}},
                                             {"sodium", {"vault"}},
                                             {"zxcvbn.h", {"vault"}},
                                             {"liboath/", {"vault"}},
                                             {"qrencode", {"api"}},
                                             {"xlsxwriter", {"tables"}},
                                             {"pango/", {"paper"}},
                                             {"cairo", {"paper"}},
                                             {"fontconfig/", {"paper"}},
                                             {"csv.h", {"catalogue"}},
                                             {"zlib.h", {"registry"}},
                                             {"zstd.h", {"registry"}},
                                             {"iconv.h", {"registry"}},
                                             {"kainjow/", {"site"}},
                                             {"CLI/", {"app"}},
                                             {"Poco/Net/", {"http", "app"}},
                                             {"Poco/", {"http", "app", "catalogue"}},
                                             {"boost/", {}}};
  return rules;
}

bool startsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

/// The module that `path`, seen from src/ or include/policycalc/, lies in: its first folder, but
/// the desk's rules are a module within the desk.
std::string_view moduleAt(std::string_view path) {
  constexpr std::string_view kRules = "desk/rules";
  if (startsWith(path, "desk/rules/")) return kRules;
  return path.substr(0, path.find('/'));
}

/// `text` with every comment turned into blanks, so that lines keep their numbers. A `/*` inside a
/// text, such as a media range, begins no comment.
std::string withoutComments(std::string_view text) {
  std::string plain(text);
  enum class In { kCode, kText, kLine, kBlock } in = In::kCode;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::string_view two = text.substr(i, 2);
    if (in == In::kCode && two == "//") in = In::kLine;
    if (in == In::kCode && two == "/*") in = In::kBlock;
    if ((in == In::kLine || in == In::kText) && text[i] == '\n') in = In::kCode;
    if (in == In::kBlock && two == "*/") {
      plain[i] = plain[i + 1] = ' ';
      in = In::kCode;
      ++i;
    } else if ((in == In::kLine || in == In::kBlock) && text[i] != '\n') {
      plain[i] = ' ';
    } else if (in == In::kText && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"' && (i == 0 || text[i - 1] != '\'')) {
      in = in == In::kText ? In::kCode : In::kText;
    }
  }
  return plain;
}

void skipBlanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

/// Why `module` must not include this; empty if it may.
std::string refusal(std::string_view module, bool in_public_header, const Include& include) {
  constexpr std::string_view kPublic = "policycalc/";
  const std::string_view path = include.path;
  if (path.find("..") != std::string_view::npos) return "a path upwards";
  if (startsWith(path, kPublic)) {
    const std::string_view other = moduleAt(path.substr(kPublic.size()));
    if (other == module || allowed().find(module)->second.count(other) != 0) return {};
    return "it may not include the module " + std::string(other);
  }
  for (const ThirdParty& party : thirdParties()) {
    if (!startsWith(path, party.prefix)) continue;
    return party.users.count(module) != 0 ? "" : "it may not use this third party";
  }
  if (!include.quoted) return {};
  if (in_public_header) return "a public header includes public headers only";
  return moduleAt(path) == module ? "" : "another module's or a test's private header";
}

}  // namespace

std::vector<Include> includesOf(std::string_view text) {
  const std::string plain = withoutComments(text);
  std::vector<Include> includes;
  int line = 0;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find('\n', begin), plain.size());
    std::string_view rest = std::string_view(plain).substr(begin, end - begin);
    begin = end + 1;
    ++line;
    skipBlanks(rest);
    if (!startsWith(rest, "#")) continue;
    rest.remove_prefix(1);
    skipBlanks(rest);
    if (!startsWith(rest, "include")) continue;
    rest.remove_prefix(std::string_view("include").size());
    skipBlanks(rest);
    if (rest.empty() || (rest.front() != '<' && rest.front() != '"')) continue;
    const bool quoted = rest.front() == '"';
    rest.remove_prefix(1);
    includes.push_back({line, std::string(rest.substr(0, rest.find(quoted ? '"' : '>'))), quoted});
  }
  return includes;
}

std::string moduleOf(std::string_view path) {
  for (const std::string_view root :
       {std::string_view("src/"), std::string_view("include/policycalc/")}) {
    if (startsWith(path, root)) return std::string(moduleAt(path.substr(root.size())));
  }
  return {};
}

std::vector<std::string> violations(std::string_view path, std::string_view text) {
  const std::string module = moduleOf(path);
  const bool in_public_header = startsWith(path, "include/");
  std::vector<std::string> found;
  if (allowed().find(module) == allowed().end()) {
    return {std::string(path) + ":1: `" + module + "` is no module of the design"};
  }
  for (const Include& include : includesOf(text)) {
    const std::string why = refusal(module, in_public_header, include);
    if (why.empty()) continue;
    found.push_back(std::string(path) + ":" + std::to_string(include.line) + ": " + include.path +
                    ": " + why);
  }
  return found;
}

}  // namespace policycalc::test
