// Days and times of China, wherever the browser is: there the policies hold and the desk works.

const AHEAD = 8 * 3600_000; // milliseconds that China is ahead of UTC, all year round
const DAY = 24 * 3600_000;

let wrong = 0; // milliseconds that the browser's clock is behind the service's

/**
 * Takes over the time of an answer, its header `Date`: the computer at a desk may have a wrong clock.
 * @param {string | null} date
 */
export function noteServiceTime(date) {
  const time = Date.parse(date ?? '');
  if (!Number.isNaN(time)) wrong = time - Date.now();
}

/** The time by the service's clock, in milliseconds; by the browser's before the first answer. */
export function serviceTime() {
  return Date.now() + wrong;
}

/** The ISO date of today, or of the day `ahead` days later. */
export function today(now = serviceTime(), ahead = 0) {
  return new Date(now + AHEAD + ahead * DAY).toISOString().slice(0, 10);
}

/**
 * `2026-11-25 09:30` for a time such as `2026-11-25T01:30:00Z`; other text stays as it is.
 * @param {string | null | undefined} at
 */
export function timeText(at) {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return at ?? '';
  return new Date(time + AHEAD).toISOString().slice(0, 16).replace('T', ' ');
}

/** The time of day now, as `09:30`. */
export function clockText(now = Date.now()) {
  return new Date(now + AHEAD).toISOString().slice(11, 16);
}
