// One worker: gets the engine and the case, judges its share of a run, and hands it over piece by
// piece. A newer job takes the place of an older one between two pieces.
'use strict';
importScripts('strings.js', 'engine.js');
let engine = null;
let job = 0;

async function start(module, files) {
  engine = await self.HuikuanEngine({
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module),
        (error) => postMessage({failed: String(error)}));
      return {};
    },
    print: () => {}, printErr: () => {},
  });
  for (const [path, text] of Object.entries(files)) {
    const size = engine.lengthBytesUTF8(text);
    self.withStrings(engine, [path, text], (p, t) => engine._hk_file(p, t, size));
  }
}
async function judge({run, id, save, shard, shards}) {
  job = run;
  const total = self.withStrings(engine, [id, save],
                                 (i, s) => engine._hk_review(i, s, shard, shards));
  if (total < 0) throw new Error('the run cannot be read');
  for (let more = 1; more && job === run;) {
    more = engine._hk_step();
    const size = engine._hk_part();
    const at = engine._hk_part_bytes();
    postMessage({run, shard, shards, part: engine.HEAPU8.slice(at, at + size)});
    await new Promise((resolve) => setTimeout(resolve, 0));  // lets a newer job in
  }
}

let ready = null;
self.onmessage = ({data}) => {
  if (data.module) {
    ready = start(data.module, data.files);
    ready.then(() => postMessage({ready: true}), () => {});  // a failure is told at the first job
  } else if (data.run) {
    job = data.run;
    ready.then(() => judge(data)).catch((error) => postMessage({failed: String(error)}));
  }
};
