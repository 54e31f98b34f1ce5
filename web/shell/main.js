// Starts the page and joins its parts: engine, DOM tree, canvas, storage.
(function () {
  'use strict';
  const HK = window.HK;
  const page = document.getElementById('page');
  const TREE = 1, SAVED = 2, PAGE = 4, REQUEST = 8;
  const NARROW = 700;
  const TICK = 3200;  // milliseconds to read a line of a call that plays by itself
  let engine = null;
  let canDraw = false;
  let layout = 'boot';
  let workTimer = 0;
  let pageTimer = 0;
  let loaded = null;  // resolves when all is there, the workers too
  const address = new URLSearchParams(location.hash.slice(1) || location.search);

  // ---- strings across the border
  HK.text = (pointer) => engine.UTF8ToString(pointer);
  HK.setString = (call, ...texts) => window.withStrings(engine, texts, call);
  function bytes(array) {
    const pointer = engine._malloc(array.length || 1);
    engine.HEAPU8.set(array, pointer);
    return pointer;
  }

  // ---- loading
  function progress(key, share) {
    document.getElementById('boot-text').textContent = HK.say(key);
    document.getElementById('boot-fill').style.width = Math.round(share * 100) + '%';
  }
  function stop(text) {
    document.body.dataset.layout = 'boot';
    document.getElementById('boot').hidden = false;
    document.getElementById('boot').classList.add('trouble');
    document.getElementById('boot').setAttribute('role', 'alert');
    document.getElementById('boot-text').textContent = text;
  }
  async function load(name, as) {
    let answer;
    try {
      answer = await fetch(name);
    } catch {
      answer = null;
    }
    if (!answer || !answer.ok) {
      const error = new Error(name);
      error.missing = name;
      throw error;
    }
    try {
      return await answer[as]();
    } catch {
      throw broken(name);
    }
  }
  function broken(name) {
    return Object.assign(new Error(name), {broken: name});
  }
  // One object: path below scenarios/ -> text of the file.
  async function loadScenarios() {
    const files = await load('scenarios.json', 'json');
    const good = files && typeof files === 'object' && !Array.isArray(files) &&
      Object.values(files).every((text) => typeof text === 'string') &&
      Object.keys(files).some((path) => path.startsWith('lang/'));
    if (!good) throw broken('scenarios.json');
    return files;
  }
  function tooOld() {
    // try … catch in a function: what the engine is compiled with.
    const probe = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8,
      1, 6, 0, 6, 64, 25, 11, 11]);
    return typeof WebAssembly !== 'object' || !WebAssembly.validate(probe);
  }
  function instantiate(imports, done) {
    (async () => {
      const answer = await fetch('app.wasm').catch(() => null);
      if (!answer || !answer.ok) throw Object.assign(new Error('app.wasm'), {missing: 'app.wasm'});
      const type = (answer.headers.get('Content-Type') || '').split(';')[0].trim();
      // Servers that do not know .wasm are many; streaming insists on the type.
      const result = await (type === 'application/wasm' && WebAssembly.instantiateStreaming
        ? WebAssembly.instantiateStreaming(answer, imports)
        : answer.arrayBuffer().then((code) => WebAssembly.instantiate(code, imports))
      ).catch(() => { throw broken('app.wasm'); });
      done(result.instance, result.module);
    })().catch(fail);
    return {};
  }
  function fail(error) {
    console.error(error);
    stop(error && error.missing ? HK.say('noNetwork', error.missing)
      : error && error.broken ? HK.say('badFile', error.broken)
      : HK.say('crashed', (error && error.message) || error));
  }

  // ---- doing
  function act(id, value) {
    HK.setString((a, b) => engine._hk_action(a, b), id, value || '');
    flush();
  }
  function flush() {
    const changed = engine._hk_flush();
    if (changed & TREE) drawTree();
    if (changed & SAVED) save();
    if (changed & PAGE) {
      applyPage();
      clearTimeout(pageTimer);
      pageTimer = setTimeout(savePage, 400);
    }
    if (changed & REQUEST) requests();
    if (changed) HK.canvas.kick();
    workLater();
  }
  // The review of an ended run: by the workers, else here, a decision at a time between what the
  // trainee does.
  function workLater() {
    const run = engine._hk_judging();
    if (workTimer || !run) return;
    if (HK.judge.run(run, summary().case, HK.text(engine._hk_save()))) return;
    workTimer = setTimeout(() => {
      workTimer = 0;
      if (engine._hk_work() & TREE) {
        drawTree();
        HK.canvas.kick();
      }
      workLater();
    }, 15);
  }
  function takePart({run, shard, shards, part}) {
    const at = bytes(part);
    const good = engine._hk_review_part(run, shard, shards, at, part.length);
    engine._free(at);
    if (!good) return false;
    drawTree();
    HK.canvas.kick();
    return true;
  }
  function drawTree() {
    HK.dom.draw(JSON.parse(HK.text(engine._hk_tree())), page);
  }
  function requests() {
    for (let what = HK.text(engine._hk_request()); what; what = HK.text(engine._hk_request())) {
      if (what === 'start' || what === 'new') startFresh(freshSeed());
      else if (what.startsWith('again')) startFresh(what.split(':')[1] || freshSeed());
      else if (what.startsWith('retry:')) retryFrom(Number(what.slice(6)));
      else if (what === 'export') HK.exportSave();
      else if (what === 'export_kept') HK.exportSave(HK.keptRecord);
      else if (what.startsWith('case:')) playCase(what.slice(5));
      else if (what.startsWith('drill:')) playDrill(what.slice(6));
      else if (what === 'tick') setTimeout(() => act('app:watch:tick', ''), TICK);
      else if (what.startsWith('print:')) printText(what.slice(6));
      else if (what === 'import') document.getElementById('import-file').click();
    }
  }
  // The words of one field alone on paper, as they stand.
  function printText(key) {
    const find = (node) => node.k === key ? node
      : (node.c || []).reduce((found, child) => found || find(child), null);
    const node = find(JSON.parse(HK.text(engine._hk_tree())));
    if (!node) return;
    document.getElementById('print').textContent = node.v || '';
    document.body.classList.add('printing');
    window.addEventListener('afterprint', () => document.body.classList.remove('printing'),
      {once: true});
    window.print();
  }
  // Another case: this one's run waits under its own name, and the other's is taken up again.
  async function keepRun() {
    await writing;
    const here = await HK.store.get('current');
    if (here && here.summary && here.summary.case) {
      await HK.store.put('run-' + here.summary.case, here);
    }
  }
  // A drill is always begun afresh.
  async function playDrill(id) {
    await keepRun();
    if (!HK.setString((c) => engine._hk_case(c), id)) return;
    await startFresh(freshSeed());
  }
  async function playCase(id) {
    await keepRun();
    if (!HK.setString((c) => engine._hk_case(c), id)) return;
    await begin(await HK.store.get('run-' + id));
    HK.canvas.kick();
  }
  function freshSeed() {
    if (address.get('seed')) return address.get('seed');
    const random = new Uint32Array(1);
    crypto.getRandomValues(random);
    return String(random[0] % 1000000);
  }
  async function startFresh(seed) {
    if (engine._hk_playing()) await HK.store.keep();
    HK.setString((s) => engine._hk_start(s), seed);
    drawTree();
    applyPage();
    save();
    HK.canvas.kick();
  }

  async function retryFrom(index) {
    await HK.store.keep();
    if (!engine._hk_retry(index)) return;
    drawTree();
    applyPage();
    save();
    HK.canvas.kick();
  }

  // ---- the page's own state
  function applyPage() {
    HK.language = HK.text(engine._hk_language()) === 'en' ? 'en' : 'zh';
    const root = document.documentElement;
    root.lang = HK.language === 'zh' ? 'zh-CN' : 'en';
    document.getElementById('skip').textContent = HK.say('skip');
    document.title = HK.say('title');
    const theme = HK.text(engine._hk_theme());
    if (root.dataset.theme !== theme) {
      root.dataset.theme = theme;
      HK.canvas.recolour();
    }
    root.style.fontSize = engine._hk_zoom() + '%';
    const wanted = canDraw && !engine._hk_reading() && window.innerWidth >= NARROW
      ? 'desk' : 'reading';
    if (wanted !== layout) {
      layout = wanted;
      document.body.dataset.layout = layout;
      HK.canvas.show(layout === 'desk');
    }
  }
  // Names and typed words may hold rare letters: the wide font is fetched when one turns up.
  function afterFrame() {
    flush();
    if (engine._hk_glyph_missing() && !HK.fullFont) {
      HK.fullFont = true;
      load('fonts/full.ttf', 'arrayBuffer').then((data) => {
        const array = new Uint8Array(data);
        engine._hk_font(bytes(array), array.length);
        HK.canvas.kick();
      }, () => {});
    }
  }

  // What typed words are understood with: fetched once the desk stands. Without it everything else
  // works, and sentences are chosen.
  function loadWords() {
    return load('recogniser.bin', 'arrayBuffer').then((data) => {
      const array = new Uint8Array(data);
      const at = bytes(array);
      const good = engine._hk_words_model(at, array.length);
      engine._free(at);
      if (!good) throw broken('recogniser.bin');
      drawTree();
      HK.canvas.kick();
    }).catch((error) => console.warn(error.message));
  }

  // ---- saving
  function summary() {
    const found = {};
    for (const line of HK.text(engine._hk_summary()).split('\n')) {
      const [key, value] = line.split('\t');
      if (key) found[key] = value;
    }
    return found;
  }
  function record() {
    return {huikuan: 1, at: Date.now(), save: HK.text(engine._hk_save()),
      words: HK.text(engine._hk_words()), ui: HK.text(engine._hk_ui()), summary: summary()};
  }
  let writing = Promise.resolve();
  function save() {
    const now = record();
    writing = writing.then(() => HK.store.put('current', now));
    savePage();
  }
  function savePage() {
    const ui = {at: Date.now(), ui: HK.text(engine._hk_ui())};
    writing = writing.then(() => HK.store.put('ui', ui));
  }
  HK.exportSave = function (other) {
    const now = other || record();
    const blob = new Blob([JSON.stringify(now)], {type: 'application/json'});
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    const about = now.summary || {};
    link.download = `huikuan-${about.case || 'case'}-${about.date || now.at}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  async function importSave(file) {
    let data = null;
    try {
      if (file.size < 4e6) data = JSON.parse(await file.text());
    } catch { /* said below */ }
    if (!data || data.huikuan !== 1 || typeof data.save !== 'string') {
      HK.toast(HK.say('importBad'));
      return;
    }
    await HK.store.keep();
    const good = HK.setString((s, w) => engine._hk_offer(s, w), data.save,
                              typeof data.words === 'string' ? data.words : '');
    drawTree();
    applyPage();
    HK.canvas.kick();
    if (good) HK.toast(HK.say('imported'));
  }

  // ---- from the top
  async function main() {
    progress('loading', 0.05);
    if (tooOld()) return stop(HK.say('tooOld'));
    await HK.store.open();
    const [saved, stored] = [await HK.store.get('current'), await HK.store.get('ui')];
    const ui = (stored && stored.ui) || 'language\t' + HK.language + '\n';
    const spoken = /^language\t(zh|en)$/m.exec(ui);
    if (spoken) HK.language = spoken[1];
    const hopeful = HK.canvas.possible();
    progress('engine', 0.15);
    const scenarios = loadScenarios();
    scenarios.catch(() => {});
    const font = hopeful ? load('fonts/core.ttf', 'arrayBuffer') : Promise.resolve(null);
    font.catch(() => {});
    if (typeof window.HuikuanApp !== 'function') {
      throw Object.assign(new Error('app.js'), {missing: 'app.js'});
    }
    engine = await window.HuikuanApp({canvas: document.getElementById('canvas'),
      instantiateWasm: instantiate, print: () => {}, printErr: (text) => console.warn(text)});
    progress('fonts', 0.6);
    for (const [path, text] of Object.entries(await scenarios)) {
      HK.setString((p, t) => engine._hk_file(p, t, engine.lengthBytesUTF8(text)), path, text);
    }
    canDraw = false;
    if (hopeful) {
      const array = new Uint8Array(await font);
      engine._hk_font(bytes(array), array.length);
      canDraw = HK.canvas.start(engine, afterFrame, () => {
        canDraw = false;
        HK.toast(HK.say('noCanvas'));
        applyPage();
      });
    }
    progress('ready', 1);
    // The case asked for, else the one last played, else the first of the menu.
    const last = (saved && saved.summary && saved.summary.case) || '';
    const wanted = address.get('case') || last;
    const system = matchMedia('(prefers-color-scheme: dark)');
    engine._hk_system_dark(system.matches ? 1 : 0);
    system.addEventListener('change', () => {
      engine._hk_system_dark(system.matches ? 1 : 0);
      drawTree();
      HK.canvas.kick();
    });
    HK.setString((c, u) => engine._hk_boot(c, u, canDraw ? 1 : 0), wanted, ui);
    HK.dom.init(act);
    const other = saved && last && wanted !== last;
    if (other) await HK.store.put('run-' + last, saved);
    const known = other ? await HK.store.get('run-' + wanted) : saved;
    // A first visit begins with the choice; an address that names a case or a run, with that.
    if (!known && !address.get('case') && !address.get('seed')) show();
    else await begin(known);
    // Beside the desk, while it is already in use; afterwards nothing is fetched.
    await Promise.all([loadWords(),
      HK.judge.start(await scenarios, takePart, workLater).then(workLater)]);
  }
  async function begin(saved) {
    if (saved && saved.save) {
      const good = HK.setString((s, w) => engine._hk_offer(s, w), saved.save, saved.words || '');
      if (!good) HK.keptRecord = await HK.store.keep();
    } else {
      HK.setString((s) => engine._hk_start(s), freshSeed());
      if (engine._hk_playing()) save();
    }
    show();
  }
  function show() {
    applyPage();  // first: what cannot be seen cannot take the focus
    document.getElementById('boot').hidden = true;
    drawTree();
    HK.canvas.kick();
  }

  document.getElementById('import-file').addEventListener('change', (event) => {
    const file = event.target.files[0];
    event.target.value = '';
    if (file) importSave(file);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !engine) return;
    const close = page.querySelector('[role=dialog] [data-action="ui:dialog:"]');
    if (close) act('ui:dialog:', '');
  });
  // Words typed just before the tab closes are handed over at once.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && engine && layout !== 'boot') { HK.flushFields(); flush(); savePage(); }
  });
  window.addEventListener('resize', () => { if (engine && layout !== 'boot') applyPage(); });
  window.addEventListener('error', (event) => { if (event.error) fail(event.error); });
  document.documentElement.lang = HK.language === 'zh' ? 'zh-CN' : 'en';

  // For tests, and for anybody who wants to look.
  window.huikuan = {
    rect: (key) => {
      const text = HK.setString((k) => HK.text(engine._hk_rect(k)), key);
      if (!text) return null;
      const [x, y, width, height, shown] = text.split(' ').map(Number);
      return {x, y, width, height, shown: shown === 1};
    },
    frames: () => engine._hk_frame_count(),
    busy: () => HK.canvas.busy(),
    tree: () => JSON.parse(HK.text(engine._hk_tree())),
    action: act,
    save: () => HK.text(engine._hk_save()),
    saved: () => writing,
    layout: () => layout,
    workers: () => HK.judge.workers(),
    loaded: () => loaded,
  };
  loaded = main().catch(fail);
})();
