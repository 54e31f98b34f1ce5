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
  const seeds = full ? 2000 : Number(process.env.N || 60);
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

const sections = {policies};

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
