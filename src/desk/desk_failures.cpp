#include "desk/desk_failures.h"

#include <array>
#include <cstddef>

namespace policycalc::desk {
namespace {

using enum DeskFailure;
using http::Failure;

constexpr std::array kRows = {
    DeskFailureRow{kUnknownHost, Failure::kHostName, "unknown_host", "请用本服务登记的主机名访问。",
                   "Use a host name that this service answers to."},
    DeskFailureRow{kOpenTransport, Failure::kForbidden, "open_transport",
                   "大厅只能在本机或经由 HTTPS 使用：请让管理员在前面设置受信任的 HTTPS 代理。",
                   "The desk works only on this machine or over HTTPS. Ask the administrator for "
                   "a trusted HTTPS proxy."},
    DeskFailureRow{kForeignOrigin, Failure::kForbidden, "foreign_origin",
                   "请求来自别的网站，已拒绝。", "The request came from a page of another site."},
    DeskFailureRow{kSignedOut, Failure::kNoCredentials, "signed_out",
                   "尚未登录或登录已失效，请登录。",
                   "You are not logged in, or your session is over. Please log in."},
    DeskFailureRow{kWrongCsrf, Failure::kForbidden, "wrong_csrf", "页面已过期，请刷新后再试。",
                   "The page is out of date. Reload it, then try again."},
    DeskFailureRow{kPasswordChangeRequired, Failure::kForbidden, "password_change_required",
                   "请先修改初始密码。", "Change your initial password first."},
    DeskFailureRow{kNotPermitted, Failure::kForbidden, "not_permitted", "您的角色没有这项权限。",
                   "Your role does not permit this."},
    DeskFailureRow{kCodeRequired, Failure::kForbidden, "second_factor_required", "请先输入验证码。",
                   "Show the code of your second factor first."},
    DeskFailureRow{kFactorRequired, Failure::kForbidden, "second_factor_required",
                   "请先设置第二步验证。", "Set up your second factor first."},
    DeskFailureRow{kPasswordNotFresh, Failure::kForbidden, "fresh_password_required",
                   "修改他人的账号或更换验证器前，请再输一次自己的密码。",
                   "Enter your own password again before you change the account of another person "
                   "or your authenticator app."},

    DeskFailureRow{kWrongLogin, Failure::kNoCredentials, "wrong_login",
                   "账号或密码不对，或账号已停用。",
                   "The log-in or the password is wrong, or the account is disabled."},
    DeskFailureRow{kWait, Failure::kTooManyRequests, "wait", "密码多次输入有误，请在 {} 秒后再试。",
                   "Too many wrong passwords. Try again in {} seconds."},
    DeskFailureRow{kBusy, Failure::kBusy, "busy", "登录的人较多，请过几秒再试。",
                   "Many people are logging in. Try again in a few seconds."},
    DeskFailureRow{kAccountChanged, Failure::kConflict, "changed_elsewhere",
                   "账号刚刚有变动，请重新登录。",
                   "The account has just been changed. Log in again."},
    DeskFailureRow{kPasswordChanged, Failure::kConflict, "changed_elsewhere",
                   "密码已在别处修改，请重新登录。",
                   "The password was changed elsewhere. Log in again."},
    DeskFailureRow{kSamePassword, Failure::kInvalid, "same_password", "新密码须与原密码不同。",
                   "The new password must differ from the old one.", "/new"},
    DeskFailureRow{kWrongPassword, Failure::kInvalid, "wrong_password", "原密码不对。",
                   "The old password is wrong.", "/old"},
    DeskFailureRow{kWrongPasswordAgain, Failure::kInvalid, "wrong_password", "密码不对。",
                   "The password is wrong.", "/password"},
    DeskFailureRow{kNoSession, Failure::kNotFound, "no_session", "没有这个登录，可能已经退出。",
                   "There is no such session. It may have ended."},
    DeskFailureRow{kWrongCode, Failure::kInvalid, "wrong_code",
                   "验证码不对，或已经用过。请等应用显示下一个再输。",
                   "The code is wrong or was used before. Wait for the next one.", "/code"},
    DeskFailureRow{kFactorNotAsked, Failure::kConflict, "no_second_factor",
                   "本服务对您的角色不要求第二步验证。",
                   "This service asks no second factor of your role."},
    DeskFailureRow{kNoFactorBegun, Failure::kConflict, "no_second_factor",
                   "请重新开始设置第二步验证。", "Begin to set up the second factor again."},

    DeskFailureRow{kNoAccount, Failure::kNotFound, "no_account", "没有这个账号。",
                   "There is no such account."},
    DeskFailureRow{kLoginTaken, Failure::kConflict, "login_taken", "这个登录名已被使用。",
                   "This log-in is taken.", "/login"},
    DeskFailureRow{kMemberChanged, Failure::kConflict, "changed_elsewhere",
                   "这个账号已在别处修改过，请重新打开后再改。",
                   "The account has been changed elsewhere. Review it, then try again."},
    DeskFailureRow{kOwnAccount, Failure::kConflict, "own_account",
                   "不能停用自己的账号、修改自己的角色或重置自己的密码，请另一位管理员操作。",
                   "You cannot disable yourself, change your own role or reset your own password. "
                   "Ask another administrator."},
    DeskFailureRow{kLastAdministrator, Failure::kConflict, "last_administrator",
                   "至少要留一位能登录的管理员。",
                   "At least one administrator must be able to log in."},
    DeskFailureRow{kOwnFactor, Failure::kConflict, "own_account",
                   "自己的第二步验证请另一位管理员重置。",
                   "Ask another administrator to reset your own second factor."},
    DeskFailureRow{kNoFactor, Failure::kConflict, "no_second_factor",
                   "这个账号还没有设置第二步验证。", "This account has no second factor yet."},
    DeskFailureRow{kHoldsMatters, Failure::kConflict, "matters_open",
                   "改了以后，此人名下的 {} 件在办办件就不能再由本人办，请先选好交给谁。",
                   "The account could no longer act on its {} open matters. Say who takes them.",
                   "/matters_to"},
    DeskFailureRow{kCannotTakeMatters, Failure::kInvalid, "wrong_value",
                   "此人不能接手：须是另一位在岗的人员。",
                   "Another account that may log in must take the matters.", "/matters_to"},
    DeskFailureRow{kCannotStandIn, Failure::kInvalid, "wrong_value",
                   "此人不能代理：须在岗，且在同一窗口或同一单位，或是其主管。",
                   "A substitute has an active account at the same window or in the same unit, or "
                   "is its supervisor.",
                   "/substitute"},
    DeskFailureRow{kSubstituteAway, Failure::kInvalid, "wrong_value",
                   "代理人在这几天也不在岗，请另选一位。",
                   "The substitute is away on one of these days, too.", "/substitute"},

    DeskFailureRow{kNoApplicant, Failure::kNotFound, "no_applicant",
                   "没有这家企业，或其授权已结束。",
                   "There is no such applicant, or their authorisation is over."},
    DeskFailureRow{kApplicantChanged, Failure::kConflict, "changed_elsewhere",
                   "这家企业的资料已由他人修改，请核对后再改。",
                   "Someone else has changed this applicant. Review the change, then try again."},
    DeskFailureRow{kCreditCodeTaken, Failure::kConflict, "applicant_exists",
                   "本县区已有同一统一社会信用代码的企业，请先查询。",
                   "This county has an applicant with this credit code already. Search for it.",
                   "/profile/credit_code"},
    DeskFailureRow{kCodeTaken, Failure::kConflict, "applicant_exists",
                   "本县区已凭此续办码建档，请用续办码查询。",
                   "This county has an applicant under this code already. Search by the code."},
    DeskFailureRow{
        kNameFound, Failure::kConflict, "name_found",
        "本县区已有同名企业，请先核对；确是另一家，再照样登记。",
        "This county has an applicant of this name already. Look first; if it is another "
        "company, say so and add it."},
    DeskFailureRow{kMatterElsewhere, Failure::kConflict, "matter_open",
                   "这个信用代码的企业在别的窗口已有同一措施的在办办件，请核对代码。",
                   "A company with this credit code has an open matter for the same measure at "
                   "another window. Check the code.",
                   "/profile/credit_code"},
    DeskFailureRow{kCountyMissing, Failure::kInvalid, "missing_field", "请选择县区。",
                   "Choose the county.", "/county"},
    DeskFailureRow{kOtherCounty, Failure::kInvalid, "wrong_value", "只能为本县区的企业办理。",
                   "You can help only applicants of your own county.", "/county"},
    DeskFailureRow{kNameMissing, Failure::kInvalid, "missing_field",
                   "保存的资料没有企业名称，请填写。",
                   "The saved profile names no company. Enter a name.", "/name"},
    DeskFailureRow{kMissingCode, Failure::kInvalid, "missing_code", "请输入企业的续办码。",
                   "Enter the code of the owner's saved profile."},
    DeskFailureRow{kNoConsent, Failure::kForbidden, "no_consent",
                   "资料的主人没有同意工作人员查看。请其在“我的资料”中同意，或改用纸面、当面授权。",
                   "The owner of the profile has not authorised staff to open it."},
    DeskFailureRow{kOtherCompany, Failure::kConflict, "other_company",
                   "续办码属于另一家企业，不能用来授权这家企业。",
                   "The code belongs to another company and cannot authorise help for this one."},
    DeskFailureRow{kMattersOpen, Failure::kConflict, "matters_open",
                   "还有在办事项：授权要改为不包括开办事项，请先撤回这些事项。",
                   "Matters are open. Withdraw them before you end the authorisation for matters.",
                   "/for_matters"},

    DeskFailureRow{kNoMatter, Failure::kNotFound, "no_matter", "没有这个办件。",
                   "There is no such matter."},
    DeskFailureRow{kMatterChanged, Failure::kConflict, "changed_elsewhere",
                   "这个办件刚被别人改过，您的修改没有保存，请看过后再改。",
                   "Someone else has just changed this matter, and your change was not saved. "
                   "Review it, then try again."},
    DeskFailureRow{kNotAuthorised, Failure::kConflict, "not_authorised",
                   "申请人的授权不包括开办事项，请先让申请人补充授权。",
                   "The applicant's authorisation does not cover matters. Ask the applicant for "
                   "one that does."},
    DeskFailureRow{kDoesNotApply, Failure::kConflict, "does_not_apply",
                   "按现有资料，这项措施的结论是：{}，不能开办。",
                   "With the present profile, this measure does not apply.", "/measure"},
    DeskFailureRow{kMatterOpen, Failure::kConflict, "matter_open",
                   "这家企业的这项措施已有在办的办件。",
                   "This company has an open matter for this measure already."},
    DeskFailureRow{
        kPermissionShort, Failure::kConflict, "permission_short",
        "授权到 {} 为止，各环节服务目标合计更长。请先续授权，或确认照样开办。",
        "The authorisation ends on {}, before the service targets do. Renew it first, or "
        "accept the short term.",
        "/accept_short_permission"},
    DeskFailureRow{kClosed, Failure::kConflict, "closed", "这个办件已经办结。",
                   "This matter is closed."},
    DeskFailureRow{kNoSuchStep, Failure::kConflict, "no_such_step",
                   "从现在的状态不能直接到这一步。",
                   "This step is not possible in the present state."},
    DeskFailureRow{kStepNotPermitted, Failure::kForbidden, "not_permitted",
                   "您的角色不能走这一步。", "Your role may not take this step."},
    DeskFailureRow{kReasonMissing, Failure::kInvalid, "missing_field", "请写明原因，申请人能看到。",
                   "Give a reason the applicant can read.", "/reason"},
    DeskFailureRow{kTakesNoHandler, Failure::kInvalid, "wrong_value", "这一步不指定经办人。",
                   "This step takes no handler.", "/handler"},
    DeskFailureRow{kHandlerMissing, Failure::kInvalid, "missing_field", "请先指定经办人。",
                   "Name a handler first.", "/handler"},
    DeskFailureRow{kHandlerRequired, Failure::kInvalid, "missing_field",
                   "办理中的办件必须有经办人。", "A matter in progress must have a handler.",
                   "/handler"},
    DeskFailureRow{kCannotHandle, Failure::kInvalid, "wrong_value",
                   "这位工作人员不能在该单位经办这个办件。",
                   "This member of the staff cannot handle the matter in that unit.", "/handler"},
    DeskFailureRow{kNotTried, Failure::kConflict, "not_tried",
                   "须先在两个不同的工作日各记一次联系不上，才能以“联系不上”办结。",
                   "Record an attempt to reach the company on two different workdays first."},
    DeskFailureRow{kNotClosed, Failure::kConflict, "not_closed",
                   "这个办件没有办结，或资料已删除，不能重新打开。",
                   "This matter is not closed, or its data is erased: it cannot be reopened."},
    DeskFailureRow{
        kTooLate, Failure::kConflict, "too_late",
        "只有办结的人或主管能在十分钟内撤销，撤回和已告知企业的不能撤销。请主管写明原因重新打开。",
        "Only who recorded the end, or a supervisor, can undo it within ten minutes; not a "
        "withdrawal, and not once the company was told. A supervisor can reopen it."},
    DeskFailureRow{kToldAlready, Failure::kConflict, "told_already",
                   "没有要告知的结果，或已经告知过。",
                   "There is nothing to tell the company, or it was told already."},
    DeskFailureRow{kCannotOwn, Failure::kInvalid, "wrong_value",
                   "办件在窗口，这位工作人员不在这个窗口，也不是其主管。",
                   "The matter is at the window, where this member of the staff does not work.",
                   "/to"},
    DeskFailureRow{kNoPerson, Failure::kInvalid, "wrong_value", "接收办件的账号不存在。",
                   "The account that is to receive the matters does not exist.", "/to"},
    DeskFailureRow{kCannotAwait, Failure::kConflict, "cannot_await",
                   "现在不能改为等企业补正：办件不在您这一边，或已经在补正。",
                   "The papers cannot be awaited now: the matter is not on your side, or they are "
                   "awaited already."},
    DeskFailureRow{kNotAwaiting, Failure::kConflict, "cannot_await",
                   "这个办件没有在等企业补正，或补正期已过。",
                   "The matter does not wait for its company, or no longer."},
    DeskFailureRow{kNobodyToRemind, Failure::kConflict, "nothing_to_remind", "没人负责，请改派。",
                   "Nobody is responsible. Give it to a person."},
    DeskFailureRow{kOwnReminder, Failure::kConflict, "nothing_to_remind", "这个办件正待您办。",
                   "It is your own turn."},
    DeskFailureRow{kRemindedToday, Failure::kConflict, "nothing_to_remind", "今天已经提醒过。",
                   "A reminder was recorded today already."},
    DeskFailureRow{kRemindsCompany, Failure::kConflict, "nothing_to_remind",
                   "企业补正中，不用提醒。", "Its company completes the papers."},
    DeskFailureRow{kMeasureRead, Failure::kConflict, "measure_read",
                   "措施没有新的变化，或已有人看过。",
                   "The measure has not changed, or the change was read already."},
    DeskFailureRow{kNoTable, Failure::kUnavailable, "no_table",
                   "现在无法生成表格，请稍后再试或改用 CSV。",
                   "The workbook cannot be written now. Try again later, or take the CSV file."},

    DeskFailureRow{kOtherPlace, Failure::kForbidden, "not_permitted",
                   "您只能指定本县区、本单位的经办人。",
                   "You can name handlers only for your own county and unit."},
    DeskFailureRow{kCannotBeHandler, Failure::kInvalid, "wrong_value",
                   "此人不能经办：须是在岗的本单位经办人，或在其县区、单位内的主管。",
                   "A handler must have an active account and belong to the unit, or be its "
                   "supervisor.",
                   "/staff"},
    DeskFailureRow{kHandlerChanged, Failure::kConflict, "changed_elsewhere",
                   "经办人已由他人改过，请核对后再改。",
                   "Someone else has changed the handler. Review it, then try again."},
};

constexpr bool isInOrder() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].name) != i) return false;
  }
  return kRows.size() == static_cast<std::size_t>(kHandlerChanged) + 1;
}
static_assert(isInOrder(), "one row for each failure, in the order of the enumeration");

}  // namespace

const DeskFailureRow& describe(DeskFailure name) {
  return kRows[static_cast<std::size_t>(name)];
}

std::span<const DeskFailureRow> deskFailures() {
  return kRows;
}

}  // namespace policycalc::desk
