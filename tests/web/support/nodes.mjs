// Looking things up in the node tree (web/model/node.h: k key, t kind, r role, l label, v value,
// h hint, a action, x disabled, y selected, c children).

export function* walk(node) {
  yield node;
  for (const child of node.c || []) yield* walk(child);
}

export function find(tree, test) {
  for (const node of walk(tree)) if (test(node)) return node;
  return null;
}
export const all = (tree, test) => [...walk(tree)].filter(test);
export const byKey = (tree, key) => find(tree, (node) => node.k === key);

// The control with this action that can be used now. Actions may be a pattern.
export function control(tree, action) {
  const fits = action instanceof RegExp ? (a) => action.test(a) : (a) => a === action;
  const dialog = openDialog(tree);
  return find(dialog || tree, (node) => node.a && !node.x && fits(node.a));
}

export const openDialog = (tree) => (tree.c || []).find((node) => node.t === 'dialog') || null;

// All words people see, without what they typed themselves.
export function words(tree) {
  const out = [];
  for (const node of walk(tree)) {
    for (const text of [node.l, node.h]) if (text) out.push({key: node.k, text});
    const typed = node.t === 'input' || node.t === 'textarea' || node.r === 'option';
    if (node.v && !typed) out.push({key: node.k, text: node.v});
  }
  return out;
}
