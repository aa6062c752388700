// Clearing the tab, for whoever sits at this computer next.

import { t } from '../../shared/language.js';

/** Asks, and clears when the answer is yes; returns whether it was. */
export function askAndClear(session) {
  if (!window.confirm(t(session.holdsCodes ? 'clear_sure_codes' : 'clear_sure'))) return false;
  session.clear();
  return true;
}
