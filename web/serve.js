#!/usr/bin/env node
// A static file server for the built web program: for web/run and for the tests.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');

const usage = `node web/serve.js [--root DIR] [--port N] [--next-free] [--host ADDRESS]
                  [--under /PATH] [--csp] [--wrong-mime] [--quiet]
  --root DIR      folder to serve (build/web/site)
  --port N        port (8080; 0: any free one)
  --next-free     when the port is taken, try the following ones
  --under /PATH   serve below this path instead of /
  --csp           send a strict Content-Security-Policy
  --wrong-mime    send .wasm with a wrong type, as badly set up servers do`;

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8', '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.ico': 'image/x-icon',
  '.webp': 'image/webp', '.ttf': 'font/ttf', '.otf': 'font/otf', '.woff2': 'font/woff2',
  '.gz': 'application/gzip', '.zip': 'application/zip', '.csv': 'text/csv; charset=utf-8',
  '.ogg': 'audio/ogg', '.mp3': 'audio/mpeg', '.wav': 'audio/wav',
};
const csp = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self' data: blob:";

// Returns an http.Server, not yet listening; tests may use it in their own process.
function createServer({root, under = '', csp: strict = false, wrongMime = false}) {
  const base = path.resolve(root);
  const prefix = under.replace(/\/+$/, '').replace(/^\/*(?=.)/, '/');
  return http.createServer((request, response) => {
    const end = (status, headers, body) => {
      response.writeHead(status, {'Cache-Control': 'no-cache', ...headers});
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const plain = (status, text) =>
        end(status, {'Content-Type': 'text/plain; charset=utf-8'}, text + '\n');
    if (!['GET', 'HEAD'].includes(request.method)) return plain(405, 'Only GET and HEAD.');
    let name;
    try {
      name = decodeURIComponent(request.url.replace(/[?#].*$/, ''));
    } catch {
      return plain(400, 'Malformed address.');
    }
    if (name === prefix && prefix) return end(301, {Location: prefix + '/'});
    if (!name.startsWith(prefix + '/') || name.includes('\0')) return plain(404, 'Not found.');
    let file = path.resolve(base, '.' + path.posix.normalize(name.slice(prefix.length)));
    if (file !== base && !file.startsWith(base + path.sep)) return plain(404, 'Not found.');
    if (name.endsWith('/')) file = path.join(file, 'index.html');
    fs.readFile(file, (error, body) => {
      if (error) return plain(404, 'Not found.');
      const extension = path.extname(file);
      let type = types[extension] || 'application/octet-stream';
      if (wrongMime && extension === '.wasm') type = 'application/octet-stream';
      const headers = {'Content-Type': type, 'Content-Length': body.length};
      if (strict) headers['Content-Security-Policy'] = csp;
      end(200, headers, body);
    });
  });
}

// Listens on the port, or on one of the next fifty; resolves to the port it got.
function listen(server, port, host, nextFree) {
  return new Promise((resolve, reject) => {
    let candidate = port;
    server.on('error', error => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (!taken || !nextFree || candidate >= port + 50) return reject(error);
      server.listen(++candidate, host);
    });
    server.on('listening', () => resolve(server.address().port));
    server.listen(candidate, host);
  });
}

async function main(argv) {
  const options = {root: path.join(__dirname, '..', 'build', 'web', 'site')};
  let port = 8080, host = '127.0.0.1', nextFree = false, quiet = false;
  const fail = text => { console.error(text); process.exit(2); };
  for (let i = 0; i < argv.length; ++i) {
    const value = () => i + 1 < argv.length ? argv[++i] : fail(`${argv[i]} needs a value.`);
    switch (argv[i]) {
      case '--root': options.root = value(); break;
      case '--port': port = Number(value()); break;
      case '--host': host = value(); break;
      case '--under': options.under = value(); break;
      case '--next-free': nextFree = true; break;
      case '--csp': options.csp = true; break;
      case '--wrong-mime': options.wrongMime = true; break;
      case '--quiet': quiet = true; break;
      case '--help': console.log(usage); return;
      default: fail(`Unknown option ${argv[i]}.\n${usage}`);
    }
  }
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail('--port wants 0 to 65535.');
  if (!fs.existsSync(options.root)) fail(`There is no folder ${options.root}: run web/run first.`);
  const server = createServer(options);
  try {
    const got = await listen(server, port, host, nextFree);
    if (port && got !== port) console.log(`Port ${port} is taken by another program: using ${got}.`);
    const under = (options.under || '').replace(/^\/+|\/+$/g, '');
    console.log(`http://${host}:${got}/${under ? under + '/' : ''}`);
    if (!quiet) console.log('Stop with Ctrl+C.');
  } catch (error) {
    const taken = error.code === 'EADDRINUSE';
    fail(taken ? `Port ${port} is taken by another program: choose one with --port N.`
               : `Cannot listen on ${host}:${port}: ${error.message}`);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

module.exports = {createServer, listen};
if (require.main === module) main(process.argv.slice(2));
