// What the service answers, as the pages read it.

declare namespace Api {
  type Value = string | number | boolean | string[];
  type Profile = Record<string, Value>;
  type Verdict = 'eligible' | 'conditional' | 'undetermined' | 'not_eligible' | 'not_applicable' | 'not_in_force';

  interface Option {
    code: string;
    label: string;
    label_en?: string;
    keywords?: string[];
  }

  interface Fact {
    id: string;
    type: 'text' | 'integer' | 'money' | 'percent' | 'boolean' | 'choice' | 'choices';
    label: string;
    label_en?: string;
    topic: string;
    topic_label: string;
    topic_label_en?: string;
    unit?: string | null;
    options?: Option[];
    derived_from?: string[];
    detail_of?: { fact: string; op: string; options: string[] } | null;
    help?: string;
    help_en?: string;
    why?: string;
    why_en?: string;
    asked?: boolean;
    core?: boolean;
    core_for?: string[];
  }

  interface Need {
    id: string;
    label: string;
    label_en?: string;
  }

  interface Retired {
    facts: { id: string; note: string }[];
    options: { fact: string; code: string; becomes?: string[] | null; note: string }[];
  }

  interface Vocabulary {
    facts: Fact[];
    needs: Need[];
    retired?: Retired;
  }

  interface Source {
    document: string;
    number?: string | null;
    item?: number | null;
    cell?: number | null;
    clause?: string | null;
  }

  interface Validity {
    from: string;
    to: string | null;
  }

  interface UnitRef {
    id: string;
    name: string;
    level?: string;
    role?: string;
  }

  interface Caveat {
    kind: string;
    text: string;
    source?: Source | null;
  }

  interface Amount {
    status: 'none' | 'fixed' | 'computed' | 'unknown' | 'unstated' | 'waived';
    value?: number | string | null;
    unit?: string | null;
    unit_label?: string | null;
    bound?: string | null;
    formula?: string | null;
  }

  interface Benefit {
    id: string;
    type: string;
    label: string;
    amount: Amount;
    paid?: boolean;
  }

  interface Gap {
    unit: string;
    value: number | string;
    direction?: string;
  }

  interface Judged {
    text: string;
    by: string;
  }

  /** A rule in words: a group of rules, or a leaf that asks for one fact. */
  interface Rule {
    op: string;
    children?: Rule[];
    fact?: string;
    text?: string;
    source?: Source | null;
  }

  interface MeasureTitle {
    id: string;
    title: string;
    title_en?: string;
  }

  interface MatchedMeasure extends MeasureTitle {
    summary: string;
    topic: string;
    topic_label: string;
    kind: string;
    universal: boolean;
  }

  interface UnmetCondition {
    fact: string;
    text?: string;
    given: Value | null;
    gap: Gap | null;
  }

  interface Match {
    measure: MatchedMeasure;
    verdict: Verdict;
    one_condition_away: boolean;
    benefits: Benefit[];
    units: UnitRef[];
    criteria: Rule | null;
    judged: Judged[];
    missing: string[];
    unmet: UnmetCondition[];
    sources: Source[];
    next_step: string | null;
    delivery: string | null;
    channels: string[];
    documents: string[];
    valid: Validity;
    replaced_by: string | null;
    caveats: Caveat[];
  }

  interface Derived {
    possible: string[];
    because: string;
  }

  interface Warning {
    fact: string;
    code: string;
    message: string;
  }

  interface Suggestion {
    fact: string;
    value: Value;
    because: string;
  }

  interface Question {
    fact: string;
    topic: string;
    decides: number;
  }

  interface Notice {
    code: string;
    text: string;
    text_en?: string;
  }

  interface Totals {
    certain: number | string;
    conditional: number | string;
    uncounted: number;
    caveats: Caveat[];
  }

  interface MatchAnswer {
    as_of: string;
    catalogue: string;
    program: string;
    profile: {
      given: Profile & { company_name?: string; district?: string };
      derived: Record<string, Derived>;
      warnings: Warning[];
      suggestions: Suggestion[];
    };
    counts: Record<Verdict, number>;
    totals: Totals;
    matches: Match[];
    units: { id: string; name: string; measures: string[] }[];
    questions: Question[];
    after_registration: string[];
    notices: Notice[];
  }

  /** A cell of the notice: a measure, or work inside the administration. */
  interface Clause extends MeasureTitle {
    item: number;
    item_title: string;
    item_title_en?: string;
    cell: number;
    clause: string | null;
    chapter: number;
    kind: string;
    summary: string;
    units: UnitRef[];
    last_checked: string;
    why_internal?: string;
    valid: Validity;
  }

  interface MeasureEntry extends Clause {
    topic: string;
    topic_label: string;
    topic_label_en?: string;
    scope: string;
    keywords: string[];
    universal: boolean;
  }

  interface Measure extends MeasureEntry {
    applies_when: Rule | null;
    requires: Rule | null;
    judged: Judged[];
    benefits: Benefit[];
    caveats: Caveat[];
    channels: string[];
    documents: string[];
    delivery: string | null;
    excludes: string[];
    leads_to: string[];
    in_force: boolean;
    joint_pairing: string | null;
    next_step: string;
    provincial_units: UnitRef[];
    replaced_by: string | null;
    sources: Source[];
  }

  interface UnitEntry {
    id: string;
    name: string;
    aliases: string[];
    level: string;
    parent: string | null;
  }

  interface Unit extends UnitEntry {
    clauses: (Clause & { role: string })[];
  }

  interface Chapter {
    number: number;
    title: string;
    first_item: number;
    last_item: number;
  }

  interface SourceDocument {
    id: string;
    number: string | null;
    title: string;
    issuer: string;
    date: string | null;
    level: string;
    in_force_from: string | null;
    in_force_to: string | null;
    note: string | null;
    url: string | null;
    last_checked: string | null;
    chapters: Chapter[];
  }

  interface Contact {
    kind: 'unit' | 'hall';
    name: string;
    unit?: string | null;
    district?: string | null;
    address: string | null;
    telephone: string | null;
    hours: string | null;
    page: string | null;
    source: string | null;
    last_checked: string | null;
    outdated: boolean;
  }

  interface Contacts {
    contacts: Contact[];
    fallback: string;
    fallback_en: string;
  }

  interface Catalogue {
    hash: string;
  }

  interface Terms {
    expires_in_days: number[];
    backup_days: number;
  }

  interface Consent {
    help: boolean;
    notify: boolean;
  }

  interface SavedProfile {
    profile: Profile;
    as_of: string | null;
    needs: string[];
    revision: number;
    saved_at: string;
    expires_on: string;
    consent: Consent;
    backup_days: number;
    /** Only when it is saved for the first time. */
    code?: string;
  }

  interface SentFeedback {
    reference: string;
    query_code: string;
    state: string;
    received_at: string;
  }

  interface QrCode {
    size: number;
    rows: string[];
  }

  /** One reason of a refusal. */
  interface Issue {
    code: string;
    message: string;
    pointer?: string;
  }

  /** A refusal, as RFC 9457 has it. */
  interface Problem {
    title?: string;
    detail?: string;
    issues?: Issue[];
    request_id?: string;
  }
}
