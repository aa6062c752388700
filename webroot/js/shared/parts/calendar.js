// Calendar files (RFC 5545): whole-day entries with a reminder before, for dates that a company
// should not miss. Plain text in, plain text out.

const LONGEST = 75; // octets of a line, without its end
const PRODUCT = '-//policycalc//policycalc 1//ZH';

/**
 * The text of a calendar file. An event is `{uid, date: 'YYYY-MM-DD', title, text?, url?, remind?}`;
 * `remind` is how many days before the day a reminder comes (default 7, 0 for none). Most
 * calendars replace an entry that has the same `uid`. Throws RangeError for an invalid date.
 * @param {Pages.CalendarEvent[]} events
 */
export function calendarFile(events, now = new Date()) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => entry(event, stamp(now))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** @param {Pages.CalendarEvent} given @param {string} made */
function entry({ uid, date, title, text, url, remind = 7 }, made) {
  /** @param {string} name @param {string | undefined} value */
  const property = (name, value) => (value ? [`${name}:${escapeText(value)}`] : []);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}@policycalc`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${basic(addDays(date, 0))}`,
    `DTEND;VALUE=DATE:${basic(addDays(date, 1))}`,
    ...property('SUMMARY', title),
    ...property('DESCRIPTION', text),
    ...(url ? [`URL:${oneLine(url)}`] : []),
    'TRANSP:TRANSPARENT',
    ...(remind > 0
      ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${remind}D`, ...property('DESCRIPTION', title), 'END:VALARM']
      : []),
    'END:VEVENT',
  ];
}

/**
 * The ISO date `days` after `date`.
 * @param {string} date @param {number} days
 */
export function addDays(date, days) {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).map(Number) ?? [];
  const time = new Date(Date.UTC(year, month - 1, day));
  // A date that rolled over, such as 30 February, comes back as another.
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date)
    throw new RangeError(`no date: ${date}`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/**
 * Backslash, semicolon, comma and line ends as the format wants them; other control characters go.
 * @param {string} text
 */
export function escapeText(text) {
  return String(text)
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/**
 * Cuts a line into pieces of at most 75 octets, never inside a character.
 * @param {string} line
 */
export function fold(line) {
  const pieces = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    // From the second piece on the blank in front counts too.
    if (octets + size > LONGEST) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

/** @param {string} character */
function octetsOf(character) {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** @param {string} text */
function oneLine(text) {
  return String(text).replace(/\p{Cc}/gu, '');
}

/** @param {string} date */
function basic(date) {
  return date.replaceAll('-', '');
}

/** @param {Date} time */
function stamp(time) {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}
