// The drawn desk: what lies over what, scrolling, text size, dark theme, touch.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, launch, limit, newContext, open, settled, sharp, tree}
  from './support/browser.mjs';
import {Mouse} from './support/hands.mjs';
import {all, byKey} from './support/nodes.mjs';
import {serve} from './support/site.mjs';

let browser, server, context;
before(async () => {
  [browser, server] = [await launch(), await serve()];
  context = await newContext(browser, 'en', sharp);
});
after(async () => { await browser?.close(); await server?.close(); });

describe('the drawn desk', () => {
  async function desk() {
    const own = await newContext(browser, 'en', sharp);
    const page = await open(own, server.url);
    await act(page, 'ui:dialog:');
    return page;
  }

  test('an open list lies above the fields', {timeout: limit(60000)}, async () => {
    const page = await desk();
    const hands = new Mouse(page);
    for (const key of ['plan.gate', 'plan.probability', 'plan.date']) {
      await hands.reveal('plan.amount');
      await hands.click(key);
      await settled(page);
      const hidden = await page.evaluate((options) => options.filter((option) => {
        const rect = window.huikuan.rect(option);
        if (!rect || !rect.shown) return false;
        const over = document.elementFromPoint(rect.x + 20, rect.y + rect.height / 2);
        return over.id !== 'canvas';
      }), byKey(await tree(page), key).c.map((option) => option.k));
      assert.deepEqual(hidden, [], `${key}: options behind a field`);
      await page.mouse.click(640, 180);
      await settled(page);
    }
    await page.context().close();
  });

  test('the wheel scrolls the desk over a field, too', {timeout: limit(60000)}, async () => {
    const page = await desk();
    await act(page, 'ui:tab:letter');
    const rect = await page.evaluate(() => window.huikuan.rect('letter.words'));
    const top = async () => (await page.evaluate(() => window.huikuan.rect('letter.title'))).y;
    const start = await top();
    await page.mouse.move(rect.x + rect.width / 2, Math.min(700, rect.y + 60));
    await page.mouse.wheel(0, 300);
    await page.waitForFunction((y) => {
      const now = window.huikuan.rect('letter.title');
      return !now || now.y < y - 50;
    }, start, {timeout: limit(5000)});
    await page.context().close();
  });

  test('controls are where they are drawn, at every text size and in both themes',
       {timeout: limit(120000)}, async () => {
    const page = await desk();
    const hands = new Mouse(page);
    for (const [zoom, theme] of [[90, 'light'], [125, 'dark'], [150, 'light'], [100, 'dark']]) {
      await act(page, `ui:zoom:${zoom}`);
      await act(page, `ui:theme:${theme}`);
      await hands.press('ui:tab:papers');
      await hands.press('ui:tab:letter');
      await hands.press('ui:tab:talk');
      await hands.pick('plan.gate', zoom % 8);
      await hands.write('note.text', `at ${zoom} percent`);
      const wide = await page.evaluate(() => [...document.querySelectorAll('.over')].map((e) => {
        const r = e.getBoundingClientRect();
        return r.left >= 0 && r.right <= window.innerWidth;
      }));
      assert.ok(wide.length > 0 && wide.every(Boolean), 'fields lie within the window');
    }
    assertNoProblems(page);
    await page.context().close();
  });

  test('every control of the desk is drawn somewhere', {timeout: limit(60000)}, async () => {
    const page = await desk();
    for (const tab of ['talk', 'papers', 'letter', 'log']) {
      await act(page, `ui:tab:${tab}`);
      const controls = all(await tree(page), (n) => n.a && n.r !== 'option').map((n) => n.k);
      const missing = await page.evaluate((keys) => keys.filter((key) => {
        const rect = window.huikuan.rect(key);
        return !rect || rect.width < 8 || rect.height < 8;
      }), controls);
      assert.deepEqual(missing, [], tab);
    }
    await page.context().close();
  });

  test('nothing is clicked through a dialog', {timeout: limit(60000)}, async () => {
    const page = await desk();
    await act(page, 'ui:dialog:help');
    const before = JSON.stringify(await tree(page));
    for (const key of ['top.next_day', 'tab.papers', 'plan.gate', 'contacts.2.call']) {
      const rect = await page.evaluate((k) => window.huikuan.rect(k), key);
      assert.ok(!rect.shown, `${key} cannot be used`);
      const dialog = await page.evaluate(() => window.huikuan.rect('help'));
      const x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
      const within = x > dialog.x && x < dialog.x + dialog.width && y > dialog.y &&
        y < dialog.y + dialog.height;
      if (!within) await page.mouse.click(x, y);
      await settled(page);
    }
    assert.equal(JSON.stringify(await tree(page)), before);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('#page [role=dialog]'));
    await page.context().close();
  });

  test('a reader whose system is dark is offered the light theme', {timeout: limit(60000)},
       async () => {
    const own = await newContext(browser, 'en', {colorScheme: 'dark'});
    const page = await open(own, server.url);
    const offered = () => page.evaluate(() =>
      document.querySelector('[data-key="top.theme"]').textContent);
    assert.equal(await offered(), 'Light');
    await page.emulateMedia({colorScheme: 'light'});
    await page.waitForFunction(() =>
      document.querySelector('[data-key="top.theme"]').textContent === 'Dark');
    await act(page, 'ui:theme:dark');
    assert.equal(await offered(), 'Light');
    assertNoProblems(page);
    await own.close();
  });

  test('a tablet: fingers tap and scroll', {timeout: limit(60000)}, async () => {
    const own = await newContext(browser, 'zh', {viewport: {width: 1024, height: 768},
      hasTouch: true,  deviceScaleFactor: 2});
    const page = await open(own, server.url);
    const tap = async (key) => {
      const rect = await page.evaluate((k) => window.huikuan.rect(k), key);
      await page.touchscreen.tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
    };
    await tap('briefing.begin');
    await page.waitForFunction(() => !document.querySelector('#page [role=dialog]'));
    await settled(page);
    await tap('contacts.2.call');
    await page.waitForFunction(() => document.querySelector('[data-key="talk.end"]'));
    await settled(page);
    // A finger that moves scrolls, and does not press what it started on.
    const cdp = await own.newCDPSession(page);
    const start = await page.evaluate(() => window.huikuan.rect('plan.gate'));
    const touch = (type, y) => cdp.send('Input.dispatchTouchEvent',
      {type, touchPoints: type === 'touchEnd' ? [] : [{x: start.x + 40, y}]});
    const from = Math.min(start.y + 10, 700);
    await touch('touchStart', from);
    for (let i = 1; i <= 8; ++i) {
      await touch('touchMove', from - i * 25);
      await settled(page);
    }
    await touch('touchEnd', 0);
    await settled(page);
    const moved = await page.evaluate(() => window.huikuan.rect('plan.gate'));
    assert.ok(moved.y < start.y - 50, `scrolled from ${start.y} to ${moved.y}`);
    assertNoProblems(page);
    await own.close();
  });
});
