import { beforeEach, describe, expect, it } from 'vitest';
import { type AskedApp, askedApp, askedAppAtNoon } from '../../support/asked-app.ts';
import { aSourceContact } from '../../support/book-builders.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { never, RIGHT } from '../../support/use-cases-in-memory.ts';

const at = (time: string) => `2026-11-24T${time}Z`;
const foreseeFor = (app: AskedApp) => app.forecastRefresh.run(MSP, never());

describe('the forecast before the first refresh', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = askedApp();
    await app.connect();
    app.source.takeAsked();
  });

  it('counts what there is to get', async () => {
    for (let id = 1; id <= 501; id += 1) app.source.putContact(aSourceContact(id));
    expect(await foreseeFor(app)).toMatchObject({ mode: 'full', calls: 7, callsInFull: 7 });
    expect(app.source.takeAsked()).toEqual(['count accounts', 'count contacts', 'usage']);
  });

  it('counts once in a minute', async () => {
    await foreseeFor(app);
    app.source.takeAsked();
    await foreseeFor(app);
    expect(app.source.takeAsked()).toEqual([]);
  });

  it('foresees as many calls as the refresh then takes', async () => {
    const { calls } = await foreseeFor(app);
    app.source.takeAsked();
    await app.refresh();
    expect(app.source.takeAsked()).toHaveLength(calls);
  });

  it('writes its own calls down', async () => {
    const before = await app.ports.callLedger.since(MSP, new Date(0));
    await foreseeFor(app);
    expect((await app.ports.callLedger.since(MSP, new Date(0))) - before).toBe(3);
  });
});

describe('the forecast', () => {
  let app: AskedApp;

  beforeEach(async () => {
    app = await askedAppAtNoon();
  });

  const foresee = () => foreseeFor(app);
  const record = (count: number, time: string) => app.ports.callLedger.record(MSP, { at: new Date(at(time)), count });
  /** What this provider's ledger has of the hour. */
  const ours = () => app.ports.callLedger.since(MSP, new Date(at('11:00:00.000')));

  it('is of an incremental refresh once there is a list, and also says what a full one takes', async () => {
    expect(await foresee()).toMatchObject({ mode: 'incremental', calls: 4, callsInFull: 6 });
    expect(app.source.takeAsked()).toEqual(['usage']);
  });

  it('is of a full one, for which it counts, while it is unclear how the API user stands', async () => {
    await foresee();
    app.source.takeAsked();
    const stored = (await app.ports.connections.find(MSP))!;
    const connection = { ...stored.connection, state: 'unverified' as const };
    await app.ports.connections.save(MSP, { ...stored, connection });
    expect(await foresee()).toMatchObject({ mode: 'full', calls: 6 });
    expect(app.source.takeAsked()).toEqual(['count accounts', 'count contacts', 'usage']);
  });

  it('tells our own calls of the hour from those of others', async () => {
    await record(30, '11:30:00.000');
    await record(999, '10:59:00.000');
    await app.ports.callLedger.record(OTHER_MSP, { at: new Date(at('11:30:00.000')), count: 999 });
    app.source.used = 4000;
    const { usedByUs, ...forecast } = await foresee();
    expect(usedByUs).toBe(await ours());
    expect(forecast).toMatchObject({
      limit: 10_000,
      usedThisHour: 4000,
      usedByOthers: 4000 - usedByUs,
      remainingThisHour: 6000,
    });
  });

  it('never makes the shares more than what is used', async () => {
    await record(30, '11:30:00.000');
    app.source.used = 10;
    expect(await foresee()).toMatchObject({ usedThisHour: 10, usedByUs: 10, usedByOthers: 0 });
  });

  it('never has fewer than no calls left', async () => {
    app.source.used = 12_000;
    expect(await foresee()).toMatchObject({ usedThisHour: 12_000, remainingThisHour: 0 });
  });

  it('asks Autotask no more than once a minute', async () => {
    await foresee();
    app.source.takeAsked();
    app.turnTo(at('12:00:59.999'));
    app.source.used = 100;
    expect((await foresee()).usedThisHour).toBe(0);
    expect(app.source.takeAsked()).toEqual([]);
    app.turnTo(at('12:01:00.000'));
    expect((await foresee()).usedThisHour).toBe(100);
    expect(app.source.takeAsked()).toEqual(['usage']);
  });

  it('adds what we have called since Autotask was asked', async () => {
    app.source.used = 100;
    const before = await foresee();
    await app.refresh();
    const { usedThisHour, usedByUs, usedByOthers, remainingThisHour } = await foresee();
    expect(usedThisHour).toBe(104);
    expect(usedByUs).toBe(before.usedByUs + 4);
    expect(usedByOthers).toBe(before.usedByOthers);
    expect(remainingThisHour).toBe(9896);
  });

  it('keeps what was answered to each provider apart', async () => {
    await app.saveConnection.run(OTHER_MSP, RIGHT, 'Sam', never());
    await foresee();
    app.source.used = 70;
    expect(await app.forecastRefresh.run(OTHER_MSP, never())).toMatchObject({ mode: 'full', usedThisHour: 70 });
    expect((await foresee()).usedThisHour).toBe(0);
  });

  it('never tries refused credentials', async () => {
    app.source.accept({ ...RIGHT, password: 'replaced in Autotask' });
    await app.testConnection.run(MSP, never());
    app.source.takeAsked();
    await expect(foresee()).rejects.toMatchObject({ code: 'source_unauthorized' });
    expect(app.source.takeAsked()).toEqual([]);
  });

  it('says so without credentials', async () => {
    await app.forgetConnection.run(MSP, 'Grace');
    await expect(foresee()).rejects.toMatchObject({ code: 'not_connected' });
  });
});
