// Is a text in its language, and only words?
import assert from 'node:assert/strict';
import {words} from './nodes.mjs';

const rawKey = new RegExp(['⟦|⟧', '\\{\\w+\\}', 'undefined', '\\[object',
  '\\b(?:web|event|error|debrief|indicator|letter|gate|role|reply)\\.[a-z_]+'].join('|'));

// A name or a number of a form may be foreign; three words in a row are a sentence.
const foreign = {
  zh: /[A-Za-z]{2,}[ ,.;:'’]+[A-Za-z]+[ ,.;:'’]+[A-Za-z]{2,}/,
  en: /[\u3400-\u9fff]/,
};

export function wrongWords(tree, language) {
  return words(tree)
    .filter(({key}) => key !== 'top.language')
    .filter(({text}) => rawKey.test(text) || foreign[language].test(text))
    .map(({key, text}) => `${key}: ${text}`);
}

export function assertWords(tree, language) {
  assert.deepEqual(wrongWords(tree, language), [], `words that are not ${language}`);
}
