// How the company rated the matter, for the window and its supervisors.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';

/** @param {Api.MatterDetail} record */
export function ratingPart({ rating }) {
  if (!rating) return null;
  return h(
    'section',
    { class: 'desk-part matter-rating', 'aria-labelledby': 'matter-rating' },
    h('h2', { id: 'matter-rating' }, t('rating_title')),
    h('p', {}, h('strong', {}, t(`rating.${rating.score}`)), ` ${t('rating_of', { n: rating.score })}`),
    rating.words ? h('p', { class: 'typed' }, rating.words) : null,
    h('p', { class: 'muted' }, timeText(rating.at)),
  );
}
