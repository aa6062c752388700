#include "registry/sql/cell_texts.h"

#include <cstdio>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

namespace policycalc::registry::sql {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr char32_t kLastOfBasicPlane = 0xFFFF;
constexpr char32_t kFirstWide = 0xFF01;
constexpr char32_t kLastWide = 0xFF5E;

std::string utf8(char32_t point) {
  constexpr unsigned kSix = 6;
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xC0U | (point >> kSix)), tail(point)};
  return {static_cast<char>(0xE0U | (point >> 2 * kSix)), tail(point >> kSix), tail(point)};
}

/// Each point of the basic plane from the blank on that `chosen` takes.
template <typename Chosen>
std::vector<std::pair<char32_t, char32_t>> rangesOf(const Chosen& chosen) {
  std::vector<std::pair<char32_t, char32_t>> ranges;
  for (char32_t point = U' '; point <= kLastOfBasicPlane; ++point) {
    if (!chosen(point)) continue;
    if (!ranges.empty() && ranges.back().second + 1 == point) {
      ranges.back().second = point;
    } else {
      ranges.emplace_back(point, point);
    }
  }
  return ranges;
}

bool isLeftOut(char32_t point) {
  return point == U'-' || base::isSpace(point) || base::isUnseen(point);
}

/// All that plainText() takes for a blank.
const std::string& blanks() {
  static const std::string all = [] {
    std::string text = "\t\r\n";
    for (const auto& [first, last] : rangesOf(base::isSpace)) {
      for (char32_t point = first; point <= last; ++point) text += utf8(point);
    }
    return text;
  }();
  return all;
}

/// A class of a regular expression.
std::string leftOutClass(Dialect dialect) {
  const char* const form = dialect == Dialect::kPostgresql ? "\\u%04X" : "\\x{%04X}";
  const auto escaped = [form](char32_t point) {
    char text[16];
    std::snprintf(text, sizeof text, form, static_cast<unsigned>(point));
    return std::string(text);
  };
  std::string ranges = "[";
  for (const auto& [first, last] : rangesOf(isLeftOut)) {
    ranges += escaped(first);
    if (first != last) ranges += "-" + escaped(last);
  }
  return ranges + "]";
}

/// SQLite takes a text apart by recursion: each character becomes what `written` gives.
Expression byCharacters(const Expression& text, const Expression& written) {
  return {"(WITH RECURSIVE \"letters\"(\"rest\", \"kept\") AS (SELECT " + text.text +
          ", '' UNION ALL SELECT substr(\"rest\", 2), \"kept\" || " + written.text +
          " FROM \"letters\" WHERE \"rest\" <> '') SELECT \"kept\" FROM \"letters\" WHERE "
          "\"rest\" = '')"};
}

Expression sqliteCode(const Expression& text_in) {
  const Expression letter = part(column("rest"), 1, 1);
  std::vector<Expression> left_out;
  for (const auto& [first, last] : rangesOf(isLeftOut)) {
    left_out.push_back({"unicode(" + letter.text + ") BETWEEN " + std::to_string(first) + " AND " +
                        std::to_string(last)});
  }
  const Expression written =
      Case().when(any(left_out), text("")).otherwise(call("upper", {letter}));
  return Case()
      .when({"(" + text_in.text + " GLOB '*[^0-9A-Za-z]*')"}, byCharacters(text_in, written))
      .otherwise(call("upper", {text_in}));
}

Expression sqliteNarrow(const Expression& text_in) {
  const Expression letter = part(column("rest"), 1, 1);
  const Expression point = call("unicode", {letter});
  const std::string shift = std::to_string(kFirstWide - U'!');
  const Expression written =
      Case()
          .when({"(" + point.text + " BETWEEN " + std::to_string(kFirstWide) + " AND " +
                 std::to_string(kLastWide) + ")"},
                {"char(" + point.text + " - " + shift + ")"})
          .otherwise(letter);
  return Case()
      .when({"(" + text_in.text + " GLOB '*[" + utf8(kFirstWide) + "-" + utf8(kLastWide) + "]*')"},
            byCharacters(text_in, written))
      .otherwise(text_in);
}

Expression capital(const Expression& text_in) {
  return call("translate",
              {text_in, text("abcdefghijklmnopqrstuvwxyz"), text("ABCDEFGHIJKLMNOPQRSTUVWXYZ")});
}

}  // namespace

Expression joinedTexts(const std::vector<Expression>& parts) {
  std::vector<std::string> texts;
  texts.reserve(parts.size());
  for (const Expression& each : parts) texts.push_back(each.text);
  return {"(" + base::join(texts, " || ") + ")"};
}

Expression lengthOf(const Expression& text) {
  return call("length", {text});
}

Expression isDigits(const Expression& text_in) {
  return all({binary(text_in, "<>", text("")),
              binary(call("ltrim", {text_in, text(kDigits)}), "=", text(""))});
}

Expression part(const Expression& text, std::int64_t from, std::int64_t count) {
  return call("substr", {text, number(from), number(count)});
}

Expression from(const Expression& text, std::int64_t from) {
  return call("substr", {text, number(from)});
}

Expression placeOf(Dialect dialect, const Expression& text, const Expression& part) {
  return call(traitsOf(dialect).find, {text, part});
}

Expression before(Dialect dialect, const Expression& text_in, std::string_view mark) {
  const Expression place = placeOf(dialect, text_in, text(mark));
  return Case()
      .when(binary(place, ">", number(0)),
            call("substr", {text_in, number(1), binary(place, "-", number(1))}))
      .otherwise(text_in);
}

Expression after(Dialect dialect, const Expression& text_in, std::string_view mark,
                 const Expression& otherwise) {
  const Expression place = placeOf(dialect, text_in, text(mark));
  return Case()
      .when(binary(place, ">", number(0)), call("substr", {text_in, binary(place, "+", number(1))}))
      .otherwise(otherwise);
}

Expression exceeds(const Expression& digits, std::string_view most) {
  const Expression digits_of_most = number(static_cast<std::int64_t>(most.size()));
  return any(
      {binary(lengthOf(digits), ">", digits_of_most),
       all({binary(lengthOf(digits), "=", digits_of_most), binary(digits, ">", text(most))})});
}

Expression trimmed(const Expression& text_in) {
  return call("ltrim", {call("rtrim", {text_in, text(blanks())}), text(blanks())});
}

Expression narrowed(Dialect dialect, const Expression& text_in) {
  if (dialect == Dialect::kSqlite) return sqliteNarrow(text_in);
  std::string wide;
  std::string narrow;
  for (char32_t point = kFirstWide; point <= kLastWide; ++point) {
    wide += utf8(point);
    narrow += utf8(base::narrow(point));
  }
  return call("translate", {text_in, text(wide), text(narrow)});
}

Expression codeIn(Dialect dialect, const Expression& text_in) {
  if (dialect == Dialect::kSqlite) return sqliteCode(text_in);
  return capital(
      call("regexp_replace", {text_in, text(leftOutClass(dialect)), text(""), text("g")}));
}

Expression hasControl(Dialect dialect, const Expression& text_in) {
  switch (dialect) {
    case Dialect::kPostgresql:
      return {"(" + text_in.text + " ~ '[\\u0001-\\u001F\\u007F]')"};
    case Dialect::kSqlite:
      return {"(" + text_in.text +
              " GLOB ('*[' || char(1) || '-' || char(31) || char(127) || ']*'))"};
    case Dialect::kDuckdb:
      return call("regexp_matches", {text_in, text("[\\x00-\\x1F\\x7F]")});
  }
  return truth(false);
}

Expression bitsOfParts(Dialect dialect, const Expression& text_in, std::string_view separator,
                       const std::function<Expression(const Expression&)>& bits_of) {
  if (separator.empty()) return bits_of(text_in);
  const Expression mark = text(separator);
  const std::string bits = bits_of(trimmed(column("piece"))).text;
  if (dialect == Dialect::kPostgresql) {
    return {"(SELECT bit_or(" + bits + ") FROM unnest(string_to_array(" + text_in.text + ", " +
            mark.text + ")) AS \"pieces\"(\"piece\"))"};
  }
  if (dialect == Dialect::kDuckdb) {
    return {"(SELECT bit_or(" + bits + ") FROM (SELECT unnest(string_split(" + text_in.text + ", " +
            mark.text + ")) AS \"piece\") AS \"pieces\")"};
  }
  const Expression rest = column("rest");
  const Expression place = placeOf(dialect, rest, mark);
  const Expression found = binary(place, ">", number(0));
  const auto characters = static_cast<std::int64_t>(base::countCodePoints(separator));
  const Expression next =
      Case().when(found, call("substr", {rest, binary(place, "+", number(characters))})).end();
  return {"(WITH RECURSIVE \"pieces\"(\"rest\", \"bits\") AS (SELECT " + text_in.text +
          ", 0 UNION ALL SELECT " + next.text + ", (\"bits\" | " +
          bits_of(trimmed(before(dialect, rest, separator))).text +
          ") FROM \"pieces\" WHERE \"rest\" IS NOT NULL) SELECT \"bits\" FROM \"pieces\" WHERE "
          "\"rest\" IS NULL)"};
}

}  // namespace policycalc::registry::sql
