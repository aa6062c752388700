// The types of the public API, under the names that the kit uses.

declare namespace Kit {
  type Schemas = import('contract').Public;

  type Values = Record<string, Schemas['FactValue']>;
  type CoreAnswer = Omit<Schemas['CoreAnswer'], 'profile'> & {
    profile: Omit<Schemas['CoreProfile'], 'given'> & { given: Values };
  };
  type MatchRequest = Schemas['MatchRequest'];
  type VerdictsAnswer = Schemas['VerdictsAnswer'];
  type Problem = Schemas['Problem'];
  type NewProfile = Schemas['NewProfile'];
  type ChangedProfile = Schemas['ChangedProfile'];
  type NewSavedProfile = Schemas['NewSavedProfile'];
  type SavedProfile = Schemas['SavedProfile'];
  type ProfileReceipt = Schemas['ProfileReceipt'];
  type ConformancePack = { cases: ConformanceCase[] };
  type ConformanceCase = { name: string; request: { profile: Values; as_of: string }; verdicts: Record<string, string> };
  type CoreMatch = Schemas['CoreMatch'];
  type CoreAmount = Schemas['CoreAmount'];
  type MeasureTexts = Schemas['MeasureTexts'];
  type MatchAnswer = Omit<Schemas['MatchAnswer'], 'profile'> & {
    profile: Omit<Schemas['GivenProfile'], 'given'> & { given: Values };
  };
  type Match = Schemas['Match'];
  type Measure = Schemas['Measure'];
  type MeasureHead = Schemas['MeasureHead'];
  type OfferedBenefit = Schemas['OfferedBenefit'];
  type Benefit = Schemas['Benefit'];
  type Unit = Schemas['Unit'];
  type UnitWithMeasures = Schemas['UnitWithMeasures'];
  type Truth = Schemas['Truth'];
  type Rule = Schemas['Rule'];
  type RuleLeaf = Schemas['RuleLeaf'];
  type Criterion = Schemas['Criterion'];
  type CriterionGroup = Schemas['CriterionGroup'];
  type CriterionLeaf = Schemas['CriterionLeaf'];
}
