// The second step of the log-in: showing a code, and setting up the app that makes it.

import { isStatus } from '../../shared/api.js';
import { fill, find, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { copyButton } from '../../shared/parts/copy.js';
import { qrCode } from '../../shared/parts/qr.js';
import { readdress } from '../../shared/router.js';
import { waiting } from '../../shared/trouble.js';
import { textField } from '../fields.js';
import { Form } from '../form.js';
import { surePart } from '../sure.js';
import { deskTrouble, waitNotice } from '../trouble.js';

function codeField() {
  return textField({
    name: 'code',
    label: t('factor_code'),
    extra: {
      autocomplete: 'one-time-code',
      inputmode: 'text',
      autocapitalize: 'characters',
      maxlength: '20',
    },
  });
}

/**
 * After the password: asks for the code that the app shows.
 * @param {Desk.Visit} visit @param {HTMLElement} view
 */
export function codePage(visit, view) {
  const code = codeField();
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [code],
    submit: t('factor_code_do'),
    busy: t('factor_code_doing'),
    kind: 'login-form',
    check: () => ({ code: code.value.trim() ? '' : t('factor_code_blank') }),
    act: () => visit.showCode(code.value),
    explain: (error) => {
      code.input.value = '';
      return waitNotice(error, form);
    },
  });
  fill(
    view,
    h(
      'div',
      { class: 'login' },
      h('h1', { tabindex: '-1' }, t('factor_code_title')),
      h('p', { class: 'lead' }, t('factor_code_lead')),
      form.element,
      h(
        'details',
        { class: 'login-help' },
        h('summary', {}, t('factor_code_help')),
        h('p', {}, t('factor_code_help_text')),
      ),
    ),
  );
}

/**
 * Sets up an app: the secret, a code of the app, then the recovery codes.
 * @param {Desk.Visit} visit @param {HTMLElement} view
 */
export function enrolPage(visit, view) {
  const place = h('div', {}, waiting(t('opening')));
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      h('h1', { tabindex: '-1' }, t('enrol_title')),
      h('p', { class: 'lead' }, t('enrol_lead')),
      place,
    ),
  );
  begin();
  async function begin() {
    try {
      /** @type {Api.SecondFactorSecret} */
      const { secret, uri } = await visit.send('POST', 'second-factor');
      fill(place, await enrolment(visit, view, secret, uri));
    } catch (error) {
      fill(place, deskTrouble(error, begin));
    }
  }
}

/**
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} secret @param {string} uri
 */
async function enrolment(visit, view, secret, uri) {
  const code = codeField();
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [code],
    submit: t('enrol_do'),
    busy: t('factor_code_doing'),
    check: () => ({ code: code.value.trim() ? '' : t('factor_code_blank') }),
    act: async () => {
      /** @type {Api.RecoveryCodes} */
      const { recovery_codes: codes } = await visit.send('PUT', 'second-factor', { code: code.value });
      recoveryPage(visit, view, codes);
    },
    explain: (error) => waitNotice(error, form),
  });
  const typed = h('p', { class: 'once-code', 'data-secret': secret }, (secret.match(/.{4}/g) ?? []).join(' '));
  return [
    h(
      'section',
      { class: 'desk-card once' },
      h('h2', {}, t('enrol_scan')),
      await qrCode(uri, t('enrol_picture')),
      h('p', {}, t('enrol_type')),
      typed,
      h('div', { class: 'actions' }, copyButton(t('enrol_copy'), secret, typed)),
    ),
    h('section', { class: 'desk-part' }, h('h2', {}, t('enrol_code')), form.element),
  ];
}

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {string[]} codes */
function recoveryPage(visit, view, codes) {
  const goOn = () => {
    if (location.hash.startsWith('#/second-factor')) readdress('#/account');
    visit.factorIsSet();
  };
  const list = h(
    'ul',
    { class: 'once-code recovery-codes' },
    codes.map((one) => h('li', {}, one)),
  );
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      h('h1', { tabindex: '-1' }, t('recovery_title')),
      h('p', { class: 'lead' }, t('recovery_lead')),
      h(
        'section',
        { class: 'desk-card once' },
        list,
        h('div', { class: 'actions' }, copyButton(t('recovery_copy'), codes.join('\n'), list)),
      ),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button button-main', click: goOn }, t('recovery_done')),
      ),
    ),
  );
  window.scrollTo(0, 0);
  find(view, 'h1').focus({ preventScroll: true });
}

/**
 * The part of the account page; empty where no second factor is asked.
 * @param {Desk.Visit} visit
 */
export function secondFactorPart(visit) {
  const place = h('div', {});
  load();
  return place;

  async function load() {
    try {
      const { state, recovery_codes_left: left } = await visit.get('second-factor');
      if (state === 'off') return;
      fill(
        place,
        h(
          'section',
          { class: 'desk-part' },
          h('h2', {}, t('factor_title')),
          h('p', {}, t('factor_on', { n: left })),
          h('div', { class: 'actions' }, h('a', { class: 'button', href: '#/second-factor' }, t('factor_renew'))),
        ),
      );
    } catch (error) {
      fill(place, deskTrouble(error, load));
    }
  }
}

/**
 * For the page of another person's account: removes a second factor whose app and codes are lost.
 * @param {Desk.Visit} visit @param {Api.Staff} one
 */
export function resetFactorPart(visit, one) {
  return surePart({
    title: t('factor_reset_title'),
    text: t('factor_reset_text'),
    button: t('factor_reset_do'),
    sure: t('factor_reset_sure', { name: one.name }),
    yes: t('factor_reset_yes'),
    act: reset,
  });

  /** @param {HTMLElement} said @param {() => void} calm */
  async function reset(said, calm) {
    fill(said);
    try {
      await visit.send('DELETE', `staff/${one.id}/second-factor`);
      fill(said, h('p', { class: 'notice notice-done', role: 'status' }, t('factor_reset_done', { name: one.name })));
    } catch (error) {
      fill(
        said,
        isStatus(error, 409)
          ? h('p', { class: 'notice', role: 'status' }, t('factor_reset_none'))
          : deskTrouble(error, () => reset(said, calm)),
      );
    }
    calm();
  }
}
