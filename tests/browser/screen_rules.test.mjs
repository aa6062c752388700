// What the data of the screens means: what is asked, what is chosen, and what a tap answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answers } from './js/shared/answers.js';
import {
  canHold,
  chosenOne,
  factsOf,
  holds,
  isTicked,
  leftOut,
  mostScreens,
  nextByOrder,
  possibleScreens,
  reduced,
  screenOf,
  takeOne,
  tick,
} from './js/shared/screens/rules.js';

const of = (profile) => (fact) => profile[fact];
const option = (id, sets, details = [], when = null) => ({ id, sets, details, when });
const screen = (id, more) => ({
  id,
  style: 'many',
  facts: [],
  options: [],
  second: [],
  fields: [],
  when: null,
  ...more,
});
const NOTHING = new Set();

test('a condition without an answer: `in` is false, `not_in` true, and both can still hold', () => {
  const bank = { fact: 'kind', in: ['bank'] };
  const noBank = { fact: 'kind', not_in: ['bank'] };
  for (const [condition, profile, now, later] of [
    [null, {}, true, true],
    [bank, {}, false, true],
    [bank, { kind: 'bank' }, true, true],
    [bank, { kind: 'shop' }, false, false],
    [noBank, {}, true, true],
    [noBank, { kind: 'bank' }, false, false],
    [noBank, { kind: 'shop' }, true, true],
    [{ all: [bank, noBank] }, {}, false, true],
    [{ all: [bank, noBank] }, { kind: 'bank' }, false, false],
    [{ any: [bank, noBank] }, { kind: 'bank' }, true, true],
    [{ any: [] }, {}, false, false],
    [{ all: [] }, {}, true, true],
    [{ fact: 'tags', in: ['food'] }, { tags: ['food', 'farm'] }, true, true],
    [{ fact: 'tags', not_in: ['food'] }, { tags: ['food', 'farm'] }, false, false],
    [{ fact: 'tags', not_in: ['food'] }, { tags: [] }, true, true],
    [{ fact: 'yes', in: ['true'] }, { yes: true }, true, true],
  ]) {
    assert.equal(holds(condition, of(profile)), now, JSON.stringify([condition, profile]));
    assert.equal(canHold(condition, of(profile)), later, JSON.stringify([condition, profile]));
  }
});

const kind = screen('kind', {
  facts: ['kind'],
  style: 'one',
  options: [option('shop', { kind: 'shop' }), option('bank', { kind: 'bank' })],
});
const ratios = screen('ratios', { when: { fact: 'kind', in: ['bank'] } });
const plans = screen('plans', { when: { fact: 'kind', not_in: ['bank'] } });
const project = screen('project', { when: { fact: 'bid', in: ['goods'] } });
const last = screen('last', { when: { fact: 'kind', not_in: ['bank'] } });
const screens = [kind, ratios, plans, project, last];
const ids = (list) => list.map(({ id }) => id);

test('screens that an answer excludes are neither counted nor next', () => {
  assert.deepEqual(ids(possibleScreens(screens, [], of({ kind: 'shop' }))), ['kind', 'plans', 'project', 'last']);
  assert.deepEqual(ids(possibleScreens(screens, [], of({ kind: 'shop', bid: 'none' }))), ['kind', 'plans', 'last']);
  assert.equal(mostScreens(screens, kind, [], of({})), 4, 'the longest of the ways from here');
  assert.equal(mostScreens(screens, kind, [], of({ kind: 'bank' })), 3);
  const skipped = possibleScreens(screens, ['kind'], of({}));
  assert.deepEqual(ids(skipped), ['kind', 'plans', 'project', 'last'], 'what was skipped stays open');
  assert.equal(nextByOrder(screens, 'kind', ['kind'], of({ kind: 'shop' })).id, 'plans');
  assert.equal(nextByOrder(screens, 'kind', ['kind'], of({ kind: 'bank' })).id, 'ratios');
  assert.equal(nextByOrder(screens, 'plans', ['kind', 'last'], of({ kind: 'shop' })), null);
  assert.equal(nextByOrder(screens, '', [], of({})).id, 'kind');
});

test('of several tiles that agree the one that says most is chosen, and another tile takes its answers back', () => {
  const options = [
    option('company', { kind: 'company', owner: 'private' }),
    option('state', { kind: 'company', owner: 'state' }),
    option('shop', { kind: 'shop' }),
    option('any', { kind: 'company' }),
  ];
  assert.equal(chosenOne(options, of({})), null);
  assert.equal(chosenOne(options, of({ kind: 'company', owner: 'state' })).id, 'state');
  assert.equal(chosenOne(options, of({ kind: 'company' })).id, 'any');
  assert.deepEqual(takeOne(options, options[2], of({ kind: 'company', owner: 'state' })), {
    kind: 'shop',
    owner: undefined,
  });
});

const troubles = screen('troubles', {
  options: [
    option('owed', { troubles: ['owed'] }, ['debtors']),
    option('fined', { troubles: ['fined', 'court'] }),
    option('sued', { troubles: ['court'] }),
    option('short', { short: true }),
    option('home', { fair: 'home' }),
    option('abroad', { fair: 'abroad' }),
    option('listing', {}, ['listing']),
    option('land', { land: 'undecided' }, ['land']),
  ],
  none: { sets: { troubles: [], short: false, fair: 'none', listing: 'none', land: 'none', staff: 0 } },
});
const named = (id) => troubles.options.find((one) => one.id === id);
const after = (id, ticked, profile) => {
  const next = { ...profile, ...tick(troubles, named(id), ticked, of(profile)) };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
};

test('another tile keeps what was added to its list otherwise', () => {
  const options = [
    option('food', { line: 'catering', tags: ['food'] }),
    option('farm', { line: 'farming', tags: ['farm'] }),
    option('shop', { line: 'retail', tags: [] }),
  ];
  const profile = { line: 'catering', tags: ['food', 'travel'] };
  assert.deepEqual(takeOne(options, options[1], of(profile)), { line: 'farming', tags: ['travel', 'farm'] });
  assert.deepEqual(takeOne(options, options[2], of(profile)), { line: 'retail', tags: ['travel'] });
  assert.deepEqual(takeOne(options, options[2], of({})), { line: 'retail', tags: [] });
});

test('ticks add up in a list, and the end of one keeps what another says', () => {
  let profile = after('owed', true, {});
  profile = after('fined', true, profile);
  profile = after('sued', true, profile);
  assert.deepEqual(profile, { troubles: ['owed', 'fined', 'court'] });
  profile = after('fined', false, { ...profile, debtors: ['firm'] });
  assert.deepEqual(profile, { troubles: ['owed', 'court'], debtors: ['firm'] });
  profile = after('owed', false, profile);
  assert.deepEqual(profile, { troubles: ['court'] }, 'what was asked below a tick ends with it');
  assert.deepEqual(after('sued', false, profile), {}, 'without a tick the list is not known');
  assert.deepEqual(after('owed', true, { troubles: ['unlisted'] }), { troubles: ['unlisted', 'owed'] });
});

test('of two ticks for one fact the last counts', () => {
  const profile = after('abroad', true, after('home', true, {}));
  assert.deepEqual(profile, { fair: 'abroad' });
  assert.equal(isTicked(named('home'), troubles, of(profile), NOTHING), false);
});

test('a tick without answers of its own lives by what is asked below it', () => {
  const listing = named('listing');
  assert.equal(isTicked(listing, troubles, of({}), NOTHING), false);
  assert.equal(isTicked(listing, troubles, of({}), new Set(['listing'])), true);
  assert.equal(isTicked(listing, troubles, of({ listing: 'none' }), NOTHING), false);
  assert.equal(isTicked(listing, troubles, of({ listing: 'board' }), NOTHING), true);
  assert.deepEqual(after('listing', true, { listing: 'none' }), {}, 'the "no" from before is taken back');
  assert.deepEqual(after('listing', true, { listing: 'board' }), { listing: 'board' });
  assert.deepEqual(after('listing', false, { listing: 'board' }), {});
  assert.equal(isTicked(named('land'), troubles, of({ land: 'lease' }), NOTHING), true);
  assert.equal(isTicked(named('land'), troubles, of({ land: 'none' }), NOTHING), false);
});

test('none of the rest answers what no tick asks, and nothing that is known', () => {
  const { staff, ...asked } = troubles.none.sets;
  assert.equal(staff, 0);
  assert.deepEqual(leftOut(troubles, of({}), NOTHING), asked);
  assert.deepEqual(leftOut(troubles, of({ troubles: ['owed'], short: true, staff: 3 }), new Set(['listing'])), {
    fair: 'none',
    land: 'none',
  });
  assert.deepEqual(leftOut(kind, of({}), NOTHING), {});
});

test('what decides nothing any more is not shown, unless it is ticked', () => {
  const listed = (facts, profile = {}) => reduced(troubles, facts, of(profile), NOTHING).options.map(({ id }) => id);
  assert.equal(listed(null).length, troubles.options.length);
  assert.deepEqual(listed(['listing', 'debtors']), ['owed', 'listing']);
  assert.deepEqual(listed(['listing'], { short: true }), ['short', 'listing']);
  assert.equal(listed(['nowhere']).length, troubles.options.length, 'an empty list would be no screen');
  assert.equal(reduced(kind, ['nowhere'], of({}), NOTHING).options.length, 2, 'tiles stay');
  const fields = [
    { fact: 'budget', when: null },
    { fact: 'buyer', when: null },
  ];
  const form = screen('form', { style: 'fields', fields });
  assert.deepEqual(reduced(form, ['buyer'], of({}), NOTHING).fields, [fields[1]]);
  assert.deepEqual(reduced(form, ['buyer'], of({ budget: '1' }), NOTHING).fields, fields);
  const shown = reduced(troubles, ['short'], of({}), NOTHING);
  assert.deepEqual(leftOut(shown, of({}), NOTHING), { short: false }, 'only what was shown was left out');
});

test('a fact belongs to the screen that sets it, asks it below a tick or has its field', () => {
  const sized = screen('size', { facts: ['size'], fields: [{ fact: 'staff', when: null }] });
  assert.deepEqual(factsOf(sized), ['size', 'staff']);
  assert.equal(screenOf([kind, troubles, sized], 'debtors').id, 'troubles');
  assert.equal(screenOf([kind, troubles, sized], 'staff').id, 'size');
  assert.equal(screenOf([kind, troubles, sized], 'name'), null);
});

test('answers remember what was left out until the fact is answered otherwise, and forget it when cleared', () => {
  const kept = new Map();
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  const answers = new Answers(storage);
  let changes = 0;
  answers.subscribe(() => ++changes);
  answers.setAll({ short: { value: false }, fair: { value: 'none' } }, { leftOut: true });
  answers.passed = ['kind'];
  assert.equal(changes, 1, 'one change for all');
  const later = new Answers(storage);
  assert.ok(later.isLeftOut('short') && later.isLeftOut('fair') && !later.isLeftOut('other'));
  assert.deepEqual(later.request(), { profile: { short: false, fair: 'none' }, passed: ['kind'] });
  later.set('short', { value: false });
  later.setAll({ fair: {} });
  assert.ok(!later.isLeftOut('short') && !later.isLeftOut('fair'));
  later.setAll({ fair: { value: 'none' } }, { leftOut: true });
  later.clear();
  later.set('fair', { value: 'none' });
  assert.ok(!later.isLeftOut('fair'));
  assert.deepEqual(later.request(), { profile: { fair: 'none' } });
});
