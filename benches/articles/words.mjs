// Words of several scripts, from which the generator makes sentences. They need no meaning, but cost as much as real
// ones: one to four bytes a character, spaces or none, combining marks, right to left.

/**
 * @typedef {object} Script
 * @property {number} weight  share of the paragraphs
 * @property {string} space  between words
 * @property {string} stop  at a sentence's end
 * @property {string[]} words
 */

const split = (/** @type {string} */ text) => text.trim().split(/\s+/);

/** @type {Script[]} */
export const scripts = [
  {
    weight: 0.55,
    space: ' ',
    stop: '. ',
    words: split(`the a of to in and for with on at from by after before during near over under river council harbour
      winter morning budget café façade naïve señor école Zürich Malmö people city water train bridge market school
      doctor farmer captain garden letter window minister festival orchestra repair announced opened closed counted
      measured promised returned explained visited rebuilt planted carried 12 1984 “quoted” it’s – new old quiet
      early late northern public temporary R&D 3<4`),
  },
  {
    weight: 0.2,
    space: '',
    stop: '。',
    words: split(`城市 早晨 河流 新的 学校 市场 我们 居民 桥梁 列车 今年 天气 医生 花园 开放 表示 计划 修复 图书馆 音乐会
      港口 的 在 了 和 从 到 一座 两天 许多 安静 北方 公共 报告 水位 上升 孩子们 种植 树木 “回来” ，`),
  },
  {
    weight: 0.1,
    space: ' ',
    stop: '. ',
    words: split(`المدينة النهر في من إلى على صباح المدرسة السوق الجسر القطار أعلن افتتح السكان الماء الحديقة الطبيب
      الميناء الجديد القديم الهادئ بعد قبل خلال قرب رسالة نافذة مهرجان ١٢ عاد زرع`),
  },
  {
    weight: 0.1,
    space: ' ',
    stop: '. ',
    words: split(`город река в на и после перед около утром школа рынок мост поезд жители вода сад врач порт новый старый
      тихий северный объявил открыли вернулись посчитали обещал письмо окно праздник оркестр ещё`),
  },
  {
    weight: 0.05,
    space: ' ',
    stop: '। ',
    words: split(`शहर नदी में और से पर सुबह विद्यालय बाज़ार पुल रेलगाड़ी लोग पानी बगीचा डॉक्टर बंदरगाह नया पुराना शांत
      उत्तरी घोषणा खुला लौटे गिना वादा चिट्ठी खिड़की त्योहार ने को`),
  },
];
