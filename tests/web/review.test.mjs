// Runs are judged in workers: the page stays free, nothing is fetched for it, and what comes out is
// the same as when the page does it by itself.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, judged, launch, limit, newContext, open, settled, tree}
  from './support/browser.mjs';
import {assertWords} from './support/language.mjs';
import {all, byKey} from './support/nodes.mjs';
import {serve} from './support/site.mjs';

let browser, server;
before(async () => { [browser, server] = [await launch(), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

// A hasty run: one call that opens with the debt, and then nothing.
async function played(language, {workers}) {
  const context = await newContext(browser, language, {hasTouch: false});
  const page = await open(context, server.url, {seed: 7, before: async (fresh) => {
    if (!workers) await fresh.addInitScript(() => { delete window.Worker; });
    else await fresh.addInitScript(() => {
      Object.defineProperty(navigator, 'hardwareConcurrency', {get: () => 3});
    });
  }});
  await page.evaluate(() => window.huikuan.loaded());
  await act(page, 'ui:reading:1');
  await act(page, 'ui:dialog:');
  await act(page, 'call:2');
  await act(page, 'say:offer:0');
  await act(page, 'end');
  await context.setOffline(true);
  for (let i = 0; i < 60 && !byKey(await tree(page), 'top.debrief'); ++i) {
    await act(page, 'wait:next_day');
  }
  return {context, page};
}

const share = (end) => ['review', 'xray', 'review.timeline'].map((key) => byKey(end, key));

describe('an ended run', () => {
  for (const language of ['zh', 'en']) {
    test(`is judged by workers as by the page, ${language}`, {timeout: limit(240000)}, async (t) => {
      const ends = [];
      for (const workers of [true, false]) {
        const {context, page} = await played(language, {workers});
        assert.equal(await page.evaluate(() => window.huikuan.workers()), workers ? 2 : 0);
        const started = performance.now();
        await judged(page);
        t.diagnostic(`${workers ? 'two workers' : 'the page'}: ` +
          `${((performance.now() - started) / 1000).toFixed(1)} s`);
        const end = await tree(page);
        assertWords(end, language);
        assert.ok(byKey(end, 'review.first.0'), 'so much waiting is something that mattered');
        ends.push(share(end));
        assertNoProblems(page);
        await context.close();
      }
      assert.deepEqual(ends[0], ends[1]);
    });
  }

  test('can be gone over: solve it first, then see, then try again from there',
       {timeout: limit(240000)}, async () => {
    const {context, page} = await played('en', {workers: true});
    await judged(page);
    const end = await tree(page);
    const first = all(end, (n) => /^review\.decision\.\d+$/.test(n.k))[0];
    await act(page, first.a);
    assert.ok(byKey(await tree(page), 'review.solve'), 'the position stands there');
    const day = byKey(await tree(page), 'top.date').l;
    await act(page, byKey(end, 'review.first.0.retry').a);
    await page.waitForFunction(() => {
      const has = (node, key) => node.k === key || (node.c || []).some((child) => has(child, key));
      return !has(window.huikuan.tree(), 'top.debrief');
    }, null, {timeout: limit(15000)});
    const again = await tree(page);
    assert.notEqual(byKey(again, 'top.date').l, day, 'back to an earlier day');
    assert.ok(byKey(again, 'notice'), 'and says so');
    await settled(page);
    assertNoProblems(page);
    await context.close();
  });
});
