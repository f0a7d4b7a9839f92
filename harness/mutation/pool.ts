/** Does `work` for each item, a few at a time, and returns the results in the order of the items. */
export async function inPool<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) {
      // Bounded by the length of the list just now.
      results[at] = await work(items[at] as Item);
    }
  }
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
