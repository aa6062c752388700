// How this visitor wants the pages: the language, and the large plain layout (关怀版). The only
// thing that the pages keep in the browser for good; it says nothing about a company.

import { setLanguage } from './language.js';

const kKey = 'policycalc.preferences.1';

export class Preferences {
  /** Where `storage` fails the choice lasts as long as the document. */
  constructor(storage) {
    this.storage_ = storage;
    const kept = this.read_();
    this.language_ = kept.language === 'en' ? 'en' : 'zh';
    this.care_ = kept.care === true;
    this.apply_();
  }

  get language() {
    return this.language_;
  }

  get care() {
    return this.care_;
  }

  toggleLanguage() {
    this.language_ = this.language_ === 'zh' ? 'en' : 'zh';
    this.changed_();
  }

  toggleCare() {
    this.care_ = !this.care_;
    this.changed_();
  }

  changed_() {
    this.apply_();
    try {
      this.storage_.setItem(kKey, JSON.stringify({ language: this.language_, care: this.care_ }));
    } catch {
      /* full or forbidden: it holds until the document goes */
    }
  }

  apply_() {
    setLanguage(this.language_);
    document.documentElement.toggleAttribute('data-care', this.care_);
  }

  read_() {
    try {
      return JSON.parse(this.storage_.getItem(kKey)) ?? {};
    } catch {
      return {};
    }
  }
}
