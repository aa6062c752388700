#pragma once

#include <functional>
#include <string_view>

#include "registry/sql/dialect.h"

namespace policycalc::registry::sql {

// Texts of cells, by functions that the three databases share, or by each in its own way.

/// `left || right || …`
Expression joinedTexts(const std::vector<Expression>& parts);
Expression lengthOf(const Expression& text);
Expression isDigits(const Expression& text);
/// `count` characters from the place `from`, which begins at 1.
Expression part(const Expression& text, std::int64_t from, std::int64_t count);
Expression from(const Expression& text, std::int64_t from);
/// The place of `part` in `text` from 1, or 0.
Expression placeOf(Dialect dialect, const Expression& text, const Expression& part);
/// The text before the first `mark`, or all of it without one.
Expression before(Dialect dialect, const Expression& text, std::string_view mark);
/// The text after the first `mark`, or `otherwise` without one.
Expression after(Dialect dialect, const Expression& text, std::string_view mark,
                 const Expression& otherwise);
/// Whether a text of digits without zeros in front is a number above `most`, given in digits.
Expression exceeds(const Expression& digits, std::string_view most);

/// Without the blanks around it that plainText() takes off.
Expression trimmed(const Expression& text);
/// With full-width characters as narrow ones.
Expression narrowed(Dialect dialect, const Expression& text);
/// The code in `text` as facts::IndustryCode reads it: capital, without hyphens, blanks and
/// invisible characters. The text has no control characters of ASCII.
Expression codeIn(Dialect dialect, const Expression& text);
/// Whether it has a control character of ASCII.
Expression hasControl(Dialect dialect, const Expression& text);
/// The bits that `bits_of` gives for each part of a text between separators, without blanks, taken
/// together.
Expression bitsOfParts(Dialect dialect, const Expression& text, std::string_view separator,
                       const std::function<Expression(const Expression&)>& bits_of);

}  // namespace policycalc::registry::sql
