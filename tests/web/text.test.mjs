// Free text: composed Chinese, and whatever else people type or paste, stays words.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, launch, limit, newContext, open, ready, save, settled, stored, tree}
  from './support/browser.mjs';
import {Keyboard, Mouse} from './support/hands.mjs';
import {byKey} from './support/nodes.mjs';
import {serve} from './support/site.mjs';

let browser, server;
before(async () => { [browser, server] = [await launch(), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

describe('free text', () => {
  const field = (page, key) => page.locator(`#page [data-key="${key}"] :is(textarea, input)`);

  // What an input method does: letters being composed, candidates, then the words themselves.
  async function compose(page, words) {
    const cdp = await page.context().newCDPSession(page);
    for (const [letters, chosen] of words) {
      for (let i = 1; i <= letters.length; ++i) {
        const text = letters.slice(0, i);
        await cdp.send('Input.imeSetComposition',
                       {text, selectionStart: text.length, selectionEnd: text.length});
      }
      await cdp.send('Input.imeSetComposition',
                     {text: chosen, selectionStart: chosen.length, selectionEnd: chosen.length});
      await cdp.send('Input.insertText', {text: chosen});
    }
    await cdp.detach();
  }

  const pinyin = [['ludongjie', '陆经理'], ['shuo', '说：'], ['fapiao', '发票'], ['shuihao', '税号'],
    ['cuole', '错了，'], ['xiazhou', '下周'], ['erzhongkai', '二重开。']];
  const sentence = pinyin.map(([, words]) => words).join('');

  async function record(page, key) {
    await page.evaluate((k) => {
      const input = document.querySelector(`#page [data-key="${k}"] :is(textarea, input)`);
      window.composed = [];
      for (const type of ['compositionstart', 'compositionend']) {
        input.addEventListener(type, () => window.composed.push(type));
      }
    }, key);
  }

  const rememberedWords = async (page) => {
    await settled(page);
    return (await stored(page)).records.current.words;
  };

  // Until the drafts are stored; they are gathered for a moment before they are written.
  async function draftsStored(page) {
    const drafts = ['note.text', 'letter.words'].map((key) => key === 'note.text'
      ? ['note', key] : [key, key]);
    const now = await tree(page);
    const edited = !!byKey(now, 'letter.edited');
    for (const [draft, key] of drafts) {
      const words = byKey(now, key)?.v;
      if (!words || (draft === 'letter.words' && !edited)) continue;
      const line = `draft.${draft}\t${escaped(words)}\n`;
      for (let tries = 0; !((await stored(page)).records.ui?.ui || '').includes(line); ++tries) {
        assert.ok(tries < 50, `the draft ${draft} is never stored`);
        await page.waitForTimeout(100);
      }
    }
    await settled(page);
  }
  const escaped = (words) =>
    words.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t');

  // Closes the page and comes back in a new one, as after closing the tab.
  async function comeBack(page, url) {
    const context = page.context();
    await draftsStored(page);
    await page.close();
    const again = await open(context, url);
    assert.ok(byKey(await tree(again), 'welcome.continue'), 'going on is offered');
    await act(again, 'app:continue');
    return again;
  }

  for (const Hands of [Mouse, Keyboard]) {
    const name = Hands === Mouse ? 'over the canvas' : 'reading layout';
    describe(`composed Chinese, ${name}`, () => {
      test('a call note', {timeout: limit(90000)}, async () => {
        const context = await newContext(browser, 'zh');
        let page = await open(context, server.url);
        if (Hands === Keyboard) await act(page, 'ui:reading:1');
        await act(page, 'ui:dialog:');
        const hands = new Hands(page);
        await hands.enter('note.text');
        await record(page, 'note.text');
        await compose(page, pinyin);
        assert.equal(await field(page, 'note.text').inputValue(), sentence);
        assert.ok((await page.evaluate(() => window.composed.length)) >= 2 * pinyin.length,
                  'composition events came');
        await hands.holds('note.text', sentence);
        // A draft survives closing the tab …
        page = await comeBack(page, server.url);
        assert.equal(byKey(await tree(page), 'note.text').v, sentence);
        assert.equal(await field(page, 'note.text').inputValue(), sentence);
        // … and so does the note itself.
        const again = new Hands(page);
        await again.press('note:save');
        assert.equal(byKey(await tree(page), 'note.text').v || '', '');
        assert.ok((await rememberedWords(page)).includes(sentence));
        const before = await save(page);
        page = await comeBack(page, server.url);
        assert.equal(await save(page), before);
        await act(page, 'wait:next_day');
        assert.ok((await rememberedWords(page)).includes(sentence), 'kept after resuming');
        assertNoProblems(page);
        await context.close();
      });

      test('the words of a letter', {timeout: limit(90000)}, async () => {
        const context = await newContext(browser, 'zh');
        let page = await open(context, server.url);
        if (Hands === Keyboard) await act(page, 'ui:reading:1');
        await act(page, 'ui:dialog:');
        await act(page, 'ui:tab:letter');
        await act(page, 'toggle:letter.to.2', '1');
        const hands = new Hands(page);
        const composed = byKey(await tree(page), 'letter.words').v;
        await hands.enter('letter.words');
        await page.keyboard.press('Control+End');
        await record(page, 'letter.words');
        await compose(page, pinyin);
        await hands.holds('letter.words', composed + sentence);
        assert.equal(await field(page, 'letter.words').inputValue(), composed + sentence);
        page = await comeBack(page, server.url);
        assert.equal(byKey(await tree(page), 'letter.words').v, composed + sentence);
        // On paper stand the words as edited, and nothing else.
        await page.evaluate(() => { window.print = () => { window.printed = 1; }; });
        await act(page, 'app:print:letter.words');
        assert.equal(await page.evaluate(() => window.printed), 1);
        await page.emulateMedia({media: 'print'});
        const paper = await page.evaluate(() => [...document.body.children]
          .filter((e) => getComputedStyle(e).display !== 'none').map((e) => e.textContent));
        assert.deepEqual(paper, [composed + sentence]);
        await page.emulateMedia({media: 'screen'});
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
        assert.equal(await page.evaluate(() => document.body.className), '');
        await new Hands(page).press('letter:send');
        assert.ok((await rememberedWords(page)).includes(sentence));
        page = await comeBack(page, server.url);
        await act(page, 'wait:next_day');
        assert.ok((await rememberedWords(page)).includes(sentence), 'kept after resuming');
        assertNoProblems(page);
        await context.close();
      });
    });
  }

  test('Enter while composing chooses words and submits nothing', {timeout: limit(90000)},
       async () => {
    const context = await newContext(browser, 'zh');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    const hands = new Mouse(page);
    await hands.enter('note.text');
    await page.keyboard.insertText('开头');
    await hands.holds('note.text', '开头');
    const before = await save(page);
    const cdp = await context.newCDPSession(page);
    const key = (type, code, modifiers) => cdp.send('Input.dispatchKeyEvent',
      {type, key: code === 229 ? 'Process' : 'Enter', code: 'Enter', windowsVirtualKeyCode: code,
        modifiers});
    await page.evaluate(() => {
      window.keys = [];
      document.addEventListener('keydown', (event) =>
        window.keys.push([event.key, event.keyCode, event.isComposing, event.ctrlKey]), true);
    });
    for (const modifiers of [0, 2]) {       // Enter, Ctrl+Enter
      for (const code of [229, 13]) {       // as input methods report it, and as some do
        await cdp.send('Input.imeSetComposition',
                       {text: 'fapiao', selectionStart: 6, selectionEnd: 6});
        await key('rawKeyDown', code, modifiers);
        await key('keyUp', 13, modifiers);
        await settled(page);
        assert.equal(await save(page), before, `nothing was submitted (${code}, ${modifiers})`);
      }
    }
    const keys = await page.evaluate(() => window.keys);
    assert.ok(keys.some(([, , composing]) => composing),
              `keys while composing: ${JSON.stringify(keys)}`);
    await cdp.send('Input.insertText', {text: '发票'});
    await page.waitForFunction(() => JSON.stringify(window.huikuan.tree()).includes('发票'));
    assert.equal(await save(page), before);
    assert.ok((await field(page, 'note.text').inputValue()).startsWith('开头'));
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction((s) => window.huikuan.save() !== s, before);
    assertNoProblems(page);
    await context.close();
  });

  const odd = {
    emoji: '好的👌🏽 👨‍👩‍👧‍👦 🇨🇳 ok',
    'full width': '１２３，４５６．００　ＡＢＣ：「您好」～',
    'rare characters': '𠮷野家 㐂 龘 ﹏ ①②',
    markup: '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>&lt;b&gt; &amp;',
    'format marks': '{amount} {0} %s %n ${1} \\n \\t \\\\ ## ##hit web.help [[x]]',
    bidi: '\u202Eabc\u202C \u2067שלום\u2069 \u200Fمرحبا\u200E \u2066x',
    'other scripts': 'Ünïcödé Ελλάδα Привет 한국어 ไทย',
    lines: 'one\ntwo\n\n\tthree  four',
    'zero width': 'a\u200bb\ufeffc\u00a0d',
  };

  test('whatever is typed stays words', {timeout: limit(120000)}, async () => {
    const context = await newContext(browser, 'zh');
    let page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    const hands = new Mouse(page);
    const elements = () => page.evaluate(() => [...document.querySelectorAll(
      '#page img, #page script, #page iframe, #page a[href^=javascript], #page b')].length);
    for (const [kind, words] of Object.entries(odd)) {
      await hands.write('note.text', words);
      assert.equal(await field(page, 'note.text').inputValue(), words, kind);
      // A day has room for some notes only.
      if (!await hands.has('note:save')) await act(page, 'wait:next_day');
      await hands.press('note:save');
      assert.ok((await rememberedWords(page)).includes(escaped(words)), kind);
      assert.equal(await elements(), 0, kind);
    }
    await act(page, 'ui:tab:letter');
    await act(page, 'toggle:letter.to.2', '1');
    const all = Object.values(odd).join('\n');
    await hands.write('letter.words', all);
    assert.equal(await elements(), 0);
    page = await comeBack(page, server.url);
    assert.equal(byKey(await tree(page), 'letter.words').v, all, 'the draft came back whole');
    assert.equal(await field(page, 'letter.words').inputValue(), all);
    await act(page, 'letter:send');
    await act(page, 'letter:send_anyway');  // it states no sum: asked once
    await act(page, 'ui:tab:log');
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#page img').length), 0);
    const [saved, words] = [await save(page), await rememberedWords(page)];
    page = await comeBack(page, server.url);
    assert.equal(await save(page), saved);
    assert.equal(await rememberedWords(page), words, 'every typed word is still there');
    assertNoProblems(page);
    await context.close();
  });

  test('ten thousand characters', {timeout: limit(120000)}, async (t) => {
    const context = await newContext(browser, 'zh');
    let page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    const hands = new Mouse(page);
    const long = '回款要有证据，有金额，有日期，有人负责。'.repeat(500);
    assert.equal(long.length, 10000);
    const started = performance.now();
    await hands.write('note.text', long);
    await hands.press('note:save');
    t.diagnostic(`typed and saved in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    assert.ok((await rememberedWords(page)).includes(long), 'all of the note is kept');
    page = await comeBack(page, server.url);
    await act(page, 'ui:tab:letter');
    await act(page, 'toggle:letter.to.2', '1');
    const again = new Mouse(page);
    await again.write('letter.words', long);
    await again.press('letter:send');
    await again.press('letter:send_anyway');  // it states no sum: asked once
    page = await comeBack(page, server.url);
    await act(page, 'wait:next_day');
    assert.ok((await rememberedWords(page)).includes(long), 'all of it after resuming');
    assertNoProblems(page);
    await context.close();
  });

  test('an amount in other people’s spelling, and nonsense', {timeout: limit(60000)}, async () => {
    const context = await newContext(browser, 'en');
    const page = await open(context, server.url);
    await act(page, 'ui:dialog:');
    const hands = new Mouse(page);
    const before = await save(page);
    for (const nonsense of ['abc', '--', '<b>1</b>', '1e9', '９９', '9'.repeat(40), '1.2.3', '-5']) {
      await hands.write('plan.amount', nonsense);
      const node = byKey(await tree(page), 'plan.amount');
      assert.equal(node.s, 'bad', `${nonsense} is called out`);
      assert.ok(node.h, 'in words');
      assert.ok(byKey(await tree(page), 'plan.set').x, `${nonsense} cannot be set`);
    }
    for (const good of ['384000', '¥384,000.00', '38.4万', '384000元']) {
      await hands.write('plan.amount', good);
      assert.notEqual(byKey(await tree(page), 'plan.amount').s, 'bad', good);
    }
    assert.equal(await save(page), before);
    await hands.pick('plan.date', (dates) => dates[dates.length - 1]);
    await hands.press('plan:set');
    assert.match(byKey(await tree(page), 'plan.amount').v, /384,000/);
    await ready(page);
    assertNoProblems(page);
    await context.close();
  });
});
