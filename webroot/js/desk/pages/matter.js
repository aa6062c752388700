// One matter: what it is, its clock, and what the reader may do now.

import { announce, fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { tellPart } from '../matter/contact.js';
import { documentsPart } from '../matter/documents.js';
import { factsPart, loadVocabulary } from '../matter/facts.js';
import { MatterFile } from '../matter/file.js';
import { matterHead, matterSummary } from '../matter/head.js';
import { historyPart } from '../matter/history.js';
import { notesPart } from '../matter/notes.js';
import { conflictNotice, doneNotice, erasedNotice, gonePage } from '../matter/notices.js';
import { ratingPart } from '../matter/rating.js';
import { reassignPart } from '../matter/reassign.js';
import { stepsPart } from '../matter/steps.js';
import { papersOf } from '../paper/sheet.js';
import { keepFresh, keepPlace } from '../live.js';
import { deskTrouble } from '../trouble.js';
import { isStatus } from '../../shared/api.js';
import { endingWords } from '../matter/ending_words.js';
import { awaitPart, remindPart, watchPart } from '../matter/watch.js';
import { watchWords } from '../matter/watch_words.js';
import { matterWords } from '../matter/words.js';

addWords(matterWords);
addWords({ ...endingWords, ...watchWords });

/** `argument`: the id. Returns what ends the page. */
export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  if (!/^[1-9]\d{0,15}$/.test(argument)) return gone(view);
  const file = new MatterFile(visit, argument, () => {
    if (view.isConnected) tell(visit, view, file);
  });
  try {
    await Promise.all([file.load(), visit.offices.load(), loadVocabulary(), stylesheet('/css/desk-matter.css')]);
  } catch (error) {
    if (isStatus(error, 404)) return gone(view, file);
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t('matter_word')),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
  if (!view.isConnected) return undefined;
  draw(visit, view, file);
  const stop = keepFresh(() => refresh(view, file, stop));
  return stop;
}

// A reader who may no longer see the matter keeps nothing of it on the screen.
async function refresh(view, file, stop) {
  try {
    await file.refresh();
  } catch (error) {
    if (!view.isConnected) return;
    if (isStatus(error, 404) || isStatus(error, 403)) {
      stop();
      gone(view, file);
      return;
    }
    file.stale = true;
  }
  fill(view.querySelector('.fresh'), freshText(file));
}

function gone(view, file = null) {
  file?.dropDraft();
  fill(view, gonePage());
  document.title = t('gone_title');
  view.querySelector('h1').focus({ preventScroll: true });
}

// After a change, here or by another person.
function tell(visit, view, file) {
  keepPlace(view, () => draw(visit, view, file));
  const said = file.conflict ? conflictNotice(file.conflict) : file.done ? doneNotice(file.done) : null;
  const place = view.querySelector('.matter-said');
  // The button that was pressed may be gone: the focus goes to the notice of its result.
  if (said && (file.conflict || !view.contains(document.activeElement))) announce(place, said);
  else if (said) fill(place, said);
  file.done = null;
  file.conflict = null;
}

function draw(visit, view, file) {
  const { record } = file;
  fill(
    view,
    h(
      'div',
      { class: 'desk matter' },
      matterHead(record),
      h('div', { class: 'matter-said' }),
      record.erased ? erasedNotice(record.erased) : null,
      h(
        'div',
        { class: 'matter-columns' },
        h(
          'div',
          { class: 'matter-main' },
          tellPart(file),
          watchPart(file, visit),
          stepsPart(file, visit),
          awaitPart(file),
          documentsPart(file),
          notesPart(file),
          factsPart(file, visit),
        ),
        h(
          'div',
          { class: 'matter-side' },
          matterSummary(record),
          remindPart(file),
          paperLinks(record),
          ratingPart(record),
          reassignPart(file, visit),
          historyPart(file),
        ),
      ),
      h('p', { class: 'muted fresh' }, freshText(file)),
    ),
  );
}

function paperLinks(record) {
  if (!record.applicant) return null;
  return h(
    'p',
    { class: 'actions' },
    papersOf(record).map((kind) =>
      h('a', { class: 'button button-quiet', href: `#/paper/${record.id}?kind=${kind}` }, t(`paper_${kind}`)),
    ),
  );
}

function freshText({ stale, at }) {
  return t(stale ? 'queue_stale' : 'queue_fresh', { time: at });
}
