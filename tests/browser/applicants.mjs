// Makes applicants for the tests of the desk.

/** Sends a request as the pages do, for the account logged in at `page`. Throws status and text of a refusal. */
export function ask(page, method, path, body) {
  return page.evaluate(
    async ([how, where, what]) => {
      const { csrf } = await (await fetch('/api/v1/hall/session', { credentials: 'same-origin' })).json();
      const headers = { 'Content-Type': 'application/json', ...(how === 'GET' ? {} : { 'X-CSRF-Token': csrf }) };
      const response = await fetch(`/api/v1/hall/${where}`, {
        method: how,
        headers,
        credentials: 'same-origin',
        body: what === undefined ? undefined : JSON.stringify(what),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${how} ${where}: ${response.status} ${text}`);
      return text ? JSON.parse(text) : null;
    },
    [method, path, body],
  );
}

/** Begins an applicant as `page`'s clerk and returns it as the service answers it. */
export function begun(page, { name, profile = {}, verified = [], contact, authorisation = {} }) {
  return ask(page, 'POST', 'applicants', {
    name,
    ...(contact ? { contact } : {}),
    profile,
    verified,
    authorisation: { given: 'paper', for_matters: true, given_by: '王经理', days: 90, ...authorisation },
  });
}
