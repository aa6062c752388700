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

  // Parts and their options
  'sheet_part.eligible': ['符合', 'Eligible'],
  'sheet_part.conditional': ['待认定', 'For the authority to decide'],
  'sheet_part.claims': ['权利和服务', 'Rights and services'],
  'sheet_part.near': ['差一项', 'One condition short'],
  'sheet_part.open': ['还要回答的问题', 'Questions still open'],
  'sheet_part.documents': ['要带的材料', 'Documents to bring'],
  'sheet_part.units': ['去哪里办', 'Where to go'],
  'sheet_part.qr': ['二维码', 'QR code'],
  'sheet_part.reasons': ['理由和填写的回答', 'Reasons and your answers'],
  'sheet_note.eligible': ['按填写的情况，条件都满足。', 'By the answers given, every condition is met.'],
  'sheet_note.conditional': [
    '条件都满足，还要由写明的单位认定。',
    'The conditions are met; the authority named has still to judge.',
  ],
  'sheet_note.claims': ['不是发钱，是可以要求、可以使用的。', 'No money, but what may be asked for and used.'],
  'sheet_note.near': [
    '只有一个条件没有满足，改变后可再核对。',
    'Just one condition is not met; check again when that changes.',
  ],
  'sheet_note.open': [
    '另有 {n} 项要看这些问题的回答，最有用的在前。',
    '{n} more hang on these questions, the most useful first.',
  ],
  'sheet_note.documents': [
    '相同的材料只列一次，数字是上面措施的序号。',
    'Each document once; the numbers are those of the measures above.',
  ],
  'sheet_note.units': ['数字是上面措施的序号。', 'The numbers are those of the measures above.'],

  // Tables
  sheet_column_number: ['序号', 'No.'],
  sheet_column_measure: ['措施和下一步', 'Measure and next step'],
  sheet_column_amount: ['支持', 'Support'],
  sheet_column_units: ['责任单位', 'In charge'],
  sheet_column_document: ['材料', 'Document'],
  sheet_column_unit: ['单位', 'Unit'],
  sheet_column_channel: ['办理渠道', 'Channel'],
  sheet_column_for: ['用于', 'For'],
  sheet_no_sum: ['不涉及金额', 'No sum involved'],
  sheet_decides: ['由 {by} 认定：{text}', '{by} decides: {text}'],
  sheet_unmet: ['差：{text}', 'Not met: {text}'],
  sheet_until: ['有效期至 {to}', 'Valid until {to}'],
  sheet_numbers: ['第 {numbers} 项', 'No. {numbers}'],
  sheet_questions_more: ['还有 {n} 题没有列出。', '{n} more questions are not listed.'],
  sheet_documents_none: [
    '上面的措施没有写明要带的材料，请先问责任单位。',
    'The measures above name no documents; ask the unit in charge.',
  ],
  sheet_documents_also: [
    '没有写明材料的措施，请先问责任单位。',
    'Where a measure names no document, ask the unit in charge.',
  ],
  sheet_answers: ['填写的回答', 'Answers given'],
  sheet_nothing_title: ['目前还没有能确定的措施', 'No measure is settled yet'],
  sheet_nothing_text: [
    '这不等于没有。回答下面的问题后再打印。',
    'That does not mean there is nothing. Answer the questions below and print again.',
  ],
  sheet_total_none: ['暂无', 'none yet'],

  // QR code
  sheet_qr_resume: ['扫码继续办', 'Scan to go on'],
  sheet_qr_resume_note: [
    '扫码能查看和修改填写的回答，请保管好本页。',
    'Whoever scans it can read and change the answers: keep this page safe.',
  ],
  sheet_qr_list: ['扫码看本单措施', 'Scan for these measures'],
  sheet_qr_list_note: ['不含填写的回答。', 'Holds none of the answers.'],
  sheet_qr_save: ['保存以后，这里会有续办二维码。', 'Once saved, a QR code to go on stands here.'],
  sheet_qr_save_link: ['去保存', 'Save'],
  sheet_qr_other: [
    '保存的是以前的回答，更新以后这里会有续办二维码。',
    'What was saved is older than these answers: once updated, a QR code stands here.',
  ],
  sheet_qr_other_link: ['去更新', 'Update'],
  sheet_qr_missing: [
    '二维码暂时画不出来，其他内容不受影响。',
    'The QR code cannot be drawn now; nothing else is affected.',
  ],
};
