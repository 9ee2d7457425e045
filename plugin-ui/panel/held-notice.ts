import { html, nothing, type TemplateResult } from 'lit';
import '../runs/atc-held-run.ts';
import type { HeldRun } from '../runs/held-run.ts';

/** The decision about a run that is held; nothing when none is. */
export function heldNotice(held: HeldRun, locale: string, decided: () => void): TemplateResult | typeof nothing {
  if (held.run === null) return nothing;
  return html`<atc-held-run
    exportparts="notice"
    .locale=${locale}
    .run=${held.run}
    .activity=${held.activity}
    .problem=${held.problem}
    @atc-run-release=${() => void held.release().then(decided)}
    @atc-run-drop=${() => void held.drop().then(decided)}
  ></atc-held-run>`;
}
