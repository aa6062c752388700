#include <array>
#include <ostream>
#include <random>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "registry/made_source.h"

namespace policycalc::registry::test {
namespace {

using Cells = std::vector<std::string>;

struct Row {
  const char* text;
  Cells cells;        ///< of the one row after the columns a,b
  const char* fault;  ///< of that row
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.text;
}

const std::vector<Row> kRows{
    {"1,2\n", {"1", "2"}, ""},
    {"1,2\r\n", {"1", "2"}, ""},
    {"1,2", {"1", "2"}, ""},
    {"1,", {"1", ""}, ""},
    {",\n", {"", ""}, ""},
    {"\"1\",\"2\"\n", {"1", "2"}, ""},
    {"\"1\",\"2\"", {"1", "2"}, ""},
    {"\"1\",\"2\"\r\n", {"1", "2"}, ""},
    {"\"\",\"\"\n", {"", ""}, ""},
    {"\"a,b\",\"c\nd\"\n", {"a,b", "c\nd"}, ""},
    {"\"a\"\"b\",\"\"\"\"\n", {"a\"b", "\""}, ""},
    {"赣州,章贡\n", {"赣州", "章贡"}, ""},
    {" 1 ,\t2\n", {" 1 ", "\t2"}, ""},  // blanks belong to the cell
    {"1\n", {}, "too_few_cells"},
    {"1,2,3\n", {}, "too_many_cells"},
    {"1,2,\n", {}, "too_many_cells"},
    {"1,a\"b\n", {}, "stray_quote"},
    {"1, \"b\"\n", {}, "stray_quote"},
    {"\"1\"x,2\n", {}, "stray_quote"},
    {"\"1\" ,2\n", {}, "stray_quote"},
    {"\"1\"\r,2\n", {}, "stray_quote"},
    {"1,\"\"\"\n2\"\"\"x\n", {}, "stray_quote"},
};

ReaderOptions withMost(std::size_t bytes) {
  ReaderOptions options;
  options.most_record_bytes = bytes;
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Csv)

BOOST_DATA_TEST_CASE(a_row_is_read_or_named, kRows, row) {
  for (const std::size_t step : {1U, 2U, 3U, 5U, 1000U}) {
    const AllSeen all = seenCsv(std::string("a,b\n") + row.text, {}, step);
    BOOST_TEST(all.fault == "");
    BOOST_REQUIRE(all.records.size() == 1U);
    BOOST_TEST(all.records[0].fault == row.fault);
    BOOST_TEST(all.records[0].line == 2U);
    BOOST_TEST(all.records[0].cells == row.cells, boost::test_tools::per_element());
  }
}

BOOST_DATA_TEST_CASE(rows_keep_the_numbers_of_their_lines, boost::unit_test::data::xrange(1, 9),
                     step) {
  const AllSeen all = seenCsv("\xEF\xBB\xBF a ,b\r\n\r\n1,\"x\n\ny\"\n\n2,a\"\n3,4\n \n", {},
                              static_cast<std::size_t>(step));
  BOOST_TEST(all.columns == (Cells{"a", "b"}), boost::test_tools::per_element());
  BOOST_REQUIRE(all.records.size() == 3U);
  BOOST_TEST((all.records[0] == Seen{3, {"1", "x\n\ny"}, ""}));
  BOOST_TEST((all.records[1] == Seen{7, {}, "stray_quote"}));
  BOOST_TEST((all.records[2] == Seen{8, {"3", "4"}, ""}));
}

BOOST_AUTO_TEST_CASE(columns_are_checked) {
  BOOST_TEST(seenCsv("").fault == "no_columns");
  BOOST_TEST(seenCsv("\n \n").fault == "no_columns");
  BOOST_TEST(seenCsv("a,b,a\n1,2,3\n").fault == "duplicate_column");
  BOOST_TEST(seenCsv("a, a \n1,2\n").fault == "duplicate_column");
  BOOST_TEST(seenCsv("a,,b\n1,2,3\n").fault == "unnamed_column");
  BOOST_TEST(seenCsv("a,b,\n1,2,3\n").fault == "unnamed_column");
  BOOST_TEST(seenCsv("a,b\"\n").fault == "stray_quote");
  BOOST_TEST(seenCsv("\"a\n").fault == "quote_never_closes");
  BOOST_TEST(seenCsv("a,b").fault == "");
}

BOOST_AUTO_TEST_CASE(a_quote_that_never_closes_ends_the_reading_with_its_line) {
  const AllSeen ended = seenCsv("a,b\n1,2\n3,\"4\n5,6\n");
  BOOST_TEST(ended.fault == "quote_never_closes");
  BOOST_REQUIRE(ended.records.size() == 1U);  // what came before is read
  auto reader = readCsv(sourceOf("a,b\n1,2\n3,\"4\n5,6\n"));
  Block block;
  BOOST_TEST((*reader)->next(block).error().line == 3);
}

BOOST_AUTO_TEST_CASE(an_endless_quote_is_given_up_at_the_limit) {
  std::string begin = "a,b\n1,2\n3,\"";
  begin += std::string(std::size_t{3} << 20, '\n');
  const AllSeen open = seenCsv(begin, {}, 1 << 16);
  BOOST_TEST(open.fault == "quote_never_closes");
  BOOST_TEST(open.records.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_row_may_be_as_long_as_the_limit) {
  // With its newline, a row of 8 bytes.
  BOOST_TEST(seenCsv("a,b\n123,567\n", withMost(9)).records[0].fault == "");
  BOOST_TEST(seenCsv("a,b\n123,567\n", withMost(8)).records[0].fault == "");
  const AllSeen all = seenCsv("a,b\n123,567\n1,2\n", withMost(7));
  BOOST_REQUIRE(all.records.size() == 2U);
  BOOST_TEST(all.records[0].fault == "line_too_long");
  BOOST_TEST((all.records[1] == Seen{3, {"1", "2"}, ""}));
}

BOOST_AUTO_TEST_CASE(a_row_of_ten_gigabytes_is_one_fault_in_little_memory) {
  constexpr std::uint64_t kTenGigabytes = 10'000'000'000;
  auto source = repeated(std::string(1 << 20, 'x'), kTenGigabytes, "\n1,2\n");
  // The columns come first: from a source of their own in front.
  class Both : public Source {
   public:
    Both(std::unique_ptr<Source> first, std::unique_ptr<Source> second)
        : first_(std::move(first)), second_(std::move(second)) {}
    base::Result<std::size_t, base::Issue> read(char* into, std::size_t size) override {
      const auto count = first_->read(into, size);
      return *count > 0 ? count : second_->read(into, size);
    }

   private:
    std::unique_ptr<Source> first_;
    std::unique_ptr<Source> second_;
  };
  const AllSeen all = seen(readCsv(std::make_unique<Both>(sourceOf("a,b\n"), std::move(source))));
  BOOST_REQUIRE(all.records.size() == 2U);
  BOOST_TEST((all.records[0] == Seen{2, {}, "line_too_long"}));
  BOOST_TEST((all.records[1] == Seen{3, {"1", "2"}, ""}));
}

// Whatever a text holds, it is read the same however it arrives, and ends.
BOOST_AUTO_TEST_CASE(random_texts_are_read_alike_in_pieces_of_any_size) {
  constexpr std::uint32_t kSeed = 20261130;
  std::mt19937 random(kSeed);
  constexpr std::string_view kAlphabet = "a1,,,\"\"\n\n\r \t\xB8\xD3\xFF";
  for (int round = 0; round < 3000; ++round) {
    std::string text = "a,b\n";
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) text += kAlphabet[random() % kAlphabet.size()];
    ReaderOptions options;
    options.encoding = round % 2 == 0 ? "utf-8" : "gbk";
    options.most_record_bytes = 20;
    const AllSeen whole = seenCsv(text, options);
    for (const std::size_t step : {1U, 2U, 7U}) {
      const AllSeen pieces = seenCsv(text, options, step);
      BOOST_TEST((pieces.records == whole.records && pieces.fault == whole.fault),
                 "seed " << kSeed << ", round " << round << ": " << text);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_written_as_rfc_4180_says_is_read_back) {
  constexpr std::uint32_t kSeed = 4180;
  std::mt19937 random(kSeed);
  constexpr std::array<std::string_view, 8> kParts{"a", "\"", ",", "\n", "\r\n", "赣", " ", ""};
  std::string text = "a,b\r\n";
  std::vector<Cells> rows;
  for (int i = 0; i < 2000; ++i) {
    Cells& row = rows.emplace_back();
    for (int column = 0; column < 2; ++column) {
      std::string& cell = row.emplace_back("x");
      for (std::size_t parts = random() % 6; parts > 0; --parts) {
        cell += kParts[random() % kParts.size()];
      }
      std::string quoted;
      for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += "\"" + quoted + (column == 0 ? "\"," : "\"\r\n");
    }
  }
  const AllSeen all = seenCsv(text);
  BOOST_REQUIRE(all.records.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) BOOST_TEST((all.records[i].cells == rows[i]));
}

BOOST_AUTO_TEST_CASE(gb18030_cells_are_decoded_and_refused_by_row) {
  // 名称 and 赣州; its second bytes are letters in GBK, never a comma or a quote.
  ReaderOptions options;
  options.encoding = "gbk";
  const AllSeen told =
      seenCsv("\xC3\xFB\xB3\xC6,b\n\xB8\xD3\xD6\xDD,2\n1,\xFF\xFF\n3,4\n", options);
  BOOST_TEST(told.columns.front() == "名称");
  BOOST_REQUIRE(told.records.size() == 3U);
  BOOST_TEST((told.records[0] == Seen{2, {"赣州", "2"}, ""}));
  BOOST_TEST((told.records[1] == Seen{3, {}, "invalid_gb18030"}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
