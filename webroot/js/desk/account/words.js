// The words of log-ins, sessions and passwords, also on the trail: [Chinese, English].

export const accountWords = {
  'action.log_in_failed': ['登录没有成功', 'log-in failed'],
  'action.denied': ['没有权限，被拒绝', 'denied'],
  'what.wrong_password': ['密码不对', 'wrong password'],
  'what.unknown_account': ['没有这个账号', 'no such account'],
  'what.disabled': ['账号已停用', 'closed account'],
  'what.wait': ['次数太多，要求等待', 'too often, told to wait'],
  'what.other': ['其他', 'others'],
  'what.more': ['另有次数', 'further times:'],
  'what.own_account': ['自己的账号', 'the own account'],
  'what.search_applicants': ['查找企业', 'searching companies'],
  'what.assist': ['帮企业填写', 'assisting companies'],
  'what.read_matter': ['查看办件', 'reading matters'],
  'what.work_matter': ['办理办件', 'working on matters'],
  'what.reassign': ['改派', 'reassigning'],
  'what.manage_handlers': ['管理经办人表', 'managing handlers'],
  'what.manage_staff': ['管理人员', 'managing staff'],
  'what.read_audit': ['查看操作记录', 'reading the trail'],
  'what.export': ['导出', 'exporting'],
};
