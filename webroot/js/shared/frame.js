// What both documents have around their pages: the skip link, the switches for language and large
// type, and pages that are loaded when a reader first goes there.

import { fill, find } from './dom.js';
import { storage } from './kept_preferences.js';
import { t, translateFrame } from './language.js';
import { Preferences } from './preferences.js';
import { trouble, waiting } from './trouble.js';

/**
 * Starts skip link and switches. `onShow` is called whenever the frame is drawn, `onLanguage` after the
 * language has changed. Returns the function that draws the frame; call it once at the start.
 * @param {{onShow?: () => void, onLanguage: () => void}} listeners
 */
export function startFrame({ onShow = () => {}, onLanguage }) {
  const preferences = new Preferences(storage('localStorage'));
  const care = find(document, '#care');
  const show = () => {
    translateFrame();
    care.setAttribute('aria-pressed', String(preferences.care));
    onShow();
  };
  // The fragment names pages: the skip link must not change it.
  find(document, '.skip').addEventListener('click', (event) => {
    event.preventDefault();
    find(document, '#main').focus();
  });
  find(document, '#language').addEventListener('click', () => {
    preferences.toggleLanguage();
    show();
    onLanguage();
  });
  care.addEventListener('click', () => {
    preferences.toggleCare();
    show();
  });
  return show;
}

/**
 * A page whose module is loaded on the first visit. `load` imports it; its `ready()`, if any, brings its
 * words and styles; `show` draws it. `explain(error, retry)` is the notice for a failure: a module that
 * failed to load may stay failed until the document is loaded anew.
 * @param {() => Promise<any>} load
 * @param {(module: any, view: HTMLElement, argument: string, query: URLSearchParams) => Pages.PageResult} show
 * @param {(error: unknown, retry: () => unknown) => HTMLElement} [explain]
 * @returns {Pages.Page}
 */
export function latePage(load, show, explain = trouble) {
  return async (view, argument, query) => {
    fill(view, waiting(t('opening')));
    let module;
    try {
      module = await load();
      await module.ready?.();
    } catch (error) {
      const notice = explain(error, () => location.reload());
      fill(view, notice);
      return undefined;
    }
    return show(module, view, argument, query);
  };
}
