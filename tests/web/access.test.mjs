// The DOM tree for those who hear it or work by keys: axe-core, language, focus, words as words.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, desktop, judged, launch, limit, newContext, open, phone, settled, tree}
  from './support/browser.mjs';
import {assertWords} from './support/language.mjs';
import {byKey, control} from './support/nodes.mjs';
import {serve} from './support/site.mjs';

const require = createRequire(import.meta.url);
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser, server;
before(async () => { [browser, server] = [await launch(), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

describe('for ears and keys', () => {
  const counts = {};
  async function assertAccessible(page, where) {
    await page.evaluate(axeSource);
    const result = await page.evaluate(async () => {
      const found = await window.axe.run(document, {resultTypes: ['violations']});
      return found.violations.map(({id, impact, help, nodes}) => ({id, impact, help,
        nodes: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`)}));
    });
    for (const {impact} of result) counts[impact] = (counts[impact] || 0) + 1;
    counts.runs = (counts.runs || 0) + 1;
    const serious = result.filter(({impact}) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(serious.map(({id, impact, help, nodes}) =>
      `${where}: ${impact}: ${id}: ${help}\n   ${nodes.slice(0, 5).join('\n   ')}`), []);
    return result.map(({id, impact}) => `${impact}: ${id}`);
  }

  // From the briefing through the whole case, stopping wherever there is something else to see.
  async function tour(page, look) {
    await look('briefing');
    await act(page, 'ui:dialog:');
    await look('desk');
    await act(page, 'ui:tab:papers');
    await act(page, control(await tree(page), /^open:/).a);
    await act(page, control(await tree(page), /^inspect:/).a);
    await look('papers');
    await act(page, 'ui:person:2');
    await act(page, 'plan:set');
    await act(page, 'set:plan.amount', 'abc');
    await look('a wrong amount');
    await act(page, 'ui:tab:letter');
    await act(page, 'toggle:letter.to.2', '1');
    await act(page, 'set:letter.words', 'x');
    await look('letter');
    await act(page, 'ui:dialog:help');
    await look('help');
    await act(page, 'ui:dialog:diary');
    await look('diary');
    await act(page, 'ui:dialog:');
    await act(page, 'call:2');
    for (let i = 0; i < 3; ++i) await act(page, 'say:offer:0');
    const adjust = control(await tree(page), /^ui:adjust:/);
    if (adjust) await act(page, adjust.a);
    await act(page, 'set:search', 'e');
    await look('conversation');
    await act(page, 'end');
    await act(page, 'wait:next_day');
    await act(page, 'visit:2');
    await look('visit');
    for (let i = 0; i < 3; ++i) await act(page, 'end');
    await act(page, 'ui:dialog:wait');
    await look('waiting');
    await act(page, 'ui:dialog:');
    await act(page, 'ui:tab:log');
    await look('log');
    for (let i = 0; i < 60 && !byKey(await tree(page), 'top.debrief'); ++i) {
      await act(page, 'end');
      await act(page, 'wait:next_day');
    }
    await judged(page);
    await look('debrief');
  }

  describe('axe-core finds nothing serious', () => {
    for (const language of ['zh', 'en']) {
      for (const theme of ['light', 'dark']) {
        test(`reading layout, ${language}, ${theme}`, {timeout: limit(180000)}, async (t) => {
          const context = await newContext(browser, language, {colorScheme: theme});
          const page = await open(context, server.url);
          await act(page, 'ui:reading:1');
          const others = new Set();
          await tour(page, async (where) => {
            for (const other of await assertAccessible(page, where)) others.add(other);
            assertWords(await tree(page), language);
          });
          t.diagnostic(`below serious: ${[...others].join(', ') || 'nothing'}`);
          assertNoProblems(page);
          await context.close();
        });
      }
    }
    test('beside the desk, and on a phone', {timeout: limit(180000)}, async () => {
      for (const options of [desktop, phone]) {
        const context = await newContext(browser, 'zh', options);
        const page = await open(context, server.url);
        await assertAccessible(page, 'briefing');
        await act(page, 'ui:dialog:');
        await assertAccessible(page, 'desk');
        await act(page, 'ui:tab:letter');
        await assertAccessible(page, 'letter');
        await context.close();
      }
    });
    after(() => console.log(`axe-core: ${JSON.stringify(counts)}`));
  });

  const focusKey = (page) => page.evaluate(() => {
    const holder = document.activeElement.closest('[data-key]');
    return holder ? holder.dataset.key : document.activeElement.tagName;
  });
  const focus = (page, key) => page.evaluate((k) => {
    const element = document.querySelector(`[data-key="${k}"]`);
    (element.querySelector('input, select, textarea') || element).focus();
  }, key);

  for (const layout of ['reading', 'desk']) {
    test(`the focus stays where it is while the page changes: ${layout}`, {timeout: limit(60000)},
         async () => {
      const context = await newContext(browser, 'en');
      const page = await open(context, server.url);
      if (layout === 'reading') await act(page, 'ui:reading:1');
      await act(page, 'ui:dialog:');
      for (const key of ['top.next_day', 'plan.gate', 'note.text', 'task.0.order', 'tab.talk']) {
        await focus(page, key);
        assert.equal(await focusKey(page), key);
        for (const [action, value] of [['ui:language:zh'], ['set:plan.gate', '4'], ['plan:set'],
          ['ui:person:2'], ['wait:next_day'], ['ui:language:en']]) {
          await act(page, action, value);
          assert.equal(await focusKey(page), key, `after ${action}`);
        }
      }
      await context.close();
    });
  }

  test('words in hand keep their cursor', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    const field = page.locator('#page [data-key="note.text"] textarea');
    await field.focus();
    await page.keyboard.insertText('one three');
    await page.keyboard.press('Home');
    for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowRight');
    await act(page, 'ui:person:2');
    await act(page, 'set:plan.gate', '3');
    await page.keyboard.insertText('two ');
    await page.waitForFunction(() =>
      JSON.stringify(window.huikuan.tree()).includes('one two three'));
    assert.equal(await field.inputValue(), 'one two three');
    assert.equal(await field.evaluate((f) => f.selectionStart), 8);
    await context.close();
  });

  test('a dialog takes the focus and gives it back', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:reading:1');
    const inDialog = () => page.evaluate(() => !!document.activeElement.closest('[role=dialog]'));
    assert.ok(await inDialog(), 'the briefing has the focus');
    for (let i = 0; i < 5; ++i) {
      await page.keyboard.press('Tab');
      const behind = await page.evaluate(() => {
        const active = document.activeElement;
        return !!active.closest('#page') && !active.closest('[role=dialog]');
      });
      assert.ok(!behind, 'nothing behind the dialog is reached');
    }
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('#page [role=dialog]'));
    await focus(page, 'top.help');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#page [role=dialog]'));
    assert.ok(await inDialog(), 'help has the focus');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('#page [role=dialog]'));
    assert.equal(await focusKey(page), 'top.help');
    await context.close();
  });

  test('keyboard users are never dropped at the top', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:reading:1');
    await act(page, 'ui:dialog:');
    await focus(page, 'contacts.2.call');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-key="talk.end"]'));
    assert.notEqual(await focusKey(page), 'BODY', 'after the call has begun');
    await focus(page, 'offer.0');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.notEqual(await focusKey(page), 'BODY', 'after a sentence');
    await focus(page, 'talk.end');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-key="talk.end"]'));
    assert.notEqual(await focusKey(page), 'BODY', 'after hanging up');
    await context.close();
  });

  test('the page says which language it speaks', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'zh');
    const page = await open(context, server.url);
    const lang = () => page.evaluate(() => [document.documentElement.lang, document.title]);
    const [zh, zhTitle] = await lang();
    assert.match(zh, /^zh/);
    assert.match(zhTitle, /[\u4e00-\u9fff]/);
    await act(page, 'ui:language:en');
    const [en, enTitle] = await lang();
    assert.match(en, /^en/);
    assert.doesNotMatch(enTitle, /[\u4e00-\u9fff]/);
    await act(page, 'ui:language:zh');
    assert.deepEqual(await lang(), [zh, zhTitle]);
    await context.close();
  });

  test('no source of ours writes markup into the page', () => {
    for (const name of ['main.js', 'dom.js', 'canvas.js', 'store.js', 'text.js', 'portrait.js']) {
      const source = fs.readFileSync(new URL(`../../web/shell/${name}`, import.meta.url), 'utf8');
      assert.doesNotMatch(source.replace(/\/\/.*$/gm, ''),
                          /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/, name);
    }
  });
});
