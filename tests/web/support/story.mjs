// One way through a case, as a trainee might go it: reads the papers, plans, calls, writes, orders,
// visits, waits, to the end. Decides on what the page shows alone, so that both kinds of hands
// make the same decisions.
import assert from 'node:assert/strict';
import {all, byKey, control, find} from './nodes.mjs';
import {parseAuthored, scenarios} from './site.mjs';

// The act whose sentence this is; sentences are patterns with {slots}.
export function actReader(language) {
  const acts = [];
  for (const [path, text] of Object.entries(scenarios())) {
    if (!path.startsWith('catalogue/acts/')) continue;
    const act = parseAuthored(text);
    for (const sentence of act.say[language]) {
      const literal = sentence.split(/\{[^}]*\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      acts.push({id: act.id, weight: literal.join('').length,
        pattern: new RegExp(`^${literal.join('.*')}$`, 's')});
    }
  }
  acts.sort((a, b) => b.weight - a.weight);
  return (label) => (acts.find((act) => act.pattern.test(label)) || {id: ''}).id;
}

export const texts = {
  zh: {note: '陆主管说：验收单还缺签字，周四前回话。', postscript: '\n\n附：如有疑问，请随时联系。',
    search: '谢'},
  en: {note: 'Ms Lu: the acceptance form still lacks a signature; answer by Thursday.',
    postscript: '\n\nP.S. Do call if anything is unclear.', search: 'thank'},
};

const talking = (tree) => !!byKey(tree, 'talk.end');
export const ended = (tree) => !!byKey(tree, 'top.debrief');

// A call or a meeting: says what it can of `wishes`, in that order, then takes its leave.
async function converse(hands, actOf, wishes, said) {
  for (const wish of wishes) {
    const tree = await hands.tree();
    if (!talking(tree)) break;
    const offers = all(tree, (node) => /^offer\.\d+$/.test(node.k) && !node.x);
    const offer = offers.find((node) => actOf(node.l) === wish);
    if (!offer) continue;
    await hands.press(offer.a);
    said.push(wish);
  }
}

async function leave(hands) {
  for (let i = 0; i < 3 && await hands.has('end'); ++i) await hands.press('end');
}

async function nextDay(hands) {
  if (!ended(await hands.tree())) await hands.press('wait:next_day');
}

async function readPapers(hands, diary) {
  await hands.press('ui:tab:papers');
  const papers = all(await hands.tree(), (node) => /^open:/.test(node.a || '') && !node.x);
  assert.ok(papers.length >= 4, 'the contract file has papers to open');
  await hands.press(papers[0].a);
  assert.ok(find(await hands.tree(), (node) => node.t === 'document'), 'a paper lies open');
  await hands.press(/^inspect:/);
  await hands.press(/^inspect:/);
  diary.push('papers');
}

async function makePlan(hands, diary) {
  await hands.pick('plan.gate', 5);
  await hands.pick('plan.ability', 2);
  await hands.pick('plan.willingness', 0);
  await hands.write('plan.amount', '384000');
  await hands.pick('plan.probability', 70);
  await hands.pick('plan.date', (dates) => dates[dates.length - 8]);
  await hands.press('plan:set');
  diary.push('plan');
}

async function writeNote(hands, text, diary) {
  if (!byKey(await hands.tree(), 'note.text')) await hands.press('ui:tab:talk');
  await hands.write('note.text', text);
  await hands.press('note:save');
  diary.push('note');
}

async function writeLetter(hands, text, diary) {
  await hands.press('ui:tab:letter');
  const levels = byKey(await hands.tree(), 'letter.level').c;
  await hands.pick('letter.level', levels[1].v);
  const people = all(await hands.tree(), (n) => n.r === 'check' && /^letter\.to\./.test(n.k));
  await hands.tick(people[people.length - 1].k);
  await hands.pick('letter.delivery', 1);
  await hands.pick('letter.date', (dates) => dates[Math.min(8, dates.length - 1)]);
  const words = byKey(await hands.tree(), 'letter.words').v;
  assert.ok(words.length > 40, 'the letter has words');
  await hands.write('letter.words', words + text);
  await hands.press('letter:send');
  diary.push('letter');
}

async function visit(hands, actOf, diary, said) {
  await hands.press('ui:tab:talk');
  const place = control(await hands.tree(), /^visit:/);
  if (!place) return;
  await hands.press(place.a);
  for (let i = 0; i < 2 && await hands.has(/^observe:/); ++i) {
    const spot = find(await hands.tree(), (n) => /^observe:/.test(n.a || '') && !n.x &&
      n.s !== 'good');
    if (!spot) break;
    await hands.press(spot.a);
  }
  if (await hands.has(/^meet:/)) {
    await hands.press(/^meet:/);
    await converse(hands, actOf, ['greet', 'ask_who', 'thank'], said);
  }
  await leave(hands);
  diary.push('visit');
}

async function call(hands, actOf, person, wishes, diary, said) {
  if (!control(await hands.tree(), /^call:/)) await hands.press('ui:tab:talk');
  const callable = control(await hands.tree(), person) || control(await hands.tree(), /^call:/);
  if (!callable) return;
  await hands.press(callable.a);
  await converse(hands, actOf, wishes, said);
  diary.push('call');
}

// Something said that was not on offer, found by searching; and one with another tone.
async function searchAndAdjust(hands, text, diary) {
  if (!talking(await hands.tree())) return;
  const adjust = control(await hands.tree(), /^ui:adjust:/);
  if (adjust) {
    await hands.press(adjust.a);
    await hands.pick('slot.tone', 1);
    await hands.press('say:adjusted');
    diary.push('adjusted');
  }
  if (!talking(await hands.tree())) return;
  await hands.write('search.input', text);
  if (await hands.has(/^say:other:/)) {
    await hands.press(/^say:other:/);
    diary.push('searched');
  }
}

export async function waitToTheEnd(hands, diary) {
  for (let i = 0; i < 90 && !ended(await hands.tree()); ++i) {
    await leave(hands);
    if (ended(await hands.tree())) break;
    await hands.press('ui:dialog:wait');
    if (i < 2 && await hands.has('wait:run')) {
      await hands.press('wait:run');
    } else {
      await hands.pick('wait.until', (dates) => dates[dates.length - 1]);
      await hands.press('wait:date');
    }
    diary.push('wait');
  }
  assert.ok(ended(await hands.tree()), 'the case comes to its end');
}

// From the briefing to the debrief. Returns what was done and said.
export async function play(hands, language) {
  const actOf = actReader(language);
  const diary = [], said = [];
  await hands.press('ui:dialog:');
  await readPapers(hands, diary);
  await makePlan(hands, diary);
  await call(hands, actOf, 'call:2', ['greet', 'state_debt', 'ask_cause', 'probe_gate', 'ask_who',
    'thank'], diary, said);
  await searchAndAdjust(hands, texts[language].search, diary);
  await leave(hands);
  await writeNote(hands, texts[language].note, diary);
  await hands.press(/^task:/);
  diary.push('task');
  await nextDay(hands);
  await writeLetter(hands, texts[language].postscript, diary);
  await nextDay(hands);
  await visit(hands, actOf, diary, said);
  await nextDay(hands);
  await call(hands, actOf, /^call:[1-9]/, ['greet', 'request_payment_date', 'ask_dates',
    'ask_written', 'thank'], diary, said);
  await leave(hands);
  await waitToTheEnd(hands, diary);
  return {diary, said};
}
