// Render on demand: what nobody looks at or changes costs nothing.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {act, assertNoProblems, launch, limit, newContext, open, settled}
  from './support/browser.mjs';
import {serve} from './support/site.mjs';

let browser, server, context;
before(async () => {
  [browser, server] = [await launch(), await serve()];
  context = await newContext(browser, 'en');
});
after(async () => { await browser?.close(); await server?.close(); });

const frames = (page) => page.evaluate(() => window.huikuan.frames());
const seconds = 10;

test('ten idle seconds: no more than two frames', {timeout: limit(120000)}, async (t) => {
  const places = {
    briefing: async () => {},
    desk: async (page) => act(page, 'ui:dialog:'),
    conversation: async (page) => {
      await act(page, 'ui:dialog:');
      await act(page, 'call:2');
      await act(page, 'say:offer:0');
    },
    'letter, its words in hand': async (page) => {
      await act(page, 'ui:dialog:');
      await act(page, 'ui:tab:letter');
      await page.focus('#page [data-key="letter.words"] textarea');
    },
  };
  const pages = {};
  await Promise.all(Object.entries(places).map(async ([name, go]) => {
    // Each in its own context: one case each, and no page covers another.
    pages[name] = await open(await newContext(browser, 'en'), server.url);
    await go(pages[name]);
    await pages[name].mouse.move(640, 400);
    await settled(pages[name]);
  }));
  const start = {};
  for (const [name, page] of Object.entries(pages)) start[name] = await frames(page);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  for (const [name, page] of Object.entries(pages)) {
    const drawn = await frames(page) - start[name];
    t.diagnostic(`${name}: ${drawn} frames in ${seconds} s (${start[name]} before)`);
    assert.ok(drawn <= 2, `${name}: ${drawn} frames drawn`);
    assertNoProblems(page);
    await page.context().close();
  }
});

test('one action draws a few frames and no more', {timeout: limit(60000)}, async (t) => {
  const page = await open(context, server.url);
  await act(page, 'ui:dialog:');
  const start = await frames(page);
  await act(page, 'ui:tab:papers');
  const drawn = await frames(page) - start;
  t.diagnostic(`another tab: ${drawn} frames`);
  assert.ok(drawn >= 1 && drawn <= 12, `${drawn} frames drawn`);
  await page.close();
});

test('a hidden page draws nothing, and draws again when it is back', {timeout: limit(60000)},
     async () => {
  const page = await open(context, server.url);
  await act(page, 'ui:dialog:');
  const hide = (hidden) => page.evaluate((on) => {
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => on});
    Object.defineProperty(document, 'visibilityState',
                          {configurable: true, get: () => (on ? 'hidden' : 'visible')});
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await settled(page);
  await hide(true);
  const start = await frames(page);
  for (const action of ['ui:tab:papers', 'ui:tab:letter', 'ui:language:zh', 'ui:theme:dark']) {
    await act(page, action);
  }
  // Long enough for some dozen frames, were any drawn.
  await page.evaluate(async () => {
    for (let i = 0; i < 30; ++i) await new Promise(requestAnimationFrame);
  });
  assert.equal(await frames(page), start);
  await hide(false);
  await page.waitForFunction((before) => window.huikuan.frames() > before, start);
  await settled(page);
  assertNoProblems(page);
  await page.close();
});

test('the reading layout draws nothing', {timeout: limit(60000)}, async () => {
  const page = await open(context, server.url);
  await act(page, 'ui:reading:1');
  await act(page, 'ui:dialog:');
  const start = await frames(page);
  await act(page, 'ui:tab:papers');
  await act(page, 'call:2');
  assert.equal(await frames(page), start);
  await page.close();
});
