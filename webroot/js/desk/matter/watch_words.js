// The words of what keeps a matter from being forgotten: [Chinese, English].

export const watchWords = {
  'view.company': ['待企业补正', 'Companies'],
  'view.measure': ['措施有变', 'Measure changed'],
  clock_rests: ['企业补正中，到 {date}', 'the company completes its papers until {date}'],
  line_completions: ['补正 {n} 次', 'completed {n} times'],
  line_reminded: ['已提醒 {n} 次，{date} 提醒 {name}', '{n} reminders, the last on {date} to {name}'],
  line_reminded_you: ['请您办理：{date} 提醒', 'Reminder to you of {date}'],
  line_measure: ['措施有变', 'measure changed'],
  line_warning: ['授权到 {date}（{n} 个工作日内）', 'authorised until {date} (within {n} workdays)'],

  permission_title: [
    '授权到 {date} 为止，只剩 {n} 个工作日以内',
    'The authorisation ends on {date}, within {n} workdays',
  ],
  permission_text: [
    '到期以后办件自动了结，企业的资料会删除，也就联系不上企业了。请先请企业续授权。',
    'After that the matter ends by itself and the data of the company is erased, its contact too. Renew it first.',
  ],
  permission_renew: ['续授权', 'Renew it'],
  permission_window: ['请窗口（{name}）请企业续授权。', 'The window ({name}) has to renew it with the company.'],

  await_title: ['企业补正中', 'The company completes its papers'],
  await_text: [
    '本环节的目标日顺延；{date} 以后办件自动回到原来的人手里。',
    'The target of this state moves; after {date} the matter is back with the same person by itself.',
  ],
  await: ['等企业补正', 'Await papers'],
  await_until: ['等到哪天（含当天）', 'Until (the last day)'],
  await_note: ['缺什么', 'What is missing'],
  await_hint: ['最多 {n} 个字', 'At most {n} characters'],
  await_blank: ['请填写', 'Fill this in'],
  await_do: ['确定：等企业补正', 'Confirm: await papers'],
  await_done: ['✓ 已改为等企业补正。', '✓ The papers are awaited.'],
  await_wrong: [
    '日期要晚于今天，不能超过补正的最长时间，也不能晚于授权到期',
    'A day to come, within the bound of the desk and the authorisation',
  ],
  resume: ['资料已补齐，继续办', 'Complete: go on'],
  resume_done: ['✓ 已继续办。', '✓ The matter goes on.'],

  remind: ['提醒 {name}', 'Remind {name}'],
  remind_done: ['✓ 已提醒。对方在工作台和办件页上会看到。', '✓ Reminder recorded; the person sees it at the desk.'],
  bulk_remind: ['提醒', 'Remind'],
  bulk_remind_done: ['✓ 已提醒 {n} 件', '✓ Reminded of {n}'],
  deed_to: ['提醒 {name}', 'to {name}'],
  deed_seen: ['{time} 已看到', 'seen {time}'],
  deed_unseen: ['还没看到', 'not seen yet'],

  measure_title: ['这项措施在开办以后有了变化', 'The measure has changed since the matter was opened'],
  measure_text: [
    '请看过下面的变化，判断这件事还能不能这样办，再记“已看过”。',
    'Read what has changed, decide whether the matter can go on so, then record that you have read it.',
  ],
  measure_before: ['原来：', 'Before: '],
  measure_after: ['现在：', 'Now: '],
  measure_none: ['（没有）', '(nothing)'],
  measure_read: ['已看过', 'I have read it'],
  measure_read_done: ['✓ 已记下：看过措施的变化。', '✓ Recorded: the changes were read.'],

  'deed.awaited': ['等企业补正，到', 'papers awaited until'],
  'deed.resumed': ['继续办', 'went on'],
  'deed.reminded': ['提醒', 'reminder'],
  'deed.read': ['看过措施的变化', 'read what changed in the measure'],
};
