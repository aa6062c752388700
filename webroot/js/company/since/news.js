// Above the result: what has changed for this company since its last visit.

import { fetchRecord, postMatch } from '../../shared/api.js';
import { fill, h } from '../../shared/dom.js';
import { canonical, contentOf } from '../../shared/kept_content.js';
import { addWords } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { differences, verdictsOf } from './compare.js';
import { panel, quietLine, unknownLine } from './panel.js';
import { sinceWords } from './words.js';

addWords(sinceWords);

export class News {
  #session;
  /** Whether the reader has not said yet that the changes are seen. */
  #waits = false;
  #started = false;
  /** @type {Api.MatchAnswer | null} */
  #answer = null;

  /** @param {Pages.CompanySession} session */
  constructor(session) {
    this.#session = session;
    this.element = h('div', { class: 'since', 'data-unprinted': true });
  }

  /** Takes a result that the reader sees. @param {Api.MatchAnswer} answer */
  show(answer) {
    // A day of the reader's choice says nothing about what has changed in the meantime.
    if (this.#session.answers.asOf) return;
    this.#answer = answer;
    if (this.#started) this.#keep();
    else this.#begin(answer);
  }

  /** @param {Api.MatchAnswer} answer */
  async #begin(answer) {
    this.#started = true;
    const before = this.#session.seen.state;
    if (!before || (before.catalogue === answer.catalogue && before.day === answer.as_of)) {
      this.#keep();
      return;
    }
    this.#waits = true;
    const is = await this.#compared(before, answer);
    const isUpdate = before.catalogue !== answer.catalogue;
    if (is && is.length === 0) {
      if (isUpdate) this.#draw(quietLine(before.day));
      this.#seen();
    } else if (is)
      this.#draw(
        panel(before, answer, is, { texts: isUpdate ? () => this.#texts(before) : null, seen: () => this.#end() }),
      );
    else if (isUpdate) this.#draw(unknownLine(before.day, () => this.#end()));
    else this.#seen();
  }

  /**
   * The differences; null where the earlier result cannot be had.
   * @param {Pages.SeenState} before @param {Api.MatchAnswer} answer
   */
  async #compared(before, answer) {
    const after = verdictsOf(answer);
    if (before.verdicts && before.answers === this.#key()) return differences(before.verdicts, after);
    try {
      const { profile } = this.#session.answers.request();
      const old = await postMatch({ profile, catalogue: before.catalogue, as_of: before.day });
      return differences(verdictsOf(old), after);
    } catch {
      return null;
    }
  }

  /** @param {Pages.SeenState} before @returns {Promise<Api.ChangeList>} */
  #texts({ catalogue }) {
    return fetchRecord(`changes?since=${encodeURIComponent(catalogue)}`);
  }

  /** @param {HTMLElement} element */
  async #draw(element) {
    await stylesheet('/css/since.css').catch(() => undefined);
    fill(this.element, element);
  }

  #end() {
    fill(this.element);
    this.#seen();
  }

  #seen() {
    this.#waits = false;
    this.#keep();
  }

  #keep() {
    if (this.#waits || !this.#answer) return;
    this.#session.seen.set({
      catalogue: this.#answer.catalogue,
      day: this.#answer.as_of,
      answers: this.#key(),
      verdicts: verdictsOf(this.#answer),
    });
  }

  #key() {
    return canonical(contentOf(this.#session.answers));
  }
}
