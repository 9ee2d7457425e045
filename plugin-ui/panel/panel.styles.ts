import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: block;
    color-scheme: light dark;
    container-type: inline-size;
    background: var(--atc-background);
  }

  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    max-width: 1680px;
    margin-inline: auto;
    padding: 24px;
  }

  /* A word about slowness stands beside the heading, so that nothing moves. */
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px 10px;
  }

  .ways a {
    text-decoration: none;
  }

  h1 {
    font-size: 24px;
    font-weight: 650;
    line-height: 1.25;
  }

  .connection {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 18px 20px 20px;
  }

  .beside {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 24px 48px;
  }

  .contacts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }

  .refresh {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--atc-border);
  }

  .runs {
    width: 100%;
    list-style: none;
  }

  .runs li:not(:first-child) {
    border-block-start: 1px solid var(--atc-border);
  }

  .asked-for {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 6px;
    list-style: none;
  }

  .asked-for li {
    padding: 1px 10px;
    border: 1px solid var(--atc-border);
    border-radius: var(--atc-radius);
    color: var(--atc-muted);
    overflow-wrap: anywhere;
  }

  /* Laid out, so that its rows can be made, but neither seen nor reached. */
  .awaited {
    height: 0;
    overflow: clip;
    visibility: hidden;
  }

  .loading {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 200px;
    color: var(--atc-muted);
    animation: appear 0s 1s both;
  }

  @container (max-width: 760px) {
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 480px) {
    .page {
      gap: 14px;
      padding: 12px;
    }

    .connection {
      padding: 14px;
    }
  }
`;
