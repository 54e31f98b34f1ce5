// Draws the node tree as HTML: keyed, so that focus and selection stay; words only ever become
// text, never markup. A new panel needs nothing here.
(function () {
  'use strict';
  const HK = window.HK;
  const places = new Map();   // key -> {element, box, field, node}
  let send = () => {};

  const listTags = {banner: 'header', main: 'main', side: 'aside', strip: 'section',
    card: 'section', tabs: 'nav', row: 'div'};

  function make(tag, className) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    return element;
  }

  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  // A quiet second line or value inside `parent`, made only when there is something to say.
  function part(place, name, text, tag = 'span') {
    let element = place.parts[name];
    if (!text) {
      if (element) { element.remove(); delete place.parts[name]; }
      return;
    }
    if (!element) {
      element = place.parts[name] = make(tag, 'part-' + name);
      place.box.append(element);
    }
    setText(element, text);
  }

  // ---- one builder a kind: makes the element, and where children go
  const build = {
    heading: (node) => ({element: make('h' + Math.min(3, node.n || 2))}),
    text: (node, inTable) => ({element: make(inTable || (node.r === 'note' ? 'div' : 'p'))}),
    list: (node, inTable) => ({element: make(inTable ? 'tr' : listTags[node.r] || 'div')}),
    table: () => {
      const element = make('table');
      const body = make('tbody');
      element.append(body);
      return {element, children: body};
    },
    button: (node) => (node.r === 'check' ? checkbox(node) : {element: button(node)}),
    input: (node) => field(node, node.r === 'select' ? 'select' : 'input'),
    textarea: (node) => field(node, 'textarea'),
    meter: () => {
      const element = make('div');
      const bar = make('div', 'meter-bar');
      const fill = make('div', 'meter-fill');
      bar.append(fill);
      return {element, bar, fill};
    },
    log: () => {
      const element = make('div');
      element.setAttribute('role', 'log');
      element.setAttribute('aria-live', 'polite');
      element.tabIndex = 0;
      return {element};
    },
    figure: (node) => {
      const element = make('div');
      element.setAttribute('role', 'group');
      // It may scroll sideways: the keyboard must be able to do that, too.
      if (node.r === 'calendar') element.tabIndex = 0;
      return {element};
    },
    document: () => ({element: make('article')}),
    dialog: () => {
      const element = make('div');
      const card = make('div', 'dialog-card');
      element.append(card);
      element.setAttribute('role', 'dialog');
      element.setAttribute('aria-modal', 'true');
      return {element, children: card};
    },
  };

  function button(node) {
    const element = make('button');
    element.type = 'button';
    element.addEventListener('click', () => {
      const now = places.get(node.k).node;
      if (!now.x) { HK.flushFields(); send(now.a, now.v || ''); }
    });
    return element;
  }

  function checkbox(node) {
    const element = make('label');
    const input = make('input');
    input.type = 'checkbox';
    const words = make('span');
    element.append(input, words);
    input.addEventListener('change', () => {
      const now = places.get(node.k).node;
      HK.flushFields();
      send(now.a, input.checked ? '1' : '0');
    });
    return {element, box: words, field: input};
  }

  function field(node, tag) {
    const element = make('div');
    const id = 'f-' + node.k;
    const label = make('label');
    label.htmlFor = id;
    const input = make(tag);
    input.id = id;
    if (tag === 'input') {
      input.type = node.r === 'search' ? 'search' : 'text';
      if (node.r === 'number') input.inputMode = 'decimal';
      input.autocomplete = 'off';
    }
    element.append(label, input);
    const place = {element, label, field: input, sent: undefined, dirty: false, timer: 0};
    if (tag === 'select') {
      input.addEventListener('change', () => send(places.get(node.k).node.a, input.value));
      return place;
    }
    const commit = () => {
      clearTimeout(place.timer);
      if (!place.dirty) return;
      place.dirty = false;
      place.sent = input.value;
      send(places.get(node.k).node.a, input.value);
    };
    place.commit = commit;
    input.addEventListener('input', (event) => {
      place.dirty = true;
      clearTimeout(place.timer);
      // Words still being composed are not the trainee's words yet.
      if (!event.isComposing) place.timer = setTimeout(commit, tag === 'textarea' ? 500 : 250);
    });
    input.addEventListener('compositionend', () => { place.timer = setTimeout(commit, 250); });
    input.addEventListener('blur', commit);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
      if (tag === 'input') { event.preventDefault(); commit(); }
      if (tag === 'textarea' && (event.ctrlKey || event.metaKey) && node.k === 'note.text') {
        event.preventDefault();
        commit();
        send('note:save', '');
      }
    });
    return place;
  }

  // What has been typed and not yet handed over; before anything else is done.
  HK.flushFields = function () {
    for (const place of places.values()) if (place.commit) place.commit();
  };

  function updateField(place, node) {
    setText(place.label, node.l || '');
    const input = place.field;
    if (node.r === 'select') {
      const options = node.c || [];
      const wanted = options.map((o) => o.v + '\t' + o.l).join('\n');
      if (place.options !== wanted) {
        place.options = wanted;
        input.textContent = '';
        for (const option of options) {
          const element = make('option');
          element.value = option.v || '';
          element.textContent = option.l || '';
          input.append(element);
        }
      }
      if (input.value !== (node.v || '')) input.value = node.v || '';
      return;
    }
    if (node.t === 'textarea') input.rows = Math.max(2, node.n || 4);
    input.placeholder = node.s === 'bad' ? '' : node.h || '';
    const value = node.v || '';
    // While somebody types, the page must not take the words out of their hands.
    if (!place.dirty && value !== input.value && value !== place.sent) input.value = value;
    if (!place.dirty) place.sent = value;
    input.setAttribute('aria-invalid', node.s === 'bad' ? 'true' : 'false');
  }

  function updateMeter(place, node) {
    part(place, 'label', node.l);
    part(place, 'value', node.v);
    if (!place.bar.isConnected) place.box.append(place.bar);
    place.fill.style.width = (node.n || 0) + '%';
    const element = place.bar;
    element.setAttribute('role', 'meter');
    element.setAttribute('aria-label', node.l || '');
    element.setAttribute('aria-valuemin', '0');
    element.setAttribute('aria-valuemax', '100');
    element.setAttribute('aria-valuenow', String(node.n || 0));
    element.setAttribute('aria-valuetext', node.v || '');
    part(place, 'hint', node.h);
  }

  function updateFace(place, node) {
    const wanted = node.d.slice(0, 2).join();
    if (place.faceOf === wanted) return;
    place.faceOf = wanted;
    if (place.face) place.face.remove();
    place.face = HK.portrait(node.d[0], node.d[1]);
    place.element.prepend(place.face);
  }

  function updateOwn(place, node) {
    const element = place.element;
    element.className = 'n-' + node.t + (node.r ? ' r-' + node.r : '') + (node.s ? ' s-' + node.s : '') +
      (node.x ? ' off' : '') + (node.y ? ' on' : '');
    element.dataset.key = node.k;
    if (node.a) element.dataset.action = node.a;
    if (node.t === 'input' || node.t === 'textarea') return updateField(place, node);
    if (node.t === 'meter') return updateMeter(place, node);
    const labelled = node.t === 'figure' || node.t === 'log' || node.t === 'dialog' ||
      node.t === 'document' || node.t === 'table' || (node.t === 'list' && node.r);
    if (labelled) {
      if (node.l && !(element.tagName === 'DIV' && node.t === 'list')) {
        element.setAttribute('aria-label', node.l);
      }
    } else if (node.r === 'us' || node.r === 'them' || node.r === 'event') {
      part(place, 'value', node.v);
      part(place, 'label', node.l);
      if (node.r === 'them' && node.d) updateFace(place, node);
    } else {
      part(place, 'label', node.l);
      part(place, 'value', node.v);
      part(place, 'hint', node.h);
    }
    if (node.r === 'portrait' && node.d) updateFace(place, node);
    if (node.t === 'figure' && node.r === 'portrait') {
      element.setAttribute('role', 'img');
      element.setAttribute('aria-label', (node.l || '') + (node.h ? ', ' + node.h : ''));
    }
    if (node.t === 'button') {
      if (place.field) {
        place.field.checked = !!node.y;
        place.field.disabled = !!node.x;
      } else {
        if (node.x) element.setAttribute('aria-disabled', 'true');
        else element.removeAttribute('aria-disabled');
        if (node.r === 'tab') element.setAttribute('aria-current', node.y ? 'true' : 'false');
        else if (node.r === 'offer' && node.y) element.setAttribute('aria-current', 'true');
        else if (node.r === 'offer') element.removeAttribute('aria-current');
        else if (node.r === 'chip' || node.r === 'portrait') {
          element.setAttribute('aria-pressed', node.y ? 'true' : 'false');
        }
      }
    }
    if (node.r === 'figuretext') {
      if (node.y) element.setAttribute('aria-current', 'true');
      else element.removeAttribute('aria-current');
      if (node.d && node.d.length === 5) {
        element.dataset.marks = node.d.join(' ');
        element.dataset.d1 = node.d[1];
        element.dataset.d2 = node.d[2];
      }
    }
    if (node.r === 'main') { element.id = 'work'; element.tabIndex = -1; }
  }

  function gather(node, keys) {
    keys.add(node.k);
    if (node.c && node.r !== 'select') for (const child of node.c) gather(child, keys);
  }

  function draw(node, parent, before, inTable) {
    let place = places.get(node.k);
    if (!place || place.node.t !== node.t || place.node.r !== node.r) {
      if (place) place.element.remove();
      place = build[node.t](node, inTable);
      place.parts = {};
      place.box = place.box || place.element;
      place.children = place.children || place.element;
      places.set(node.k, place);
    }
    place.node = node;
    if (place.element.parentNode !== parent || place.element.nextSibling !== before) {
      // Moving an element would cost it the focus; most of the time nothing moves.
      parent.insertBefore(place.element, before);
    }
    updateOwn(place, node);
    if (node.c && node.r !== 'select') {
      const table = node.t === 'table' ? 'tr' : place.element.tagName === 'TR'
        ? (node.r === 'header' ? 'th' : 'td') : '';
      let next = null;
      for (let i = node.c.length - 1; i >= 0; --i) {
        next = draw(node.c[i], place.children, next, table);
      }
    }
    return place.element;
  }

  // Somebody who works by keyboard must never be dropped at the top of the page.
  function refocus(hadFocus, dialog, dialogBefore) {
    const active = document.activeElement;
    if (dialog && dialog !== dialogBefore) {
      const first = dialog.querySelector('.r-primary, button, input, select, textarea');
      if (first) first.focus({preventScroll: true});
    } else if (hadFocus && (!active || active === document.body)) {
      const place = places.get('offer.0') || places.get('contacts.title') || places.get('centre');
      const target = place && place.element;
      if (!target) return;
      if (target.tagName !== 'BUTTON') target.tabIndex = -1;
      target.focus({preventScroll: true});
    }
  }

  let dialogBefore = null;
  let returnTo = '';
  HK.dom = {
    init(sender) { send = sender; },
    place: (key) => places.get(key),
    draw(tree, page) {
      const active = document.activeElement;
      const hadFocus = !!active && page.contains(active);
      const holder = hadFocus && active.closest('[data-key]');
      const focusKey = holder ? holder.dataset.key : '';
      // What is gone goes first: a neighbour left standing would look like a reason to move things.
      const wanted = new Set();
      gather(tree, wanted);
      for (const [key, place] of places) {
        if (!wanted.has(key)) { place.element.remove(); places.delete(key); }
      }
      draw(tree, page, null, '');
      const root = places.get(tree.k).element;
      let dialog = null;
      for (const child of root.children) {
        if (child.getAttribute('role') === 'dialog') dialog = child;
      }
      for (const child of root.children) child.inert = !!dialog && child !== dialog;
      if (dialog && !dialogBefore) returnTo = focusKey;
      const back = !dialog && dialogBefore && returnTo ? places.get(returnTo) : null;
      refocus(hadFocus || !!dialogBefore, dialog, dialogBefore);
      if (back) (back.field || back.element).focus({preventScroll: true});
      dialogBefore = dialog;
      scrollLogs(root);
    },
  };

  let lastLog = 0;
  let lastDay = '';
  let lastTab = '';
  function scrollLogs(root) {
    const log = root.querySelector('.n-log');
    const length = log ? log.children.length : 0;
    if (log && length !== lastLog) log.scrollTop = log.scrollHeight;
    lastLog = length;
    const today = root.querySelector('.r-calendar > .on');
    if (today && today.dataset.key !== lastDay) {
      lastDay = today.dataset.key;
      today.parentNode.scrollLeft = Math.max(0, today.offsetLeft - today.parentNode.offsetLeft - 40);
    }
    const tab = root.querySelector('.r-tab.on');   // a narrow screen may not hold them all
    if (tab && tab.dataset.key !== lastTab) {
      lastTab = tab.dataset.key;
      const bar = tab.parentNode;
      const left = bar.scrollLeft + tab.getBoundingClientRect().left -
        bar.getBoundingClientRect().left;
      if (left < bar.scrollLeft) bar.scrollLeft = left;
      const beyond = left + tab.offsetWidth - bar.clientWidth;
      if (beyond > bar.scrollLeft) bar.scrollLeft = beyond;
    }
  }
})();
