// The words of the pages that keep answers and bring them back: [Chinese, English].

export const keepWords = {
  // Before saving
  save_title: ['保存下来，下次接着用', 'Save, and go on another day'],
  save_lead: [
    '保存全凭自愿，不保存也能看结果。保存后您会得到一个续办码，换一部手机或电脑也能接着办；不用登录，也不用留电话。',
    'Saving is up to you; the result needs none. You get a resume code that works on any phone or computer, without login or telephone number.',
  ],
  save_none_title: ['还没有可以保存的回答', 'There is nothing to save yet'],
  save_none_text: ['先填写企业情况，再回到这里保存。', 'Answer some questions first, then come back.'],
  save_to_form: ['去填写', 'Go to the questions'],
  save_to_resume: ['我已经有续办码', 'I have a resume code'],
  facts_title: ['先说清楚', 'What you should know'],
  facts_what: ['保存什么', 'What is kept'],
  facts_what_text: [
    '您填写的 {n} 条回答（没勾选、按没有算的也注明）、计算日期、您选的需求和当时的政策版本，没有别的。',
    'Your {n} answers, which of them you left unticked, the date of the calculation, what you came for and the version of the policies. Nothing else.',
  ],
  facts_drafts: ['有 {n} 处还没有写对，这几处不会保存。', '{n} entries are not valid yet and will not be kept.'],
  facts_how: ['怎样保管', 'How it is kept'],
  facts_how_text: [
    '加密后才存放，钥匙就是您的续办码。续办码我们不留底，丢了谁也找不回来。',
    'Encrypted, and your resume code is the key. We keep no copy of the code: nobody can recover it.',
  ],
  facts_who: ['谁能看到', 'Who can read it'],
  facts_who_text: [
    '拿着续办码的人。下面两项您若同意，本服务也能打开；都不同意，就只有续办码能打开。',
    'Whoever holds the code. If you agree to one of the two points below, this service can open it too; otherwise only the code can.',
  ],
  facts_long: ['保管多久', 'How long'],
  facts_long_text: [
    '期限由您选，到期自动删除，也可以随时自己删除。备份里的副本最多再留 {n} 天。',
    'You choose. It is deleted on the day it expires, or whenever you wish. Copies in backups live for up to {n} days more.',
  ],
  facts_remains: ['删除之后', 'After the deletion'],
  facts_remains_text: [
    '数据库服务器的文件里可能还有加密的残留，直到空间被重新使用；没有续办码打不开（下面两项您若同意，本服务也能打开）。',
    "Sealed remains may lie in the database server's files until their space is used again. Only the resume code opens them, and this service if you agree to one of the two points below.",
  ],

  // Choices
  days_legend: ['保存多久', 'Keep it for'],
  days: ['{n} 天', '{n} days'],
  days_same: ['不变，到 {date}', 'no change, until {date}'],
  days_again: ['从今天起 {n} 天', '{n} days from today'],
  consent_legend: ['是否同意（可以都不选）', 'Do you agree? (both may stay off)'],
  consent_help: ['请大厅窗口帮我办', 'Let the hall help me'],
  consent_help_text: [
    '政务服务大厅帮代办窗口的工作人员可以打开这份内容，为您查询和办理。',
    'Staff at the assistance window of the service hall may open it to look things up for you.',
  ],
  consent_notify: ['政策更新后重新核对', 'Check again when policies change'],
  consent_notify_text: [
    '政策更新后，本服务可以用这份内容重新核对。您没有留联系方式，所以不会主动联系您；下次打开时看到的就是按新政策算的结果。',
    'After a change of policies the service may check these answers again. You have left no contact, so nobody will call; you see the new result when you open it.',
  ],
  consent_later: ['以后随时可以改。', 'You can change this at any time.'],
  save_do: ['加密保存', 'Encrypt and save'],
  saving: ['正在保存……', 'Saving…'],
  save_refused: ['有回答需要改正，没有保存', 'An answer needs correction; nothing was saved'],
  save_correct: ['去改正', 'Correct it'],

  // Saved
  saved_title: ['已保存', 'Saved'],
  saved_lead: [
    '请现在就记下续办码：抄写、打印、拍照或发给自己都行。关掉这个标签页后，我们也找不回来。',
    'Keep the resume code now: write it down, print it or send it to yourself. Once this tab is closed we cannot recover it.',
  ],
  code_title: ['续办码', 'Resume code'],
  code_copy: ['复制续办码', 'Copy code'],
  code_note: [
    '大小写、空格、横线都不影响；谁拿着它，谁就能看到和修改这份内容。',
    'Case, blanks and hyphens do not matter. Whoever holds it can read and change what is kept.',
  ],
  link_title: ['链接和二维码', 'Link and QR code'],
  link_copy: ['复制链接', 'Copy link'],
  link_note: ['链接和二维码里就有续办码，请同样保管好。', 'Both contain the code: keep them as safe as the code.'],
  qr_name: ['二维码：打开保存的内容', 'QR code that opens what was saved'],
  qr_note: ['用手机扫一扫，在手机上接着办', 'Scan it to go on with your phone'],
  qr_missing: [
    '二维码暂时画不出来，用链接或续办码也一样。',
    'The QR code cannot be drawn now; link and code do the same.',
  ],
  print_page: ['打印这一页', 'Print this page'],
  calendar_expiry: ['到期日加入日历', 'Add expiry to calendar'],
  calendar_missing: [
    '日历文件暂时做不出来，请自己记下日期。',
    'The calendar file cannot be made now; please note the date.',
  ],
  calendar_title: ['惠企政策计算器保存的内容到期', 'Saved answers of the policy calculator expire'],
  calendar_text: [
    '到期后自动删除。想继续保留，请在这之前用续办码打开并延长期限。',
    'They are deleted on this day. To keep them, open them with your code before and extend.',
  ],
  terms_title: ['现在的约定', 'As agreed'],
  terms_until: ['保存到', 'Kept until'],
  terms_backup: ['备份', 'Backups'],
  terms_backup_text: ['副本最多再留 {n} 天', 'copies live for up to {n} days more'],
  terms_help: ['大厅窗口帮办', 'Help by the hall'],
  terms_notify: ['政策更新后重新核对', 'Checked again after changes'],
  agreed: ['✓ 同意', '✓ agreed'],
  not_agreed: ['— 不同意', '— not agreed'],

  // Upkeep
  upkeep_title: ['更新、改约定', 'Update or change'],
  content_same: ['保存的内容和现在的回答一致。', 'What is kept equals your present answers.'],
  content_changed: ['现在的回答和保存的内容不一样，还没有更新。', 'Your present answers differ from what is kept.'],
  update_do: ['更新已保存的内容', 'Update what is kept'],
  load_text: [
    '这个标签页里现在没有回答。要更新、改期限或同意事项，请先载入保存的内容。',
    'There are no answers in this tab now. To update, extend or change what you agreed to, load what is kept first.',
  ],
  load_do: ['载入保存的内容', 'Load what is kept'],
  loading_saved: ['正在载入……', 'Loading…'],
  load_done: ['已载入保存的内容。', 'What is kept is loaded.'],
  update_note: [
    '现在的回答、期限和同意事项会一起更新；续办码不变。',
    'Answers, expiry and consent are updated together; the code stays.',
  ],
  save_updated: ['已更新，续办码不变。', 'Updated. The code is the same.'],
  conflict_title: ['这份内容在别处改过了', 'It was changed elsewhere'],
  conflict_text: [
    '可能是您在另一部手机或电脑上更新过。这里的回答还在，请选用哪一份：',
    'Perhaps you updated it on another device. Your answers here are still there. Which one counts?',
  ],
  conflict_load: ['载入那一份', 'Load the other one'],
  conflict_load_note: ['换成那一份，这里的回答不再保留', 'the answers here are replaced'],
  conflict_overwrite: ['用这一份覆盖', 'Overwrite it with this one'],
  conflict_overwrite_note: ['保存这里的回答，那一份不再保留', 'the other one is replaced'],
  conflict_loaded: ['已载入那一份。', 'The other one is loaded.'],
  delete_title: ['删除', 'Delete'],
  delete_text: [
    '删除后，续办码、链接和二维码都打不开了。这个标签页里的回答还在。',
    'Code, link and QR code will then open nothing. The answers in this tab stay.',
  ],
  delete_do: ['删除已保存的内容', 'Delete what is kept'],
  delete_sure: ['确定删除吗？删除后找不回来。', 'Really delete it? It cannot be brought back.'],
  delete_yes: ['确定删除', 'Yes, delete'],
  deleting: ['正在处理……', 'One moment…'],
  delete_no: ['不删', 'No, keep it'],
  deleted: ['已删除。备份里的副本最多再留 {n} 天。', 'Deleted. Copies in backups live for up to {n} days more.'],

  // Opening again
  resume_title: ['用续办码接着办', 'Go on with your code'],
  resume_lead: [
    '输入保存时得到的续办码，就能取回当时的回答。',
    'Enter the resume code that you got when saving to have your answers back.',
  ],
  resume_label: ['续办码', 'Resume code'],
  resume_hint: [
    '26 个字母和数字。大小写、空格、横线都不影响；O 和 0、I 和 1 不用分清。',
    '26 letters and digits. Case, blanks and hyphens do not matter, nor does O for 0 or I for 1.',
  ],
  resume_do: ['打开', 'Open'],
  resume_opening: ['正在打开保存的内容……', 'Opening what you saved…'],
  resume_new: ['没有续办码？直接开始填写', 'No code? Start with the questions'],
  'code_problem.blank': ['请输入续办码', 'Enter the code'],
  'code_problem.symbols': [
    '续办码里只有字母和数字，没有字母 U 和别的符号',
    'A code has only letters and digits, no U and no other signs',
  ],
  'code_problem.length': ['续办码有 26 个字母和数字，现在是 {n} 个', 'A code has 26 letters and digits; here are {n}'],
  nothing_title: ['用这个续办码没有打开内容', 'This code opens nothing'],
  nothing_text: [
    '续办码可能有误，也可能内容已到期或已删除。请对照记下的续办码再看一遍；也可以重新填写，几分钟就好。',
    'It may be mistyped, or what was kept has expired or was deleted. Compare it with what you noted, or answer anew: it takes a few minutes.',
  ],
  replace_title: ['这里已经有别的回答', 'There are other answers here'],
  replace_text: [
    '这个标签页里有 {here} 条回答，和保存的 {there} 条不一样。要换成保存的吗？',
    'This tab holds {here} answers that differ from the {there} saved ones. Replace them?',
  ],
  replace_yes: ['换成保存的', 'Replace them'],
  replace_no: ['保留这里的', 'Keep those here'],
  dropped_title: ['已取回', 'Your answers are back'],
  dropped_text: [
    '政策更新后，有 {n} 条回答不再使用，没有取回；请核对其余的回答。',
    'After an update of the policies {n} answers are no longer used and were left out; please check the others.',
  ],
  to_result: ['看结果', 'See the result'],
  to_check: ['核对回答', 'Check answers'],

  // Asked to wait
  wait_title: ['次数有点多，请稍等', 'That was often; please wait'],
  wait_text: [
    '请过{wait}、{time} 以后再试。您填写的内容没有丢失。',
    'Please try again in {wait}, after {time}. What you entered is kept.',
  ],
  wait_seconds: [' {n} 秒', '{n} seconds'],
  wait_minutes: [' {n} 分钟', '{n} minutes'],
};
