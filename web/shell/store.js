// Keeps saves in IndexedDB with a copy in localStorage. A new record is written before an old one
// is let go; what cannot be used any more is kept under another name.
(function () {
  'use strict';
  const HK = window.HK;
  const PREFIX = 'huikuan.';
  let db = null;
  let warned = '';

  function openDb() {
    return new Promise((resolve) => {
      let request;
      try {
        request = indexedDB.open('huikuan', 1);
      } catch {
        return resolve(null);
      }
      const timer = setTimeout(() => resolve(null), 3000);
      request.onupgradeneeded = () => request.result.createObjectStore('saves');
      request.onsuccess = () => { clearTimeout(timer); resolve(request.result); };
      request.onerror = request.onblocked = () => { clearTimeout(timer); resolve(null); };
    });
  }

  function inDb(mode, work) {
    return new Promise((resolve, reject) => {
      if (!db) return reject(new Error('no database'));
      let result;
      const change = db.transaction('saves', mode);
      change.oncomplete = () => resolve(result && result.result);
      change.onerror = change.onabort = () => reject(change.error || new Error('aborted'));
      result = work(change.objectStore('saves'));
    });
  }

  function local(name) {
    try {
      return JSON.parse(localStorage.getItem(PREFIX + name));
    } catch {
      return null;
    }
  }

  function putLocal(name, record) {
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify(record));
      return '';
    } catch (error) {
      return error && error.name === 'QuotaExceededError' ? 'full' : 'none';
    }
  }

  // Newer of the two copies, or null.
  async function get(name) {
    let stored = null;
    try {
      stored = await inDb('readonly', (saves) => saves.get(name));
    } catch { /* the copy has to do */ }
    const copy = local(name);
    if (!stored) return copy;
    return copy && copy.at > stored.at ? copy : stored;
  }

  // True when at least one of the two places took it.
  async function put(name, record) {
    const trouble = putLocal(name, record);
    let stored = true;
    try {
      await inDb('readwrite', (saves) => saves.put(record, name));
    } catch {
      stored = false;
    }
    if (stored || !trouble) return true;
    if (warned !== trouble) {
      warned = trouble;
      HK.toast(HK.say(trouble === 'full' ? 'storageFull' : 'storageNone'),
               [[HK.say('export'), () => HK.exportSave()]]);
    }
    return false;
  }

  HK.store = {
    async open() {
      db = await openDb();
    },
    get,
    put,
    // Sets the present record aside, so that another may take its place.
    async keep() {
      const record = await get('current');
      if (record && record.save) await put('kept-' + record.at, record);
      return record;
    },
  };
})();
