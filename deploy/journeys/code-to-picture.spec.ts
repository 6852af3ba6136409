import { inThrees } from '../../workflows/domain/codes/code.js';
import type { House } from '../supervisor/house.js';
import { startHouse } from '../supervisor/start-house.js';
import { HelpedPerson, strongAction } from './helped-person.js';
import { overhear, type OverheardDesk } from './overheard-desk.js';
import { TechnicianWindow } from './technician-window.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

describe('A person on the phone, with the helper and no link', () => {
  let house: House;
  let ana: TechnicianWindow;
  let aaron: HelpedPerson;
  let phone: OverheardDesk;

  beforeAll(async () => {
    house = await startHouse();
    ana = await TechnicianWindow.open(house, 'ana');
    aaron = await HelpedPerson.sitDown();
    phone = await overhear(house.url);
  });

  afterAll(async () => {
    phone.close();
    await aaron.leave();
    await ana.close();
    await house.stop();
  });

  it('reads out nine digits, and is seen once they have allowed it', async () => {
    await aaron.showClock();
    await aaron.startHelper(`${phone.url}/help`);
    const code = await phone.code();
    await ana.enterCode(inThrees(code));
    const { page } = ana;
    await page.waitForURL(/\/sessions\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: /^Start/ }).click();
    const allowed = 'the person to allow it and the picture to come';
    await aaron.person.pressUntil(allowed, strongAction, async () => {
      return (await ana.framesShown()) > 0;
    });
    await ana.seesMovement();
  });

  it('never gets in twice by the same digits, and hears one thing about it', async () => {
    await ana.openQueue();
    await ana.enterCode(await phone.code());
    await ana.page.getByText('This code does not work.').waitFor();
  });
});
