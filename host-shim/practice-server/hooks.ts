interface Hook {
  readonly route: string;
  readonly act: () => void;
  left: number;
}

/** What is to be done just before a call is answered, such as an edit during a running pull. */
export class Hooks {
  #hooks: Hook[] = [];

  /** For the nth coming call to a route. */
  add(route: string, nth: number, act: () => void): void {
    this.#hooks.push({ route, act, left: nth });
  }

  fire(route: string): void {
    for (const hook of this.#hooks.filter((each) => each.route === route)) {
      hook.left -= 1;
      if (hook.left === 0) hook.act();
    }
    this.#hooks = this.#hooks.filter((hook) => hook.left > 0);
  }
}
