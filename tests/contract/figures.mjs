// The figures that show the world works, measured with `huikuan simulate`:
//   policies   by-the-book against every other simple policy, on every shipped case
//   frequency  value against contact frequency, by type: peaks inside the range, at different places
//   firmness   weekly-firm against polite-waiter, by type and by where the blocker sits
//   planner    the planner against by-the-book on paired seeds
// Usage: figures.mjs [SECTION...]. With HUIKUAN_FULL=1 all seeds; else a sample, with thresholds
// that a sample of that size meets. Prints every figure, then what is missed; exit 1 if anything is.
import {execFile} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = path.join(root, 'build/native/huikuan');
const full = process.env.HUIKUAN_FULL === '1';
const cases = ['first-invoice', 'county-hospital', 'strained-foundry', 'spring-festival',
  'full-loop'];

// ---- running ---------------------------------------------------------------------------------

let running = 0;
const waiting = [];
async function slot(work) {
  if (running >= os.cpus().length) await new Promise((go) => waiting.push(go));
  ++running;
  try {
    return await work();
  } finally {
    --running;
    waiting.shift()?.();
  }
}
const execute = promisify(execFile);
async function simulate(id, bot, seeds, extra = [], scenarios = path.join(root, 'scenarios')) {
  const options = {maxBuffer: 1 << 28};
  const {stdout} = await slot(() => execute(program, ['--scenarios', scenarios, 'simulate', id,
    '--bot', bot, '--seeds', String(seeds), '--json', ...extra], options));
  return JSON.parse(stdout);
}

// ---- statistics ------------------------------------------------------------------------------

const mean = (xs) => xs.reduce((a, b) => a + b, 0) / xs.length;
function sd(xs) {
  const m = mean(xs);
  return Math.sqrt(xs.reduce((a, b) => a + (b - m) ** 2, 0) / Math.max(1, xs.length - 1));
}
// Of a − b, seed by seed. `paired` is the mean in standard deviations of the difference, `pooled`
// in the pooled standard deviation of the two policies' values.
function difference(a, b) {
  const d = a.map((x, i) => x - b[i]);
  const spread = Math.sqrt((sd(a) ** 2 + sd(b) ** 2) / 2);
  return {n: d.length, mean: mean(d), se: sd(d) / Math.sqrt(d.length),
    paired: mean(d) / (sd(d) || 1e-9), pooled: mean(d) / (spread || 1e-9)};
}

const missed = [];
function expect(holds, what) {
  if (!holds) missed.push(what);
  return holds ? '' : '  MISSED';
}
const say = (text) => console.log(text);
const f = (x, digits = 3) => x.toFixed(digits).padStart(digits + 4);

// ---- sections --------------------------------------------------------------------------------

async function policies() {
  const seeds = full ? 2000 : 60;
  const others = ['random', 'nag-daily', 'polite-waiter', 'weekly-firm'];
  // A sample's own error, in standard deviations: two of it are granted.
  const least = 0.5 - (full ? 0 : 2 / Math.sqrt(seeds));
  say(`By-the-book minus the others, ${seeds} seeds: value, and in standard deviations of the`);
  say('paired difference and of the values (pooled); both at least 0.5.');
  for (const id of cases) {
    const [book, ...rest] = await Promise.all(['by-the-book', ...others].map((bot) =>
      simulate(id, bot, seeds)));
    say(`${id}: by-the-book ${f(book.value.mean)} ± ${f(book.value.sd)}`);
    rest.forEach((other, i) => {
      const d = difference(book.values, other.values);
      const mark = expect(d.paired >= least && d.pooled >= least,
        `${id}: by-the-book over ${others[i]}: ${f(d.paired, 2)} paired, ${f(d.pooled, 2)} pooled`);
      say(`  ${others[i].padEnd(14)} ${f(d.mean)} ± ${f(d.se, 4)} ${f(d.paired, 2)} paired ` +
        `${f(d.pooled, 2)} pooled${mark}`);
    });
  }
}

// A copy of the scenarios in which every customer of the case is of one type, and plainly so.
const made = [];
process.on('exit', () => made.forEach((folder) => fs.rmSync(folder, {recursive: true})));
function withType(id, type) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huikuan-'));
  made.push(folder);
  fs.cpSync(path.join(root, 'scenarios'), folder, {recursive: true});
  const file = path.join(folder, 'cases', id, 'case.json');
  const before = fs.readFileSync(file, 'utf8');
  const after = before.replace(/"types": \{[^}]*\}/, `"types": {"${type}": 1}`)
    .replace(/"mixed": "[^"]*"/, '"mixed": "0"');
  if (after === before) throw new Error(`${file}: no types found to replace`);
  fs.writeFileSync(file, after);
  return folder;
}
const typeIds = fs.readdirSync(path.join(root, 'scenarios/catalogue/types')).sort()
  .map((name) => name.replace(/\.json$/, ''));

// In the strained foundry everything lies at the cash plan and no paper is missing, so that it is
// contact that matters. Weekly-firm's behaviour, its calls to one person every `every` working days.
async function frequency() {
  const seeds = full ? 2000 : 250;
  const types = full ? typeIds : ['procedural', 'dominant', 'pleads_poverty'];
  const everys = full ? [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 40] : [1, 2, 5, 15, 40];
  const errors = full ? 2 : 1;  // standard errors by which a peak must stand out
  say(`Value of weekly-firm's behaviour, ${seeds} seeds, by type and working days between calls;`);
  say(`the peak, and by how many standard errors it is above daily calls and above the fewest.`);
  say(`${''.padEnd(16)}${everys.map((k) => String(k).padStart(7)).join('')}   peak`);
  const curves = await Promise.all(types.map(async (type) => {
    const folder = withType('strained-foundry', type);
    const values = await Promise.all(everys.map(async (every) => (await simulate('strained-foundry',
      'weekly-firm', seeds, ['--every', String(every)], folder)).values));
    const means = values.map(mean);
    const peak = means.indexOf(Math.max(...means));
    const above = (i) => {  // the peak over everys[i], in standard errors
      const d = difference(values[peak], values[i]);
      return i === peak ? 0 : d.mean / (d.se || 1e-9);
    };
    return {type, means, peak, above};
  }));
  for (const c of curves) {
    const ends = [c.above(0), c.above(everys.length - 1)];
    c.inside = Math.min(...ends) >= errors;
    say(`${c.type.padEnd(16)}${c.means.map((m) => f(m)).join('')}   ${everys[c.peak]} ` +
      `(${ends.map((z) => z.toFixed(1)).join(', ')})${c.inside ? '' : ' at the end of the range'}`);
  }
  // Types each of which is better served at its own peak than at any other's.
  const apart = (a, b) => a.above(b.peak) >= errors && b.above(a.peak) >= errors;
  const inside = curves.filter((c) => c.inside);
  const best = inside.flatMap((a, i) => inside.slice(i + 1).flatMap((b, j) =>
    inside.slice(i + j + 2).map((c) => [a, b, c])))
    .filter(([a, b, c]) => apart(a, b) && apart(b, c) && apart(a, c));
  say(`Three types with peaks apart by ${errors} standard errors each way: ${best.slice(0, 3).map((t) =>
    t.map((c) => `${c.type} ${everys[c.peak]}`).join(', ')).join('; ')}${best.length > 3 ?
    `; and ${best.length - 3} more threes` : ''}`);
  expect(best.length > 0, 'frequency: no three types have their peaks inside and apart');
  const least = full ? 8 : 3;
  expect(inside.length >= least, `frequency: only ${inside.length} types peak inside the range`);
}

// What moves a blocker: goodwill at gates 5–7, or a paper or a deed. Not judged: a signatory who is
// away, whom neither moves.
function movedBy(blocker) {
  if (blocker === 'none' || blocker === 'absent_signer') return 'unjudged';
  const file = path.join(root, 'scenarios/catalogue/blockers', `${blocker}.json`);
  const text = fs.readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '');
  const {gate, needs} = JSON.parse(text);
  const late = ['approval', 'cash_plan', 'payment_run'].includes(gate);
  return late && needs.every((need) => need.agreement === true) ? 'late' : 'papers';
}

async function firmness() {
  const seeds = full ? 2000 : 250;
  say(`Weekly-firm minus polite-waiter, ${seeds} seeds, the customer's type forced. Late: waiting at`);
  say('gates 5–7 for somebody to agree: above by two standard errors. Papers: a paper, a repair or an');
  say('acceptance is missing: no gain worth speaking of (0.002).');
  for (const id of ['first-invoice', 'county-hospital', 'strained-foundry', 'full-loop']) {
    for (const type of ['serial_promiser', 'dominant']) {
      const folder = withType(id, type);
      const [firm, polite] = await Promise.all(['weekly-firm', 'polite-waiter'].map((bot) =>
        simulate(id, bot, seeds, [], folder)));
      const rows = {late: [[], []], papers: [[], []], unjudged: [[], []]};
      firm.drawn.forEach(([{blocker}], i) => {
        const [a, b] = rows[movedBy(blocker)];
        a.push(firm.values[i]);
        b.push(polite.values[i]);
      });
      for (const [where, [a, b]] of Object.entries(rows)) {
        if (a.length === 0) continue;
        const d = difference(a, b);
        const holds = {late: d.mean > 2 * d.se, papers: d.mean < 0.002 + (full ? 0 : 2 * d.se),
          unjudged: true}[where];
        say(`${id.padEnd(17)} ${type.padEnd(16)} ${where.padEnd(9)} ${String(d.n).padStart(5)} runs ` +
          `${f(d.mean, 4)} ± ${f(d.se, 4)}${expect(holds, `firmness: ${id}, ${type}, ${where}`)}`);
      }
    }
  }
}

async function planner() {
  // A run takes the planner seconds: the sample only shows that it plays and does no great harm.
  const seeds = full ? 200 : 4;
  const chosen = full ? cases : ['first-invoice'];
  say(`The planner minus by-the-book, ${seeds} paired seeds: not below by a standard error on any,`);
  say('above on most.');
  let above = 0;
  const differences = await Promise.all(chosen.map(async (id) => {
    const shards = full ? 8 : 1;  // side by side
    const values = (await Promise.all(Array.from({length: shards}, (_, i) => simulate(id, 'planner',
      seeds / shards, ['--first-seed', String(1 + i * seeds / shards)])))).flatMap((r) => r.values);
    return difference(values, (await simulate(id, 'by-the-book', seeds)).values);
  }));
  chosen.forEach((id, i) => {
    const d = differences[i];
    if (d.mean > 0) ++above;
    const mark = expect(full ? d.mean > -d.se : d.mean > -0.05, `planner: ${id}`);
    say(`${id.padEnd(17)} ${f(d.mean, 4)} ± ${f(d.se, 4)}${mark}`);
  });
  if (full) expect(above > chosen.length / 2, `planner: above on ${above} cases only`);
}

const sections = {policies, frequency, firmness, planner};

const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(sections)) {
  if (!(name in sections)) {
    console.error(`figures.mjs: no section ${name}; there are ${Object.keys(sections).join(', ')}`);
    process.exit(2);
  }
  say(`---- ${name}${full ? '' : ' (sampled)'} ----`);
  const started = Date.now();
  await sections[name]();
  say(`(${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}
for (const what of missed) say(`MISSED ${what}`);
say(`${missed.length} missed`);
process.exit(missed.length === 0 ? 0 : 1);
