import type { Credentials } from '../../core/domain/connection.ts';
import type { ContactSource, SourceOptions } from '../../core/ports/contact-source.ts';
import type { Gate } from './gate.ts';

/** A source that can be stopped on the way: before it counts, which a refresh does before it reads whole. */
export function gatedSource(source: ContactSource, gate: Gate): ContactSource {
  return new Proxy(source, {
    get: (target, name: keyof ContactSource) =>
      name === 'counts'
        ? async (credentials: Credentials, options: SourceOptions) => {
            await gate.pass();
            return target.counts(credentials, options);
          }
        : target[name].bind(target),
  });
}
