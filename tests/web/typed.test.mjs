// Own words: a whole call in typed sentences only, in both languages, by mouse on the desk and by
// keyboard in the reading layout; and what is asked back before anything is said.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {act, assertNoProblems, launch, newContext, open, save, tree} from './support/browser.mjs';
import {Keyboard, Mouse} from './support/hands.mjs';
import {assertWords} from './support/language.mjs';
import {byKey, control, walk} from './support/nodes.mjs';
import {serve} from './support/site.mjs';

let browser, server;
before(async () => { [browser, server] = [await launch(), await serve()]; });
after(async () => { await browser?.close(); await server?.close(); });

// Each sentence is a turn of a call with the purchasing supervisor of the first case.
const calls = {
  zh: ['您好，我是苏州砺舟的周晨，打扰您一下', '是这样，LZ-2025-0817号合同的验收款三十八万四，二月三号到期，我们还没收到',
    '想请您帮我看看，这笔款现在走到哪一步了？', '是什么原因一直没付？是我们缺什么材料吗？',
    '这件事是谁在负责？我该找哪一位？', '好的，非常感谢您'],
  en: ['Hello, this is Zhou Chen from Suzhou Lizhou, is now a good time?',
    'The acceptance payment of 384,000 under contract LZ-2025-0817 was due on 3 February and has not arrived',
    'Could you tell me which step the payment has reached?', 'What is the reason it has not been paid?',
    'Who is responsible for this, whom should I speak to?', 'Thank you very much for your help'],
};
const threats = {zh: '再不给钱我就带人去你们门口拉横幅', en: "Pay up or I'll put a banner on your gate and call the papers"};

async function ask(hands, words) {
  await hands.write('typed.text', words);
  await hands.press('ui:hear');
}

// Types the sentence; where the page asks whether it understood, says yes, or takes what it offers.
async function say(hands, words) {
  await ask(hands, words);
  const now = await hands.tree();
  if (!byKey(now, 'typed.card')) return;
  const action = ['say:typed', 'say:meant:0', 'say:meant:1'].find((a) => control(now, a));
  assert.ok(action, `nothing can be said for “${words}”`);
  await hands.press(action);
}

function spoken(now) {
  const lines = [...walk(byKey(now, 'talk.log'))].filter((n) => n.l);
  return {us: lines.filter((n) => n.r === 'us').length, them: lines.filter((n) => n.r === 'them').length,
    all: lines.map((n) => n.l)};
}

async function call(language, Hands) {
  const context = await newContext(browser, language);
  try {
    const page = await open(context, server.url, {seed: 7});
    if (Hands === Keyboard) await act(page, 'ui:reading:1');
    const hands = new Hands(page);
    await act(page, 'ui:dialog:');
    await act(page, 'call:2');
    let now = await tree(page);
    assert.ok(byKey(now, 'typed.text'), 'there is a field for own words in a call');
    for (const words of calls[language]) {
      if (!byKey(await tree(page), 'typed.text')) break;  // they have ended it
      await say(hands, words);
    }
    now = await tree(page);
    assertWords(now, language);
    assertNoProblems(page);
    return {talk: spoken(now), saved: await save(page)};
  } finally {
    await context.close();
  }
}

describe('a call in typed sentences only', () => {
  for (const language of ['zh', 'en']) {
    test(`${language}: the mouse and the keyboard have the same talk`, async (t) => {
      const drawn = await call(language, Mouse);
      const read = await call(language, Keyboard);
      t.diagnostic(drawn.talk.all.join(' / '));
      assert.ok(drawn.talk.us >= 5, `${drawn.talk.us} sentences of ours`);
      assert.ok(drawn.talk.them >= 4, `${drawn.talk.them} answers`);
      assert.equal(drawn.saved, read.saved);
    });

    test(`${language}: a threat is named before it is said, and can be taken back`, async () => {
      const context = await newContext(browser, language);
      try {
        const page = await open(context, server.url, {seed: 7});
        await act(page, 'ui:reading:1');
        await act(page, 'ui:dialog:');
        await act(page, 'call:2');
        const hands = new Keyboard(page);
        await say(hands, calls[language][0]);
        const before = await save(page);
        await ask(hands, threats[language]);
        let now = await tree(page);
        assert.ok(byKey(now, 'typed.offence.0'), 'the offence is shown');
        assert.equal(await save(page), before, 'nothing was said yet');
        await hands.write('typed.text', calls[language][2]);
        now = await tree(page);
        assert.equal(byKey(now, 'typed.offence.0'), null, 'other words, other reading');
        assertNoProblems(page);
      } finally {
        await context.close();
      }
    });
  }
});
