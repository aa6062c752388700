// How this visitor wants the pages: the language and the large plain layout (关怀版). Only these are
// kept in the browser for good; they say nothing about a company.

import { keepPreferences, readPreferences } from './kept_preferences.js';
import { setLanguage } from './language.js';

export class Preferences {
  #storage;
  #language;
  #care;

  /**
   * If `storage` fails, the choice lasts as long as the document.
   * @param {Pages.Store} storage
   */
  constructor(storage) {
    this.#storage = storage;
    const kept = readPreferences(storage);
    this.#language = kept.language === 'en' ? 'en' : 'zh';
    this.#care = kept.care === true;
    this.#apply();
  }

  get language() {
    return this.#language;
  }

  get care() {
    return this.#care;
  }

  toggleLanguage() {
    this.#language = this.#language === 'zh' ? 'en' : 'zh';
    this.#changed();
  }

  toggleCare() {
    this.#care = !this.#care;
    this.#changed();
  }

  #changed() {
    this.#apply();
    keepPreferences(this.#storage, { language: this.#language, care: this.#care });
  }

  #apply() {
    setLanguage(this.#language);
    document.documentElement.toggleAttribute('data-care', this.#care);
  }
}
