// The notices that every answer carries, whatever the company.

import { h } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';

const WARNING = 'beyond_last_checked';

/**
 * As elements: the warning is a notice, the others are small print.
 * @param {Api.Notice[]} notices
 */
export function noticeList(notices) {
  return notices.map((notice) =>
    h(
      'p',
      {
        class: notice.code === WARNING ? 'notice notice-trouble answer-notice' : 'muted answer-notice',
        'data-notice': notice.code,
        lang: notice.text_en ? null : onlyChinese(),
      },
      say(notice, 'text'),
    ),
  );
}

/** On an English page: that the Chinese text prevails, and what is only in Chinese. */
export function chineseNote() {
  return onlyChinese() ? h('p', { class: 'muted chinese-note' }, t('chinese_texts')) : null;
}
