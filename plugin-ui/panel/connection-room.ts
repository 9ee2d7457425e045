import { html, nothing, type TemplateResult } from 'lit';
import '../connection/atc-connection-form.ts';
import '../connection/atc-connection-guide.ts';
import '../connection/atc-connection-state.ts';
import type { ConnectionSaveEvent } from '../connection/connection-events.ts';
import { connectionText } from '../text/connection-text.ts';
import { problemNotice } from './problem-notice.ts';
import { type RefreshRoom, refreshRoom } from './refresh-room.ts';

/** The upper half of the page: the credentials, where to get them, and Get Autotask Contacts. */
export function connectionRoom(room: RefreshRoom): TemplateResult {
  const { model, locale } = room;
  const { desk } = model;
  return html`<section part="connection" class="card connection" aria-labelledby="connection-heading">
    <h2 id="connection-heading">${connectionText.heading()}</h2>
    ${
      desk.loadProblem === null
        ? nothing
        : problemNotice(connectionText.couldNotLoad(), desk.loadProblem, () => void desk.load())
    }
    <atc-connection-state .locale=${locale} .connection=${desk.connection}></atc-connection-state>
    <div class="beside">
      <atc-connection-form
        exportparts="dialog, notice"
        .locale=${locale}
        .connection=${desk.connection}
        .activity=${desk.activity}
        .problem=${desk.problem}
        @atc-connection-save=${({ credentials }: ConnectionSaveEvent) => void desk.save(credentials)}
        @atc-connection-test=${() => void desk.test()}
        @atc-connection-forget=${() => void desk.forget()}
      ></atc-connection-form>
      <atc-connection-guide .locale=${locale}></atc-connection-guide>
    </div>
    ${refreshRoom(room)}
  </section>`;
}
