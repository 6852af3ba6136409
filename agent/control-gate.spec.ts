import { ControlGate } from './control-gate.js';

const fine = {
  view: true,
  control: true,
  paused: false,
  questionOpen: false,
  leaseHolds: true,
};

function gate(terms: Partial<typeof fine> = {}): ControlGate {
  const made = new ControlGate();
  made.set({ ...fine, ...terms });
  return made;
}

describe('The gate of control', () => {
  it('is shut until control is allowed', () => {
    expect(new ControlGate().isOpen(0)).toBeFalse();
    expect(gate().isOpen(0)).toBeTrue();
    expect(gate({ control: false }).isOpen(0)).toBeFalse();
  });

  it('is shut where nothing is shown', () => {
    expect(gate({ view: false }).isOpen(0)).toBeFalse();
    expect(gate({ paused: true }).isOpen(0)).toBeFalse();
  });

  it('is shut while a question is open', () => {
    expect(gate({ questionOpen: true }).isOpen(0)).toBeFalse();
  });

  it('is shut while the desk is away', () => {
    expect(gate({ leaseHolds: false }).isOpen(0)).toBeFalse();
  });

  it('is shut for a second and a half after each touch of the person', () => {
    const made = gate();
    made.touched(1000);
    expect(made.isOpen(2499)).toBeFalse();
    made.touched(2000);
    expect(made.isOpen(2600)).toBeFalse();
    expect(made.personLeft(2600)).toBe(900);
    expect(made.isOpen(3500)).toBeTrue();
  });
});
