#include "vault/password_words.h"

#include <algorithm>
#include <array>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

namespace policycalc::vault {
namespace {

/// The product, its rooms and roles; the city, its province and counties; what is often chosen.
/// zxcvbn's own lists are English, with few pinyin among the names and passwords.
constexpr std::array kAscii{
    "policycalc", "policy",    "ganzhou",    "ganzhoushi",    "jiangxi",   "zhengce",  "jisuanqi",
    "huiqi",      "huiqitong", "bangdaiban", "daiban",        "chuangkou", "fuwu",     "dating",
    "zhengwu",    "xingzheng", "shenpi",     "yingshang",     "huanjing",  "zhongxin", "guanliyuan",
    "jingban",    "zhuguan",   "mima",       "kouling",       "woaini",    "woai",     "zhongguo",
    "clerk",      "handler",   "supervisor", "administrator", "admin",     "desk",     "hall",
    "zhanggong",  "nankang",   "ganxian",    "xinfeng",       "dayu",      "shangyou", "chongyi",
    "anyuan",     "longnan",   "quannan",    "dingnan",       "xingguo",   "ningdu",   "yudu",
    "ruijin",     "huichang",  "xunwu",      "shicheng",      "rongjiang", "jingkai",  "gannan",
};

constexpr std::array kOther{
    "赣州",     "赣州市",
    "赣南",     "江西",
    "江西省",   "政策",
    "计算器",   "政策计算器",
    "惠企",     "惠企通",
    "帮代办",   "代办",
    "窗口",     "服务",
    "大厅",     "服务大厅",
    "政务服务", "政务",
    "行政审批", "审批",
    "营商环境", "优化营商环境",
    "中心",     "经办人",
    "主管",     "管理员",
    "窗口人员", "密码",
    "口令",     "我爱你",
    "我爱",     "中国",
    "您好",     "你好",
    "登录",     "账号",
    "章贡",     "章贡区",
    "南康",     "南康区",
    "赣县",     "赣县区",
    "信丰",     "大余",
    "上犹",     "崇义",
    "安远",     "龙南",
    "全南",     "定南",
    "兴国",     "宁都",
    "于都",     "瑞金",
    "会昌",     "寻乌",
    "石城",     "蓉江",
    "经开区",   "一二三四五六",
    "一二三",   "一二三四五六七八",
    "七八九十", "零一二三四五",
    "甲乙丙丁", "东南西北",
};

bool isSign(char c) {
  return !base::isDigit(c) && !base::isLetter(c);
}

/// A single letter is in every password.
constexpr std::size_t kShortestWord = 2;

void add(std::vector<std::string>& words, std::string word) {
  if (word.size() >= kShortestWord) words.push_back(std::move(word));
}

/// `zhang.san-2` gives `zhang.san-2`, `zhangsan2`, `zhang.san-`, `zhangsan`, `zhang` and `san`.
void addPieces(std::vector<std::string>& words, std::string_view text) {
  const std::string whole = base::toLower(text);
  std::string without_end = whole;
  while (!without_end.empty() && base::isDigit(without_end.back())) without_end.pop_back();
  for (std::string form : {whole, without_end}) {
    add(words, form);
    std::erase_if(form, isSign);
    add(words, form);
  }
  std::string piece;
  for (const char c : without_end + " ") {
    if (base::isLetter(c)) {
      piece += c;
    } else {
      add(words, std::move(piece));
      piece.clear();
    }
  }
}

}  // namespace

std::u32string foldedCodePoints(std::string_view text) {
  std::u32string points;
  while (!text.empty()) {
    const auto [point, bytes] = base::firstCodePoint(text);
    if (bytes == 0) break;
    const bool is_wide = point >= 0xFF01 && point <= 0xFF5E;
    points += is_wide ? point - 0xFF01 + U'!' : base::isSpace(point) ? U' ' : point;
    text.remove_prefix(bytes);
  }
  return points;
}

PasswordWords passwordWords(const PasswordOwner& owner) {
  PasswordWords words;
  // The owner's come first: the earlier a word, the fewer guesses it takes.
  addPieces(words.ascii, owner.login);
  const std::u32string name = foldedCodePoints(owner.name);
  std::string ascii_name;
  std::u32string other_name;
  for (const char32_t point : name) {
    if (point < 0x80) {
      ascii_name += static_cast<char>(point);
    } else {
      other_name += point;
    }
  }
  addPieces(words.ascii, ascii_name);
  words.ascii.insert(words.ascii.end(), kAscii.begin(), kAscii.end());
  if (other_name.size() > 1) words.other.push_back(other_name);
  for (const char* word : kOther) words.other.push_back(foldedCodePoints(word));
  // The longest first, so that they are found before their parts.
  std::stable_sort(words.other.begin(), words.other.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

}  // namespace policycalc::vault
