// The words of what is done to many matters at once: [Chinese, English].

export const bulkWords = {
  bulk: ['批量办理', 'Many at once'],
  bulk_choose: ['选 {reference}', 'Choose {reference}'],
  bulk_all: ['全选 {n} 件', 'Choose all {n}'],
  bulk_none: ['取消全选', 'Choose none'],
  bulk_chosen: ['已选 {n} 件', '{n} chosen'],
  bulk_over: ['转给责任单位', 'Hand over'],
  bulk_over_done: ['✓ 已转办 {n} 件', '✓ Handed over: {n}'],
  bulk_to: ['改派给谁', 'To whom'],
  bulk_away: ['{name}（{from} 起休假）', '{name} (away from {from})'],
  bulk_give: ['改派', 'Reassign'],
  bulk_give_done: ['✓ 已改派 {n} 件', '✓ Reassigned: {n}'],
  bulk_left: ['，{n} 件没有办：', '. Not done: {n}'],
};
