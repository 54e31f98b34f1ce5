// The desk's canvas: size, pointer, frames on demand, HTML fields laid over it, context loss.
(function () {
  'use strict';
  const HK = window.HK;
  const canvas = document.getElementById('canvas');
  let engine = null;
  let scheduled = false;
  let shown = false;
  let afterFrame = () => {};
  let keyboard = false;   // the last input was a key: show where the focus is
  let placed = new Set();

  function dark() {
    const theme = document.documentElement.dataset.theme;
    return theme === 'dark' ||
      (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  function resize() {
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const width = window.innerWidth;
    const height = window.innerHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = width + 'px';
    canvas.style.height = height + 'px';
    engine._hk_resize(width, height, ratio, dark() ? 1 : 0);
    kick();
  }

  function kick() {
    if (scheduled || !shown || document.hidden) return;
    scheduled = true;
    requestAnimationFrame(frame);
  }

  function frame(time) {
    scheduled = false;
    if (!shown) return;
    const more = engine._hk_frame(time / 1000);
    overlays();
    canvas.style.cursor = engine._hk_cursor() === 7 ? 'pointer' : 'default';
    afterFrame();
    if (more) kick();
  }

  // The real fields are those of the DOM tree; here they are put where the desk has drawn their
  // places, cut to what is visible of them.
  function overlays() {
    const now = new Set();
    for (const line of HK.text(engine._hk_overlays()).split('\n')) {
      const [key, numbers] = line.split('\t');
      const place = numbers && HK.dom.place(key);
      if (!place || !place.field) continue;
      const [x, y, w, h, top, right, bottom, left] = numbers.split(' ').map(Number);
      now.add(place.field);
      const style = place.field.style;
      place.field.classList.add('over');
      style.left = x + 'px';
      style.top = y + 'px';
      style.width = w + 'px';
      style.height = h + 'px';
      style.clipPath = top || right || bottom || left
        ? `inset(${top}px ${right}px ${bottom}px ${left}px)` : '';
    }
    for (const field of placed) if (!now.has(field)) clear(field);
    placed = now;
  }

  function clear(field) {
    field.classList.remove('over');
    field.removeAttribute('style');
  }

  function pointers() {
    let touch = null;   // a finger may tap or scroll; which one shows only when it moves
    const at = (event) => [event.offsetX, event.offsetY];
    canvas.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'touch') {
        if (!touch) return;
        const dy = event.clientY - touch.y;
        if (!touch.scrolls && Math.abs(event.clientY - touch.startY) < 8) return;
        touch.scrolls = true;
        touch.y = event.clientY;
        engine._hk_wheel(0, dy / 40);
      } else {
        engine._hk_pointer(0, ...at(event));
      }
      kick();
    });
    canvas.addEventListener('pointerdown', (event) => {
      keyboard = false;
      HK.setString((p) => engine._hk_focus(p), '');
      const active = document.activeElement;
      if (active && active !== document.body) active.blur();
      if (event.pointerType === 'touch') {
        touch = {y: event.clientY, startY: event.clientY, scrolls: false};
        engine._hk_pointer(0, ...at(event));
      } else if (event.button === 0) {
        canvas.setPointerCapture(event.pointerId);
        engine._hk_pointer(1, ...at(event));
      }
      kick();
    });
    const up = (event) => {
      if (event.pointerType === 'touch') {
        if (touch && !touch.scrolls && event.type === 'pointerup') {
          engine._hk_pointer(1, ...at(event));
          engine._hk_pointer(2, ...at(event));
        }
        touch = null;
      } else if (event.button === 0 || event.type === 'pointercancel') {
        engine._hk_pointer(2, ...at(event));
      }
      kick();
    };
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointercancel', up);
    canvas.addEventListener('pointerleave', () => { engine._hk_pointer(3, 0, 0); kick(); });
    const wheel = (event) => {
      event.preventDefault();
      const step = event.deltaMode === 1 ? 1 / 3 : event.deltaMode === 2 ? 1 : 1 / 100;
      engine._hk_wheel(-event.deltaX * step, -event.deltaY * step);
      kick();
    };
    canvas.addEventListener('wheel', wheel, {passive: false});
    // The fields laid over the desk grow with their words: what scrolls is the desk below them.
    document.addEventListener('wheel', (event) => {
      if (!shown || !placed.has(event.target)) return;
      engine._hk_pointer(0, event.clientX, event.clientY);
      wheel(event);
    }, {passive: false});
  }

  function focusRing() {
    document.addEventListener('keydown', () => { keyboard = true; }, true);
    document.addEventListener('focusin', (event) => {
      if (!shown || !keyboard) return;
      const holder = event.target.closest && event.target.closest('[data-key]');
      HK.setString((p) => engine._hk_focus(p), holder ? holder.dataset.key : '');
      kick();
    });
  }

  function contextLoss(giveUp) {
    let timer = 0;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      engine._hk_canvas_lost();
      timer = setTimeout(giveUp, 4000);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(timer);
      if (engine._hk_canvas_restored()) {
        kick();
      } else {
        giveUp();
      }
    });
  }

  HK.canvas = {
    possible() {
      try {
        const probe = document.createElement('canvas').getContext('webgl2');
        if (!probe) return false;
        const lose = probe.getExtension('WEBGL_lose_context');
        if (lose) lose.loseContext();
        return true;
      } catch {
        return false;
      }
    },
    // False when the context cannot be had after all.
    start(module, after, giveUp) {
      engine = module;
      afterFrame = after;
      if (!engine._hk_canvas_start()) return false;
      pointers();
      focusRing();
      contextLoss(giveUp);
      window.addEventListener('resize', () => { if (shown) resize(); });
      document.addEventListener('visibilitychange', kick);
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
        if (shown) resize();
      });
      return true;
    },
    show(on) {
      const before = shown;
      shown = on;
      if (on) {
        resize();
      } else if (before) {
        for (const field of placed) clear(field);
        placed = new Set();
      }
    },
    recolour() { if (shown) resize(); },
    kick,
    shown: () => shown,
    busy: () => scheduled,
  };
})();
