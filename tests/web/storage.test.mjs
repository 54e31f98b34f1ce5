// Saving after every command, coming back, and everything that can go wrong with what is kept.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, judged, launch, limit, newContext as wideContext, open, ready, save,
  settled, stored, toastText, tree} from './support/browser.mjs';
import {Keyboard} from './support/hands.mjs';
import {assertWords} from './support/language.mjs';
import {byKey, control, walk} from './support/nodes.mjs';
import {scenarios, serve, shellStrings, strings} from './support/site.mjs';

let browser, server;
// What is kept has nothing to do with drawing: without it, the processors are spared.
before(async () => { [browser, server] = [await launch({gpu: false}), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

describe('what is kept', () => {
  const newContext = (browserOf, language) =>
    wideContext(browserOf, language, {viewport: {width: 690, height: 900}});

  // A few commands of every kind that is quick to reach.
  const commands = ['open:0', 'inspect:0:0', 'plan:set', 'call:2', 'say:offer:0', 'say:offer:1',
    'end', 'note:save', 'task:0', 'wait:afternoon', 'letter:send', 'wait:next_day',
    'wait:next_day'];

  async function playSome(page, upTo = commands.length) {
    await act(page, 'ui:dialog:');
    const dates = byKey(await tree(page), 'plan.date').c;
    await act(page, 'set:plan.date', dates[dates.length - 1].v);
    await act(page, 'set:note', 'A note. 一条记录。');
    await act(page, 'toggle:letter.to.2', '1');
    for (const command of commands.slice(0, upTo)) await act(page, command);
  }

  const isKept = (records, save) =>
    Object.entries(records).some(([key, r]) => key.startsWith('kept-') && r.save === save);

  const offered = async (page) => {
    const now = await tree(page);
    return {trouble: byKey(now, 'welcome.trouble')?.l || '', go: !!byKey(now, 'welcome.continue'),
      start: !!byKey(now, 'welcome.start'), old: !!byKey(now, 'welcome.export')};
  };

  async function comeBack(context, options) {
    const page = await open(context, server.url, options);
    return page;
  }

  test('saved after every command, resumed after closing the tab', {timeout: limit(120000)},
       async (t) => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    assert.equal((await stored(page)).records.current.save, await save(page), 'the very beginning');
    const dates = byKey(await tree(page), 'plan.date').c;
    await act(page, 'set:plan.date', dates[dates.length - 1].v);
    await act(page, 'set:note', 'A note. 一条记录。');
    await act(page, 'toggle:letter.to.2', '1');
    let last = await save(page), changed = 0;
    for (const command of commands) {
      await act(page, command);
      const now = await save(page);
      if (now !== last) ++changed;
      last = now;
      assert.equal((await stored(page)).records.current.save, now, `stored after ${command}`);
      // Another tab at this very moment would go on from here.
      if (['say:offer:0', 'letter:send', 'wait:next_day'].includes(command)) {
        const other = await comeBack(context);
        assert.deepEqual(await offered(other), {trouble: '', go: true, start: true, old: false});
        await act(other, 'app:continue');
        assert.equal(await save(other), now);
        assertNoProblems(other);
        await other.close();
      }
    }
    assert.ok(changed >= 10, `${changed} commands were carried out`);
    assert.ok(last.length <= 2000);
    t.diagnostic(`${changed} commands: ${last.length} characters`);
    await act(page, 'ui:tab:talk');
    const before = await tree(page);
    await page.close();
    const again = await comeBack(context);
    await new Keyboard(again).press('app:continue');
    assert.equal(await save(again), last);
    await act(again, 'ui:tab:talk');
    assert.deepEqual(await tree(again), before, 'the whole desk is as it was');
    assertNoProblems(again);
    await context.close();
  });

  test('both copies are kept, and the newer one counts', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'zh');
    const page = await open(context, server.url);
    await playSome(page, 5);
    const {local, records} = await stored(page);
    assert.equal(JSON.parse(local['huikuan.current']).save, records.current.save);
    const now = await save(page);
    for (const lost of ['indexedDB', 'localStorage']) {
      const other = await comeBack(context, {before: (p) => p.addInitScript((name) => {
        Object.defineProperty(window, name, {get() {
          throw new DOMException('no', 'SecurityError');
        }});
      }, lost)});
      await act(other, 'app:continue');
      assert.equal(await save(other), now, `without ${lost}`);
      await other.close();
    }
    await context.close();
  });

  test('the language changes at any time and the world does not', {timeout: limit(120000)},
       async () => {
    const context = await newContext(browser, 'zh');
    const page = await open(context, server.url);
    // What is there, without the words.
    const bones = (node) => ({k: node.k, t: node.t, r: node.r, a: node.a, x: node.x, y: node.y,
      c: (node.c || []).filter((n) => n.k !== 'top.language').map(bones)});
    const both = async (where) => {
      const [zh, before] = [await tree(page), await save(page)];
      assertWords(zh, 'zh');
      await act(page, 'ui:language:en');
      const en = await tree(page);
      assertWords(en, 'en');
      assert.equal(await save(page), before, where);
      assert.deepEqual(bones(en), bones(zh), where);
      await act(page, 'ui:language:zh');
      assert.deepEqual(await tree(page), zh, `${where}, and back`);
    };
    await both('briefing');
    await act(page, 'ui:dialog:');
    await both('desk');
    await act(page, 'open:0');
    await both('papers');
    await act(page, 'ui:tab:letter');
    await both('letter');
    await act(page, 'ui:dialog:wait');
    await both('waiting');
    await act(page, 'ui:dialog:');
    await act(page, 'call:2');
    await act(page, 'say:offer:0');
    await both('conversation');
    await act(page, 'end');
    await act(page, 'ui:tab:log');
    await both('log');
    for (let i = 0; i < 60 && !byKey(await tree(page), 'top.debrief'); ++i) {
      await act(page, 'wait:next_day');
    }
    await judged(page);
    await both('debrief');
    // The choice is remembered.
    await act(page, 'ui:language:en');
    await act(page, 'ui:tab:talk');
    await page.waitForFunction(() =>
      /language\ten\n[^]*tab\ttalk\n/.test(JSON.parse(localStorage.getItem('huikuan.ui')).ui));
    await settled(page);
    await page.close();
    const again = await comeBack(context);
    assertWords(await tree(again), 'en');
    await context.close();
  });

  // ---- saves that cannot be used

  const replaceSave = (page, text) => page.evaluate(async (save) => {
    const record = JSON.parse(localStorage.getItem('huikuan.current'));
    record.save = save;
    localStorage.setItem('huikuan.current', JSON.stringify(record));
    const db = await new Promise((resolve) => {
      const request = indexedDB.open('huikuan', 1);
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise((resolve) => {
      const change = db.transaction('saves', 'readwrite');
      change.objectStore('saves').put(record, 'current');
      change.oncomplete = resolve;
    });
    db.close();
  }, text);

  const damages = {
    'cut short': (s) => s.slice(0, s.length >> 1),
    'one character changed': (s) => s.slice(0, 20) + (s[20] === 'A' ? 'B' : 'A') + s.slice(21),
    'the end changed': (s) => s.slice(0, -1) + (s.endsWith('A') ? 'B' : 'A'),
    'not a save': () => '<script>alert(1)</script> 存档 \u0000',
    'very long': (s) => s.repeat(20000),
    'a number': () => 42,
    'an object': () => ({a: 1}),
  };

  for (const language of ['zh', 'en']) {
    describe(`a damaged save, ${language}`, () => {
      // What is done with it does not depend on the language; what is said does.
      for (const [kind, damage] of Object.entries(damages).slice(0, language === 'zh' ? 9 : 2)) {
        test(kind, {timeout: limit(60000)}, async () => {
          const context = await newContext(browser, language);
          const page = await open(context, server.url);
          await playSome(page, 4);
          const bad = damage(await save(page));
          await replaceSave(page, bad);
          await page.close();
          const again = await comeBack(context);
          const {trouble, start, old} = await offered(again);
          assert.ok(trouble.length > 10, 'it is said');
          assertWords(await tree(again), language);
          assert.match(trouble, language === 'zh' ? /重新开始|导出/ : /start|export/i, 'with a remedy');
          assert.ok(trouble.includes(strings(language)['web.message.save_kept']));
          assert.ok(start && old, 'a new start and the old save are offered');
          await new Keyboard(again).press('app:start');
          assert.ok(byKey(await tree(again), 'briefing'), 'the case starts anew');
          await act(again, 'ui:dialog:');
          await act(again, 'call:2');
          const kept = Object.entries((await stored(again)).records)
            .filter(([key]) => key.startsWith('kept-'));
          assert.deepEqual(kept.map(([, record]) => record.save), [bad], 'the old one is kept');
          assertNoProblems(again);
          await context.close();
        });
      }
    });
  }

  test('storage that makes no sense at all', {timeout: limit(90000)}, async () => {
    for (const text of ['{', 'null', '[]', '"x"', '{"save":null}',
      '{"at":"x","save":{},"words":7,"ui":9}']) {
      const context = await newContext(browser, 'en');
      const page = await open(context, server.url, {before: (p) => p.addInitScript((value) => {
        if (localStorage.getItem('huikuan.ui')) return;
        localStorage.setItem('huikuan.current', value);
        localStorage.setItem('huikuan.ui', value);
      }, text)});
      const now = await tree(page);
      assert.ok(byKey(now, 'briefing') || byKey(now, 'welcome.start'), `${text}: one can begin`);
      assertNoProblems(page);
      await context.close();
    }
    // Hostile page state: unknown tabs, numbers out of range, markup.
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await playSome(page, 2);
    await page.evaluate(() => {
      const ui = 'language\txx\ntheme\t<b>\nzoom\t99999\ntab\tnone\ndialog\tno\nperson\t250\n' +
        'document\t-7\ndraft.plan.gate\t999\ndraft.plan.ability\t-5\ndraft.letter.level\t77\n' +
        'draft.slot.tone\t900\ndraft.plan.date\t99999999999999\ndraft.\t\nno tab\n\t\n\\';
      localStorage.setItem('huikuan.ui', JSON.stringify({at: Date.now() + 1e6, ui}));
    });
    await page.close();
    const again = await comeBack(context);
    await act(again, 'app:continue');
    for (const tab of ['papers', 'letter', 'log', 'talk']) await act(again, `ui:tab:${tab}`);
    assert.ok(byKey(await tree(again), 'contacts'), 'the desk is there');
    assertNoProblems(again);
    await context.close();
  });

  // ---- a save of other rules

  function otherRules() {
    const bundle = scenarios();
    const name = 'catalogue/acts/greet.json';
    const changed = bundle[name].replace(/"minutes":\s*(\d+)/,
                                         (_, n) => `"minutes": ${Number(n) + 1}`);
    if (changed === bundle[name]) throw new Error(`${name} has no "minutes"`);
    return JSON.stringify({...bundle, [name]: changed});
  }

  for (const language of ['zh', 'en']) {
    test(`a save of other rules, ${language}`, {timeout: limit(60000)}, async () => {
      const context = await newContext(browser, language);
      const page = await open(context, server.url);
      await playSome(page, 5);
      const before = await save(page);
      await page.close();
      const changed = otherRules();
      const serveChanged = (p) => p.route('**/scenarios.json', (route) =>
        route.fulfill({contentType: 'application/json', body: changed}));
      const other = await comeBack(context, {before: serveChanged});
      const {trouble, go, old} = await offered(other);
      assert.match(trouble, language === 'zh' ? /规则/ : /rules/i);
      assert.match(trouble, language === 'zh' ? /重新开始/ : /start/i, 'with a remedy');
      assert.ok(!go && old);
      assertWords(await tree(other), language);
      // Whoever leaves it at that has lost nothing: with the old files it goes on.
      await other.close();
      const same = await comeBack(context);
      assert.equal((await offered(same)).go, true);
      await act(same, 'app:continue');
      assert.equal(await save(same), before);
      await same.close();
      // Whoever starts anew keeps the old one, too, and can take it out.
      const anew = await comeBack(context, {before: serveChanged});
      const hands = new Keyboard(anew);
      const [download] = await Promise.all([anew.waitForEvent('download'),
        hands.activate({k: 'welcome.export'})]);
      const chunks = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk);
      assert.equal(JSON.parse(Buffer.concat(chunks)).save, before, 'the exported file');
      await hands.press('app:start');
      const {records} = await stored(anew);
      assert.ok(isKept(records, before));
      assert.notEqual(records.current.save, before);
      assertNoProblems(anew);
      await context.close();
    });
  }

  test('a comma changed in the words does not kill a save', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await playSome(page, 5);
    const before = await save(page);
    await page.close();
    const bundle = scenarios();
    const name = 'catalogue/acts/greet.json';
    const changed = JSON.stringify({...bundle,
      [name]: bundle[name].replace('Is now a good time?', 'is this a good time?')});
    const again = await comeBack(context, {before: (p) => p.route('**/scenarios.json', (route) =>
      route.fulfill({contentType: 'application/json', body: changed}))});
    await act(again, 'app:continue');
    assert.equal(await save(again), before);
    await context.close();
  });

  // ---- storage that fails

  const fill = (page) => page.evaluate(() => {
    const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
    window.realSetItem = Storage.prototype.setItem;
    window.realPut = IDBObjectStore.prototype.put;
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  });
  const empty = (page) => page.evaluate(() => {
    Storage.prototype.setItem = window.realSetItem;
    IDBObjectStore.prototype.put = window.realPut;
  });

  for (const language of ['zh', 'en']) {
    const say = shellStrings(language);
    test(`full storage, ${language}`, {timeout: limit(60000)}, async () => {
      const context = await newContext(browser, language);
      const page = await open(context, server.url);
      await playSome(page, 4);
      const before = await save(page);
      await fill(page);
      await act(page, 'say:offer:0');
      const message = await toastText(page);
      assert.ok(message.includes(say('storageFull')), `“${message}”`);
      assert.match(message, language === 'zh' ? /导出/ : /export/i, 'with a remedy');
      assert.equal((await stored(page)).records.current.save, before, 'what was kept is kept');
      // Playing goes on, and the step can be taken out by the button of the message.
      const [download] = await Promise.all([page.waitForEvent('download'),
        page.locator('#toast button').first().click()]);
      assert.match(download.suggestedFilename(), /^huikuan-.*\.json$/);
      await act(page, 'end');
      await empty(page);
      await act(page, 'wait:next_day');
      assert.equal((await stored(page)).records.current.save, await save(page), 'saved again');
      assertNoProblems(page);
      await context.close();
    });

    test(`no storage, ${language}`, {timeout: limit(60000)}, async () => {
      const context = await newContext(browser, language);
      const page = await open(context, server.url, {before: (p) => p.addInitScript(() => {
        for (const name of ['indexedDB', 'localStorage']) {
          Object.defineProperty(window, name, {get() {
            throw new DOMException('denied', 'SecurityError');
          }});
        }
      })});
      const message = await toastText(page);
      assert.ok(message.includes(say('storageNone')), `“${message}”`);
      assert.match(message, language === 'zh' ? /导出/ : /export/i, 'with a remedy');
      await act(page, 'ui:dialog:');
      await act(page, 'call:2');
      assert.ok(byKey(await tree(page), 'talk.end'), 'one can play');
      assertNoProblems(page);
      await context.close();
    });
  }

  test('a database that is denied, blocked or never answers', {timeout: limit(90000)}, async () => {
    const ways = {
      denied: () => {
        indexedDB.constructor.prototype.open = function () {
          const request = {};
          setTimeout(() => request.onerror && request.onerror(new Event('error')));
          return request;
        };
      },
      silent: () => { indexedDB.constructor.prototype.open = () => ({}); },
    };
    for (const [name, way] of Object.entries(ways)) {
      const context = await newContext(browser, 'en');
      const page = await open(context, server.url, {before: (p) => p.addInitScript(way)});
      await act(page, 'ui:dialog:');
      await act(page, 'call:2');
      const before = await save(page);
      await page.close();
      const again = await comeBack(context, {before: (p) => p.addInitScript(way)});
      await act(again, 'app:continue');
      assert.equal(await save(again), before, `${name}: the copy in localStorage did`);
      assertNoProblems(again);
      await context.close();
    }
  });

  test('export and import', {timeout: limit(90000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await playSome(page, 6);
    const before = await save(page);
    await act(page, 'ui:dialog:help');
    const [download] = await Promise.all([page.waitForEvent('download'),
      new Keyboard(page).activate({k: 'help.export'})]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const file = Buffer.concat(chunks);
    await context.close();

    const elsewhere = await newContext(browser, 'en');
    const other = await open(elsewhere, server.url, {seed: 99});
    await act(other, 'ui:dialog:');
    await act(other, 'call:2');
    const mine = await save(other);
    const choose = (name, buffer) => other.setInputFiles('#import-file',
      {name, mimeType: 'application/json', buffer});
    const say = shellStrings('en');
    for (const bad of ['{', '{"huikuan":1}', '[]', 'null', '<html>', '']) {
      await choose('bad.json', Buffer.from(bad));
      await other.waitForFunction((text) =>
        document.getElementById('toast').textContent.includes(text), say('importBad'));
      await other.locator('#toast button').last().click();
      assert.equal(await save(other), mine, 'nothing changed');
    }
    await choose('good.json', file);
    await other.waitForFunction((s) => window.huikuan.save() === s, before);
    await settled(other);
    if (control(await tree(other), 'app:continue')) await act(other, 'app:continue');
    assert.equal(await save(other), before);
    const {records} = await stored(other);
    assert.equal(records.current.save, before);
    assert.ok(isKept(records, mine),
              'what was played here is kept aside');
    assertNoProblems(other);
    await elsewhere.close();
  });

  test('a broken import leaves what is being played', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await playSome(page, 6);
    const before = await save(page);
    await page.setInputFiles('#import-file', {name: 'x.json', mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({huikuan: 1, save: before.slice(0, 30)}))});
    await page.waitForFunction(() => JSON.stringify(window.huikuan.tree()).includes('welcome') ||
      document.getElementById('toast').classList.contains('on'));
    await settled(page);
    assert.equal((await stored(page)).records.current.save, before, 'it is still stored');
    await page.reload();
    await ready(page);
    await act(page, 'app:continue');
    assert.equal(await save(page), before);
    assertNoProblems(page);
    await context.close();
  });

  test('starting again keeps what was played', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await playSome(page, 6);
    const before = await save(page);
    await act(page, 'ui:dialog:restart');
    await new Keyboard(page).press('app:again');
    await settled(page);
    const {records} = await stored(page);
    assert.ok(isKept(records, before));
    assert.ok([...walk(await tree(page))].some((n) => n.k === 'briefing'));
    assertNoProblems(page);
    await context.close();
  });
});
