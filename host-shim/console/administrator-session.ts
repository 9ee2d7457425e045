import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/secure-session';
import type { FastifyRequest } from 'fastify';
import type { Administrator, AdministratorStore } from './administrator-store.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { SignInStore } from './sign-in-store.ts';

declare module '@fastify/secure-session' {
  interface SessionData {
    administratorId: string;
    csrfToken: string;
    /** Ties the session to the password it began with: a new password ends it. */
    passwordMark: string;
    /** The sign-in it belongs to, which is forgotten at the sign-out: a copy of the cookie then opens nothing. */
    signInId: string;
  }
}

/** Who is signed in, kept in a sealed cookie, so that any node can tell. */
export class AdministratorSession {
  readonly #administrators: AdministratorStore;
  readonly #signIns: SignInStore;
  readonly #found = new WeakMap<FastifyRequest, Promise<Administrator | null>>();

  constructor(stores: { readonly administrators: AdministratorStore; readonly signIns: SignInStore }) {
    this.#administrators = stores.administrators;
    this.#signIns = stores.signIns;
  }

  /** Begins a session and answers its CSRF token. */
  async open(request: FastifyRequest, administrator: Administrator): Promise<string> {
    const csrfToken = randomBytes(24).toString('base64url');
    request.session.set('administratorId', administrator.id);
    request.session.set('csrfToken', csrfToken);
    request.session.set('passwordMark', markOf(administrator.passwordHash));
    request.session.set('signInId', await this.#signIns.add(administrator.id));
    this.#found.set(request, Promise.resolve(administrator));
    return csrfToken;
  }

  async close(request: FastifyRequest): Promise<void> {
    await this.#signIns.remove(request.session.get('signInId') ?? '');
    request.session.delete();
  }

  find(request: FastifyRequest): Promise<Administrator | null> {
    const found = this.#found.get(request) ?? this.#read(request);
    this.#found.set(request, found);
    return found;
  }

  async require(request: FastifyRequest): Promise<Administrator> {
    const administrator = await this.find(request);
    if (administrator === null) throw new ConsoleProblem('signed_out', 'Sign in first: POST /session.');
    return administrator;
  }

  csrfTokenOf(request: FastifyRequest): string {
    return request.session.get('csrfToken') ?? '';
  }

  isCsrfTokenRight(request: FastifyRequest): boolean {
    const expected = Buffer.from(this.csrfTokenOf(request));
    const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
    return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
  }

  async #read(request: FastifyRequest): Promise<Administrator | null> {
    const id = request.session.get('administratorId');
    const signInId = request.session.get('signInId');
    if (id === undefined || signInId === undefined || !(await this.#signIns.has(signInId))) return null;
    const administrator = await this.#administrators.findById(id);
    if (administrator === null) return null;
    return markOf(administrator.passwordHash) === request.session.get('passwordMark') ? administrator : null;
  }
}

function markOf(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16);
}
