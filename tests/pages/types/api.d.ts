// What the service answers, under the names that the pages use. The types come from the API documents:
// `contract` is types.d.ts in the build tree, which contract.types writes. Written out here is only how
// pages read an answer: a profile by the keys of the vocabulary, which is data.

declare namespace Api {
  type PublicSchemas = import('contract').Public;
  type DeskSchemas = import('contract').Desk;

  /** An answer to one question. */
  type Value = string | number | boolean | string[];
  type Profile = Record<string, Value>;
  /** A record of the service with its answers by their keys. */
  type ByKey<Record> = Omit<Record, 'profile'> & { profile: Profile };
  type ByKeySets<Record> = Omit<Record, 'sets'> & { sets: Profile };

  type Option = PublicSchemas['Option'];
  type Fact = PublicSchemas['Fact'];
  type Need = PublicSchemas['Need'];
  type Condition = PublicSchemas['ScreenCondition'];
  type ScreenOption = ByKeySets<PublicSchemas['ScreenOption']>;
  type Screen = Omit<PublicSchemas['Screen'], 'options' | 'second' | 'none'> & {
    options: ScreenOption[];
    second: ScreenOption[];
    none: ByKeySets<PublicSchemas['ScreenNone']> | null;
  };
  type Vocabulary = PublicSchemas['FactList'];
  type Retired = Vocabulary['retired'];
  type Source = PublicSchemas['Citation'];
  type Validity = PublicSchemas['Validity'];
  type UnitRef = PublicSchemas['Unit'];
  type Caveat = PublicSchemas['Caveat'];
  type Amount = PublicSchemas['Amount'];
  type Benefit = PublicSchemas['Benefit'];
  /** A benefit of a match, or one that a measure offers, which cannot be paid yet. */
  type ListedBenefit = Omit<Benefit, 'paid'> & { paid?: boolean };
  type Gap = PublicSchemas['Gap'];
  type Verdict = PublicSchemas['Verdict'];
  type Derived = PublicSchemas['Derived'];
  type Counts = PublicSchemas['Counts'];
  type Judged = PublicSchemas['Judgement'];
  type Rule = PublicSchemas['Rule'];
  type RuleLeaf = PublicSchemas['RuleLeaf'];
  type Criterion = PublicSchemas['Criterion'];
  type CriterionGroup = PublicSchemas['CriterionGroup'];
  type CriterionLeaf = PublicSchemas['CriterionLeaf'];
  type UnmetCondition = PublicSchemas['Unmet'];
  type MatchedMeasure = PublicSchemas['MeasureHead'];
  type Match = PublicSchemas['Match'];
  type Suggestion = PublicSchemas['Suggestion'];
  type Question = PublicSchemas['Question'];
  type Notice = PublicSchemas['Notice'];
  type Totals = PublicSchemas['Totals'];
  type GivenProfile = Omit<PublicSchemas['GivenProfile'], 'given'> & {
    given: Profile & { company_name?: string; district?: string };
  };
  type MatchAnswer = Omit<PublicSchemas['MatchAnswer'], 'profile'> & { profile: GivenProfile };

  type Clause = PublicSchemas['Clause'];
  type MeasureEntry = PublicSchemas['MeasureSummary'];
  type Measure = PublicSchemas['Measure'];
  type UnitEntry = PublicSchemas['UnitEntry'];
  type Unit = PublicSchemas['UnitPage'];
  type Chapter = PublicSchemas['Chapter'];
  type SourceDocument = PublicSchemas['Document'];
  type Contact = PublicSchemas['Contact'];
  type Contacts = PublicSchemas['ContactList'];

  type CatalogueChange = PublicSchemas['CatalogueChange'];
  type ChangeList = PublicSchemas['ChangeList'];
  type Terms = PublicSchemas['ProfileTerms'];
  type Consent = PublicSchemas['GivenConsent'];
  type SavedProfile = ByKey<PublicSchemas['SavedProfile']>;
  type NewSavedProfile = PublicSchemas['NewSavedProfile'];
  type ProfileReceipt = PublicSchemas['ProfileReceipt'];
  type SentFeedback = PublicSchemas['FeedbackReceipt'];
  type FeedbackStateAnswer = PublicSchemas['FeedbackStateAnswer'];
  type QrCode = PublicSchemas['QrCode'];
  type ContactWays = PublicSchemas['UnitContact'];
  type MatterKey = PublicSchemas['MatterKey'];
  type MatterStatus = PublicSchemas['MatterStatus'];
  type MatterRatingRequest = PublicSchemas['MatterRatingRequest'];
  type SheetRequest = PublicSchemas['SheetRequest'];
  type SheetPart = PublicSchemas['SheetPart'];

  type Applicant = ByKey<DeskSchemas['Applicant']>;
  type AddedApplicant = ByKey<DeskSchemas['AddedApplicant']>;
  type FactOrigin = DeskSchemas['FactOrigin'];
  type FoundApplicant = DeskSchemas['FoundApplicant'];
  type FoundApplicants = DeskSchemas['FoundApplicants'];
  type AuthorisationWay = DeskSchemas['AuthorisationWay'];
  type NewAuthorisation = DeskSchemas['NewAuthorisation'];
  type ExpiryDays = DeskSchemas['ExpiryDays'];
  type NewApplicant = Partial<ByKey<DeskSchemas['NewApplicant']>> & Pick<DeskSchemas['NewApplicant'], 'authorisation'>;
  type WithdrawnAuthorisation = DeskSchemas['WithdrawnAuthorisation'];
  type WaitingNumbers = DeskSchemas['WaitingNumbers'];
  type WaitingWithdrawal = DeskSchemas['WaitingWithdrawal'];
  type WaitingWithdrawals = DeskSchemas['WaitingWithdrawals'];
  /** With `windows` it was passed on, else it is withdrawn. */
  type HeardAnswer = Partial<DeskSchemas['WithdrawalWindows'] & WithdrawnAuthorisation>;
  type Change = DeskSchemas['Change'];
  type Matter = DeskSchemas['Matter'];
  type MatterList = DeskSchemas['MatterList'];
  type MatterDetail = DeskSchemas['MatterDetail'];
  type MatterWithCode = DeskSchemas['MatterWithCode'];
  type MatterRating = DeskSchemas['MatterRating'];
  type MatterEnd = DeskSchemas['MatterEnd'];
  type MatterDeed = DeskSchemas['MatterDeed'];
  type ContactWay = DeskSchemas['ContactWay'];
  type MatterState = DeskSchemas['MatterState'];
  type Urgency = DeskSchemas['Urgency'];
  type ApplicantRef = DeskSchemas['ApplicantRef'];
  type Handler = DeskSchemas['Handler'];
  type HandlerGap = DeskSchemas['HandlerGap'];
  type Handlers = DeskSchemas['Handlers'];
  type Candidate = DeskSchemas['Candidate'];
  type UnitStaff = DeskSchemas['UnitStaff'];
  type Person = DeskSchemas['Person'];
  type BulkAnswer = DeskSchemas['BulkAnswer'];
  type OverviewPlace = DeskSchemas['OverviewPlace'];
  type OverviewPlaces = DeskSchemas['OverviewPlaces'];
  type OverviewFlow = DeskSchemas['OverviewFlow'];
  type KeptVersion = DeskSchemas['KeptVersion'];
  type KeptVersions = DeskSchemas['KeptVersions'];
  type Difference = DeskSchemas['Difference'];
  type Differences = DeskSchemas['Differences'];
  type Upkeep = DeskSchemas['Upkeep'];
  type UpkeepEnd = DeskSchemas['UpkeepEnd'];
  type UncheckedMeasure = DeskSchemas['UncheckedMeasure'];
  type OldContact = DeskSchemas['OldContact'];
  type PeopleList = DeskSchemas['PeopleList'];
  type Staff = DeskSchemas['Staff'];
  type StaffRef = DeskSchemas['StaffRef'];
  type StaffList = DeskSchemas['StaffList'];
  type StaffWithPassword = DeskSchemas['StaffWithPassword'];
  type SignedIn = DeskSchemas['SignedIn'];
  type FactorState = DeskSchemas['FactorState'];
  type SecondFactor = DeskSchemas['SecondFactor'];
  type SecondFactorSecret = DeskSchemas['SecondFactorSecret'];
  type RecoveryCodes = DeskSchemas['RecoveryCodes'];
  type OwnSession = DeskSchemas['OwnSession'];
  type OwnSessions = DeskSchemas['OwnSessions'];
  type Role = DeskSchemas['Role'];
  type Permission = DeskSchemas['Permission'];
  type Audit = DeskSchemas['Audit'];
  type AuditEntry = DeskSchemas['AuditEntry'];

  /** A record with the ETag of its answer. */
  interface Version<Record> {
    record: Record;
    etag: string;
  }

  /** One reason of a refusal. */
  type Issue = PublicSchemas['Issue'] | DeskSchemas['Issue'];
  /** A refusal; what a proxy answers in the place of the service may lack any of it. Some say more. */
  type Problem = Partial<PublicSchemas['Problem'] | DeskSchemas['Problem']> & { changes?: Change[]; applicants?: FoundApplicant[]; matter?: number; matters?: number; permission_until?: string; whole_target?: string };
}
