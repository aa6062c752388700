// The calendar file, without a browser: read back line by line, as a calendar reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, calendarFile, escapeText, fold } from './js/shared/parts/calendar.js';

const now = new Date('2026-11-25T08:09:10.123Z');
const octets = (text) => Buffer.byteLength(text, 'utf8');
const unfolded = (file) => file.replaceAll('\r\n ', '').split('\r\n');
const expiry = { uid: 'saved-2026-12-31', date: '2026-12-31', title: '保存的内容到期', text: '到期后自动删除' };

test('an entry is a whole day with a reminder a week before', () => {
  assert.deepEqual(unfolded(calendarFile([expiry], now)), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//policycalc//policycalc 1//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:saved-2026-12-31@policycalc',
    'DTSTAMP:20261125T080910Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:保存的内容到期',
    'DESCRIPTION:到期后自动删除',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P7D',
    'DESCRIPTION:保存的内容到期',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('every line ends in CRLF, also with line ends of other kinds in the text', () => {
  const file = calendarFile([{ ...expiry, text: 'a\nb\r\nc\rd' }], now);
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
  assert.ok(file.endsWith('END:VCALENDAR\r\n'));
  assert.ok(unfolded(file).includes('DESCRIPTION:a\\nb\\nc\\nd'));
});

test('text cannot begin another property', () => {
  const file = calendarFile(
    [{ ...expiry, uid: 'a\r\nATTACH:x', title: 'x\r\nATTENDEE:mailto:a@b', url: 'https://a/\r\nATTACH:y' }],
    now,
  );
  for (const line of unfolded(file)) assert.doesNotMatch(line, /^(ATTACH|ATTENDEE)/);
});

test('signs of the format are escaped once, and control characters go', () => {
  for (const [text, escaped] of [
    ['a;b,c\\d', 'a\\;b\\,c\\\\d'],
    ['\\n', '\\\\n'],
    ['a\u0000b\u0007c\td', 'abcd'],
    ['甲：乙；丙，丁', '甲：乙；丙，丁'],
    ['', ''],
    [12, '12'],
  ])
    assert.equal(escapeText(text), escaped);
});

test('lines are folded at 75 octets, at no other place', () => {
  for (const [line, pieces] of [
    ['', ['']],
    ['x'.repeat(74), ['x'.repeat(74)]],
    ['x'.repeat(75), ['x'.repeat(75)]],
    ['x'.repeat(76), ['x'.repeat(75), 'x']],
    ['x'.repeat(149), ['x'.repeat(75), 'x'.repeat(74)]],
    ['x'.repeat(150), ['x'.repeat(75), 'x'.repeat(74), 'x']],
    ['赣'.repeat(25), ['赣'.repeat(25)]],
    ['赣'.repeat(26), ['赣'.repeat(25), '赣']],
    ['x'.repeat(73) + '州', ['x'.repeat(73), '州']],
    ['x'.repeat(72) + '😀', ['x'.repeat(72), '😀']],
    ['x'.repeat(71) + '😀', ['x'.repeat(71) + '😀']],
  ])
    assert.deepEqual(fold(line).split('\r\n '), pieces, line);
});

test('folded Chinese text is whole again when unfolded, and no line is too long', () => {
  const text = '按《中小企业促进法》办理，请在到期前核对：😀é'.repeat(20);
  const file = calendarFile([{ ...expiry, title: text, text }], now);
  for (const line of file.split('\r\n')) {
    assert.ok(octets(line) <= 75, `${octets(line)} octets`);
    assert.doesNotMatch(line, /\ufffd/);
  }
  assert.ok(unfolded(file).includes(`SUMMARY:${text}`));
});

test('days are counted over the ends of months, leap years and years', () => {
  for (const [date, days, result] of [
    ['2026-01-31', 1, '2026-02-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-11-25', 0, '2026-11-25'],
    ['2026-11-25', 365, '2027-11-25'],
  ])
    assert.equal(addDays(date, days), result);
});

test('a text that is not a date is refused', () => {
  for (const date of [
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '',
    null,
    undefined,
    '2026-01-01T00:00:00Z',
    '0000-00-00',
  ]) {
    assert.throws(() => addDays(date, 0), RangeError, String(date));
    assert.throws(() => calendarFile([{ ...expiry, date }], now), RangeError);
  }
});

test('an entry without a reminder, and several entries', () => {
  const file = calendarFile(
    [
      { ...expiry, remind: 0 },
      { ...expiry, uid: 'm-16.2', remind: 30 },
    ],
    now,
  );
  assert.equal(file.match(/BEGIN:VEVENT/g).length, 2);
  assert.equal(file.match(/BEGIN:VALARM/g).length, 1);
  assert.match(file, /TRIGGER:-P30D/);
});
