// What the page says before the engine can speak, or when it cannot.
(function () {
  'use strict';
  const strings = {
    zh: {
      title: '回款 · 催款模拟',
      skip: '跳到工作区',
      loading: '正在打开…',
      engine: '正在加载模拟引擎…',
      fonts: '正在加载字体…',
      ready: '就绪',
      tooOld: '这个浏览器版本太旧，无法运行。请换用新版 Chrome、Edge、Firefox 或 Safari（2021 年底以后的版本）。',
      noNetwork: '有文件没能加载：{0}。请检查网络，然后刷新页面。',
      badFile: '文件 {0} 不完整，或者不是该有的内容，无法读取。请刷新页面；如果还是这样，请重新部署网站。',
      crashed: '程序出了意外错误，已保存的进度不受影响。请刷新页面继续。（{0}）',
      storageNone: '这个浏览器不允许网页保存数据，关闭页面后进度会丢失。请随时导出存档。',
      storageFull: '浏览器的存储空间满了，最新进度没能保存；之前保存的还在。请导出存档。',
      export: '导出存档',
      dismiss: '知道了',
      importBad: '这个文件不是回款的存档，或者已经损坏。',
      imported: '存档已导入。',
      kept: '旧存档已另外保留。',
      contextLost: '画面已恢复。',
      noCanvas: '画面恢复不了，已切换到阅读版。',
    },
    en: {
      title: 'Huikuan · getting paid',
      skip: 'Skip to the work area',
      loading: 'Opening…',
      engine: 'Loading the simulation engine…',
      fonts: 'Loading fonts…',
      ready: 'Ready',
      tooOld: 'This browser is too old to run Huikuan. Please use a current Chrome, Edge, Firefox or Safari (from late 2021 on).',
      noNetwork: 'A file could not be loaded: {0}. Check the network, then reload the page.',
      badFile: 'The file {0} is incomplete or is not what it should be, and cannot be read. Reload the page; if that does not help, deploy the site again.',
      crashed: 'Something unexpected went wrong. What was saved is safe: reload the page to carry on. ({0})',
      storageNone: 'This browser does not let pages save data: progress will be lost when you close the page. Export the save when you need it.',
      storageFull: 'The browser\'s storage is full: the latest step could not be saved; what was saved before is still there. Export the save.',
      export: 'Export the save',
      dismiss: 'OK',
      importBad: 'This file is not a Huikuan save, or it is damaged.',
      imported: 'The save has been imported.',
      kept: 'The old save has been kept aside.',
      contextLost: 'The picture is back.',
      noCanvas: 'The picture could not be restored: this is the reading layout.',
    },
  };
  const HK = window.HK = window.HK || {};
  HK.language = (navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
  HK.say = (key, ...args) =>
    (strings[HK.language][key] || key).replace(/\{(\d)\}/g, (_, i) => String(args[i] ?? ''));

  // A message that does not stop anybody, with what can be done about it.
  HK.toast = (text, actions = []) => {
    const box = document.getElementById('toast');
    box.textContent = '';
    const words = document.createElement('span');
    words.textContent = text;
    box.append(words);
    for (const [label, run] of [...actions, [HK.say('dismiss'), null]]) {
      const button = document.createElement('button');
      button.textContent = label;
      button.addEventListener('click', () => {
        if (run) run();
        box.textContent = '';
        box.classList.remove('on');
      });
      box.append(button);
    }
    box.classList.add('on');
  };
})();
