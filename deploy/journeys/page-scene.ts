import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, openMovingPicture, startChromium } from '../../agent/page/testing/chromium.js';
import type { House } from '../supervisor/house.js';
import { startHouse } from '../supervisor/start-house.js';
import { TechnicianDesk } from '../technician/technician-desk.js';
import { TechnicianWindow } from './technician-window.js';

interface Parts {
  readonly house: House;
  readonly desk: TechnicianDesk;
  readonly technician: TechnicianWindow;
  readonly browser: Browser;
  readonly aaron: BrowserContext;
  readonly page: Page;
}

/** A house of its own with a technician at the console, and Aaron at a browser in which something moves. */
export class PageScene {
  readonly house: House;
  readonly desk: TechnicianDesk;
  readonly technician: TechnicianWindow;
  readonly browser: Browser;
  readonly aaron: BrowserContext;
  /** The tab in which Aaron looks for help. */
  page: Page;

  private constructor({ house, desk, technician, browser, aaron, page }: Parts) {
    this.house = house;
    this.desk = desk;
    this.technician = technician;
    this.browser = browser;
    this.aaron = aaron;
    this.page = page;
  }

  static async open(technicianKey: string): Promise<PageScene> {
    const house = await startHouse();
    const password = house.secrets.MAYDAY_DEMO_PASSWORD;
    const desk = await TechnicianDesk.open(house.url, technicianKey, password);
    const technician = await TechnicianWindow.open(house, technicianKey);
    const browser = await startChromium();
    const aaron = await newPerson(browser);
    await openMovingPicture(aaron);
    const page = await newTab(aaron);
    return new PageScene({ house, desk, technician, browser, aaron, page });
  }

  /** Closes Aaron's tab and opens another, which knows nothing of it. */
  async openAnotherTab(): Promise<void> {
    await this.page.close();
    this.page = await newTab(this.aaron);
  }

  /** Waits until the page is at a step, by its heading. */
  heading(name: string | RegExp): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Presses what Aaron would. */
  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).click();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.technician.close();
    await this.house.stop();
  }
}

async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}
