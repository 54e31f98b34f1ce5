// Browsers, servers and files as they come: each works, or says plainly what to do.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, bootText, launch, limit, newContext, newPage, open, phone, ready,
  save, settled, sharp, toastText, tree} from './support/browser.mjs';
import {Keyboard, Mouse} from './support/hands.mjs';
import {assertWords} from './support/language.mjs';
import {byKey, openDialog, words} from './support/nodes.mjs';
import {scenarios, serve, shellStrings} from './support/site.mjs';

let browser, plain, server;   // plain: one without WebGL
before(async () => {
  [browser, plain, server] = [await launch(), await launch({gpu: false}), await serve()];
});
after(async () => {
  await browser?.close();
  await plain?.close();
  await server?.close();
});

describe('browsers, servers, files, sizes', () => {
  const layout = (page) => page.evaluate(() => window.huikuan.layout());

  // A page that will not get ready: until it says so.
  async function openBroken(context, url, prepare) {
    const page = await newPage(context);
    if (prepare) await prepare(page);
    await page.goto(url);
    await page.waitForFunction(() => {
      const boot = document.getElementById('boot');
      return boot.classList.contains('trouble') || boot.hidden;
    }, null, {timeout: limit(60000)});
    return page;
  }
  // What it says, wherever it says it.
  const message = async (page) => {
    const boot = await bootText(page);
    return boot || words(await tree(page)).map(({text}) => text).join('\n');
  };
  const chinese = /[\u4e00-\u9fff]/;

  // ---- no drawing

  async function playsByKeyboard(page) {
    assert.equal(await layout(page), 'reading');
    assert.equal(byKey(await tree(page), 'top.reading'), null, 'no way to a desk that cannot be');
    const hands = new Keyboard(page);
    await hands.press('ui:dialog:');
    await hands.press('call:2');
    const before = await save(page);
    await hands.press('say:offer:0');
    assert.notEqual(await save(page), before);
    await hands.press('end');
    assert.ok(!await page.locator('#canvas').isVisible());
  }

  test('a browser without WebGL shows the reading layout', {timeout: limit(90000)}, async () => {
    const context = await newContext(plain, 'zh');
    const page = await open(context, server.url);
    await playsByKeyboard(page);
    assertNoProblems(page);
    await context.close();
  });

  for (const [kind, broken] of Object.entries({
    'WebGL denied': () => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
        return /webgl/.test(type) ? null : get.call(this, type, ...rest);
      };
    },
    'WebGL that throws': () => {
      HTMLCanvasElement.prototype.getContext = () => { throw new Error('no'); };
    },
    'WebGL promised, then denied': () => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
        return this.id === 'canvas' && /webgl/.test(type) ? null : get.call(this, type, ...rest);
      };
    },
  })) {
    test(`${kind}: the reading layout`, {timeout: limit(60000)}, async () => {
      const context = await newContext(browser, 'en');
      const page = await open(context, server.url, {before: (p) => p.addInitScript(broken)});
      await playsByKeyboard(page);
      assertNoProblems(page);
      await context.close();
    });
  }

  // ---- browsers that are too old

  for (const language of ['zh', 'en']) {
    const say = shellStrings(language);
    for (const [kind, older] of Object.entries({
      'no WebAssembly exceptions': () => { WebAssembly.validate = () => false; },
      'no WebAssembly': () => { delete window.WebAssembly; },
    })) {
      test(`${kind}: a message, ${language}`, {timeout: limit(60000)}, async () => {
        const context = await newContext(browser, language);
        const page = await openBroken(context, server.url, (p) => p.addInitScript(older));
        const text = await bootText(page);
        assert.equal(text, say('tooOld'));
        assert.match(text, /Chrome.*Firefox.*Safari/s, 'it names what to use');
        assert.equal(await page.getAttribute('#boot', 'role'), 'alert');
        assert.ok(await page.locator('#boot-text').isVisible());
        assertNoProblems(page);
        await context.close();
      });
    }
  }

  // ---- servers

  for (const [kind, options] of Object.entries({
    'strict Content-Security-Policy': {csp: true},
    'wrong type of .wasm, and no policy': {csp: false, wrongMime: true},
    'a sub-folder': {csp: true, under: '/lms/course 7/回款'},
  })) {
    test(`served with ${kind}`, {timeout: limit(60000)}, async () => {
      const other = await serve(options);
      const context = await newContext(browser, 'en');
      try {
        const page = await open(context, other.url);
        const requests = [];
        page.on('request', (request) => requests.push(request.url()));
        assert.equal(await layout(page), 'desk');
        const hands = new Mouse(page);
        await hands.press('ui:dialog:');
        await hands.press('call:2');
        await hands.press('say:offer:0');
        await act(page, 'end');
        await hands.write('note.text', '龘 a note');
        await hands.press('note:save');
        await act(page, 'ui:reading:1');
        await page.reload();
        await ready(page);
        await act(page, 'app:continue');
        const ours = new URL(other.url).href;
        assert.ok(requests.every((url) => url.startsWith(ours) || /^(data|blob):/.test(url)),
                  `only our own files: ${requests}`);
        assertNoProblems(page);
      } finally {
        await context.close();
        await other.close();
      }
    });
  }

  test('nothing is asked of any other host, and nothing after loading', {timeout: limit(60000)},
       async () => {
    const context = await newContext(browser, 'en');
    const page = await newPage(context);
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(server.url);
    await ready(page);
    await page.evaluate(() => window.huikuan.loaded());
    assert.deepEqual(requests.filter((url) => !url.startsWith(server.url)), []);
    const loaded = requests.length;
    await act(page, 'ui:dialog:');
    await act(page, 'call:2');
    await act(page, 'say:offer:0');
    await act(page, 'end');
    await act(page, 'wait:next_day');
    assert.deepEqual(requests.slice(loaded), []);
    await context.close();
  });

  // ---- files that are broken

  const bundle = scenarios();
  const casePath = 'cases/first-invoice/case.json';
  const json = (body) => ({contentType: 'application/json', body});
  const changed = (name, change) => JSON.stringify({...bundle, [name]: change(bundle[name])});
  // Where a syntax error would be seen: the line that misses its comma, or the next.
  function withoutComma(text) {
    const lines = text.split('\n');
    const at = lines.findIndex((line, i) => i > 10 && /^\s*"\w+": .*,$/.test(line));
    lines[at] = lines[at].replace(/,$/, '');
    return {text: lines.join('\n'), line: at + 1};
  }

  for (const language of ['zh', 'en']) {
    describe(`broken files, ${language}`, () => {
      // Nothing of this is drawn; only the font asks for a browser that could.
      const narrow = {viewport: {width: 690, height: 900}};
      const right = (text) => {
        assert.ok(language === 'en' || chinese.test(text), `in Chinese: ${text}`);
        const rest = text.replaceAll('中文', '');
        assert.ok(language === 'zh' || !chinese.test(rest), `in English: ${text}`);
      };
      const broken = async (prepare, check, by = plain) => {
        const context = await newContext(by, language, narrow);
        const page = await openBroken(context, server.url, prepare);
        const text = await message(page);
        right(text);
        check(text);
        assert.deepEqual(page.problems.filter((p) => /^uncaught|crashed/.test(p)), []);
        await context.close();
        return text;
      };
      const instead = (pattern, answer) => (page) =>
        page.route(pattern, (route) => (answer ? route.fulfill(answer) : route.abort()));
      const reload = language === 'zh' ? /刷新/ : /reload/i;
      const html = {contentType: 'text/html', body: '<!DOCTYPE html><title>Not found</title>'};

      const files = [
        ['scenarios.json', '404 with HTML', {...html, status: 404}],
        ['scenarios.json', 'HTML with 200', html],
        ['app.wasm', 'nonsense', {contentType: 'application/wasm', body: 'nonsense'}],
        ['app.js', '404 with HTML', {...html, status: 404}],
      ];
      // What is done about it does not depend on the language; what is said does.
      if (language === 'zh') {
        files.push(
          ['scenarios.json', 'cut short', json(JSON.stringify(bundle).slice(0, 50000))],
          ['scenarios.json', 'nothing', json('')],
          ['scenarios.json', 'another kind of JSON', json('null')],
          ['scenarios.json', 'not files', json('{"a": {"b": 1}}')],
          ['scenarios.json', 'no connection', null],
          ['app.wasm', '404 with HTML', {...html, status: 404}],
          ['app.wasm', 'no connection', null],
          ['fonts/core.ttf', '404 with HTML', {...html, status: 404}]);
      }
      for (const [name, how, answer] of files) {
        test(`${name}: ${how}`, {timeout: limit(60000)}, async (t) => {
          const text = await broken(instead(`**/${name}`, answer), (said) => {
            assert.ok(said.includes(name), `it names ${name}: ${said}`);
            assert.match(said, reload, 'and the remedy');
          }, name.startsWith('fonts/') ? browser : plain);
          t.diagnostic(text.replace(/\n/g, ' / '));
        });
      }

      test('a comma missing in the case', {timeout: limit(60000)}, async (t) => {
        const {text, line} = withoutComma(bundle[casePath]);
        const said = await broken(instead('**/scenarios.json',
          json(changed(casePath, () => text))), (words) => {
          const place = new RegExp(`${casePath.replace(/[.]/g, '\\.')}:(\\d+):(\\d+)`).exec(words);
          assert.ok(place, `file:line:col in: ${words}`);
          assert.ok(Math.abs(Number(place[1]) - line) <= 1, `line ${place[1]} for ${line}`);
        });
        t.diagnostic(said.replace(/\n/g, ' / '));
      });

      test('an unknown name in an act', {timeout: limit(60000)}, async (t) => {
        const name = 'catalogue/acts/greet.json';
        const body = changed(name, (text) => text.replace('"warmth"', '"warmpth"'));
        const said = await broken(instead('**/scenarios.json', json(body)),
          (words) => assert.match(words, /catalogue\/acts\/greet\.json:\d+:\d+/));
        t.diagnostic(said.replace(/\n/g, ' / '));
      });

      test('markup in an error is shown as words', {timeout: limit(60000)}, async () => {
        const name = 'catalogue/acts/greet.json';
        const body = changed(name, (text) =>
          text.replace('"warmth"', '"<img src=x onerror=window.pwned=1>"'));
        const context = await newContext(plain, language, narrow);
        const page = await openBroken(context, server.url,
                                      instead('**/scenarios.json', json(body)));
        assert.equal(await page.evaluate(() => document.querySelectorAll('#page img').length), 0);
        assert.equal(await page.evaluate(() => window.pwned), undefined);
        await context.close();
      });

      test('all files of one language missing', {timeout: limit(60000)}, async () => {
        const without = Object.fromEntries(Object.entries(bundle)
          .filter(([name]) => !name.startsWith(`lang/${language}`)));
        const context = await newContext(plain, language, narrow);
        const page = await openBroken(context, server.url,
                                      instead('**/scenarios.json', json(JSON.stringify(without))));
        assert.ok((await message(page)).length > 20, 'something is said');
        assert.deepEqual(page.problems.filter((p) => /^uncaught|crashed/.test(p)), []);
        await context.close();
      });
    });
  }

  test('a broken case leaves the save alone', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    await act(page, 'call:2');
    const before = await save(page);
    await page.close();
    const body = changed(casePath, (text) => text.slice(0, text.length / 2));
    const other = await openBroken(context, server.url, (p) =>
      p.route('**/scenarios.json', (route) => route.fulfill(json(body))));
    assert.match(await message(other), /case\.json:\d+:\d+/);
    await other.close();
    const again = await open(context, server.url);
    await act(again, 'app:continue');
    assert.equal(await save(again), before);
    await context.close();
  });

  // ---- the drawing context goes

  const lose = (page) => page.evaluate(() => {
    window.lost = document.getElementById('canvas').getContext('webgl2')
      .getExtension('WEBGL_lose_context');
    window.lost.loseContext();
  });

  // How many different colours a picture has: a blank one has one.
  async function colours(page) {
    const png = (await page.screenshot({animations: 'disabled'})).toString('base64');
    return page.evaluate(async (data) => {
      const image = new Image();
      image.src = 'data:image/png;base64,' + data;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const draw = canvas.getContext('2d');
      draw.drawImage(image, 0, 0);
      const {data: bytes} = draw.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(bytes.buffer)).size;
    }, png);
  }

  test('the drawing context lost and restored', {timeout: limit(90000)}, async (t) => {
    const context = await newContext(browser, 'zh', sharp);
    const page = await open(context, server.url);
    const hands = new Mouse(page);
    await hands.press('ui:dialog:');
    const before = await colours(page);
    for (let round = 0; round < 2; ++round) {
      await lose(page);
      await page.waitForFunction(() =>
        document.getElementById('canvas').getContext('webgl2').isContextLost());
      await act(page, round ? 'ui:tab:talk' : 'ui:tab:papers');   // the game goes on meanwhile
      const frames = await page.evaluate(() => window.huikuan.frames());
      await page.evaluate(() => window.lost.restoreContext());
      await page.waitForFunction((n) => window.huikuan.frames() > n, frames);
      await settled(page);
    }
    const afterwards = await colours(page);
    t.diagnostic(`${before} colours before, ${afterwards} after`);
    assert.ok(afterwards > before / 2 && afterwards > 50, 'the desk is drawn again');
    await hands.press('call:2');
    assert.equal(await layout(page), 'desk');
    assertNoProblems(page);
    await context.close();
  });

  test('the drawing context lost for good', {timeout: limit(90000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    await lose(page);
    await page.waitForFunction(() => window.huikuan.layout() === 'reading');
    assert.ok((await toastText(page)).includes(shellStrings('en')('noCanvas')));
    await new Keyboard(page).press('call:2');
    assertNoProblems(page);
    await context.close();
  });

  // ---- sizes

  for (const language of ['zh', 'en']) {
    test(`a phone, ${language}`, {timeout: limit(120000)}, async () => {
      const context = await newContext(browser, language, phone);
      const page = await open(context, server.url);
      assert.equal(await layout(page), 'reading');
      const fits = async (where) => {
        const [wide, over] = await page.evaluate(() => [document.scrollingElement.scrollWidth,
          [...document.querySelectorAll('#page [data-key]')].filter((e) => {
            const r = e.getBoundingClientRect();
            return r.right > window.innerWidth + 1 && !e.closest('.r-calendar, .r-tabs') &&
              r.width > 0;
          }).map((e) => e.dataset.key).slice(0, 8)]);
        assert.deepEqual(over, [], `${where}: nothing sticks out`);
        assert.ok(wide <= 390, `${where}: ${wide} wide`);
      };
      const tap = async (key) => {
        await page.locator(`[data-key="${key}"]`).tap();
        await settled(page);
      };
      await fits('briefing');
      await tap('briefing.begin');
      await fits('desk');
      await tap('tab.papers');
      await tap('paper.0');
      await fits('papers');
      await tap('tab.letter');
      await fits('letter');
      await tap('tab.talk');
      await tap('contacts.2.call');
      await fits('conversation');
      await tap('offer.0');
      await tap('talk.end');
      await tap('top.until');
      await fits('waiting');
      await act(page, 'ui:dialog:help');
      await fits('help');
      await act(page, 'ui:dialog:');
      await tap('tab.log');
      await fits('log');
      for (let i = 0; i < 60 && !byKey(await tree(page), 'top.debrief'); ++i) {
        await act(page, 'wait:next_day');
      }
      await fits('debrief');
      assertWords(await tree(page), language);
      assertNoProblems(page);
      await context.close();
    });
  }

  test('a window that becomes narrow and wide again', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    await new Mouse(page).write('note.text', 'half a note');
    await page.setViewportSize({width: 600, height: 800});
    await page.waitForFunction(() => window.huikuan.layout() === 'reading');
    assert.equal(await page.inputValue('[data-key="note.text"] textarea'), 'half a note');
    await page.setViewportSize({width: 1100, height: 700});
    await page.waitForFunction(() => window.huikuan.layout() === 'desk');
    await settled(page);
    await new Mouse(page).press('call:2');
    assertNoProblems(page);
    await context.close();
  });

  // ---- the first call

  for (const [name, options] of [['desk', {}], ['phone', phone]]) {
    test(`the first call within three actions: ${name}`, {timeout: limit(60000)}, async (t) => {
      const context = await newContext(browser, 'zh', options);
      const started = performance.now();
      const page = await open(context, server.url);
      const loaded = performance.now();
      const hands = name === 'desk' ? new Mouse(page) : new Keyboard(page);
      if (openDialog(await tree(page))) await hands.press('ui:dialog:');
      await hands.press(/^call:/);
      assert.ok(byKey(await tree(page), 'talk.end'), 'somebody is on the line');
      assert.ok(hands.count <= 3, `${hands.count} actions`);
      t.diagnostic(`${hands.count} actions; open in ${Math.round(loaded - started)} ms, ` +
        `on the line after ${Math.round(performance.now() - started)} ms`);
      await context.close();
    });
  }
});
