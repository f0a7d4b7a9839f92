/** Puts `value` under `key` as the newest entry and drops the oldest ones above `maximum`. */
export function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, maximum: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= maximum) return;
    map.delete(oldest);
  }
}
