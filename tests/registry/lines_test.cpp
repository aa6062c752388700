#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "registry/made_source.h"

namespace policycalc::registry::test {
namespace {

constexpr const char* kChinese = "赣州章贡";
constexpr const char* kChineseGb = "\xB8\xD3\xD6\xDD\xD5\xC2\xB9\xB1";

ReaderOptions withEncoding(std::string name) {
  ReaderOptions options;
  options.encoding = std::move(name);
  return options;
}

ReaderOptions withMost(std::size_t bytes) {
  ReaderOptions options;
  options.most_record_bytes = bytes;
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Lines)

// In pieces of every size, so that each end of a piece falls everywhere.
BOOST_DATA_TEST_CASE(lines_keep_their_numbers, boost::unit_test::data::xrange(1, 9), step) {
  const AllSeen all =
      seenLines("\xEF\xBB\xBF{\"a\":1}\r\n\n \t\r\n[2]\n3", {}, static_cast<std::size_t>(step));
  BOOST_TEST(all.fault == "");
  BOOST_REQUIRE(all.records.size() == 3U);
  BOOST_TEST((all.records[0] == Seen{1, {"{\"a\":1}\r"}, ""}));
  BOOST_TEST((all.records[1] == Seen{4, {"[2]"}, ""}));
  BOOST_TEST((all.records[2] == Seen{5, {"3"}, ""}));
}

BOOST_AUTO_TEST_CASE(nothing_has_no_records) {
  for (const char* text : {"", "\n", "\n\n", "\xEF\xBB\xBF", " "}) {
    const AllSeen all = seenLines(text);
    BOOST_TEST(all.records.empty());
    BOOST_TEST(all.fault == "");
  }
}

BOOST_AUTO_TEST_CASE(blocks_end_after_their_records_or_bytes) {
  ReaderOptions options;
  options.block_records = 2;
  auto reader = readLines(sourceOf("1\n2\n3\n"), options);
  BOOST_REQUIRE(reader.ok());
  Block block;
  BOOST_TEST(*(*reader)->next(block));
  BOOST_TEST(block.records().size() == 2U);
  BOOST_TEST(*(*reader)->next(block));
  BOOST_TEST(block.records().size() == 1U);
  BOOST_TEST(!*(*reader)->next(block));
  BOOST_TEST(block.records().empty());
}

BOOST_AUTO_TEST_CASE(a_line_may_be_as_long_as_the_limit) {
  const AllSeen all = seenLines("1234\n12345\n123456\n1\n", withMost(5));
  BOOST_REQUIRE(all.records.size() == 4U);
  BOOST_TEST(all.records[0].fault == "");
  BOOST_TEST(all.records[1].fault == "");
  BOOST_TEST(all.records[2].fault == "line_too_long");
  BOOST_TEST((all.records[3] == Seen{4, {"1"}, ""}));
}

BOOST_AUTO_TEST_CASE(a_line_of_ten_gigabytes_is_one_fault_in_little_memory) {
  constexpr std::uint64_t kTenGigabytes = 10'000'000'000;
  const AllSeen all =
      seen(readLines(repeated(std::string(1 << 20, 'x'), kTenGigabytes, "\n{\"after\":true}\n")));
  BOOST_TEST(all.fault == "");
  BOOST_REQUIRE(all.records.size() == 2U);
  BOOST_TEST((all.records[0] == Seen{1, {}, "line_too_long"}));
  BOOST_TEST((all.records[1] == Seen{2, {"{\"after\":true}"}, ""}));
}

BOOST_AUTO_TEST_CASE(a_long_last_line_without_a_newline_is_one_fault) {
  const AllSeen all = seenLines("1\n" + std::string(3000, 'x'), withMost(100));
  BOOST_REQUIRE(all.records.size() == 2U);
  BOOST_TEST((all.records[1] == Seen{2, {}, "line_too_long"}));
}

BOOST_AUTO_TEST_CASE(gb18030_is_detected_and_decoded) {
  const AllSeen all = seenLines(std::string("\"") + kChineseGb + "\"\n\"a\"\n");
  BOOST_REQUIRE(all.records.size() == 2U);
  BOOST_TEST(all.records[0].cells.front() == std::string("\"") + kChinese + "\"");
}

// A four-byte character: U+20087, outside GBK.
BOOST_AUTO_TEST_CASE(gb18030_has_characters_of_four_bytes) {
  const AllSeen all = seenLines("\x95\x32\x90\x31\n", withEncoding("GB18030"));
  BOOST_REQUIRE(all.records.size() == 1U);
  BOOST_TEST(all.records[0].cells.front() == "\xF0\xA0\x82\x87");
}

BOOST_AUTO_TEST_CASE(utf8_is_detected_where_a_piece_cuts_a_character) {
  std::string text(65535, ' ');  // the first piece ends within the first character
  text += kChinese;
  const AllSeen all = seenLines(text, {}, 1 << 20);
  BOOST_REQUIRE(all.records.size() == 1U);
  BOOST_TEST(all.records[0].cells.front().ends_with(kChinese));
}

BOOST_AUTO_TEST_CASE(bytes_of_another_encoding_refuse_their_line_only) {
  const AllSeen utf8 = seenLines(std::string("1\n") + kChineseGb + "\n2\n", withEncoding("utf-8"));
  BOOST_REQUIRE(utf8.records.size() == 3U);
  BOOST_TEST((utf8.records[1] == Seen{2, {}, "invalid_utf8"}));
  const AllSeen gb = seenLines("1\n\xFF\xFF\n2\n\xB8\n", withEncoding("gb18030"));
  BOOST_REQUIRE(gb.records.size() == 4U);
  BOOST_TEST((gb.records[1] == Seen{2, {}, "invalid_gb18030"}));
  BOOST_TEST((gb.records[3] == Seen{4, {}, "invalid_gb18030"}));
}

BOOST_AUTO_TEST_CASE(an_unknown_encoding_is_named) {
  for (const char* name : {"latin-1", "utf-16", "UTF8 ", "gb"}) {
    const auto reader = readLines(sourceOf("1\n"), withEncoding(name));
    BOOST_REQUIRE(!reader.ok());
    BOOST_TEST(reader.error().code == "unknown_encoding");
    BOOST_TEST(reader.error().message.find(name) != std::string::npos);
  }
  for (const char* text : {"\xFF\xFE{\0", "\xFE\xFF", "\xFF\xFF\xFF\xFF\n", "\x80\n"}) {
    BOOST_TEST(seenLines(text).fault == "unknown_encoding");
  }
  for (const char* name : {"UTF-8", "utf8", "gbk", "GB2312", "GB18030"}) {
    BOOST_TEST(seenLines("1\n", withEncoding(name)).records.size() == 1U);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
