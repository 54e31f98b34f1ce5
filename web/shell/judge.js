// Ended runs are judged in workers, so that the page stays free. They are started beside the desk, not
// when they are needed: nothing is fetched after that. Where none starts, or one fails, the page
// judges in pieces itself.
(function () {
  'use strict';
  const HK = window.HK;
  const MOST = 4;
  let workers = [];
  let running = 0;  // number of the run that is out with them

  // `files`: the scenarios; `take(part)`: something came back, false: damaged; `broken()`: the
  // page has to do it.
  // Resolves once they stand, or cannot.
  async function start(files, take, broken) {
    if (typeof Worker !== 'function') return;
    const give = () => {
      workers.forEach((worker) => worker.terminate());
      workers = [];
      running = 0;
      broken();
    };
    try {
      const answer = await fetch('engine.wasm');
      if (!answer.ok) return;
      const module = await WebAssembly.compile(await answer.arrayBuffer());
      // The page itself keeps one processor.
      const many = Math.max(1, Math.min(MOST, (navigator.hardwareConcurrency || 2) - 1));
      const ready = [];
      for (let i = 0; i < many; ++i) {
        const worker = new Worker('worker.js');
        ready.push(new Promise((done) => {
          worker.onmessage = ({data}) => {
            if (data.failed) give();
            else if (data.ready) return done();
            else if (!take(data)) give();
            done();
          };
          worker.onerror = (event) => { event.preventDefault(); give(); done(); };
        }));
        worker.postMessage({module, files});
        workers.push(worker);
      }
      await Promise.all(ready);
    } catch (error) {
      console.info(error.message);
    }
  }

  HK.judge = {
    start,
    workers: () => workers.length,
    // True: the workers have it.
    run(run, id, save) {
      if (workers.length === 0) return false;
      if (run === running) return true;
      running = run;
      workers.forEach((worker, shard) => {
        worker.postMessage({run, id, save, shard, shards: workers.length});
      });
      return true;
    },
  };
})();
