// What the scripts of the pages hand to one another.

declare namespace Pages {
  type Answers = import('../../../webroot/js/shared/answers.js').Answers;
  type Session = import('../../../webroot/js/shared/session.js').Session;
  type CompanySession = import('../../../webroot/js/company/session.js').CompanySession;
  type Saved = import('../../../webroot/js/company/keep/saved.js').Saved;
  type Field = import('../../../webroot/js/shared/fields/field.js').Field;

  /** What an element can hold; null, undefined and false are skipped. */
  type Child = Node | string | number | boolean | null | undefined | readonly Child[];

  type Attribute = string | number | boolean | null | undefined;

  interface Attributes {
    [name: string]: Attribute | ((event: any) => unknown);
    change?: (event: Event & { target: HTMLInputElement }) => unknown;
    click?: (event: MouseEvent) => unknown;
    submit?: (event: SubmitEvent) => unknown;
    toggle?: (event: Event & { currentTarget: HTMLDetailsElement }) => unknown;
  }

  /** A page may return what to do when the reader goes elsewhere. */
  type OnLeave = () => unknown;
  type PageResult = OnLeave | void | undefined | Promise<OnLeave | void | undefined>;
  type Page = (view: HTMLElement, argument: string, query: URLSearchParams) => PageResult;

  interface Store {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
  }

  /** Words in Chinese and in English. */
  type Words = Record<string, string[]>;
  type WordParts = object;

  type FactOf = (id: string) => Api.Fact | undefined;

  interface Draft {
    text: string;
    unit?: string;
  }

  /** What stands in a field: a value as the service takes it, what was typed, and why that has no value. */
  interface Entry {
    value?: Api.Value;
    draft?: Draft;
    problem?: string;
    meant?: string;
  }

  type Entries = Record<string, Entry>;

  /** A question whose old answer cannot be read as an answer to today's. */
  interface AskedAgain {
    fact: string;
    was: string[];
    notes: string[];
  }

  /** Answers as the service keeps them or a link carries them. */
  interface Content {
    profile: Api.Profile;
    as_of?: string | null;
    needs?: string[];
    again?: AskedAgain[];
  }

  interface FieldIds {
    input: string;
    notes: string;
  }

  interface Control {
    element: HTMLElement;
    target: HTMLElement;
    /** The control is a group, which needs a legend instead of a label. */
    grouped?: boolean;
  }

  type AnswerOther = (fact: string, value: Api.Value) => void;

  interface ControlContext {
    fact: FactOf;
    answerOther: AnswerOther;
  }

  type MakeControl = (
    fact: Api.Fact,
    ids: FieldIds,
    entry: Entry,
    emit: (entry: Entry) => void,
    context: ControlContext,
  ) => Control;

  interface PlacedIssue {
    place: string | null;
    message: string;
  }

  interface IssueField {
    setIssues(messages: string[]): void;
    focus(): void;
  }

  interface CalendarEvent {
    uid: string;
    date: string;
    title: string;
    text?: string;
    url?: string;
    /** How many days before the day a reminder comes; 0 for none. */
    remind?: number;
  }

  type Entered = { number: number; match: Api.Match };
  type Numbered<Thing> = Thing & { numbers: number[] };

  interface SheetContent {
    eligible: Entered[];
    conditional: Entered[];
    claims: Entered[];
    near: Entered[];
    open: Api.Question[];
    more: number;
    undecided: number;
    documents: Numbered<{ name: string }>[];
    channels: Numbered<{ name: string }>[];
    units: Numbered<Api.UnitRef>[];
  }

  interface SheetContext {
    vocabulary: FactOf;
    reasons: boolean;
    /** The caveats that are said beside this match. */
    own?: (match: Api.Match) => Api.Caveat[];
  }

  interface SharedList {
    entries: { id: string; verdict: string }[];
    day: string;
    catalogue: string;
  }

  /** What a link carries, or why that cannot be read. */
  type Shared =
    | { answers: { profile: Api.Profile; as_of: string | null; needs: string[] }; list?: undefined; problem?: undefined }
    | { list: SharedList; answers?: undefined; problem?: undefined }
    | { problem: string; answers?: undefined; list?: undefined };

  /** What the owner of a saved profile chooses; `days` null keeps the expiry. */
  interface Wishes extends Api.Consent {
    days: number | null;
  }

  /** What a tab knows of the profile it saved; `content` is its canonical text. */
  interface SavedRecord {
    code: string;
    revision: number;
    saved_at: string;
    expires_on: string;
    consent: Api.Consent;
    backup_days: number;
    content: string;
  }

  interface KeepPart {
    element: HTMLElement;
    busy(yes: boolean): void;
  }

  interface FeedbackDraft {
    kind: string | null;
    message: string;
    contact: string;
  }

  type Link = [string, string];
}
