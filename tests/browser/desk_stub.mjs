// Answers of the desk's service for matters, handlers and the trail, made by the test: for situations that
// are hard to reach with the real service, such as a term that has run out or a colleague who is quicker.

import { createHash } from 'node:crypto';
import { atDesk } from './desk.mjs';
import { desk } from './site.mjs';

const CLERK = { id: 11, name: '窗口一号' };
export const HANDLER = { id: 21, name: '经办人甲' };
export const OTHER = { id: 22, name: '经办人乙' };
export const LATE = { urgency: 'overdue', workdays_left: -3, due: '2026-11-20' };

/** A matter as a list shows it, with `more` in place of its members. */
export function aMatter(id, more = {}) {
  return {
    id,
    reference: `R${String(id).padStart(7, '0')}`,
    state: 'preparing',
    since: '2026-11-20',
    due: '2026-12-04',
    provisional: false,
    urgency: 'calm',
    workdays_left: 7,
    reminders: 0,
    reminded: null,
    completion: null,
    completions: 0,
    measure_moved: false,
    target_source: null,
    age: 3,
    measure: { id: '11.1.1a', title: '首次升规奖励', title_en: 'Reward for growing' },
    county: { code: '360702', name: '章贡区' },
    unit: { id: 'gz-industry-it', name: '市工业和信息化局' },
    owner: CLERK,
    handler: null,
    stand_in: null,
    handed_over: false,
    unassigned: false,
    turn: 'colleagues',
    returns: 0,
    permission_until: '2027-11-19',
    permission_ending: false,
    permission_warning: null,
    erased: null,
    applicant: { id: 5, name: '赣州测试公司' },
    opened_at: '2026-11-20T01:00:00Z',
    opened_by: CLERK,
    changed_at: '2026-11-20T01:00:00Z',
    revision: 1,
    ...more,
  };
}

/** What a reader may do with a matter who may do nothing. */
export const MAY_NOTHING = {
  reassign: false,
  work: false,
  tell: false,
  undo: false,
  reopen: false,
  await_papers: false,
  resume: false,
  remind: false,
  read_measure: false,
  make_query_code: false,
  end_unreachable: false,
};

/** A matter as its own page shows it. */
export function aFile(id, more = {}) {
  return {
    ...aMatter(id, more),
    documents: [
      { name: '营业执照', ticked: null },
      { name: '申请表', ticked: { by: CLERK, at: '2026-11-21T02:30:00Z' } },
    ],
    notes: [{ at: '2026-11-21T02:31:00Z', by: CLERK, text: '周五来送原件\n<script>alert(1)</script>' }],
    history: [
      { at: '2026-11-20T01:00:00Z', by: CLERK, from: null, to: 'received', reason: null, handler: null, end: null },
      {
        at: '2026-11-20T02:00:00Z',
        by: CLERK,
        from: 'received',
        to: 'preparing',
        reason: null,
        handler: null,
        end: null,
      },
    ],
    deeds: [],
    measure_changes: [],
    steps: [
      { to: 'handed_over', needs_reason: false, names_handler: true, needs_handler: false },
      { to: 'withdrawn', needs_reason: false, names_handler: false, needs_handler: false },
    ],
    rating: null,
    query_code_at: '2026-11-20T01:00:00Z',
    may: { ...MAY_NOTHING, work: true },
    contact: '王经理 13800000000',
    authorisation_text: 'SQ-2026-1',
    profile: { employees: 50, district: '360702' },
    provenance: {
      employees: { by: 'verified', staff: CLERK, at: '2026-11-20T01:00:00Z' },
      district: { by: 'declared', staff: CLERK, at: '2026-11-20T01:00:00Z' },
    },
    next_step: '到窗口递交材料。',
    channels: [],
    suggested_handler: HANDLER,
    unit_has_accounts: true,
    candidates: [HANDLER, OTHER],
    ...more,
  };
}

/** A matter after its authorisation has ended. */
export function anErased(id, more = {}) {
  const gone = { applicant: null, contact: null, profile: {}, provenance: {}, notes: [], steps: [] };
  return aFile(id, { state: 'withdrawn', due: null, turn: null, erased: 'withdrawn', ...gone, revision: 9, ...more });
}

const json = (body, status = 200) => ({ status, contentType: 'application/json', body: JSON.stringify(body) });
const problem = (status, code, more = {}) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'x',
    status,
    detail: 'x',
    request_id: 'r-1',
    issues: [{ pointer: '', code, message: 'x' }],
    ...more,
  }),
});

/**
 * Answers the page's requests from `stub.matters`, `stub.files` (by id), `stub.handlers` and `stub.audit`.
 * `stub.asked` collects `[method, path and query, body]`, `stub.opened` the matters that were answered in
 * full; `stub.next` answers only the next change.
 */
export async function useStub(page) {
  const stub = {
    matters: [],
    files: new Map(),
    handlers: { handlers: [], gaps: [], units: [], staff: [] },
    audit: [],
    asked: [],
    opened: [],
    next: null,
  };
  await page.route(/\/api\/v1\/hall\/(matters|handlers|audit)\b/, async (route) => {
    const request = route.request();
    const { pathname, searchParams, search } = new URL(request.url());
    const [, what, id, part] = /\/hall\/(matters|handlers|audit)(?:\/(\d+))?(?:\/(\w+))?$/.exec(pathname) ?? [];
    const body = request.postDataJSON?.() ?? null;
    stub.asked.push([request.method(), pathname.replace('/api/v1/hall/', '') + search, body]);
    const answer = answerOf(stub, request.method(), what, id, part, body, searchParams);
    const sent = what === 'matters' ? withEtag(answer, request.headers()['if-none-match']) : answer;
    if (id && !part && sent.status === 200) stub.opened.push(Number(id));
    await route.fulfill(sent);
  });
  return stub;
}

let people = 0;

/** A tab of a new account with `role`, whose requests for matters the test answers: `{page, stub}`. */
export async function atStub(site, role, { viewport = desk, ...options } = {}) {
  const page = await atDesk(site, `matter.${role}.${++people}`, role, { viewport, ...options });
  return { page, stub: await useStub(page) };
}

/** The changes that the page has sent. */
export const changes = (stub) => stub.asked.filter(([method]) => method !== 'GET');

function answerOf(stub, method, what, id, part, body, query) {
  if (method !== 'GET' && stub.next) {
    const answer = stub.next;
    stub.next = null;
    return answer;
  }
  if (what === 'handlers') return method === 'GET' ? json(stub.handlers) : json(body);
  if (what === 'audit') return json(auditPage(stub.audit, query));
  if (!id) return json(listOf(query.get('q') ? [...stub.matters, ...stub.files.values()] : stub.matters, query));
  const file = stub.files.get(Number(id));
  if (!file) return problem(404, 'no_matter');
  return method === 'GET' ? json(file) : changed(stub, file, part, body);
}

// As the service does for matters: 304 if the page has this answer already.
function withEtag(answer, known) {
  const etag = `"${createHash('sha256').update(answer.body).digest('hex')}"`;
  return etag === known ? { status: 304, headers: { ETag: etag } } : { ...answer, headers: { ETag: etag } };
}

const PAGE = 50;
const DEED = { at: '2026-11-25T03:00:00Z', by: CLERK, said: null, to: null, seen_at: null };

function listOf(all, query) {
  const q = query.get('q');
  const place = all.filter(
    (one) =>
      (!query.get('state') || one.state === query.get('state')) &&
      (!query.get('county') || one.county.code === query.get('county')) &&
      (!q || one.reference === q.toUpperCase() || one.applicant?.name.includes(q)),
  );
  const open = place.filter((one) => one.due !== null);
  const toTell = place.filter((one) => one.turn === 'to_tell');
  const closed = query.get('closed');
  const asked = query.get('turn') === 'to_tell' ? toTell : null;
  const found = (
    asked ?? (closed === 'only' ? place.filter((one) => one.due === null) : closed || q ? place : open)
  ).filter(
    (one) =>
      (!query.get('turn') || one.turn === query.get('turn')) &&
      (!query.get('due') || one.urgency === query.get('due')) &&
      (query.get('returned') !== 'true' || one.returns > 0) &&
      (!query.get('permission') || one.permission_ending) &&
      (!query.get('measure') || one.measure_moved),
  );
  const from = Number(query.get('after') ?? 0);
  const count = (fits) => open.filter(fits).length;
  const counts = { found: found.length, open: open.length };
  for (const urgency of ['overdue', 'due_soon', 'calm']) counts[urgency] = count((one) => one.urgency === urgency);
  for (const turn of ['mine', 'colleagues', 'window', 'unit', 'nobody', 'company'])
    counts[turn] = count((one) => one.turn === turn);
  return {
    matters: found.slice(from, from + PAGE),
    today: '2026-11-25',
    counts: {
      ...counts,
      to_tell: toTell.length,
      returned: count((one) => one.returns > 0),
      permission_ending: count((one) => one.permission_ending),
      measure_moved: count((one) => one.measure_moved),
    },
    withdrawals: null,
    next: found.length > from + PAGE ? String(from + PAGE) : null,
  };
}

function auditPage(all, query) {
  const below = Number(query.get('below') ?? 0);
  const fits = all.filter(
    (one) => (!below || one.id < below) && (!query.get('object') || one.object === query.get('object')),
  );
  return { entries: fits.slice(0, 2), next: fits.length > 2 ? fits[1].id : null };
}

function changed(stub, file, part, body) {
  if (body.revision !== undefined && body.revision !== file.revision) return elsewhere();
  const next = { ...file, revision: file.revision + (['notes', 'attempts', 'reminders'].includes(part) ? 0 : 1) };
  if (part === 'steps') {
    const handler = [HANDLER, OTHER].find(({ id }) => id === body.handler) ?? file.handler;
    Object.assign(next, {
      state: body.to,
      handler,
      unassigned: body.to === 'handed_over' && !handler,
      steps: [],
      history: [
        ...file.history,
        {
          at: '2026-11-25T03:00:00Z',
          by: CLERK,
          from: file.state,
          to: body.to,
          reason: body.reason ?? null,
          handler,
          end: body.end ?? null,
        },
      ],
    });
  } else if (part === 'undo' || part === 'reopening') {
    const [to, from] = ['in_progress', file.state];
    const entry = {
      at: '2026-11-25T03:00:00Z',
      by: CLERK,
      from,
      to,
      reason: body.reason ?? null,
      handler: null,
      end: null,
    };
    const may = { ...file.may, undo: false, reopen: false };
    Object.assign(next, { state: to, due: '2026-12-20', turn: 'mine', may, history: [...file.history, entry] });
  } else if (part === 'attempts' || part === 'told') {
    const said = { way: body.way, ...(body.day && { day: body.day }), ...(body.note && { note: body.note }) };
    const deed = part === 'told' ? 'told' : 'attempted';
    next.deeds = [...file.deeds, { ...DEED, deed, said }];
    if (part === 'told') Object.assign(next, { turn: null, may: { ...file.may, tell: false } });
  } else if (part === 'completion') {
    const said = { day: body.until, note: body.note };
    const may = { ...file.may, await_papers: false, resume: true };
    const completion = { from: '2026-11-25', until: body.until };
    const deeds = [...file.deeds, { ...DEED, deed: 'awaited', said }];
    Object.assign(next, { completion, completions: 1, turn: 'company', may, deeds });
  } else if (part === 'completed') {
    const may = { ...file.may, await_papers: true, resume: false };
    Object.assign(next, { completion: null, may, deeds: [...file.deeds, { ...DEED, deed: 'resumed' }] });
  } else if (part === 'reminders') {
    const deeds = [...file.deeds, { ...DEED, deed: 'reminded', to: file.handler }];
    const reminded = { to: file.handler, at: DEED.at };
    Object.assign(next, { reminders: 1, reminded, deeds, may: { ...file.may, remind: false } });
  } else if (part === 'measure') {
    const may = { ...file.may, read_measure: false };
    const deeds = [...file.deeds, { ...DEED, deed: 'read' }];
    Object.assign(next, { measure_moved: false, measure_changes: [], deeds, may });
  } else if (part === 'documents') {
    next.documents = file.documents.map((one, index) => ({
      ...one,
      ticked: body.ticked.includes(index) ? { by: CLERK, at: '2026-11-25T03:00:00Z' } : null,
    }));
  } else if (part === 'notes') next.notes = [...file.notes, { at: '2026-11-25T03:00:00Z', by: CLERK, text: body.text }];
  else
    Object.assign(next, {
      unit: { id: body.unit, name: body.unit },
      handler: [HANDLER, OTHER].find(({ id }) => id === body.handler) ?? null,
    });
  stub.files.set(file.id, next);
  return json(next);
}

/** The refusal after a colleague has changed `what`. */
export function elsewhere(what = ['state', 'handler']) {
  return problem(409, 'changed_elsewhere', { changes: [{ at: '2026-11-25T02:32:00Z', who: OTHER, what }] });
}
