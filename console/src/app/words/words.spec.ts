import { TestBed } from '@angular/core/testing';
import { openConsole } from '../../testing/open-console.js';
import { Words } from './words.js';

describe('a number of things', () => {
  it('is said as people write it, and nothing as many', async () => {
    await openConsole('/queue/mine');
    const words = TestBed.inject(Words);
    const said = () => [0, 1, 2].map((n) => words.count('transfer.open', n));
    expect(said()).toEqual(['0 open', '1 open', '2 open']);
    await words.use('pt-BR');
    expect(said()).toEqual(['0 abertos', '1 aberto', '2 abertos']);
  });
});
