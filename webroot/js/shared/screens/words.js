// The words of the screens: [Chinese, English]. What a screen asks comes from the service.

export const screenWords = {
  screen_place: ['第 {at} 屏，最多 {most} 屏', 'Screen {at} of {most} at most'],
  screen_back: ['上一屏', 'Back'],
  screen_to_start: ['回到首页', 'Start page'],
  screen_to_check: ['回到核对', 'Back to your answers'],
  screen_ticked: ['已勾 {n} 项', '{n} ticked'],
  screen_change: ['改', 'Change'],
  screen_next: ['下一屏', 'Next'],
  screen_typed: ['自己填写', 'Type it in'],
  'screen_typed.trade': ['我知道行业代码', 'I know the code of the industry'],
  'screen_typed.size': ['知道确切数字，自己填', 'I know the exact figures'],
  screen_search: ['搜一搜', 'Search'],
  screen_search_hint: ['例如 面馆、软件、建筑', 'for example noodles, software, building'],
  screen_found: ['找到 {n} 种', '{n} found'],
  screen_found_none: [
    '没有对上的。换个说法再搜，或者清空后点最接近的一种。',
    'Nothing found. Try another word, or clear the search and choose the closest.',
  ],
  screen_live_none: ['答几屏，就有专门给您的。', 'A few screens find your measures.'],
  screen_live: ['已经找到 {n} 项专门给您的。', '{n} measures for you so far.'],
  screen_live_away: ['暂时连不上服务，回答已保留。', 'The service cannot be reached; your answers are kept.'],
  screen_result: ['先看结果', 'Result so far'],
  screen_going: ['正在核对……', 'Checking…'],
  screen_on: ['先往下答', 'Go on answering'],
  screen_on_note: [
    '您也可以先往下答，连上以后再算。',
    'You can also go on; the result follows once the service answers.',
  ],
  screen_gone_title: ['没有这一屏', 'There is no such screen'],
  screen_gone_text: [
    '这个地址写错了，或者问题已经换了问法。您的回答还在。',
    'The address is wrong, or the questions have changed. Your answers are kept.',
  ],
};
