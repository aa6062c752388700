#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace policycalc::api {

/// Words of the sheet in both languages, with `{name}` parts.
struct Words {
  std::string_view chinese;
  std::string_view english;
};

/// The language of one sheet.
class Tongue {
 public:
  explicit Tongue(bool chinese) : chinese_(chinese) {}

  bool isChinese() const { return chinese_; }
  /// A text of the policies: Chinese where there is no translation.
  const std::string& say(const std::string& text, const std::string& english) const {
    return chinese_ || english.empty() ? text : english;
  }
  /// The words with their parts filled in.
  std::string word(
      const Words& words,
      std::initializer_list<std::pair<std::string_view, std::string>> parts = {}) const;
  /// `words` and the colon of the language.
  std::string label(const Words& words) const;
  std::string label(const std::string& text) const;

 private:
  bool chinese_;
};

// The same words as on the page of the sheet.
namespace words {

inline constexpr Words kTitle{"惠企政策一次性告知单", "Checklist of measures for one company"};
inline constexpr Words kFirm{"企业", "Company"};
inline constexpr Words kNoName{"（未填写名称）", "(no name given)"};
inline constexpr Words kPlace{"注册地", "Registered in"};
inline constexpr Words kDate{"政策日期", "Policies as of"};
inline constexpr Words kCatalogue{"政策库版本", "Catalogue"};
inline constexpr Words kFrom{"查询网址", "Made at"};
inline constexpr Words kGiven{"按 {n} 条回答计算；没有回答的按“不清楚”处理。",
                              "Worked out from {n} answers; what was left out counts as unknown."};
inline constexpr Words kFree{"本服务免费，不委托任何中介收费。",
                             "This service is free. No agent may charge for it."};
inline constexpr Words kTerms{
    "结果供参考，以主管部门认定为准。咨询请拨打 12345。",
    "The result is for orientation; the competent authority decides. Questions: call 12345."};
inline constexpr Words kChineseTexts{
    "",
    "The English texts are a help to readers; the Chinese text prevails. Only in Chinese: "
    "conditions, what an authority judges, some notes, and the names of documents."};
inline constexpr Words kResume{"扫码继续办", "Scan to go on"};
inline constexpr Words kResumeNote{
    "扫码能查看和修改填写的回答，请保管好本页。",
    "The code opens your answers and can change them: keep this page safe."};
inline constexpr Words kCode{"扫码自己算", "Scan to calculate"};
inline constexpr Words kCodeNote{"打开本网站，不含您的回答。",
                                 "Opens this site; holds none of your answers."};

inline constexpr Words kHall{"先去这个窗口", "Go to this window first"};
inline constexpr Words kHallUnknown{"当地政务服务中心",
                                    "The government service centre of your county"};
inline constexpr Words kHallCall{"地址和电话请拨打 12345 问清楚再去。",
                                 "Call 12345 for its address and telephone before you go."};

inline constexpr Words kEligible{"专门给您的：符合 {n} 项", "For you: eligible for {n}"};
inline constexpr Words kConditional{"待认定 {n} 项", "{n} for an authority to decide"};
inline constexpr Words kUndetermined{"还没定 {n} 项", "{n} still open"};
inline constexpr Words kUniversal{"。另有每家企业都能用的 {n} 项服务。",
                                  ". Besides, {n} services for every company."};
inline constexpr Words kCertain{"文件写明的金额（以核定为准）",
                                "Amounts named in the document (subject to approval)"};
inline constexpr Words kToBeDecided{"待认定", "To be decided"};

inline constexpr Words kNothingTitle{"目前还没有能确定的措施", "No measure is settled yet"};
inline constexpr Words kNothingText{
    "这不等于没有。回答下面的问题后再打印。",
    "That does not mean there is nothing. Answer the questions below and print again."};
inline constexpr Words kNothingOwn{"除了每家企业都能用的服务，还没有能确定的措施",
                                   "Apart from what every company has, no measure is settled yet"};
inline constexpr Words kNoneTitle{"按目前的回答，没有适用的措施",
                                  "By your answers no measure applies"};
inline constexpr Words kNoneText{"可以回去改一改回答，或拨打 12345 咨询。",
                                 "Change an answer, or call 12345."};

inline constexpr Words kToDo{"先办这些", "Do these first"};
inline constexpr Words kToDoNote{"按最值得办的先后排列。", "Most worth doing first."};
inline constexpr Words kMarked{"我要办的", "On my list"};
inline constexpr Words kMarkedNote{"您在网页上勾选的。", "What you ticked on the page."};
inline constexpr Words kColumns[] = {{"序号", "No."},
                                     {"措施和下一步", "Measure and next step"},
                                     {"责任单位", "In charge"},
                                     {"办到哪里", "State"}};
inline constexpr Words kBring{"带", "Bring"};
inline constexpr Words kBringNone{"没有写明，先问清楚", "not stated, ask first"};
inline constexpr Words kChannel{"渠道", "Where"};
inline constexpr Words kDecides{"由 {by} 认定：{text}", "{by} decides: {text}"};
inline constexpr Words kUntil{"有效期至 {to}", "Valid until {to}"};
inline constexpr Words kMoreOffices{"等，另有 {n} 家", "and {n} more"};
inline constexpr Words kLocal{"（属地落实）", " (locally)"};
inline constexpr Words kShared{"以下有 {n} 项要注意：", "For {n} of these: "};
inline constexpr Words kStates[] = {
    {"我要办", "I will do it"}, {"已申请", "Applied for"}, {"已领取", "Received"}};
inline constexpr Words kSourceOfNotice{"{number} 第{item}项市工作举措（本工具编号 {id}）",
                                       "{number}, item {item}, city measures (number {id} here)"};
inline constexpr Words kSourceOfItem{"{number} 第{item}项（本工具编号 {id}）",
                                     "{number}, item {item} (number {id} here)"};

inline constexpr Words kAtLeast{"不低于 ", "at least "};
inline constexpr Words kAtMost{"不超过 ", "at most "};
inline constexpr Words kExample{"举例：", "for example "};
inline constexpr Words kAmountUnknown{"补充回答后可算出", "Computed once the answers are there"};
inline constexpr Words kAmountUnstated{"文件未载明金额", "No amount stated in the text"};
inline constexpr Words kAmountWaived{"免费", "Free of charge"};
inline constexpr Words kShare{"预留份额，不是补贴", "a reserved share, no subsidy"};
inline constexpr Words kPaid{"√ 已领过", "√ already paid out"};

inline constexpr Words kOthers{"也适用的", "These apply, too"};
inline constexpr Words kJudged{"（待认定）", " (to be decided)"};
inline constexpr Words kUniversalList{"每家企业都能用的 {n} 项服务",
                                      "{n} services for every company"};
inline constexpr Words kNear{"差一项", "One condition short"};
inline constexpr Words kNearNote{"只有一个条件没有满足，改变后可再核对。",
                                 "Just one condition is not met; check again when that changes."};
inline constexpr Words kUnmet{"差：{text}", "Not met: {text}"};
inline constexpr Words kTooHigh{"高出 {value}", "{value} too high"};
inline constexpr Words kTooLow{"还差 {value}", "{value} short"};
inline constexpr Words kOpen{"还要回答的问题", "Questions still open"};
inline constexpr Words kOpenNote{"另有 {n} 项要看这些问题的回答，最有用的在前。",
                                 "{n} more hang on these questions, the most useful first."};
inline constexpr Words kMoreQuestions{"还有 {n} 题没有列出。",
                                      "{n} more questions are not listed."};

inline constexpr Words kMap{"政策地图", "Policy map"};
/// By paper::CellState.
inline constexpr Words kSigns[] = {{"√", "√"}, {"认", "J"}, {"?", "?"}, {"差", "1"}, {"–", "–"}};
inline constexpr Words kCells[] = {{"符合", "Eligible"},
                                   {"待认定", "To be decided"},
                                   {"还没定", "Still open"},
                                   {"差一项", "One condition short"},
                                   {"没有专门给您的", "Nothing specific"}};
/// By engine::Verdict.
inline constexpr Words kVerdicts[] = {{"符合", "Eligible"},
                                      {"待认定", "For the authority to decide"},
                                      {"还没定", "Still open"},
                                      {"不符合", "Not eligible"},
                                      {"不涉及", "Does not concern you"},
                                      {"不在有效期", "Not in force"}};

inline constexpr Words kListSeparator{"、", ", "};
inline constexpr Words kClauseSeparator{"；", "; "};
inline constexpr Words kColon{"：", ": "};
inline constexpr Words kOpenBracket{"（", " ("};
inline constexpr Words kCloseBracket{"）", ")"};

}  // namespace words
}  // namespace policycalc::api
