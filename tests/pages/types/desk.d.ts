// What the scripts of the desk hand to one another.

declare namespace Desk {
  type Visit = import('../../../webroot/js/desk/visit.js').Visit;
  type Offices = import('../../../webroot/js/desk/offices.js').Offices;
  type Form = import('../../../webroot/js/desk/form.js').Form;
  type MatterFile = import('../../../webroot/js/desk/matter/file.js').MatterFile;
  type Record = import('../../../webroot/js/desk/applicant/record.js').Record;

  /** What a GET below /api/v1/hall/ answers, by its address. */
  type Answer<Path extends string> = Path extends 'handlers'
    ? Api.Handlers
    : Path extends 'people'
      ? Api.PeopleList
      : Path extends 'staff'
        ? Api.StaffList
        : Path extends 'sessions'
          ? Api.OwnSessions
          : Path extends 'second-factor'
            ? Api.SecondFactor
            : Path extends `audit${string}`
              ? Api.Audit
              : Path extends `overview/flow${string}`
                ? Api.OverviewFlow
                : Path extends `overview${string}`
                  ? Api.OverviewPlaces
                  : Path extends `matters/${string}`
                    ? Api.MatterDetail
                    : Path extends `matters${string}`
                      ? Api.MatterList
                      : Path extends `applicants/${string}`
                        ? Api.Applicant
                        : Path extends `applicants${string}`
                          ? Api.FoundApplicants
                          : Path extends 'withdrawals'
                            ? Api.WaitingWithdrawals
                            : Path extends 'policies/upkeep'
                              ? Api.Upkeep
                              : Path extends 'policies/versions'
                                ? Api.KeptVersions
                                : Path extends `policies/differences${string}`
                                  ? Api.Differences
                                  : unknown;

  /** The fields that are wrong, each with what is said about it. */
  type Problems = { [field: string]: string };

  /** What the overview uses of Chartist. */
  interface ChartElement {
    attr(attributes: string | { [name: string]: unknown }, namespace?: string): unknown;
    getNode(): SVGElement;
  }
  interface ChartData {
    labels: string[];
    series: { className: string; data: number[] }[];
  }
  interface Chart {
    on(event: 'created', act: (drawn: { svg: ChartElement }) => void): void;
    detach(): void;
  }
  type ChartMaker = new (
    place: HTMLElement,
    data: ChartData,
    options: object,
    responsive?: [query: string, options: object][],
  ) => Chart;
  interface Chartist {
    Svg: { prototype: ChartElement };
    LineChart: ChartMaker;
    BarChart: ChartMaker;
  }

  interface Field {
    name: string;
    element: HTMLElement;
    readonly value: string;
    setProblem(message: string): void;
    focus(): void;
  }

  interface InputField<Input extends HTMLElement> extends Field {
    input: Input;
  }

  interface FieldText {
    name: string;
    label: string;
    hint?: string;
  }

  interface FieldOption {
    value: string;
    label: string;
    lang?: string | null;
    note?: string;
  }

  interface OptionGroup {
    label: string;
    options: FieldOption[];
  }

  type OnInput = (text: string) => unknown;

  interface FormParts {
    fields: Field[];
    submit: string;
    busy: string;
    check?: () => Problems;
    act: () => unknown;
    explain?: (error: unknown, again: () => unknown) => HTMLElement | null;
    rest?: Pages.Child;
    kind?: string;
  }

  type Place = Pick<Api.Staff, 'role' | 'county' | 'unit'>;

  interface StaffDraft {
    name: string;
    role: Api.Role | '';
    county: string;
    unit: string;
    active: boolean;
  }

  interface AuthorisationDraft {
    way: Api.AuthorisationWay | '';
    given_by: string;
    purpose: 'look' | 'matters' | '';
    days: string;
  }

  interface ApplicantDraft extends AuthorisationDraft {
    name: string;
    credit_code: string;
    contact: string;
    code: string;
    county: string;
  }

  interface AuthorisationPage {
    name: string;
    draft: AuthorisationDraft;
    clerk: string;
    banner: HTMLElement;
    agree: () => Promise<void>;
    refuse: () => unknown;
  }

  /** Called where the applicant reads the authorisation on the screen and then agrees. */
  type OnScreen = (
    draft: AuthorisationDraft,
    agree: () => Promise<void>,
    explain: (error: unknown) => HTMLElement | null,
  ) => unknown;

  interface AuthorisationEvents {
    onRenewed: () => unknown;
    onScreen: OnScreen;
    onWithdrawn: (answer: Api.WithdrawnAuthorisation) => unknown;
  }

  type PartValue = Api.Value | undefined;

  /** What the desk says of a screen: it is asked next, may be asked, was asked, has answers, or need not be asked. */
  type ScreenState = 'next' | 'later' | 'done' | 'answered' | 'unneeded';

  /** How an answer was given. */
  type GivenBy = Api.FactOrigin['by'];

  /** A record at this seat: what was typed, and how each answer was given. */
  interface TypedRecord {
    name: string;
    contact: string;
    profile: Api.Profile;
    marks: Map<string, GivenBy>;
  }

  /** What only another person has changed. */
  interface Taken {
    name: string;
    value: PartValue;
    by: GivenBy;
  }

  /** What was changed here and by another person, to different values. */
  interface Both {
    name: string;
    mine: PartValue;
    theirs: PartValue;
    by: GivenBy;
  }

  interface RuleUse {
    measure: Api.MatchedMeasure;
    source: Api.Source | null;
  }

  interface UsedRule {
    text: string;
    uses: RuleUse[];
  }

  /** What was typed into the search, or why it can only be a mistyped code. */
  interface Wanted {
    q?: string;
    code?: string;
    problem?: string;
    count?: number;
  }

  interface NewHandler {
    measure: string;
    unit: string;
    county: string | null;
    staff: number | null;
    before: number | null;
  }

  /** What the lists of handlers ask of their page. */
  interface HandlerContext {
    title: (measure: string) => string;
    county: (code: string | null) => string;
    isEverywhere: (counties: string[]) => boolean;
    unit: (id: string) => string;
    staff: Api.Candidate[];
    before: (measure: string, unit: string, county: string | null) => number | null;
    mayChange: (entry: { county: string | null; unit: string }) => boolean;
    put: (entry: NewHandler, name: string) => Promise<void>;
  }

  /** What the lists of people and units ask of their page. */
  interface PeopleContext {
    offices: Offices;
    today: string;
    people: Api.Person[];
    candidates: Api.Candidate[];
    mayPrint: boolean;
    mayName: (unit: string) => boolean;
    setDuty: (duty: { unit: string; staff: number | null; before: number | null }) => Promise<void>;
    setAbsence: (
      id: number,
      absence: { from: string; to: string; substitute: number; matters_to: number | null },
    ) => Promise<void>;
    endAbsence: (id: number) => Promise<void>;
  }

  /** What was done at a matter, as a key of words and their parts. */
  type Done = [key: string, parts: Pages.WordParts];

  type EndPart = 'amount' | 'day' | 'number' | 'proof' | 'service' | 'recipient' | 'heard_by' | 'way';
  /** What is typed of an end. */
  type EndDraft = { kind?: 'money' | 'service' } & { [part in EndPart]?: string };
  /** What is typed of a contact with the company. */
  interface ContactDraft {
    way?: string;
    day?: string;
    note?: string;
  }

  /** What is typed and opened on the page of a matter. */
  interface MatterDraft {
    step?: Api.MatterState;
    end?: EndDraft;
    attempt?: ContactDraft;
    telling?: ContactDraft;
    awaiting?: { until?: string; note?: string };
    reopening?: string;
    reason?: string;
    handler?: string;
    note?: string;
    facts?: boolean;
    reassigning?: boolean;
    unit?: string;
    to?: string;
  }

  type Paper = 'receipt' | 'handover' | 'notice';
}
