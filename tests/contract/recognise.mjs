// How well sentences kept out of training are understood, as `huikuan recognise` reports it. The figures
// are floors under what was reached so far, to be raised with it; the goals of the project stand beside.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const program = 'build/native/huikuan';
// Goals: top1 0.85, top3 0.95, slots 0.97, a packed model below 400 kB gzipped; all reached. Misconduct
// found 0.95, and 0.98 of clean sentences let be: not reached yet.
const floors = {
  zh: { top1: 0.89, top3: 0.96, slots: 0.985 },
  en: { top1: 0.85, top3: 0.95, slots: 0.975 },
};
const misconductFloors = {
  zh: { threat: 0.64, disclosure: 0.94, false_claim: 0.9, none: 0.92 },
  en: { threat: 0.52, disclosure: 0.84, false_claim: 0.72, none: 0.9 },
};
const kLeastKeptOut = 6; // sentences an act and language
const kMostAlike = 0.8; // Jaccard index of character 3-grams to a paraphrase
const kMostBytes = 400_000;

const failures = [];
const expect = (holds, what) => {
  if (!holds) failures.push(what);
};

function sentences(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function threeGrams(text) {
  const plain = Array.from(text.toLowerCase().replace(/\s+/g, ' ').trim());
  const grams = new Set();
  for (let i = 0; i + 3 <= plain.length; ++i) grams.add(plain.slice(i, i + 3).join(''));
  return grams;
}

function alike(a, b) {
  let both = 0;
  for (const gram of a) if (b.has(gram)) ++both;
  return both / Math.max(1, a.size + b.size - both);
}

function paraphrases(language) {
  const folder = 'scenarios/catalogue/paraphrases';
  return readdirSync(folder).map((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8').replace(/^\s*\/\/.*$/gm, '');
    const file = JSON.parse(text);
    return { act: file.act, words: file[language] };
  });
}

function misconductWords(language) {
  const text = readFileSync('scenarios/catalogue/misconduct.json', 'utf8');
  return Object.values(JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''))).flatMap((kind) => kind[language]);
}

function expectKeptOut(file, rows, learnt) {
  for (const [words] of rows) {
    const grams = threeGrams(words);
    const most = Math.max(...learnt.map((other) => alike(grams, other)));
    expect(most < kMostAlike, `${file}: “${words}” is ${most.toFixed(2)} like a paraphrase`);
  }
}

function ask(option, file) {
  const out = execFileSync(program, ['recognise', option, file, '--json'], { encoding: 'utf8' });
  return JSON.parse(out);
}

function compare(what, result, floor) {
  for (const [key, least] of Object.entries(floor)) {
    console.log(`${what} ${key}: ${result[key].toFixed(3)}, at least ${least}`);
    expect(result[key] >= least, `${what}: ${key} fell to ${result[key].toFixed(3)}`);
  }
}

for (const [language, floor] of Object.entries(floors)) {
  const file = `tests/recognise/${language}.tsv`;
  const rows = sentences(file);
  const acts = paraphrases(language);
  const learnt = acts.flatMap(({ words }) => words.map(threeGrams));
  for (const { act, words } of acts) {
    const kept = rows.filter(([, meant]) => meant === act).length;
    expect(kept >= kLeastKeptOut, `${file}: ${kept} sentences for ${act}, ${kLeastKeptOut} wanted`);
    expect(words.length >= 60, `${act}: ${words.length} paraphrases in ${language}, 60 wanted`);
  }
  expectKeptOut(file, rows, learnt);
  compare(language, ask('--eval', file), floor);
  const wrong = `tests/recognise/misconduct_${language}.tsv`;
  expectKeptOut(wrong, sentences(wrong), misconductWords(language).map(threeGrams));
  compare(`${language} misconduct`, ask('--misconduct', wrong), misconductFloors[language]);
}

const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-'));
const packed = path.join(folder, 'recogniser.bin');
execFileSync(program, ['recognise', '--pack', packed]);
const bytes = gzipSync(readFileSync(packed), { level: 9 }).length;
rmSync(folder, { recursive: true });
console.log(`packed model: ${bytes} bytes gzipped, less than ${kMostBytes}`);
expect(bytes < kMostBytes, `the packed model has ${bytes} bytes gzipped`);

for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);
