// The words of the result page: [Chinese, English].

export const resultWords = {
  // Head
  lead_title: ['最值得办的 {n} 件事', '{n} most worth doing'],
  lead_ask: ['找', 'Ask '],
  lead_judged: ['（还要主管单位认定）', ' (an authority has still to judge)'],
  share_not_subsidy: ['（预留份额，不是补贴）', ' (a reserved share, no subsidy)'],
  lead_founder: [
    '您还没有登记。现在能用的是每家都能用的服务；登记以后再看下面的 {n} 项。',
    'You are not registered yet. For now there are the services that everyone gets; the {n} below open once you are.',
  ],
  lead_outside: [
    '这份通知主要面向在赣州登记的企业。您登记在市外，能用的有 {n} 项，多半因为您在赣州投标、投资或者维权。',
    'The notice is mainly for companies registered in Ganzhou. Registered elsewhere, you can use {n}, mostly because you bid, invest or have a dispute here.',
  ],
  lead_outside_none: [
    '这份通知主要面向在赣州登记的企业。您登记在市外，目前没有专门给您的；在赣州投标、投资，或者在这里被拖欠、被处罚的，才有能用的。',
    'The notice is mainly for companies registered in Ganzhou. Registered elsewhere, you have nothing specific for now; some measures open if you bid or invest here, or are owed or fined here.',
  ],
  lead_deregistered: [
    '企业已经注销，通知里的措施是给还在的企业的。以前欠您的款、您的官司，仍可拨打 12345 询问。',
    'The company is deregistered; the measures are for companies that exist. For debts owed to you or lawsuits, call 12345.',
  ],
  lead_revoked: [
    '营业执照被吊销的企业只能清算、注销，通知里的支持措施一般用不上。怎样注销、怎样救济，请拨打 12345 询问。',
    'With the licence revoked a company can only be wound up, so the support does not apply. Call 12345 on how to deregister or to object.',
  ],

  // Numbers
  'summary.eligible': ['专门给您的：符合 {n} 项', 'For you: eligible for {n}'],
  'summary.conditional': ['待认定 {n} 项', '{n} for an authority to decide'],
  'summary.undetermined': ['还没定 {n} 项', '{n} still open'],
  summary_universal: ['。另有每家企业都能用的 {n} 项服务。', '. Besides, {n} services for every company.'],
  total_also: ['另有 {n} 项有钱的支持，文件没有写数额。', '{n} more promise money without stating a figure.'],
  'verdict.universal': ['每家都能用', 'For everyone'],
  result_hidden_item: [
    '只看第 {item} 项：显示 {shown} 项，另有 {n} 项被筛选隐藏。',
    'Item {item} only: {shown} shown, {n} more hidden by the filter.',
  ],
  'sort.best': ['最值得办的在前', 'Most worth doing first'],

  // Cards
  way: ['办事路线', 'The way to go'],
  'way.now': ['现在', 'Now'],
  'way.whom': ['找谁', 'Ask'],
  'way.wait': ['等什么', 'Then wait'],
  way_judged: ['{by}认定', '{by} decides'],
  notes_more: ['还有 {n} 点要注意', '{n} more to note'],
  notes_some: ['有 {n} 点要注意', '{n} to note'],
  item_others: ['这一项里另有 {n} 条不符合', '{n} more of this item do not apply'],

  // Still open
  open_title: ['还没定的', 'Still open'],
  open_screen: ['再答一屏就知道', 'One more screen tells'],
  open_screen_go: ['再答一屏，能定 {n} 项', 'Answer one more screen: decides {n}'],
  open_plan: ['您打算做才有', 'Only if you plan it'],
  open_plan_note: [
    '打算做的勾上，结果马上更新；不打算做的不用管。',
    'Tick what you plan and the result follows; leave the rest.',
  ],
  plan_for: ['{n} 项，如：{first}', '{n}, such as: {first}'],
  plan_done: ['✓ 已经算进结果', '✓ Counted in the result'],
  plans_more: ['再看 {n} 种打算', 'See {n} more plans'],
  open_asked: ['还差别的回答', 'Other answers are missing'],
  open_asked_note: ['知道的时候再来补。', 'Add them when you know.'],
  open_authority: ['只有主管单位知道', 'Only an authority knows'],
  open_authority_note: ['您不用再回答，可以直接去问。', 'Nothing more to answer: ask them.'],

  // Map and rulers
  map_title: ['政策地图：哪几项跟您有关', 'Policy map: which items concern you'],
  map_note: [
    '一格是通知的一项，点一下只看这一项，再点一下看全部。',
    'A cell is an item of the notice. Tap it to see only that item, and again to see all.',
  ],
  map_chosen: ['正在看第 {item} 项：{title}', 'Showing item {item}: {title}'],
  map_go: ['看这一项的措施 ↓', 'To its measures ↓'],
  map_as_table: ['以表格阅读', 'Read as a table'],
  map_cell: ['第 {item} 项 {title}：{state}', 'Item {item}, {title}: {state}'],
  map_column_item: ['通知的项', 'Item of the notice'],
  map_column_state: ['对您', 'For you'],
  'map_sign.eligible': ['✓', '✓'],
  'map_sign.conditional': ['认', 'J'],
  'map_sign.undetermined': ['?', '?'],
  'map_sign.near': ['差', '1'],
  'map_sign.none': ['–', '–'],
  'map.eligible': ['符合', 'Eligible'],
  'map.conditional': ['待认定', 'To be decided'],
  'map.undetermined': ['还没定', 'Still open'],
  'map.near': ['差一项', 'One condition short'],
  'map.none': ['没有专门给您的', 'Nothing specific'],
  ruler: ['{label} {value}；界线 {limits}', '{label} {value}; limit {limits}'],
  ruler_size: ['算出来是：{sizes}', 'Worked out: {sizes}'],
  size_limits: ['{label}：界线 {limits}', '{label}: limits {limits}'],
  ruler_unit: ['{label}（{unit}）', '{label} ({unit})'],
  ruler_people: ['人', 'people'],
  ruler_money: ['万元', 'CNY million'],
  size_panel: ['您的规模', 'Your size'],
  'size.micro': ['微型', 'Micro'],
  'size.small': ['小型', 'Small'],
  'size.medium': ['中型', 'Medium'],
  'size.large': ['大型', 'Large'],

  // What to do
  todo_title: ['我要办的', 'On my list'],
  'todo.wanted': ['我要办', 'I will do it'],
  'todo.applied': ['已申请', 'Applied for'],
  'todo.received': ['已领取', 'Received'],
  todo_received_note: ['领过的不再算进合计。', 'What was received is not counted again.'],
};
