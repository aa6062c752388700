#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/vault/password.h"

namespace policycalc::vault::test {
namespace {

using F = PasswordFault;

constexpr PasswordOwner kLiNa{"li.na-hall01", "李娜娜"};

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// Characters of ASCII without a pattern.
std::string characters(std::size_t count) {
  std::string text;
  unsigned state = 7;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 1'103'515'245U + 12'345U;
    text += static_cast<char>('a' + (state >> 16U) % 26);
  }
  return text;
}

struct Choice {
  std::string password;
  PasswordFault fault;
};

std::ostream& operator<<(std::ostream& out, const Choice& choice) {
  return out << choice.password.substr(0, 40) << " is " << static_cast<int>(choice.fault);
}

const std::vector<Choice> kForms = {
    {"", F::kTooShort},
    {characters(11), F::kTooShort},
    {characters(12), F::kNone},
    {characters(13), F::kNone},
    {characters(199), F::kNone},
    {characters(200), F::kNone},
    {characters(201), F::kTooLong},
    {characters(1'000'000), F::kTooLong},
    // Code points count, not bytes.
    {"工业园路紫色河马爱喝茶", F::kTooShort},
    {"工业园路的紫色河马爱喝茶", F::kNone},
    {"𠮷野家的大碗牛肉饭好吃吗", F::kNone},
    // Not UTF-8, or with characters that cannot be typed.
    {"\xff\xfe" + characters(12), F::kNotText},
    {characters(12) + "\xe7\xab", F::kNotText},
    {"\xc0\xaf" + characters(12), F::kNotText},
    {"\xed\xa0\x80" + characters(12), F::kNotText},
    {"\xf5\x80\x80\x80" + characters(12), F::kNotText},
    {characters(12) + std::string(1, '\0'), F::kNotText},
    {characters(12) + "\n", F::kNotText},
    {characters(12) + "\x7f", F::kNotText},
    // The log-in.
    {"li.na-hall01", F::kIsLogin},
    {"LI.NA-HALL01", F::kIsLogin},
    {"linahall01linahall01", F::kIsLogin},
    {"li.na-hall01li.na-hall01", F::kIsLogin},
    {"li.na-hall01!!", F::kIsLogin},
};

/// Refused as too easily guessed.
const std::vector<std::string> kGuessable = {
    "Password2024", "P@ssw0rd1234", "1234567890123456", "987654321098", "qwerty123456!",
    "Aa123456789!", "abcdefghijkl", "admin1234567", "Ganzhou2024!!", "woaini123456", "a1b2c3d4e5f6",
    "1qaz@WSX3edc",
    // Repetition, sequences and signs.
    "123456789012", "1234-5678-9012", "PASSWORD-1234!", "passwordpassword", "aaaaaaaaaaaa",
    "abababababab", "abcdabcdabcd", "abcdeabcdeabcde", "1234 1234 1234", "!!!!!!!!!!!!",
    "            ", "administrator", times(50, "1qaz"), times(25, "P@ssw0rd"),
    // Pinyin, and words of the city and the service.
    "woaini1314520", "zhongguo20241001", "Zhanggong@2025", "ganzhoushi123", "bangdaiban2026!",
    "policycalc2026!", "Jiangxi-Ganzhou", "fuwudating123", "Xingguo#Ningdu",
    // The owner: log-in and name.
    "li.na-hall02", "Lina-hall2026", "hall-li.na-2026", "李娜娜李娜娜李娜娜李娜娜",
    "李娜娜2026!2026",
    // Chinese: repetition, sequences, our words, full-width forms of ASCII.
    "我爱你我爱你我爱你我爱你", "一二三四五六七八九十一二", times(50, "章贡区窗"), times(12, "赣"),
    "赣州政策计算器赣州政策", "章贡区窗口帮代办的口令呀", "赣州市行政审批服务大厅",
    "Ｐａｓｓｗｏｒｄ２０２４", "１２３４５６７８９０１２", "　　　　　　　　　　　　",
    "密码Password2024密码", "P我a爱s中s国word2024",
    // Other alphabets.
    "абвгдежзийкл", "ааааааааааааааа", "парольпарольпароль", "αβγδεζηθικλμ", "😀😁😂😃😄😅😆😇😈😉😊😋"};

const std::vector<std::string> kGood = {
    "correct horse battery",     "violin harbour maple 62",       "maple river stone lantern",
    "correcthorsebatterystaple", "shuijing mianbao lutai dengta", "shuijingmianbaolutai",
    "tiger-lampe-47-wolke",      "春风又绿江南岸啊明月何时",      "工业园路的紫色河马爱喝茶",
    "自己想的一句 长一点的密码", "十二个字的密码刚好够长了",      "K7#pw2Vq!xZ9",
    "синий кит пьёт чай утром",  "紫色 hippo 喝 tea 下午三点",    "given by somebody else 1"};

}  // namespace

BOOST_AUTO_TEST_SUITE(PasswordRule)

BOOST_DATA_TEST_CASE(says_what_speaks_against_a_choice, kForms, choice) {
  BOOST_TEST((passwordFault(choice.password, kLiNa) == choice.fault));
}

BOOST_DATA_TEST_CASE(refuses_what_is_soon_guessed, kGuessable, password) {
  BOOST_TEST_INFO(passwordBits(password, kLiNa));
  BOOST_TEST(((passwordFault(password, kLiNa) == F::kGuessable) ||
              (passwordFault(password, kLiNa) == F::kTooShort)));
  BOOST_TEST(passwordBits(password, kLiNa) < kFewestPasswordBits);
}

BOOST_DATA_TEST_CASE(takes_what_is_long_to_guess, kGood, password) {
  BOOST_TEST_INFO(passwordBits(password, kLiNa));
  BOOST_TEST((passwordFault(password, kLiNa) == F::kNone));
}

// An attacker of another person does not try these first.
BOOST_AUTO_TEST_CASE(the_owner_makes_the_difference) {
  const PasswordOwner other{"wang", "王芳"};
  for (const std::string password : {"sihaoqiao.sun-9041", "欧阳四娘在这里做窗口工作"}) {
    const PasswordOwner own{"sihaoqiao.sun", "欧阳四娘"};
    BOOST_TEST(passwordBits(password, own) + 10 < passwordBits(password, other), password);
  }
}

// Nine new characters of 5 bits each are the least that is taken.
BOOST_AUTO_TEST_CASE(characters_outside_ascii_count_by_length) {
  const PasswordOwner stranger{"", ""};
  const std::string eight = "紫色河马爱喝绿茶";
  BOOST_TEST(passwordBits(eight, stranger) == 40);
  BOOST_TEST(passwordBits(eight + "吗", stranger) == 45);
  BOOST_TEST(passwordBits(eight + eight + eight, stranger) <= 41);
  BOOST_TEST(passwordBits(eight + "紫", stranger) == 41);
  BOOST_TEST(passwordBits(eight + eight + "吗", stranger) == 46);
}

BOOST_AUTO_TEST_CASE(the_least_is_45_bits) {
  const PasswordOwner stranger{"", ""};
  BOOST_TEST(kFewestPasswordBits == 45);
  // 44, 45 and 46 bits in twelve characters.
  BOOST_TEST((passwordFault("紫色河马爱喝绿茶紫紫绿绿", stranger) == F::kGuessable));
  BOOST_TEST((passwordFault("紫色河马爱喝绿茶吗紫色河", stranger) == F::kNone));
  BOOST_TEST((passwordFault("紫色河马爱喝绿茶紫色吗紫", stranger) == F::kNone));
}

BOOST_AUTO_TEST_CASE(a_log_in_without_letters_hides_nothing) {
  for (const std::string_view login : {"", "..", "a", "1"}) {
    BOOST_TEST((passwordFault(characters(12), {login, ""}) == F::kNone), login);
  }
}

BOOST_AUTO_TEST_CASE(hostile_names_do_no_harm) {
  for (const std::string& name :
       {std::string(), std::string("\xff\xff"), std::string("a\0b", 3), std::string(100'000, 'x'),
        times(1000, "娜"), std::string("\xe7\xab")}) {
    BOOST_TEST((passwordFault("correct horse battery", {name, name}) == F::kNone));
  }
}

BOOST_AUTO_TEST_CASE(what_is_made_for_a_member_is_always_good) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string password = oneTimePassword();
    BOOST_TEST(password.size() == 19U);
    BOOST_TEST((passwordFault(password, {"li.na", "李娜"}) == F::kNone), password);
    BOOST_TEST(password.find_first_of("ILOU") == std::string::npos);
    seen.insert(password);
  }
  BOOST_TEST(seen.size() == 1000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::vault::test
