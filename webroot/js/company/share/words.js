// The words of sharing and of what was shared: [Chinese, English].

export const shareWords = {
  // Links
  share_list_title: ['只分享结果', 'The result alone'],
  share_list_text: [
    '链接里只有措施名称和结论，没有您的回答，也没有企业名称。',
    'The link holds measures and verdicts, none of your answers and no name.',
  ],
  share_list_none: [
    '还没有符合或待认定的措施，暂时没有可以分享的结果。',
    'No measure is eligible or to be decided yet, so there is no result to share.',
  ],
  share_answers_title: ['连同回答一起分享', 'The result with your answers'],
  share_answers_warning: [
    '拿到这个链接的人，都能看到您填写的全部回答。请只发给信得过的人，发出去就收不回来。',
    'Whoever has this link can read all your answers. Send it only to people you trust: it cannot be taken back.',
  ],
  share_answers_text: [
    '对方打开后可以接着改、接着算，您这里的回答不会变。',
    'They can go on from it; your answers here do not change.',
  ],
  share_answers_none: ['还没有回答，没有什么可以分享。', 'There are no answers to share yet.'],
  share_named: ['也带上企业名称和统一社会信用代码', 'Include company name and credit code'],
  share_copy: ['复制链接', 'Copy link'],
  share_send: ['发给别人', 'Send'],
  share_sent: ['✓ 已交给所选的应用', '✓ Handed to the app'],
  share_failed: ['没有发出去，请复制链接。', 'It was not sent; please copy the link.'],
  share_long: [
    '链接比较长（{n} 个字符），个别聊天软件会截断。打不开时，请改用“保存”得到的续办码。',
    'The link is long ({n} characters) and some chat programs cut it. If it does not open, save and send the resume code instead.',
  ],

  // Dates
  dates_title: ['记下这些日期', 'Dates to note'],
  dates_get: ['下载日历文件', 'Download calendar file'],
  dates_note: ['用手机或电脑的日历打开，到期前 7 天提醒。', 'Opens in your calendar and reminds you 7 days before.'],
  date_end: ['到期：{title}', 'Ends: {title}'],
  date_check: ['结果供参考，请先向责任单位核实。', 'For orientation only; please check with the unit in charge.'],
  date_saved: ['保存的内容到期', 'Saved answers expire'],
  date_saved_text: [
    '到期后自动删除。想继续保留，请在这之前用续办码打开并延长期限。',
    'They are deleted on this day. To keep them, open them with your code before and extend.',
  ],

  // Arriving with answers
  shared_answers: ['别人分享给您的回答', 'Answers that were shared with you'],
  shared_answers_lead: [
    '确认以后才会用到。用了可以随意修改，不影响分享的人。',
    'Nothing is taken over until you say so. You can change them freely afterwards.',
  ],
  shared_count: ['链接里有 {n} 条回答', '{n} answers in the link'],
  shared_as_of: ['按哪一天的政策计算', 'Policies as of'],
  shared_needs: ['想解决的事', 'Looking for'],
  shared_left: [
    '另有 {n} 条现在的问题用不上或看不懂，不会带过来。',
    '{n} more do not fit the questions of today and are left out.',
  ],
  shared_other_title: ['这里已经有别的回答', 'There are other answers here'],
  shared_other_text: [
    '这个标签页里有您填写的 {n} 条回答。用分享的回答，就会替换它们。',
    'This tab holds {n} answers of yours. Taking the shared ones replaces them.',
  ],
  shared_other_saved: [
    '您保存过的内容不会变，除非您自己去更新。',
    'What you saved stays as it is unless you update it.',
  ],
  shared_same: ['和这个标签页里的回答一样。', 'The same as the answers in this tab.'],
  shared_take: ['用这些回答看结果', 'Take them and see the result'],
  shared_replace: ['替换我的回答，看结果', 'Replace mine and see the result'],
  shared_keep: ['不用，保留我的回答', 'No, keep mine'],
  shared_own: ['不用，自己填写', 'No, start on my own'],

  // Arriving with a list
  shared_list: ['别人分享给您的结果', 'A result that was shared with you'],
  shared_list_lead: [
    '这是别的企业的结果，您的情况可能不同。',
    'This is the result of another company; yours may differ.',
  ],
  shared_unchecked: [
    '以下结论由分享链接的人写入，本服务没有核对。',
    'The verdicts below were written by whoever made the link; not checked by this service.',
  ],
  shared_basis: ['按 {date} 的政策计算，政策库版本 {id}。', 'Policies as of {date}, catalogue {id}.'],
  shared_newer_title: ['政策库已经更新', 'The catalogue has changed since'],
  shared_newer_text: [
    '现在的版本是 {id}，下面的结论可能已经不同。请重新算一次。',
    'It is now {id}, and the verdicts below may be out of date. Please calculate anew.',
  ],
  shared_gone: ['{id}（现在的政策库里没有）', '{id} (not in the catalogue of today)'],
  shared_calculate: ['算算我的企业', 'Calculate for my company'],
  'shared_verdict.eligible': ['符合', 'Eligible'],
  'shared_verdict.conditional': ['待认定', 'For the authority to decide'],

  // What cannot be read
  shared_broken_title: ['这个链接打不开', 'This link does not open'],
  shared_broken_text: [
    '链接可能没有复制完整，或者不是从这里分享的。请让对方重新发一次，或者自己填写，几分钟就好。',
    'It may have been cut, or was not made here. Ask for it again, or answer the questions yourself: it takes a few minutes.',
  ],
  shared_to_form: ['自己填写', 'Start on my own'],
};
