#include "site/search/words.h"

#include <algorithm>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

namespace policycalc::site {
namespace {

// A search that people type; more would only cost time.
constexpr std::size_t kMostCharacters = 60;
constexpr std::size_t kMostWords = 8;

bool separates(char32_t point) {
  return base::isSpace(point) || base::isUnseen(point) ||
         std::u32string_view(U",;，、；。？！?!“”\"").find(point) != std::u32string_view::npos;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const base::CodePoint first = base::firstCodePoint(text);
    const std::size_t bytes = std::max<std::size_t>(first.bytes, 1);
    const char32_t narrow = base::narrow(first.point);
    if (narrow < 0x80 && first.bytes > 0) {
      out += base::toLower(static_cast<char>(narrow));
    } else {
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return out;
}

std::vector<std::string> wordsOf(std::string_view typed) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    const bool known = std::find(words.begin(), words.end(), word) != words.end();
    if (!word.empty() && !known && words.size() < kMostWords) words.push_back(word);
    word.clear();
  };
  for (std::size_t count = 0; count < kMostCharacters && !typed.empty(); ++count) {
    const base::CodePoint first = base::firstCodePoint(typed);
    if (first.bytes == 0) break;
    if (separates(first.point)) {
      end();
    } else {
      word += folded(typed.substr(0, first.bytes));
    }
    typed.remove_prefix(first.bytes);
  }
  end();
  return words;
}

bool holdsAll(const std::vector<std::string>& texts, std::string_view typed) {
  const std::string all = folded(base::join(texts, "\n"));
  const std::vector<std::string> words = wordsOf(typed);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

}  // namespace policycalc::site
