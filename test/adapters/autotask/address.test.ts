import { describe, expect, it } from 'vitest';
import { discoveryAddress, trustedZoneAddress } from '../../../adapters/autotask/address.ts';

describe('discoveryAddress', () => {
  it.each([
    ['https://webservices.autotask.net/ATServicesRest/', 'https://webservices.autotask.net/ATServicesRest/'],
    ['https://webservices.autotask.net/ATServicesRest', 'https://webservices.autotask.net/ATServicesRest/'],
    ['https://proxy.msp.example/autotask/', 'https://proxy.msp.example/autotask/'],
    ['http://127.0.0.1:8080/ATServicesRest/', 'http://127.0.0.1:8080/ATServicesRest/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ])('accepts %s', (text, href) => {
    expect(discoveryAddress(text).href).toBe(href);
  });

  it.each([
    'http://webservices.autotask.net/',
    'http://127.0.0.1.evil.example/',
    'http://10.0.0.1/',
    'ftp://127.0.0.1/',
    'webservices.autotask.net',
    '',
  ])('refuses %j', (text) => {
    expect(() => discoveryAddress(text)).toThrow();
  });
});

describe('trustedZoneAddress', () => {
  const discovery = discoveryAddress('https://proxy.msp.example/autotask/');

  it.each([
    ['https://webservices3.autotask.net/atservicesrest/', 'https://webservices3.autotask.net/atservicesrest/'],
    ['https://webservices29.autotask.net/ATServicesRest', 'https://webservices29.autotask.net/ATServicesRest/'],
    ['https://prde.autotask.net/atservicesrest/', 'https://prde.autotask.net/atservicesrest/'],
    ['https://proxy.msp.example/zone3/', 'https://proxy.msp.example/zone3/'],
  ])('follows %s', (text, href) => {
    expect(trustedZoneAddress(text, discovery)?.href).toBe(href);
  });

  it.each([
    'https://proxy.msp.example:8443/zone3/',
    'http://proxy.msp.example/zone3/',
    'http://webservices3.autotask.net/atservicesrest/',
    'https://autotask.net/',
    'https://evilautotask.net/',
    'https://webservices3.autotask.net.evil.example/',
    'https://webservices3.autotask.net@evil.example/',
    'https://evil.example/?.autotask.net',
    'https://webservices3.autotask.net:444/',
    'https://user@webservices3.autotask.net/',
    'https://:pass@webservices3.autotask.net/',
    'https://webservices3.autotask.net/?next=1',
    'https://webservices3.autotask.net/#1',
    '//webservices3.autotask.net/',
    '',
  ])('does not follow %j', (text) => {
    expect(trustedZoneAddress(text, discovery)).toBeNull();
  });
});
