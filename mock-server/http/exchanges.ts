/** Numbers the HTTP exchanges of one endpoint, whichever server they belong to; the two halves of one share a number. */
export type NextExchange = () => number;

export function countExchanges(): NextExchange {
  let count = 0;
  return () => ++count;
}
