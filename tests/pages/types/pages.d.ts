// What the scripts of the pages hand to one another.

declare namespace Pages {
  type Answers = import('../../../webroot/js/shared/answers.js').Answers;
  type Session = import('../../../webroot/js/shared/session.js').Session;
  type CompanySession = import('../../../webroot/js/company/session.js').CompanySession;
  type DeviceStore = import('../../../webroot/js/company/keep/device.js').DeviceStore;
  type Saved = import('../../../webroot/js/company/keep/saved.js').Saved;
  type Seen = import('../../../webroot/js/company/since/seen.js').Seen;
  type Todo = import('../../../webroot/js/company/todo.js').Todo;
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
    removeItem(key: string): void;
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
    left_out?: string[];
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

  type ValueOf = (fact: string) => Api.Value | undefined;

  /** Something with a name in both languages. */
  interface Named {
    label: string;
    label_en: string;
  }

  /** What the parts of a screen are given. */
  interface ScreenContext {
    session: Session;
    screen: Api.Screen;
    /** The id of the heading that names the screen. */
    labelledby: string;
    /** The headings inside the screen. */
    deeper: 'h2' | 'h3';
    /** How many ticks a reader takes in at once; more are folded by group. */
    mostRows: number;
    valueOf: ValueOf;
    /** The ticks that have no answer below them yet. */
    opened: Set<string>;
    /** Answers; undefined takes an answer away. */
    set: (values: Record<string, Api.Value | undefined>) => void;
    goOn: () => void;
    leaveOut: () => void;
    skip: () => void;
  }

  interface ScreenBody {
    element: HTMLElement;
    /** Shows what the answers have become. */
    update: () => void;
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

  /** What the order of the result goes by. */
  interface Person {
    /** The topics that the company chose. */
    needs: string[];
    given: Api.Profile;
    /** Whether the company has asked for the measure or has had it. */
    done: (measure: string) => boolean;
    fact: FactOf;
  }

  /** The screen to ask next, and the measures that it can still turn to eligible or conditional. */
  interface NextScreen {
    id: string;
    decides: string[];
  }

  /** The order and the filters of the result, as its address has them; '' filters nothing. */
  interface ResultView {
    sort: string;
    topic: string;
    unit: string;
    item: string;
  }

  /** Open measures under the question that would decide most of them. */
  interface OpenGroup {
    fact: string;
    matches: Api.Match[];
  }

  interface AskedBlock {
    field: Field;
    helps: HTMLElement;
    element: HTMLElement;
  }

  interface PlanRow {
    element: HTMLElement;
    box: HTMLInputElement;
    note: HTMLElement;
    /** The question, while it is open. */
    field: Field | null;
  }

  interface ReasonContext {
    vocabulary: FactOf;
    told: Set<string>;
    isGiven: (fact: string) => boolean;
    negated: boolean;
  }

  /** What the page of an answer gives its cards; the desk shows folds open and has feet of its own. */
  interface CardExtras {
    open?: boolean;
    /** The address of a fact's question. */
    address?: (fact: string) => string;
    /** Replaces the link to tell us. */
    foot?: (match: Api.Match) => Child;
  }

  interface CardContext extends CardExtras {
    vocabulary: FactOf;
    topic: (measure: Api.MatchedMeasure) => string;
    /** Of the heading. */
    level?: string;
    /** Whether the card is short: nearly every company gets the measure. */
    isMinor?: (match: Api.Match) => boolean;
    /** The caveats to show on the card. */
    own?: (match: Api.Match) => Api.Caveat[];
    district: string | null;
    /** Whether the company gave this answer itself. */
    isGiven: (fact: string) => boolean;
    /** The row that marks what the company will do. */
    marks?: (match: Api.Match) => Child;
  }

  /** The part of the result that settles what is open. */
  interface OpenPart {
    element: HTMLElement;
    trouble: HTMLElement;
    show(open: Api.Match[], answer: Api.MatchAnswer, context: CardContext): void;
    setIssues(issues: PlacedIssue[]): void;
  }

  /** What a company will do, has asked for and has had. */
  interface Marks {
    isDone(measure: string): boolean;
    row(match: Api.Match): Child;
    subscribe(listener: () => unknown): () => unknown;
  }

  interface ResultParts {
    /** Draws the top of the page. */
    head: () => Child;
    /** What can be done with the answer. */
    tools: { element: HTMLElement; show(answer: Api.MatchAnswer): void };
    /** Of the page. */
    address: string;
    card?: CardExtras;
    open?: OpenPart;
    marks?: Marks;
  }

  /** What a company does about a measure. */
  type Mark = 'wanted' | 'applied' | 'received';

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

  interface SheetContent {
    /** Whether `todo` is what the firm has marked. */
    isMarked: boolean;
    todo: Entered[];
    others: Entered[];
    universal: Api.Match[];
    near: Api.Match[];
    open: Api.Question[];
    more: number;
    undecided: number;
  }

  interface SheetRules {
    /** Whether the company is asked that question. */
    isAsked?: (fact: string) => boolean;
    compare: (one: Api.Match, other: Api.Match) => number;
    markOf?: (measure: string) => Mark | null;
  }

  interface SheetFrame {
    qr: HTMLElement | null;
    page?: string;
    back?: string;
    canName?: boolean;
    markOf?: (measure: string) => Mark | null;
    codeOf?: () => string | undefined;
    desk?: SheetDesk;
  }

  /** What a service hall prints on the sheet: its applicant's name, its county and its clerk. */
  interface SheetDesk {
    name: string;
    county: string;
    clerk: string;
  }

  /** The name of the firm, as it is typed on the sheet. */
  interface SheetName {
    read(): string;
    /** Null where it cannot be typed. */
    write: ((text: string) => void) | null;
  }

  interface SheetContext {
    vocabulary: FactOf;
    reasons: boolean;
    name: SheetName;
    desk?: SheetDesk;
    markOf?: (measure: string) => Mark | null;
    /** Once they are there. */
    contacts?: Api.Contacts;
    notice?: PolicyNotice;
  }

  /** What the policy map is drawn from: chapters, and the titles of the items by number. */
  interface PolicyNotice {
    chapters: Api.Chapter[];
    titles: Map<number, { title: string; title_en?: string | null }>;
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

  /** A verdict with the figures of its benefits by their ids. */
  interface SeenVerdict {
    verdict: Api.Verdict;
    amounts: Record<string, string>;
  }
  type SeenVerdicts = Record<string, SeenVerdict>;

  /** What a company last saw; the verdicts are missing where only the catalogue and the day are known. */
  interface SeenState {
    catalogue: string;
    day: string;
    answers?: string;
    verdicts?: SeenVerdicts;
  }

  type SeenWay = 'gained' | 'judged' | 'up' | 'down' | 'open' | 'ended' | 'lost';
  interface SeenChange {
    id: string;
    how: SeenWay;
    benefit?: string;
    before: string | null;
    after: string | null;
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
