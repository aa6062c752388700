// The words of log-ins, sessions and passwords, also on the trail: [Chinese, English].

export const accountWords = {
  'action.log_in_failed': ['登录没有成功', 'log-in failed'],
  'action.denied': ['没有权限，被拒绝', 'denied'],
  'action.logged_out_elsewhere': ['退出其他设备', 'logged out elsewhere'],
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

  // Sessions
  sessions_title: ['登录的设备', 'Where you are logged in'],
  sessions_lead: [
    '有不认识的，请退出它，再修改密码。',
    'If you do not know one of them, log it out and change your password.',
  ],
  sessions_loading: ['正在读取……', 'Reading…'],
  session_line: ['{network}，{began} 登录，最近使用 {seen}', '{network}, since {began}, last used {seen}'],
  session_somewhere: ['地址不明', 'unknown address'],
  session_current: ['这台设备', 'this device'],
  session_end: ['退出', 'Log out'],
  session_ended: ['✓ 已退出那台设备。', '✓ That device is logged out.'],
  sessions_ended: ['✓ 其他设备都已退出。', '✓ Your other devices are logged out.'],
  sessions_end_others: ['退出其他所有设备', 'Log out all other devices'],
  sessions_no_other: ['没有在其他设备上登录。', 'You are logged in nowhere else.'],

  // The password again
  fresh_title: ['请再输一次自己的密码', 'Enter your own password again'],
  fresh_text: [
    '您要新增或修改别人的账号。为了确认是您本人，请输入您自己的密码；五分钟内不再问。',
    'You are about to add or change the account of another person. Your own password shows that it is you; you are not asked again for five minutes.',
  ],
  fresh_label: ['您自己的密码', 'Your own password'],
  fresh_do: ['确认', 'Confirm'],
  fresh_doing: ['正在核对……', 'Checking…'],
  fresh_needed_title: ['还没有保存', 'Nothing was saved'],
  fresh_needed_text: [
    '修改别人的账号前要再输一次自己的密码。请再试一次。',
    'Changing the account of another person needs your own password again. Please try once more.',
  ],
};
