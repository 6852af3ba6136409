import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ControlSurface, type Driving } from './control-surface.js';

@Component({
  imports: [ControlSurface],
  template: `<canvas
      mdControlSurface
      tabindex="0"
      width="400"
      height="200"
      [sender]="sender()"
      [pictureSize]="{ width: 800, height: 400 }"
    ></canvas>
    <button>Elsewhere</button>`,
})
class Host {
  readonly sender = signal<Driving | null>(null);
}

function surface() {
  const sender = {
    epoch: 1,
    move: jasmine.createSpy('move'),
    button: jasmine.createSpy('button'),
    key: jasmine.createSpy('key'),
    wheel: jasmine.createSpy('wheel'),
    releaseAll: jasmine.createSpy('releaseAll'),
  };
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.sender.set(sender);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const screen = root.querySelector('canvas') ?? document.createElement('canvas');
  const type = (kind: 'keydown' | 'keyup', init: KeyboardEventInit) =>
    screen.dispatchEvent(new KeyboardEvent(kind, { bubbles: true, cancelable: true, ...init }));
  return { sender, screen, type, fixture };
}

describe('mouse and keyboard over the picture', () => {
  it('go to the device, and not to the browser', () => {
    const { sender, type } = surface();
    expect(type('keydown', { code: 'KeyS', key: 's', ctrlKey: true })).toBeFalse();
    type('keyup', { code: 'KeyS', key: 's' });
    expect(sender.key.calls.allArgs()).toEqual([
      ['KeyS', 's', true],
      ['KeyS', 's', false],
    ]);
  });

  it('do not repeat a key that is held, nor lift one that was not pressed here', () => {
    const { sender, type } = surface();
    type('keydown', { code: 'KeyA', key: 'a' });
    type('keydown', { code: 'KeyA', key: 'a', repeat: true });
    type('keyup', { code: 'AltLeft', key: 'Alt' });
    expect(sender.key).toHaveBeenCalledOnceWith('KeyA', 'a', true);
  });

  it('let go of everything when the picture loses the focus', () => {
    const { sender, screen } = surface();
    screen.dispatchEvent(new FocusEvent('blur'));
    expect(sender.releaseAll).toHaveBeenCalledTimes(1);
  });

  it('let go of everything when control ends', () => {
    const { sender, fixture } = surface();
    fixture.componentInstance.sender.set(null);
    fixture.detectChanges();
    expect(sender.releaseAll).toHaveBeenCalledTimes(1);
  });

  it('stay with the picture while control is interrupted, until it loses the focus', () => {
    const { sender, screen, type, fixture } = surface();
    const takesKeys = () => screen.dataset['takesKeys'] !== undefined;
    fixture.componentInstance.sender.set(null);
    fixture.detectChanges();
    expect(type('keydown', { code: 'KeyT', key: 't' })).toBeFalse();
    expect(takesKeys()).toBeTrue();
    expect(sender.key).not.toHaveBeenCalled();
    screen.dispatchEvent(new FocusEvent('blur'));
    fixture.detectChanges();
    expect(type('keydown', { code: 'KeyT', key: 't' })).toBeTrue();
    expect(takesKeys()).toBeFalse();
  });

  it('press where the pointer is, by shares of the screen', () => {
    const { sender, screen } = surface();
    spyOn(screen, 'setPointerCapture');
    const { left, top } = screen.getBoundingClientRect();
    const at = { clientX: left + 100, clientY: top + 50, button: 0, pointerId: 1 };
    screen.dispatchEvent(new PointerEvent('pointerdown', at));
    expect(sender.button).toHaveBeenCalledOnceWith(
      jasmine.objectContaining({ x: 0.25, y: 0.25 }),
      0,
      true,
    );
  });

  it('come back to the technician by Ctrl Alt Home', () => {
    const { sender, screen, type } = surface();
    screen.focus();
    type('keydown', { code: 'Home', key: 'Home', ctrlKey: true, altKey: true });
    expect(document.activeElement).not.toBe(screen);
    expect(sender.key).not.toHaveBeenCalled();
  });
});
