import { html, nothing, type TemplateResult } from 'lit';
import '../runs/atc-refresh-bar.ts';
import '../runs/atc-refresh-forecast.ts';
import type { RefreshRefusedEvent, RefreshRequestEvent } from '../runs/run-events.ts';
import { heldNotice } from './held-notice.ts';
import type { PageModel } from './page-model.ts';

export interface RefreshRoom {
  readonly model: PageModel;
  readonly locale: string;
  readonly announce: (text: string) => void;
  /** The held refresh is decided about: the focus goes to Get Autotask Contacts. */
  readonly backToRefresh: () => void;
}

/** Get Autotask Contacts, what the next refresh takes, and the decision about one that is held. */
export function refreshRoom(room: RefreshRoom): TemplateResult {
  const { model, locale, announce } = room;
  const { tracker, outlook } = model.refresh;
  const hasCredentials = model.desk.connection?.hasPassword ?? false;
  return html`<div class="refresh">
    <atc-refresh-bar
      exportparts="notice"
      .locale=${locale}
      ?connected=${hasCredentials}
      ?has-list=${model.list.isLoaded && model.list.total + model.list.inactive > 0}
      ?running=${tracker.isUnderWay}
      .run=${tracker.run}
      .since=${tracker.since}
      .problem=${tracker.problem}
      @atc-refresh-request=${({ mode }: RefreshRequestEvent) => void model.startRefresh(mode)}
      @atc-refresh-refused=${({ why }: RefreshRefusedEvent) => announce(why)}
    ></atc-refresh-bar>
    ${
      hasCredentials
        ? html`<atc-refresh-forecast .locale=${locale} .forecast=${outlook.forecast}></atc-refresh-forecast>`
        : nothing
    }
    ${heldNotice(model.refresh.held, locale, room.backToRefresh)}
  </div>`;
}
