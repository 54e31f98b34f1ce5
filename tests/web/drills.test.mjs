// Drills and the watched call in the browser: from the first page in two clicks, a remark after
// each move, both languages, both renderers, wide and narrow; a call watched to its end.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, launch, limit, newContext, newPage, ready, save, settled, tree}
  from './support/browser.mjs';
import {Keyboard, Mouse} from './support/hands.mjs';
import {assertWords} from './support/language.mjs';
import {all, byKey, control} from './support/nodes.mjs';
import {serve} from './support/site.mjs';

let browser, server;
before(async () => { [browser, server] = [await launch(), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

// A first visit: nothing stored, nothing asked for in the address.
async function visit(language, Hands, options = {}) {
  const context = await newContext(browser, language, options);
  const page = await newPage(context);
  await page.goto(server.url);
  await ready(page);
  if (Hands === Keyboard && !options.viewport) await act(page, 'ui:reading:1');
  return {context, page, hands: new Hands(page)};
}

async function waitFor(page, key) {
  await page.waitForFunction((k) => {
    const look = (node) => node.k === k || (node.c || []).some(look);
    return look(window.huikuan.tree());
  }, key, {timeout: limit(15000)});
  await settled(page);
}

const phone = {viewport: {width: 390, height: 844}, hasTouch: false};

describe('a drill', () => {
  for (const language of ['zh', 'en']) {
    for (const [name, Hands, options] of [['desk', Mouse, {}], ['narrow', Keyboard, phone]]) {
      test(`two clicks and a remark, ${language}, ${name}`, {timeout: limit(120000)}, async () => {
        const {context, page, hands} = await visit(language, Hands, options);
        try {
          const first = await tree(page);
          assertWords(first, language);
          for (const id of ['call', 'letter', 'visit', 'reconciliation']) {
            assert.ok(byKey(first, `cases.drill-${id}`), `the drill ${id} is on the first page`);
          }
          assert.ok(byKey(first, 'cases.first-invoice'), 'so are the cases');
          await hands.press('app:drill:drill-call');  // the first click
          await waitFor(page, 'briefing.begin');
          await hands.press('ui:dialog:');  // the second
          const desk = await tree(page);
          assert.ok(byKey(desk, 'drill.start'), 'it says that it will say');
          assertWords(desk, language);
          await hands.press('open:0').catch(async () => {
            await hands.press('ui:tab:papers');
            await hands.press('open:0');
          });
          const read = await tree(page);
          const remark = byKey(read, 'drill.last');
          assert.ok(remark && remark.l.length > 8 && remark.h, 'a remark on the move');
          assert.equal(remark.s, 'good');
          assertWords(read, language);
          // To its end at once, and once more.
          await hands.press('drill:finish');
          const end = await tree(page);
          for (const key of ['drill.good', 'drill.cost', 'drill.next']) {
            assert.ok(byKey(end, key).l, `${key} says something`);
          }
          assertWords(end, language);
          await hands.press('app:again');
          await waitFor(page, 'briefing.begin');
          assertNoProblems(page);
        } finally {
          await context.close();
        }
      });
    }
  }
});

describe('a watched call', () => {
  for (const language of ['zh', 'en']) {
    test(`to its end, ${language}`, {timeout: limit(120000)}, async () => {
      const {context, page, hands} = await visit(language, Mouse);
      try {
        await hands.press('app:watch:case:drill-call');
        const before = await save(page);
        let steps = 0;
        while (control(await tree(page), 'app:watch:next') && steps < 60) {
          await hands.press('app:watch:next');
          ++steps;
        }
        const end = await tree(page);
        assert.ok(steps >= 8, `${steps} steps`);
        assert.ok(byKey(end, 'watch.try'), 'at the end one may try it oneself');
        const said = all(end, (n) => n.r === 'us').length;
        const remarks = all(end, (n) => /^watch\.comment\./.test(n.k)).length;
        assert.ok(said >= 4 && remarks > said, `${said} sentences, ${remarks} remarks`);
        assertWords(end, language);
        assert.equal(await save(page), before, 'no run of ours has moved');
        await hands.press('app:watch:back');
        await hands.press('app:watch:auto');
        await page.waitForFunction(() => {
          const look = (n) => (n.k || '').startsWith('watch.comment.3') || (n.c || []).some(look);
          return look(window.huikuan.tree());
        }, null, {timeout: limit(40000)});
        await act(page, 'app:watch:stop');
        await hands.press('app:watch:leave');
        assert.ok(byKey(await tree(page), 'cases.drills'), 'back on the first page');
        assertNoProblems(page);
      } finally {
        await context.close();
      }
    });
  }
});
