// The case played to its end: by mouse on the canvas, by keyboard in the reading layout, in both
// languages; and both come to the same.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, judged, launch, limit, newContext, open, save, stored, tree}
  from './support/browser.mjs';
import {Keyboard, Mouse} from './support/hands.mjs';
import {assertWords, wrongWords} from './support/language.mjs';
import {all, byKey, walk} from './support/nodes.mjs';
import {serve} from './support/site.mjs';
import {play, texts} from './support/story.mjs';

let browser, server;
before(async () => { [browser, server] = [await launch(), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

// What the DOM shows of the tree: key -> words.
const domWords = (page) => page.evaluate(() => {
  const out = {};
  for (const element of document.querySelectorAll('#page [data-key]')) {
    out[element.dataset.key] = element.textContent;
  }
  return out;
});

// The button that changes the layout is the one thing in which the two may differ.
function comparable(node) {
  return {...node, c: (node.c || []).filter((n) => n.k !== 'top.reading').map(comparable)};
}

async function run(t, language, Hands) {
  const context = await newContext(browser, language);
  try {
    const page = await open(context, server.url, {seed: 7});
    if (Hands === Keyboard) await act(page, 'ui:reading:1');
    const hands = new Hands(page);
    assert.equal(await page.evaluate(() => window.huikuan.layout()),
                 Hands === Keyboard ? 'reading' : 'desk');
    assertWords(await tree(page), language);
    const seen = new Set();
    const press = hands.press.bind(hands);
    hands.press = async (action) => {
      const node = await press(action);
      for (const wrong of wrongWords(await hands.tree(), language)) seen.add(wrong);
      return node;
    };
    const started = performance.now();
    const {diary, said} = await play(hands, language);
    const seconds = (performance.now() - started) / 1000;
    await judged(page);
    const judging = (performance.now() - started) / 1000 - seconds;
    assert.deepEqual([...seen], [], `words that are not ${language}`);
    assertNoProblems(page);
    const [end, saved, dom] = [await tree(page), await save(page), await domWords(page)];
    const kept = (await stored(page)).records.current;
    t.diagnostic(`${language}, ${hands.name}: ${hands.count} actions in ${seconds.toFixed(1)} s, ` +
      `then judged for ${judging.toFixed(1)} s; ` +
      `save ${saved.length} characters; ${diary.join(' ')}; said ${said.join(' ')}`);
    return {end, saved, dom, kept, diary, said, page};
  } finally {
    await context.close();
  }
}

function assertPlayed({diary, said}) {
  for (const step of ['papers', 'plan', 'call', 'adjusted', 'searched', 'note', 'task', 'letter',
    'visit', 'wait']) {
    assert.ok(diary.includes(step), `${step} was part of the play: ${diary}`);
  }
  for (const act of ['greet', 'state_debt']) assert.ok(said.includes(act), `${act} in ${said}`);
  assert.ok(said.some((id) => /^(ask|probe)_/.test(id)), `a question in ${said}`);
}

function assertDebriefed(end, language) {
  assert.ok(byKey(end, 'tab.debrief').y, 'the debrief is open');
  const score = byKey(end, 'debrief.value');
  assert.match(score.v, /-?\d+([.,]\d+)?\s*%/, 'there is a score');
  for (const part of ['debrief.cause', 'debrief.story', 'debrief.parts', 'debrief.indicators',
    'debrief.timeline']) {
    const card = byKey(end, part);
    assert.ok(card && card.c.length > 1, `${part} says something`);
  }
  assert.ok(all(end, (n) => n.t === 'meter' && /^debrief\./.test(n.k)).length >= 5);
  assert.ok(byKey(end, 'review').c.length > 1, 'the decisions that mattered, or that none did');
  assert.ok(all(end, (n) => /^review\.decision\.\d+$/.test(n.k)).length > 5, 'all decisions');
  const xray = byKey(end, 'xray.table').c;
  assert.ok(xray.length > 1, 'an invoice in the X-ray');
  for (const row of xray.slice(1)) {
    const days = row.c.slice(1).map((cell) => parseInt(cell.l, 10));
    assert.equal(days.slice(0, -1).reduce((sum, d) => sum + d, 0), days[days.length - 1]);
  }
  assertWords(end, language);
}

function assertStored({saved, kept}, language) {
  assert.ok(saved.length <= 2000, `a save of ${saved.length} characters`);
  assert.match(saved, /^[\x21-\x7e]+$/);
  assert.equal(kept.save, saved, 'the last command is stored');
  assert.ok(kept.words.includes(texts[language].note), 'the note is stored');
  assert.ok(kept.words.includes(texts[language].postscript.trim()), 'the letter is stored');
}

const results = {};
const kinds = {canvas: Mouse, keyboard: Keyboard};

// One after the other: drawing in software takes all the processors there are.
describe('a case to its end', () => {
  for (const language of ['zh', 'en']) {
    for (const [name, Hands] of Object.entries(kinds)) {
      test(`${name}, ${language}`, {timeout: limit(240000)}, async (t) => {
        const result = await run(t, language, Hands);
        assertPlayed(result);
        assertDebriefed(result.end, language);
        assertStored(result, language);
        results[`${name} ${language}`] = result;
      });
    }
  }
});

describe('what was played', () => {
  const of = (name) => {
    assert.ok(results[name], `${name} came to its end`);
    return results[name];
  };
  for (const language of ['zh', 'en']) {
    test(`both renderers come to the same, ${language}`, () => {
      const [canvas, keyboard] = [of(`canvas ${language}`), of(`keyboard ${language}`)];
      assert.deepEqual(keyboard.diary, canvas.diary);
      assert.deepEqual(keyboard.said, canvas.said);
      assert.equal(keyboard.saved, canvas.saved);
      assert.deepEqual(comparable(keyboard.end), comparable(canvas.end));
      for (const {dom} of [canvas, keyboard]) {
        for (const key of ['root', 'top', 'top.settings', 'top.reading']) delete dom[key];
      }
      assert.deepEqual(keyboard.dom, canvas.dom);
    });
    test(`every word of the tree is in the DOM, ${language}`, () => {
      const {end, dom} = of(`keyboard ${language}`);
      for (const node of walk(end)) {
        if (!['text', 'heading', 'button'].includes(node.t) || !node.l) continue;
        if (node.r === 'option' || node.k.startsWith('top')) continue;
        assert.ok((dom[node.k] || '').includes(node.l),
                  `${node.k}: “${node.l}” in “${dom[node.k]}”`);
      }
    });
  }
  test('both languages make the same decisions', () => {
    const [zh, en] = [of('canvas zh'), of('canvas en')];
    assert.deepEqual(en.diary, zh.diary);
    assert.deepEqual(en.said, zh.said);
  });
});
