// Exact decimals as strings of digits: a figure never passes through a binary fraction.

/**
 * `value` × 10^places: shift('1.5', 4) is '15000'.
 * @param {string} value @param {number} places
 */
export function shift(value, places) {
  const negative = value.startsWith('-');
  const [whole, fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const right = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const result = plain(left, right);
  return negative && result !== '0' ? `-${result}` : result;
}

/**
 * Groups by three: '1234567.5' is '1,234,567.5'.
 * @param {string} value
 */
export function group(value) {
  const [whole, fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * Whether `text` is a plain decimal that the functions here can work on.
 * @param {string} text
 */
export function isDecimal(text) {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** @param {string} whole @param {string} fraction */
export function plain(whole, fraction) {
  const left = whole.replace(/^0+(?=\d)/, '') || '0';
  const right = fraction.replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

/**
 * Yuan in the capital form of cheques (叁佰万元整); '' beyond what that form is read for.
 * @param {string} value
 */
export function capitalYuan(value) {
  const [whole, fraction = ''] = value.split('.');
  if (whole.length > 16 || fraction.length > 2) return '';
  const [jiao, fen] = fraction.padEnd(2, '0');
  const yuan = capitalWhole(whole);
  const tenths = jiao === '0' ? '' : `${DIGITS[Number(jiao)]}角`;
  const cents = tenths + (fen === '0' ? '整' : `${DIGITS[Number(fen)]}分`);
  if (cents === '整') return `${yuan || '零'}元整`;
  const gap = yuan !== '' && jiao === '0' ? '零' : '';
  return (yuan === '' ? '' : `${yuan}元${gap}`) + cents;
}

/** @param {string} whole */
function capitalWhole(whole) {
  const sections = [];
  for (let end = whole.length; end > 0; end -= 4) sections.push(whole.slice(Math.max(0, end - 4), end));
  let text = '';
  let pending = false; // a run of zeros, written as a single 零
  for (let index = sections.length - 1; index >= 0; --index) {
    const section = sections[index].padStart(4, '0');
    if (section === '0000') {
      pending = text !== '';
      continue;
    }
    if (text !== '' && (pending || section[0] === '0')) text += '零';
    text += capitalSection(section) + unitOf(sections, index);
    pending = false;
  }
  return text;
}

// A 万亿 section followed by an 亿 section shares one 亿: 壹万贰仟亿, not 壹万亿贰仟亿.
/** @param {string[]} sections @param {number} index */
function unitOf(sections, index) {
  if (index !== 3) return SECTIONS[index];
  return /[1-9]/.test(sections[2]) ? '万' : '万亿';
}

/** @param {string} section */
function capitalSection(section) {
  let text = '';
  let zero = false;
  for (const [index, digit] of [...section].entries()) {
    if (digit === '0') {
      zero = text !== '';
      continue;
    }
    text += (zero ? '零' : '') + DIGITS[Number(digit)] + PLACES[3 - index];
    zero = false;
  }
  return text;
}
