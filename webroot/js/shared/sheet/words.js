// The words of the sheet to take along: [Chinese, English].

export const sheetWords = {
  sheet_title: ['惠企政策一次性告知单', 'Checklist of measures for one company'],
  sheet_firm: ['企业', 'Company'],
  sheet_firm_blank: ['（未填写名称）', '(no name given)'],
  sheet_date: ['政策日期', 'Policies as of'],
  sheet_place: ['注册地', 'Registered in'],
  sheet_catalogue: ['政策库版本', 'Catalogue'],
  sheet_print: ['打印', 'Print'],
  sheet_back: ['返回结果', 'Back to the result'],
  sheet_options: ['打印哪些内容', 'What to print'],
  sheet_from: ['查询网址', 'Made at'],
  sheet_ask: ['咨询请拨打 12345。', 'Questions: call 12345.'],
  sheet_given: [
    '按 {n} 条回答计算；没有回答的按“不清楚”处理。',
    'Worked out from {n} answers; what was left out counts as unknown.',
  ],

  sheet_firm_hint: ['在这里填写企业名称', 'Type the name of the company'],

  // Parts and their options
  'sheet_part.hall': ['先去这个窗口', 'Go to this window first'],
  'sheet_part.todo': ['先办这些', 'Do these first'],
  'sheet_part.others': ['也适用的', 'These apply, too'],
  'sheet_part.map': ['政策地图', 'Policy map'],
  'sheet_part.near': ['差一项', 'One condition short'],
  'sheet_part.open': ['还要回答的问题', 'Questions still open'],
  'sheet_part.qr': ['二维码', 'QR code'],
  'sheet_part.reasons': ['理由和填写的回答', 'Reasons and your answers'],
  'sheet_note.todo': ['按最值得办的先后排列。', 'Most worth doing first.'],
  'sheet_note.marked': ['您在网页上勾选的。', 'What you ticked on the page.'],
  'sheet_note.near': [
    '只有一个条件没有满足，改变后可再核对。',
    'Just one condition is not met; check again when that changes.',
  ],
  'sheet_note.open': [
    '另有 {n} 项要看这些问题的回答，最有用的在前。',
    '{n} more hang on these questions, the most useful first.',
  ],

  // Tables
  sheet_column_number: ['序号', 'No.'],
  sheet_column_measure: ['措施和下一步', 'Measure and next step'],
  sheet_column_units: ['责任单位', 'In charge'],
  sheet_column_state: ['办到哪里', 'State'],
  sheet_bring: ['带', 'Bring'],
  sheet_bring_none: ['没有写明，先问清楚', 'not stated, ask first'],
  sheet_channel: ['渠道', 'Where'],
  sheet_judged: ['（待认定）', ' (to be decided)'],
  sheet_units_more: ['等，另有 {n} 家', 'and {n} more'],
  sheet_hall_unknown: ['当地政务服务中心', 'The government service centre of your county'],
  sheet_clerk: ['接待：{name}（办事请先找这里）', 'Served by: {name}'],
  sheet_hall_call: ['地址和电话请拨打 12345 问清楚再去。', 'Call 12345 for its address and telephone before you go.'],
  sheet_decides: ['由 {by} 认定：{text}', '{by} decides: {text}'],
  sheet_unmet: ['差：{text}', 'Not met: {text}'],
  sheet_until: ['有效期至 {to}', 'Valid until {to}'],
  sheet_questions_more: ['还有 {n} 题没有列出。', '{n} more questions are not listed.'],
  sheet_answers: ['填写的回答', 'Answers given'],
  sheet_nothing_title: ['目前还没有能确定的措施', 'No measure is settled yet'],
  sheet_nothing_text: [
    '这不等于没有。回答下面的问题后再打印。',
    'That does not mean there is nothing. Answer the questions below and print again.',
  ],

  // QR code
  sheet_qr_resume: ['扫码继续办', 'Scan to go on'],
  sheet_qr_resume_note: [
    '扫码能查看和修改填写的回答，请保管好本页。',
    'The code opens your answers and can change them: keep this page safe.',
  ],
  sheet_qr_site: ['扫码自己算', 'Scan to calculate'],
  sheet_qr_site_note: ['打开本网站，不含您的回答。', 'Opens this site; holds none of your answers.'],
  sheet_qr_save: ['保存以后，这里会有续办二维码。', 'Once saved, a QR code to go on appears here.'],
  sheet_qr_save_link: ['去保存', 'Save'],
  sheet_qr_other: [
    '保存的是以前的回答，更新以后这里会有续办二维码。',
    'What was saved is older than these answers: once updated, a QR code appears here.',
  ],
  sheet_qr_other_link: ['去更新', 'Update'],
  sheet_qr_missing: [
    '二维码暂时画不出来，其他内容不受影响。',
    'The QR code cannot be drawn now; nothing else is affected.',
  ],
};
