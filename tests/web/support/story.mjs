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
      const phrase = sentence.split(/\{[^}]*\}/).sort((a, b) => b.length - a.length)[0];
      acts.push({id: act.id, weight: literal.join('').length, phrase: phrase.trim().slice(0, 16),
        pattern: new RegExp(`^${literal.join('.*')}$`, 's')});
    }
  }
  acts.sort((a, b) => b.weight - a.weight);
  const read = (label) => (acts.find((act) => act.pattern.test(label)) || {id: ''}).id;
  // Words by which each of an act's sentences can be found.
  read.phrases = (id) => acts.filter((act) => act.id === id).map((act) => act.phrase);
  return read;
}

export const texts = {
  zh: {note: '陆主管说：验收单还缺签字，周四前回话。', postscript: '\n\n附：如有疑问，请随时联系。'},
  en: {note: 'Ms Lu: the acceptance form still lacks a signature; answer by Thursday.',
    postscript: '\n\nP.S. Do call if anything is unclear.'},
};

async function tab(hands, name) {
  if (!byKey(await hands.tree(), `tab.${name}`).y) await hands.press(`ui:tab:${name}`);
}

const talking = (tree) => !!byKey(tree, 'talk.end');
export const ended = (tree) => !!byKey(tree, 'top.debrief');

// A call or a meeting: says each of `wishes` once, the first that is on offer each time.
async function converse(hands, actOf, wishes, said, turns = 6) {
  const left = [...wishes];
  for (let turn = 0; turn < turns; ++turn) {
    const tree = await hands.tree();
    if (!talking(tree)) break;
    const offers = new Map(all(tree, (node) => /^offer\.\d+$/.test(node.k) && !node.x)
      .map((node) => [actOf(node.l), node]));
    const wish = left.find((act) => offers.has(act));
    if (!wish) break;
    left.splice(left.indexOf(wish), 1);
    await hands.press(offers.get(wish).a);
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
  await tab(hands, 'papers');
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
  await tab(hands, 'talk');
  await hands.write('note.text', text);
  await hands.press('note:save');
  diary.push('note');
}

async function writeLetter(hands, text, diary) {
  await tab(hands, 'letter');
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
  await tab(hands, 'talk');
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
  await tab(hands, 'talk');
  const callable = control(await hands.tree(), person) || control(await hands.tree(), /^call:/);
  if (!callable) return;
  await hands.press(callable.a);
  await converse(hands, actOf, wishes, said);
  diary.push('call');
}

// Something said in another tone; and something not on offer, found by searching.
async function searchAndAdjust(hands, actOf, wishes, diary, said) {
  const adjust = control(await hands.tree(), /^ui:adjust:/);
  if (talking(await hands.tree()) && adjust) {
    await hands.press(adjust.a);
    await hands.pick('slot.tone', 1);
    await hands.press('say:adjusted');
    diary.push('adjusted');
  }
  for (const wish of wishes) {
    if (!talking(await hands.tree())) return;
    for (const phrase of actOf.phrases(wish)) {
      await hands.write('search.input', phrase);
      const found = find(await hands.tree(), (node) =>
        /^say:other:/.test(node.a || '') && !node.x && actOf(node.l) === wish);
      if (!found) continue;
      await hands.press(found.a);
      diary.push('searched');
      said.push(wish);
      return;
    }
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
      const dates = byKey(await hands.tree(), 'wait.until').c.filter((date) => date.v);
      if (dates.length > 0) await hands.pick('wait.until', dates[dates.length - 1].v);
      await hands.press(await hands.has('wait:date') ? 'wait:date' : 'wait:next_day');
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
  await call(hands, actOf, 'call:2', ['greet', 'state_debt', 'probe_gate', 'ask_papers',
    'ask_dates', 'ask_who'], diary, said);
  await searchAndAdjust(hands, actOf, ['ask_cause', 'ask_quality'], diary, said);
  await leave(hands);
  await writeNote(hands, texts[language].note, diary);
  await hands.press(/^task:/);
  diary.push('task');
  await nextDay(hands);
  await writeLetter(hands, texts[language].postscript, diary);
  await nextDay(hands);
  await visit(hands, actOf, diary, said);
  await nextDay(hands);
  await call(hands, actOf, /^call:[1-9]/, ['greet', 'state_debt', 'request_payment_date',
    'ask_cash', 'ask_written', 'thank'], diary, said);
  await leave(hands);
  await waitToTheEnd(hands, diary);
  return {diary, said};
}
