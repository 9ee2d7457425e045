/** What the service will not do, in its own words. */
export class Refused extends Error {
  override name = 'Refused';
}
