// The types of policycalc.js, over those that policycalc.api.d.ts has of the API document.

import type { components, paths } from './policycalc.api.js';

export type Schemas = components['schemas'];

/** What is known of a company: a member a fact, without those that are not known. Money is in yuan. */
export type Profile = Schemas['Profile'];
export type Verdict = Schemas['Verdict'];
export type MatchAnswer = Schemas['MatchAnswer'];
export type CoreAnswer = Schemas['CoreAnswer'];
export type VerdictsAnswer = Schemas['VerdictsAnswer'];
export type Problem = Schemas['Problem'];
export type Issue = Schemas['Issue'];

/** Further members of the request: `as_of`, `catalogue`, `include`, `measures`, `topics`, `lang`. */
export type MatchOptions = Partial<Omit<Schemas['MatchRequest'], 'profile' | 'detail'>>;

export interface ClientOptions {
  /** `pck_pub_…` in a page, `pck_sec_…` on a server. */
  key?: string;
  /** Requests at most while the service is busy or the limit is spent; 3 if absent. */
  attempts?: number;
  /** Seconds to wait at most before the next of them; 60 if absent. */
  mostWait?: number;
  sleep?: (seconds: number) => Promise<unknown>;
}

/** `/api/v1/units/{id}` as the addresses that it has. */
type Address<Route extends string> = Route extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Address<After>}`
  : Route;

/** The routes that can be read as JSON, each with its answer. */
type Reads = {
  [Route in keyof paths & string as paths[Route] extends { get: unknown } ? Route : never]: paths[Route] extends {
    get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
  }
    ? Answer
    : never;
};

type WithoutQuery<Path extends string> = Path extends `${infer Before}?${string}` ? Before : Path;

type RouteOf<Path extends string> = Path extends keyof Reads
  ? Path
  : { [Route in keyof Reads]: Path extends Address<Route> ? Route : never }[keyof Reads];

/** What a read of `path` answers; `any` where the path is not a literal. */
export type AnswerOf<Path extends string> = string extends Path ? any : Reads[RouteOf<WithoutQuery<Path>>];

/** The service has refused a request. */
export class Refused extends Error {
  constructor(response: Response, problem: Partial<Problem>);
  /** The HTTP status. */
  readonly status: number;
  /** What happened, such as `invalid_request`; absent if something else than the service answered. */
  readonly code: string | undefined;
  readonly problem: Partial<Problem>;
  /** Seconds to wait before it is worth trying again. */
  readonly retryAfter: number;
}

/** Calls one service. */
export class Client {
  constructor(address: string, options?: ClientOptions);
  /** What applies to a company, with all texts. */
  match(profile: Profile, options?: MatchOptions): Promise<MatchAnswer>;
  /** The short answer: verdicts, amounts and reasons, without texts. */
  core(profile: Profile, options?: MatchOptions): Promise<CoreAnswer>;
  /** The verdict of each measure and nothing else. */
  verdicts(profile: Profile, options?: MatchOptions): Promise<VerdictsAnswer>;
  /** Keeps a profile for a time. The `code` of the answer opens it and appears nowhere else. */
  save(request: Schemas['NewProfile']): Promise<Schemas['NewSavedProfile']>;
  /** The profile that a code opens. */
  saved(code: string): Promise<Schemas['SavedProfile']>;
  /** Changes it: `revision` is that of the profile as it was read. */
  change(code: string, request: Schemas['ChangedProfile']): Promise<Schemas['ProfileReceipt']>;
  /** Deletes it. */
  forget(code: string): Promise<null>;
  /** Any read, such as `/api/v1/facts` or `/api/v1/measures?topic=award`. */
  get<Path extends string>(path: Path): Promise<AnswerOf<Path>>;
  post(path: string, body: unknown): Promise<any>;
}

/**
 * Runs the conformance pack of `/api/v1/conformance`: the lines that say what is wrong. None: the
 * integration is right.
 */
export function check(client: Client, pack: AnswerOf<'/api/v1/conformance'>): Promise<string[]>;

/** The whole answer, from a short one and the texts at the address in its `texts`. */
export function join(core: CoreAnswer, texts: Schemas['MeasureTexts']): MatchAnswer;
