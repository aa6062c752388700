// The words of the trail that tell of lists of companies: [Chinese, English].

export const auditWords = {
  'object.roll': ['名单', 'List of companies'],
  'action.roll.matched': ['核对', 'checked'],
  'what.catalogue': ['政策库', 'the policies'],
  'what.as_of': ['核对日期', 'as of'],
  'what.lines': ['登记企业户数', 'companies of the registry:'],
  'what.eligible': ['符合', 'eligible:'],
  'what.conditional': ['待认定', 'conditional:'],
  'what.one_fact_short': ['只差一项信息', 'one fact short:'],
  'what.entity_type_unknown': ['未填主体类型', 'of unknown type:'],
};
