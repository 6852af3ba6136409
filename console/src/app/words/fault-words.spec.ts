import { TestBed } from '@angular/core/testing';
import { calendarFaults } from '../../../../workflows/domain/sla/calendar-faults.js';
import { policyFaults } from '../../../../workflows/domain/sla/policy-faults.js';
import { faultsOfForm } from '../../../../workflows/domain/sos/form.js';
import { openConsole } from '../../testing/open-console.js';
import { FaultWords } from './fault-words.js';
import { Words } from './words.js';

describe('what is wrong at a place', () => {
  async function inPortuguese(): Promise<FaultWords> {
    await openConsole('/queue/mine');
    await TestBed.inject(Words).use('pt-BR');
    return TestBed.inject(FaultWords);
  }

  const calendar = {
    zone: 'UTC',
    week: {
      mon: [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
      ],
      tue: [['9', '10']],
      wed: [['12:00', '08:00']],
    },
    exceptions: { '24/12': [] },
  } as const;
  const clock = {
    ...{ name: 'First', target: 0, start: ['requested'], stop: ['requested'], cancel: [] },
    ...{ pause: [], schedule: 'calendar' as const, steps: [] },
  };

  it('is said in the language in force, whatever calendars, policies and forms are refused for', async () => {
    const faults = await inPortuguese();
    const field = { label: 'A', kind: 'text', required: true } as const;
    const all = [
      ...calendarFaults(calendar),
      ...policyFaults([]),
      ...policyFaults([clock, clock] as unknown as Parameters<typeof policyFaults>[0]),
      ...faultsOfForm([field, field]),
    ];
    expect(all.length).toBeGreaterThan(10);
    for (const fault of all) {
      const said = faults.sentence(fault);
      expect(said).not.toBe(fault.message);
      expect(said).withContext('every value has its place').not.toContain('{{');
    }
    expect(all.map((fault) => faults.sentence(fault))).toContain(
      'segunda-feira: 11:00–13:00 se sobrepõe a 09:00–12:00',
    );
    const long = { code: 'too-long', message: 'too long', values: { limit: 200 } } as const;
    expect(faults.wholeAt('/fields/1', { ...long, path: '/body/fields/1/label' })).toBe(
      'Texto: cabem no máximo 200 caracteres.',
    );
    expect(faults.whole(long)).toBe('Cabem no máximo 200 caracteres.');
  });

  it('speaks by the desk’s own sentence where the console has none', async () => {
    const faults = await inPortuguese();
    const riddle = { code: 'policy-file', message: 'is a riddle' } as const;
    expect(faults.sentence(riddle)).toBe('is a riddle');
  });

  it('is said of which field it is, of one among several by its number', async () => {
    const faults = await inPortuguese();
    const named = ['/body/address', '/body/skills/2', '/body/clocks', 'line 12', '/body'];
    expect(named.map((path) => faults.place({ path }))).toEqual([
      ...['E-mail', 'Habilidades', 'O que se promete', 'Linha 12', ''],
    ]);
    const numbered = ['/body/fields/0/choices', '/clocks/1/steps/0/percent', '/body/tiers/2'];
    expect(numbered.map((path) => faults.place({ path }))).toEqual([
      ...['Pergunta 1, opções', 'Promessa 2, etapa 1', 'Rodada 3'],
    ]);
  });
});
