// The code that belongs on the sheet: that of the saved answers, as long as they are those of the sheet.

import { canonical, contentOf } from '../kept_content.js';

/**
 * `code`: of what was saved, if anything was; `isOther`: the answers have changed since.
 * @param {Pages.CompanySession} session
 */
export function savedCode(session) {
  const { code, content } = session.saved.record ?? {};
  return { code, isOther: code !== undefined && content !== canonical(contentOf(session.answers)) };
}

/** The code of these very answers. @param {Pages.CompanySession} session */
export function codeOfThese(session) {
  const { code, isOther } = savedCode(session);
  return isOther ? undefined : code;
}
