import fc from 'fast-check';
import {
  consistencyRanges,
  grown,
  inclusionRanges,
  leafHash,
  type Node,
  nodeHash,
  placesOf,
  type Range,
  rootOf,
} from './merkle.js';

/** The definition of RFC 9162, 2.1.1, word for word and as slow. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (leaves.length <= 1) return only ?? rootOf([]);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

const leavesOf = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

function grownInSteps(leaves: readonly Buffer[], steps: readonly number[]) {
  let size = 0;
  let frontier: readonly Node[] = [];
  const nodes: Node[] = [];
  for (const step of [...steps, leaves.length]) {
    const next = Math.max(size, Math.min(step, leaves.length));
    const more = grown(size, frontier, leaves.slice(size, next));
    nodes.push(...more.nodes);
    [size, frontier] = [next, more.frontier];
  }
  return { frontier, nodes };
}

describe('The Merkle tree of the log', () => {
  // The test vectors of Certificate Transparency, whose tree RFC 9162 keeps.
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].concat(
    '606162636465666768696a6b6c6d6e6f',
  );
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  roots.forEach((root, size) => {
    it(`has the known root of ${size} leaves`, () => {
      const leaves = inputs.slice(0, size).map((input) => leafHash(Buffer.from(input, 'hex')));
      const { frontier } = grown(0, [], leaves);
      expect(rootOf(frontier.map(({ hash }) => hash)).toString('hex')).toBe(root);
    });
  });

  it('has the root of the definition, in however many steps it grew', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.array(fc.nat(200), { maxLength: 6 }), (count, cuts) => {
        const leaves = leavesOf(count);
        const steps = cuts.sort((one, other) => one - other);
        const { frontier } = grownInSteps(leaves, steps);
        const root = rootOf(frontier.map(({ hash }) => hash));
        expect(root.equals(naiveRoot(leaves))).toBeTrue();
        expect(frontier.map(({ level, index }) => ({ level, index }))).toEqual([
          ...placesOf({ start: 0, end: count }),
        ]);
      }),
    );
  });

  it('names for each proof ranges whose nodes are kept, and whose hashes are those of the definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(), fc.nat(), (size, one, other) => {
        const leaves = leavesOf(size);
        const kept = new Map(
          grown(0, [], leaves).nodes.map(({ level, index, hash }) => [`${level} ${index}`, hash]),
        );
        const hashOf = (range: Range): Buffer =>
          rootOf(
            placesOf(range).map(({ level, index }) => {
              const hash = kept.get(`${level} ${index}`);
              if (!hash) throw new Error('A node that a proof needs is not kept.');
              return hash;
            }),
          );
        const ranges = [
          ...inclusionRanges(one % size, { start: 0, end: size }),
          ...consistencyRanges(1 + (other % size), size),
        ];
        for (const range of ranges) {
          expect(hashOf(range).equals(naiveRoot(leaves.slice(range.start, range.end)))).toBeTrue();
        }
      }),
    );
  });

  it('proves by its inclusion path that a leaf is in the log', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(), (size, one) => {
        const leaves = leavesOf(size);
        const leaf = one % size;
        const path = inclusionRanges(leaf, { start: 0, end: size });
        const root = path.reduce(
          (hash, { start, end }) => {
            const beside = naiveRoot(leaves.slice(start, end));
            return start > leaf ? nodeHash(hash, beside) : nodeHash(beside, hash);
          },
          leaves[leaf] ?? rootOf([]),
        );
        expect(root.equals(naiveRoot(leaves))).toBeTrue();
      }),
    );
  });
});
