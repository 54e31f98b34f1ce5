// Faces for the reading layout: the same portraits and moods as on the desk, as SVG.
(function () {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const skins = ['#f3d0b2', '#e8be9c', '#f8dbc0'];
  const hairs = ['#26211f', '#42342c', '#7a746e', '#1c1c22'];
  const clothes = ['#3e5468', '#784a44', '#48604e', '#5c506c', '#343a42'];
  // hair style (long, parted, bob, bun, receding), hair, skin, clothes, glasses
  const looks = [[0, 0, 0, 1, 0], [1, 0, 1, 2, 0], [2, 1, 2, 0, 1], [3, 0, 0, 3, 0],
    [4, 1, 1, 4, 1], [1, 2, 0, 4, 0], [0, 1, 2, 3, 1], [1, 3, 1, 0, 1], [3, 2, 0, 2, 0],
    [4, 2, 1, 1, 0], [2, 0, 0, 2, 0], [1, 1, 2, 1, 0]];
  // mouth, inner brow, outer brow, eye height, as in web/panels/portrait.cpp
  const moods = [[0.02, 0, 0, 0.07], [0.16, -0.03, 0, 0.062], [-0.03, 0.02, -0.02, 0.045],
    [-0.12, 0.09, -0.05, 0.055], [-0.02, -0.07, 0.02, 0.05], [-0.11, -0.1, 0.03, 0.078]];

  function part(parent, name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    parent.append(element);
  }

  window.HK.portrait = function (face, mood) {
    const [mouth, inner, outer, eye] = moods[mood] || moods[0];
    const [style, hairOf, skinOf, clothesOf, glasses] = looks[face % looks.length];
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '-1 -1 2 2');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('class', 'portrait');
    part(svg, 'circle', {r: 1, class: 'portrait-ground'});
    part(svg, 'path', {d: 'M-.68 .74 Q0 .3 .68 .74 Q.4 1 0 1 Q-.4 1 -.68 .74Z',
      fill: clothes[clothesOf]});
    part(svg, 'rect', {x: -0.15, y: 0.35, width: 0.3, height: 0.35, fill: skins[skinOf]});
    part(svg, 'ellipse', {cx: 0, cy: 0.04, rx: 0.46, ry: 0.53, fill: skins[skinOf]});
    const hair = hairs[hairOf];
    const fringe = style === 1 ? 'L.5 -.2 L-.1 -.34' : style === 4
      ? 'L.42 -.38 L0 -.46 L-.42 -.38' : 'L.52 -.14 L0 -.26 L-.52 -.14';
    part(svg, 'path', {d: `M-.56 -.08 A.56 .56 0 0 1 .56 -.08 ${fringe}Z`, fill: hair});
    if (style === 0 || style === 2 || style === 3) {
      for (const x of [-0.58, 0.42]) {
        part(svg, 'rect', {x, y: -0.16, width: 0.16, height: [0.74, 0, 0.52, 0.3][style], rx: 0.08,
          fill: hair});
      }
    }
    if (style === 3) part(svg, 'circle', {cx: 0, cy: -0.68, r: 0.2, fill: hair});
    const line = {stroke: '#282220', 'stroke-width': 0.055, 'stroke-linecap': 'round', fill: 'none'};
    for (const side of [-1, 1]) {
      if (glasses) {
        part(svg, 'circle', {...line, cx: side * 0.21, cy: 0.04, r: 0.15, 'stroke-width': 0.04});
      }
      part(svg, 'ellipse', {cx: side * 0.21, cy: 0.04, rx: 0.055, ry: eye, fill: '#282220'});
      part(svg, 'path', {...line, d: `M${side * 0.1} ${0.04 - 0.17 + inner} L${side * 0.33} ${
        0.04 - 0.17 + outer}`});
    }
    const y = 0.31 - mouth * 0.4;
    part(svg, 'path', {...line, stroke: '#96463e', d: `M-.17 ${y} Q0 ${y + mouth * 1.6} .17 ${y}`});
    return svg;
  };
})();
