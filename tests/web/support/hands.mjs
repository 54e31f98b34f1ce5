// Two ways to work the page as people do: the mouse on the drawn desk, the keyboard in the reading
// layout. Neither calls into the page to change anything. Both offer
//   press(action)      a button, named by its action id or a pattern of it
//   pick(key, value)   an option of a select
//   tick(key, on)      a checkbox
//   write(key, text)   a field's whole content
// and count in `count` what they did.
import assert from 'node:assert/strict';
import {byKey, control, openDialog} from './nodes.mjs';
import {limit, settled, tree} from './browser.mjs';

class Hands {
  constructor(page) {
    this.page = page;
    this.count = 0;
  }

  tree() { return tree(this.page); }

  async remember() {
    await this.page.evaluate(() => { window.treeBefore = JSON.stringify(window.huikuan.tree()); });
  }

  async changed(what) {
    try {
      await this.page.waitForFunction(
        () => JSON.stringify(window.huikuan.tree()) !== window.treeBefore,
        null, {timeout: limit(10000)});
    } catch (error) {
      const where = (await this.tree()).c.map((n) => n.k).join(', ');
      throw new Error(`${what} changed nothing (on the page: ${where}; ` +
        `${this.page.problems.join('; ')})`, {cause: error});
    }
    await settled(this.page);
  }

  async has(action) { return !!control(await this.tree(), action); }

  async press(action) {
    const node = control(await this.tree(), action);
    assert.ok(node, `no control for ${action}`);
    await this.remember();
    await this.activate(node);
    await this.changed(`pressing ${node.k} (${node.a}: “${node.l}”)`);
    ++this.count;
    return node;
  }

  async pick(key, value) {
    const node = byKey(await this.tree(), key);
    assert.ok(node, `no select ${key}`);
    const options = node.c.map((option) => option.v || '');
    const wanted = typeof value === 'function' ? value(options) : String(value);
    assert.ok(options.includes(wanted), `${key} has no option ${wanted}: ${options}`);
    if ((node.v || '') === wanted) return wanted;
    await this.remember();
    await this.choose(node, wanted, options);
    await this.changed(`choosing ${wanted} in ${key}`);
    await this.holds(key, wanted);
    ++this.count;
    return wanted;
  }

  async tick(key, on = true) {
    const node = byKey(await this.tree(), key);
    assert.ok(node && !node.x, `no checkbox ${key}`);
    if (!!node.y === on) return;
    await this.remember();
    await this.check(node);
    await this.changed(`ticking ${key}`);
    ++this.count;
  }

  async write(key, text) {
    await this.enter(key);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
    await this.holds(key, text);
    ++this.count;
  }

  // Until the model has the value, not only the field.
  async holds(key, text) {
    try {
      await this.page.waitForFunction(([k, wanted]) => {
        const look = (node) => (node.k === k ? node : (node.c || []).map(look).find(Boolean));
        return ((look(window.huikuan.tree()) || {}).v || '') === wanted;
      }, [key, text], {timeout: limit(10000)});
    } catch (error) {
      const now = byKey(await this.tree(), key);
      throw new Error(`${key} does not hold “${text.slice(0, 60)}” but ` +
        `“${String(now && now.v).slice(0, 60)}”`, {cause: error});
    }
    await settled(this.page);
  }
}

// Real mouse events on the rectangles the desk has drawn; the wheel where one is out of sight.
export class Mouse extends Hands {
  get name() { return 'canvas'; }

  rect(key) { return this.page.evaluate((k) => window.huikuan.rect(k), key); }

  // Chromium divides a simulated turn of the wheel by the ratio of pixels.
  async wheel(turn) {
    const ratio = await this.page.evaluate(() => window.devicePixelRatio);
    await this.page.mouse.wheel(0, turn * ratio);
  }

  // A point in the margin of what scrolls around `key`, and that part's rectangle.
  async host(key, rect, now) {
    const dialog = openDialog(now);
    if (dialog) return this.rect(dialog.k);
    const middle = rect.x + rect.width / 2;
    for (const region of ['left', 'centre', 'right']) {
      const host = await this.rect(region);
      if (host && middle >= host.x && middle <= host.x + host.width) return host;
    }
    throw new Error(`${key} is drawn in no part that scrolls: ${JSON.stringify(rect)}`);
  }

  async reveal(key) {
    const now = await this.tree();
    for (let tries = 0; tries < 60; ++tries) {
      const rect = await this.rect(key);
      assert.ok(rect, `${key} is not drawn`);
      if (rect.shown) return rect;
      const host = await this.host(key, rect, now);
      const away = rect.y + rect.height / 2 - (host.y + host.height / 2);
      await this.page.mouse.move(host.x + 4, host.y + host.height / 2);
      // A notch of 100 scrolls about 75 pixels.
      await this.wheel(Math.sign(away) * Math.max(40, Math.abs(away) * 1.3));
      await settled(this.page);
    }
    throw new Error(`${key} cannot be scrolled into sight`);
  }

  async click(key) { await this.hit(key, await this.reveal(key)); }

  async hit(key, rect) {
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const over = await this.page.evaluate(([px, py]) => {
      const element = document.elementFromPoint(px, py);
      return element.closest('[data-key]')?.dataset.key || element.id;
    }, [x, y]);
    assert.ok(over === 'canvas' || over === key, `${key} lies behind ${over}`);
    await this.page.mouse.click(x, y);
  }

  activate(node) { return this.click(node.k); }
  check(node) { return this.click(node.k); }

  async choose(node, wanted) {
    await this.click(node.k);
    await settled(this.page);
    const option = node.c.find((o) => (o.v || '') === wanted);
    for (let tries = 0; tries < 60; ++tries) {
      const rect = await this.rect(option.k);
      assert.ok(rect, `the list of ${node.k} is not open`);
      if (rect.shown) {
        return this.hit(option.k, rect);
      }
      const visible = await this.page.evaluate((keys) =>
        keys.map((k) => window.huikuan.rect(k)).filter((r) => r && r.shown).pop(),
                                               node.c.map((o) => o.k));
      assert.ok(visible, `the list of ${node.k} shows nothing`);
      await this.page.mouse.move(visible.x + 12, visible.y + visible.height / 2);
      const away = rect.y - visible.y;
      await this.wheel(Math.sign(away) * Math.min(300, Math.abs(away)));
      await settled(this.page);
    }
    throw new Error(`${option.k} cannot be scrolled into sight`);
  }

  async enter(key) {
    await this.click(key);
    await this.page.waitForFunction((k) => {
      const holder = document.activeElement.closest('[data-key]');
      return holder && holder.dataset.key === k;
    }, key);
  }
}

// Keys only: Tab and Shift+Tab to get there, Enter, Space and arrows to do it.
export class Keyboard extends Hands {
  get name() { return 'keyboard'; }

  // How many stops there are from the focus to `key`: positive forwards.
  distance(key) {
    return this.page.evaluate((k) => {
      const stops = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, [tabindex]')].filter((element) =>
        element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]') &&
        element.checkVisibility({visibilityProperty: true}));
      const holds = (element) => {
        const holder = element.closest('[data-key]');
        return !!holder && holder.dataset.key === k;
      };
      const to = stops.findIndex(holds);
      const active = document.activeElement;
      if (active && active !== document.body && holds(active)) return 0;
      if (to < 0) return null;
      const at = stops.indexOf(active);
      if (at >= 0) return to - at;
      if (!active || active === document.body) return to + 1;
      // Focus is on something between the stops (a heading after a change).
      const after = stops.findIndex((element) =>
        active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
      return to >= after && after >= 0 ? to - after + 1 : to - (after < 0 ? stops.length : after);
    }, key);
  }

  async reach(key) {
    let steps;
    for (let tries = 0; tries < 30; ++tries) {
      steps = await this.distance(key);
      assert.notEqual(steps, null, `${key} cannot be reached with the Tab key`);
      if (steps === 0) return;
      for (let i = 0; i < Math.abs(steps); ++i) {
        await this.page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab');
      }
    }
    throw new Error(`${key} is still ${steps} stops away`);
  }

  async activate(node) {
    await this.reach(node.k);
    await this.page.keyboard.press('Enter');
  }

  async check(node) {
    await this.reach(node.k);
    await this.page.keyboard.press('Space');
  }

  async choose(node, wanted, options) {
    await this.reach(node.k);
    const by = options.indexOf(wanted) - options.indexOf(node.v || '');
    for (let i = 0; i < Math.abs(by); ++i) {
      await this.page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp');
    }
  }

  enter(key) { return this.reach(key); }
}
