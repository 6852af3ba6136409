import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// node deploy/demo/draw-faces.mjs: draws the faces of the demonstration's people anew.

const skin = {
  light: '#f6d3b8',
  warm: '#e8b48c',
  olive: '#d6a077',
  brown: '#a86f4a',
  deep: '#7a4a30',
};
const hair = {
  black: '#241f22',
  brown: '#533628',
  chestnut: '#7c4428',
  blond: '#dcb263',
  grey: '#aab0b8',
  red: '#b4532a',
};
const ink = '#33231d';

/** What stands behind the head. */
const behind = {
  long: (c) =>
    `<path d="M24 46c0-18 10-28 24-28s24 10 24 28v26c0 4-8 6-12 4H36c-4 2-12 0-12-4z" fill="${c}"/>`,
  bob: (c) =>
    `<path d="M25 46c0-17 9-28 23-28s23 11 23 28v12c0 5-7 5-9 2H34c-2 3-9 3-9-2z" fill="${c}"/>`,
  curls: (c) =>
    circles(c, [
      [30, 40, 10],
      [28, 52, 9],
      [34, 29, 10],
      [48, 24, 12],
      [62, 29, 10],
      [66, 40, 10],
      [68, 52, 9],
    ]),
  bun: (c) => circles(c, [[48, 14, 8]]),
  tail: (c) => `<path d="M66 30c12 2 14 18 9 32-1 4-6 4-7 0-1-8 2-14-4-22z" fill="${c}"/>`,
  scarf: (c) =>
    `<path d="M22 50c0-20 11-33 26-33s26 13 26 33c0 14-4 22-10 28H32c-6-6-10-14-10-28z" fill="${c}"/>`,
  none: () => '',
};

/** What falls over the brow. */
const front = {
  side: (c) =>
    `<path d="M29 45c-2-16 6-26 20-26 12 0 19 9 18 25-3-6-5-9-9-12-8 5-18 5-25 4-2 3-3 5-4 9z" fill="${c}"/>`,
  middle: (c) =>
    `<path d="M29 46c-2-17 7-27 19-27s21 10 19 27c-3-9-9-14-19-18-10 4-16 9-19 18z" fill="${c}"/>`,
  fringe: (c) =>
    `<path d="M28 46c-2-17 7-27 20-27s22 10 20 27c-1-4-2-6-4-9-10 3-22 3-32 0-2 3-3 5-4 9z" fill="${c}"/>`,
  short: (c) =>
    `<path d="M29 43c-2-15 7-24 19-24s21 9 19 24c-2-4-3-7-4-10-9-3-21-3-30 0-1 3-2 6-4 10z" fill="${c}"/>`,
  quiff: (c) =>
    `<path d="M29 42c-3-10 0-17 6-20 7-7 23-6 29 1 5 4 5 11 3 19-2-4-3-7-4-9-8-1-14-3-19-6-3 4-7 6-11 7-2 2-3 4-4 8z" fill="${c}"/>`,
  crop: (c) =>
    `<path d="M29 41c-1-14 7-21 19-21s20 7 19 21c-1-5-3-8-5-10-8-3-20-3-28 0-2 2-4 5-5 10z" fill="${c}"/>`,
  thin: (c) =>
    `<path d="M29 44c-1-6 0-11 3-15 0 5-1 9-3 15zm38 0c1-6 0-11-3-15 0 5 1 9 3 15z" fill="${c}"/>`,
  scarf: (c) =>
    `<path d="M28 47c-2-17 7-28 20-28s22 11 20 28c-3-10-9-17-20-17s-17 7-20 17z" fill="${c}"/>`,
};

/** What somebody has on or about the face. */
const extras = {
  glasses: () =>
    `<g fill="#ffffff30" stroke="${ink}" stroke-width="1.6"><circle cx="40.5" cy="48" r="5.5"/><circle cx="55.5" cy="48" r="5.5"/><path d="M46 47.5q2-1.5 4 0" fill="none"/></g>`,
  beard: (c) =>
    `<path d="M30 51c1 14 8 22 18 22s17-8 18-22c-3 5-6 7-9 7-3-2-15-2-18 0-3 0-6-2-9-7z" fill="${c}"/>`,
  moustache: (c) =>
    `<path d="M41 58c2-3 5-3 7-1 2-2 5-2 7 1-3 1-5 1-7 0-2 1-4 1-7 0z" fill="${c}"/>`,
  earrings: () =>
    circles('#f2c14e', [
      [29.5, 56, 1.8],
      [66.5, 56, 1.8],
    ]),
  freckles: () =>
    circles('#c9825a', [
      [36, 54, 0.8],
      [39, 55.5, 0.8],
      [57, 55.5, 0.8],
      [60, 54, 0.8],
    ]),
  headset: () =>
    `<path d="M28 48c0-18 9-29 20-29s20 11 20 29" fill="none" stroke="#2c3440" stroke-width="2.6"/><rect x="25" y="46" width="6" height="11" rx="3" fill="#2c3440"/><rect x="65" y="46" width="6" height="11" rx="3" fill="#2c3440"/><path d="M28 57c1 7 6 9 12 9" fill="none" stroke="#2c3440" stroke-width="1.8"/>`,
};

const mouths = {
  smile:
    '<path d="M42 60q6 6 12 0" fill="none" stroke="#8c3b34" stroke-width="2.2" stroke-linecap="round"/>',
  open: '<path d="M41.5 59.5h13c0 4-3 7-6.5 7s-6.5-3-6.5-7z" fill="#8c3b34"/><path d="M43 59.5h10v1.5c0 .6-.4 1-1 1h-8c-.6 0-1-.4-1-1z" fill="#fff"/>',
  half: '<path d="M43 61q6 3 11-2" fill="none" stroke="#8c3b34" stroke-width="2.2" stroke-linecap="round"/>',
};

const people = {
  ana: {
    ground: '#fde2cf',
    coat: '#c2410c',
    skin: skin.warm,
    hair: hair.brown,
    behind: 'long',
    front: 'side',
    mouth: 'open',
    has: ['headset'],
  },
  bruno: {
    ground: '#d8ecf5',
    coat: '#1f6f8b',
    skin: skin.olive,
    hair: hair.black,
    front: 'quiff',
    mouth: 'smile',
    has: ['beard'],
  },
  carla: {
    ground: '#e9e0f7',
    coat: '#6d4fa3',
    skin: skin.brown,
    hair: hair.black,
    behind: 'curls',
    front: 'middle',
    mouth: 'smile',
    has: ['earrings'],
  },
  davi: {
    ground: '#dff1e1',
    coat: '#2f7d4f',
    skin: skin.deep,
    hair: hair.black,
    front: 'crop',
    mouth: 'open',
    has: [],
  },
  elena: {
    ground: '#dbe6fb',
    coat: '#27458f',
    skin: skin.light,
    hair: hair.blond,
    behind: 'bob',
    front: 'fringe',
    mouth: 'half',
    has: ['glasses'],
  },
  farid: {
    ground: '#f4ead2',
    coat: '#7a5c1e',
    skin: skin.olive,
    hair: hair.black,
    front: 'side',
    mouth: 'smile',
    has: ['beard', 'glasses'],
  },
  greta: {
    ground: '#fbe0e6',
    coat: '#b23a5e',
    skin: skin.light,
    hair: hair.red,
    behind: 'tail',
    front: 'middle',
    mouth: 'smile',
    has: ['freckles'],
  },
  hugo: {
    ground: '#e3e8ee',
    coat: '#46566b',
    skin: skin.light,
    hair: hair.chestnut,
    front: 'short',
    mouth: 'half',
    has: ['headset'],
  },
  ivan: {
    ground: '#d9f0ee',
    coat: '#176b66',
    skin: skin.warm,
    hair: hair.brown,
    front: 'quiff',
    mouth: 'smile',
    has: ['moustache'],
  },
  julia: {
    ground: '#fff0c9',
    coat: '#94600a',
    skin: skin.warm,
    hair: hair.chestnut,
    behind: 'bun',
    front: 'middle',
    mouth: 'open',
    has: ['earrings'],
  },
  kofi: {
    ground: '#e2edd3',
    coat: '#4f7322',
    skin: skin.deep,
    hair: hair.black,
    front: 'crop',
    mouth: 'smile',
    has: ['beard', 'glasses'],
  },
  lena: {
    ground: '#e6e4fb',
    coat: '#4a46a8',
    skin: skin.light,
    hair: hair.black,
    behind: 'bob',
    front: 'side',
    mouth: 'half',
    has: ['glasses'],
  },
  mateo: {
    ground: '#fbe3d6',
    coat: '#8f3d1d',
    skin: skin.brown,
    hair: hair.brown,
    front: 'fringe',
    mouth: 'smile',
    has: [],
  },
  nora: {
    ground: '#d9eef0',
    coat: '#14535b',
    skin: skin.olive,
    hair: '#2c8f94',
    behind: 'scarf',
    front: 'scarf',
    mouth: 'smile',
    has: [],
  },
  otto: {
    ground: '#e8e6e1',
    coat: '#6b6457',
    skin: skin.light,
    hair: hair.grey,
    front: 'thin',
    mouth: 'half',
    has: ['moustache', 'glasses'],
  },
};

function circles(colour, list) {
  const shapes = list.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`);
  return `<g fill="${colour}">${shapes.join('')}</g>`;
}

/** A head on its shoulders, from back to front. */
function face(person) {
  const shade =
    person.hair === hair.grey || person.hair.startsWith('#2c8') ? '#5a5148' : person.hair;
  const on = (name) => (person.has.includes(name) ? extras[name](person.hair) : '');
  return [
    `<rect width="96" height="96" fill="${person.ground}"/>`,
    behind[person.behind ?? 'none'](person.hair),
    `<path d="M12 98c1-17 13-24 36-24s35 7 36 24z" fill="${person.coat}"/>`,
    `<path d="M41 62h14v12c0 5-14 5-14 0z" fill="${person.skin}"/>`,
    `<path d="M41 66c3 5 11 5 14 0v6c-3 4-11 4-14 0z" fill="#0000001f"/>`,
    circles(
      person.skin,
      person.front === 'scarf'
        ? []
        : [
            [29.5, 50, 4],
            [66.5, 50, 4],
          ],
    ),
    `<rect x="30" y="24" width="36" height="47" rx="18" fill="${person.skin}"/>`,
    on('beard'),
    `<path d="M36.5 42.5q4-2.5 8 0M51.5 42.5q4-2.5 8 0" fill="none" stroke="${shade}" stroke-width="2" stroke-linecap="round"/>`,
    circles(ink, [
      [40.5, 48, 2],
      [55.5, 48, 2],
    ]),
    `<path d="M48 49.5q2.5 4.5-.8 5.200" fill="none" stroke="#00000038" stroke-width="1.6" stroke-linecap="round"/>`,
    on('freckles'),
    mouths[person.mouth],
    on('moustache'),
    front[person.front](person.hair),
    ...['glasses', 'earrings', 'headset'].map(on),
  ]
    .filter((shape) => shape !== '')
    .join('\n  ');
}

for (const [key, person] of Object.entries(people)) {
  const file = fileURLToPath(new URL(`faces/${key}.svg`, import.meta.url));
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="8 4 80 80">\n  ${face(person)}\n</svg>\n`,
  );
}
