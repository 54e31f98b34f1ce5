// Chromium, contexts and pages that remember what went wrong in them.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {chromium} = require('playwright-core');

const slow = Number(process.env.HUIKUAN_SLOW || 1);  // factor on every time limit
export const limit = (ms) => ms * slow;
export const locales = {zh: 'zh-CN', en: 'en-US'};

const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-quic', '--disable-default-apps', '--mute-audio'];
// No machine of ours has a graphics card: WebGL by Chromium's own software renderer.
const drawing = ['--enable-unsafe-swiftshader', '--use-angle=swiftshader'];

export function launch({gpu = true, args = []} = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: [...quiet, ...(gpu ? drawing : ['--disable-gpu', '--disable-software-rasterizer']),
      ...args],
    timeout: limit(60000),
  });
}

// What a driver says about software rendering is no trouble of ours.
// Nor that SDL, which has nothing to do with fingers here, comes too late to stop one.
const noise = new RegExp(['GL Driver Message', 'Automatic fallback to software WebGL',
  'GroupMarkerNotSet', 'Ignored attempt to cancel a touch'].join('|'));

// page.problems: console errors and warnings, uncaught errors, refused loads, CSP violations.
export async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(limit(30000));
  page.problems = [];
  page.on('console', (message) => {
    const type = message.type();
    if ((type === 'error' || type === 'warning') && !noise.test(message.text())) {
      page.problems.push(`console ${type}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => page.problems.push(`uncaught: ${error.stack || error}`));
  page.on('crash', () => page.problems.push('the page crashed'));
  page.on('requestfailed', (request) => {
    page.problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return page;
}

// Software draws every pixel: half as many each way, unless a test is about the look of things.
export const desktop = {viewport: {width: 1280, height: 800}, deviceScaleFactor: 0.5};
export const sharp = {deviceScaleFactor: 1};
export const phone = {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, isMobile: true,
  hasTouch: true};

export function newContext(browser, language = 'zh', options = {}) {
  return browser.newContext({...desktop, locale: locales[language], reducedMotion: 'reduce',
    ...options});
}

// Opens the game and waits until it can be used.
export async function open(context, url, {seed = 7, before} = {}) {
  const page = await newPage(context);
  if (before) await before(page);
  await page.goto(`${url}?seed=${seed}`);
  await ready(page);
  return page;
}

export async function ready(page) {
  try {
    await page.waitForFunction(() => {
      const boot = document.getElementById('boot');
      return boot.classList.contains('trouble') ||
        (window.huikuan && window.huikuan.layout() !== 'boot' && boot.hidden);
    }, null, {timeout: limit(60000)});
  } catch (error) {
    throw new Error(`The page never got ready. ${page.problems.join('\n')}`, {cause: error});
  }
  const trouble = await page.evaluate(() =>
    document.getElementById('boot').classList.contains('trouble') &&
    document.getElementById('boot-text').textContent);
  assert.equal(trouble, false, `The page stopped: ${trouble}\n${page.problems.join('\n')}`);
  await settled(page);
}

// Until nothing is left to draw and everything is stored. Where nothing is being drawn, an input
// may still be on its way to the page: it gets one frame more.
export async function settled(page) {
  await page.evaluate(async () => {
    if (window.huikuan.layout() === 'desk' && !document.hidden) {
      let quiet = window.huikuan.busy() ? 1 : 0;
      do {
        await new Promise(requestAnimationFrame);
        if (window.huikuan.busy()) quiet = 0;
        ++quiet;
      } while (quiet < 2);
    }
    await window.huikuan.saved();
  });
}

// An ended run is judged decision by decision, while the page can be used: until that is done.
export async function judged(page) {
  await page.waitForFunction(() => {
    const has = (node, key) => node.k === key || (node.c || []).some((child) => has(child, key));
    const now = window.huikuan.tree();
    return has(now, 'review') && !has(now, 'review.progress');
  }, null, {timeout: limit(90000), polling: 100});
  await settled(page);
}

export function assertNoProblems(page) {
  assert.deepEqual(page.problems, [], 'errors in the page');
}

export const tree = (page) => page.evaluate(() => window.huikuan.tree());
export const save = (page) => page.evaluate(() => window.huikuan.save());
// Straight to the queue: for reaching a state, never for what a test is about.
export async function act(page, action, value = '') {
  await page.evaluate(([a, v]) => window.huikuan.action(a, v), [action, value]);
  await settled(page);
}

// The message in front of everything when the page cannot go on, or ''.
export const bootText = (page) => page.evaluate(() => {
  const boot = document.getElementById('boot');
  return boot.hidden ? '' : document.getElementById('boot-text').textContent;
});
export const toastText = (page) => page.evaluate(() => {
  const toast = document.getElementById('toast');
  return toast.classList.contains('on') ? toast.textContent : '';
});

// Everything in the place where saves are kept.
export const stored = (page) => page.evaluate(async () => {
  const local = {};
  for (let i = 0; i < localStorage.length; ++i) {
    local[localStorage.key(i)] = localStorage.getItem(localStorage.key(i));
  }
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('huikuan', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('saves');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const records = await new Promise((resolve, reject) => {
    const found = {};
    const read = db.transaction('saves').objectStore('saves').openCursor();
    read.onerror = () => reject(read.error);
    read.onsuccess = () => {
      const at = read.result;
      if (!at) return resolve(found);
      found[at.key] = at.value;
      at.continue();
    };
  });
  db.close();
  return {local, records};
});
