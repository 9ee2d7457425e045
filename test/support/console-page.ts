import type { Locator, Page } from 'playwright';

// The check box comes first.
const STATUS_COLUMN = 5;

/** What a technician does in the console, by the names that stand on the screen. */
export class ConsolePage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`);
  }

  async signIn({ email, password }: { readonly email: string; readonly password: string }): Promise<void> {
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async openAutotaskByMenu(): Promise<void> {
    await this.page.getByRole('button', { name: 'Settings' }).click();
    await this.page.getByRole('link', { name: 'Autotask' }).click();
  }

  async saveCredentials({ username, password }: { readonly username: string; readonly password: string }) {
    await this.page.getByLabel('UserName').fill(username);
    await this.page.getByLabel('Password').fill(password);
    await this.button('Save').click();
    await this.page
      .getByText(/^Connected/u)
      .first()
      .waitFor();
  }

  async getContacts(): Promise<void> {
    await this.button('Get Autotask Contacts').click();
    await this.rows().nth(1).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  table(): Locator {
    return this.page.getByRole('treegrid', { name: 'Autotask contacts' });
  }

  rows(): Locator {
    return this.table().getByRole('row');
  }

  /** The row of a contact, found by the name of its check box. */
  row({ firstName, lastName, account }: ShownContact): Locator {
    return this.table().getByRole('row', { name: `Select ${firstName} ${lastName}, ${account}` });
  }

  /** What assistive technology reads in the status cell. */
  async statusText(contact: ShownContact): Promise<string> {
    const cell = this.row(contact).locator('[role="gridcell"], [role="rowheader"]').nth(STATUS_COLUMN);
    const [, text = ''] = /^- '?gridcell "(.*)"/u.exec(await cell.ariaSnapshot()) ?? [];
    return text;
  }

  checkBox({ firstName, lastName, account }: ShownContact): Locator {
    return this.page.getByRole('checkbox', { name: `Select ${firstName} ${lastName}, ${account}`, exact: true });
  }

  async choose(column: string, contact: ShownContact, option: string | RegExp): Promise<void> {
    const { firstName, lastName } = contact;
    const box = this.page.getByRole('combobox', { name: `${column} for ${firstName} ${lastName}`, exact: true });
    await box.click();
    await this.page.getByRole('option', { name: option }).first().click();
  }
}

export interface ShownContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly account: string;
}
