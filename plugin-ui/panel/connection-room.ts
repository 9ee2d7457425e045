import { html, nothing, type TemplateResult } from 'lit';
import '../connection/atc-connection-form.ts';
import '../connection/atc-connection-guide.ts';
import '../connection/atc-connection-state.ts';
import type { ConnectionSaveEvent } from '../connection/connection-events.ts';
import '../runs/atc-refresh-bar.ts';
import type { RefreshRefusedEvent } from '../runs/run-events.ts';
import { connectionText } from '../text/connection-text.ts';
import type { PageModel } from './page-model.ts';
import { problemNotice } from './problem-notice.ts';

interface ConnectionRoom {
  readonly model: PageModel;
  readonly locale: string;
  readonly announce: (text: string) => void;
}

/** The upper half of the page: the credentials, where to get them, and Get Autotask Contacts. */
export function connectionRoom({ model, locale, announce }: ConnectionRoom): TemplateResult {
  const { desk, refresh } = model;
  return html`<section class="card connection" aria-labelledby="connection-heading">
    <h2 id="connection-heading">${connectionText.heading()}</h2>
    ${
      desk.loadProblem === null
        ? nothing
        : problemNotice(connectionText.couldNotLoad(), desk.loadProblem, () => void desk.load())
    }
    <atc-connection-state .locale=${locale} .connection=${desk.connection}></atc-connection-state>
    <div class="beside">
      <atc-connection-form
        .locale=${locale}
        .connection=${desk.connection}
        .activity=${desk.activity}
        .problem=${desk.problem}
        @atc-connection-save=${({ credentials }: ConnectionSaveEvent) => void model.saveConnection(credentials)}
        @atc-connection-test=${() => void model.testConnection()}
      ></atc-connection-form>
      <atc-connection-guide .locale=${locale}></atc-connection-guide>
    </div>
    <atc-refresh-bar
      class="refresh"
      .locale=${locale}
      ?connected=${desk.connection?.hasPassword ?? false}
      ?running=${refresh.isUnderWay}
      .run=${refresh.run}
      .since=${refresh.since}
      .problem=${refresh.problem}
      @atc-refresh-request=${() => void model.getContacts()}
      @atc-refresh-refused=${({ why }: RefreshRefusedEvent) => announce(why)}
    ></atc-refresh-bar>
  </section>`;
}
