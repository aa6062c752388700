// Who takes care of which measure, by county and unit: first where nobody does.

import { fetchRecord } from '../../shared/api.js';
import { announce, fill, h } from '../../shared/dom.js';
import { addWords, say, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { gapList } from '../handlers/gaps.js';
import { handlerTable } from '../handlers/table.js';
import { hallTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { matterWords } from '../words/matter.js';

addWords(matterWords);

export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  try {
    const [record, { measures }] = await Promise.all([
      visit.get('handlers'),
      fetchRecord('measures'),
      visit.places.load(),
      stylesheet('/css/hall-matter.css'),
    ]);
    if (view.isConnected)
      new HandlersPage(
        visit,
        view,
        record,
        new Map(measures.map((one) => [one.id, say(one, 'title')])),
        query.get('q') ?? '',
      ).draw();
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t('handlers_title')),
      hallTrouble(error, () => show(visit, view, argument, query)),
    );
  }
}

class HandlersPage {
  constructor(visit, view, record, titles, q) {
    this.visit_ = visit;
    this.view_ = view;
    this.record_ = record;
    this.titles_ = titles;
    this.q_ = q;
    this.said_ = h('div', { class: 'handlers-said' });
    this.found_ = h('div', { class: 'handlers-found' });
  }

  draw() {
    const search = h('input', {
      id: 'handlers-q',
      type: 'search',
      autocomplete: 'off',
      value: this.q_,
      input: () => {
        this.q_ = search.value.trim();
        readdress(`#/handlers${this.q_ ? `?${new URLSearchParams({ q: this.q_ })}` : ''}`);
        this.drawFound_();
      },
    });
    fill(
      this.view_,
      h(
        'div',
        { class: 'desk' },
        h('h1', { tabindex: '-1' }, t('handlers_title')),
        h('p', { class: 'lead' }, t('handlers_lead')),
        h(
          'search',
          { class: 'matter-filter' },
          h('div', {}, h('label', { for: 'handlers-q' }, t('handlers_search')), search),
        ),
        this.said_,
        this.found_,
      ),
    );
    this.drawFound_();
  }

  /** What the lists ask of the page. */
  get context_() {
    const { places } = this.visit_;
    return {
      title: (measure) => this.titles_.get(measure) ?? measure,
      county: (code) => (code === null ? t('handlers_everywhere') : places.district(code)),
      isEverywhere: (counties) => counties.length === places.districtOptions('').length - 1,
      unit: (id) => places.unit(id),
      staff: this.record_.staff,
      before: (measure, unit, county) =>
        this.record_.handlers.find((one) => one.measure === measure && one.unit === unit && one.county === county)
          ?.staff?.id ?? null,
      mayChange: (one) => this.mayChange_(one),
      put: (entry, name) => this.put_(entry, name),
    };
  }

  // Who sits in a county or a unit changes what is theirs; an entry for every county is the city's.
  mayChange_({ county, unit }) {
    const { staff } = this.visit_;
    return (
      staff.role === 'administrator' ||
      ((!staff.county || staff.county === county) && (!staff.unit || staff.unit === unit))
    );
  }

  drawFound_() {
    const context = this.context_;
    const parts = this.q_.toLowerCase().split(/\s+/);
    const fits = (...texts) => parts.every((part) => texts.join('\n').toLowerCase().includes(part));
    const gaps = this.record_.gaps.filter((one) =>
      fits(one.measure, one.title, one.unit_name, ...one.counties.map(context.county)),
    );
    const named = this.record_.handlers.filter((one) =>
      fits(
        one.measure,
        context.title(one.measure),
        context.unit(one.unit),
        context.county(one.county),
        one.staff?.name ?? '',
      ),
    );
    fill(this.found_, gapList(gaps, context), handlerTable(named, context));
  }

  // Where somebody else was first, nothing is overwritten: the latest is shown.
  async put_(entry, name) {
    try {
      await this.visit_.send('PUT', 'handlers', entry);
      await this.reload_(
        h(
          'p',
          { class: 'notice notice-done', role: 'status' },
          entry.staff === null ? t('handlers_removed') : t('handlers_done', { name }),
        ),
      );
    } catch (error) {
      if (!isProblem(error, 'changed_elsewhere')) throw error;
      await this.reload_(
        h(
          'div',
          { class: 'notice notice-trouble', role: 'alert' },
          h('h2', {}, t('handlers_conflict_title')),
          h('p', {}, t('handlers_conflict_text')),
        ),
      );
    }
  }

  async reload_(notice) {
    this.record_ = await this.visit_.get('handlers');
    if (!this.view_.isConnected) return;
    this.drawFound_();
    announce(this.said_, notice);
  }
}
