// Clears the tab before the next person uses this computer.

import { t } from '../../shared/language.js';

/**
 * Asks, and clears if the answer is yes; returns whether it did.
 * @param {Pages.CompanySession} session
 */
export function askAndClear(session) {
  if (!window.confirm(t(session.holdsCodes ? 'clear_sure_codes' : 'clear_sure'))) return false;
  session.clear();
  return true;
}
