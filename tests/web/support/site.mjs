// Where the built site is, a server for it in this process, and the texts it is made of.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const require = createRequire(import.meta.url);
export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const site = process.env.HUIKUAN_SITE || path.join(root, 'build', 'web', 'site');

if (!fs.existsSync(path.join(site, 'index.html')) || !fs.existsSync(path.join(site, 'app.wasm'))) {
  throw new Error(`There is no built site in ${site}: run "web/run --build" first.`);
}

const {createServer, listen} = require(path.join(root, 'web', 'serve.js'));

// options: {under, csp, wrongMime}. Resolves to {url, close}.
export async function serve(options = {}) {
  const server = createServer({root: site, csp: true, ...options});
  const port = await listen(server, 0, '127.0.0.1', false);
  const under = (options.under || '').replace(/^\/+|\/+$/g, '');
  return {
    url: `http://127.0.0.1:${port}/${under ? under + '/' : ''}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

// The authored files as the page gets them: path below scenarios/ -> text.
export const scenarios = () =>
  JSON.parse(fs.readFileSync(path.join(site, 'scenarios.json'), 'utf8'));

// Authored files are JSON with comments.
export function parseAuthored(text) {
  return JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
                                 (_, string) => string || ''));
}

// Interface strings of a language (zh, en): key -> text.
export function strings(language) {
  const bundle = scenarios();
  const all = {};
  for (const [name, text] of Object.entries(bundle)) {
    if (name === `lang/${language}.json` || name.startsWith(`lang/${language}/`)) {
      Object.assign(all, parseAuthored(text).strings);
    }
  }
  return all;
}

// What the page says without the engine is in text.js.
export function shellStrings(language) {
  const source = fs.readFileSync(path.join(site, 'text.js'), 'utf8');
  const navigator = {language};
  const window = {};
  new Function('window', 'navigator', source)(window, navigator);
  return (key, ...args) => window.HK.say(key, ...args);
}
