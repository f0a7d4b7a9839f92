const key = "interop-admin-token";

/**
 * The token of the link (`#token=…`), or the one that this tab has already. That of the link is removed from the address at
 * once, so that no history keeps it; browsers do not send fragments to a server.
 *
 * @returns {string | undefined}
 */
export function knownToken() {
  const brought = new URLSearchParams(location.hash.slice(1)).get("token");
  if (brought !== null) {
    history.replaceState(null, "", location.pathname);
    keepToken(brought);
  }
  return sessionStorage.getItem(key) ?? undefined;
}

/** @param {string} token - Kept until the tab is closed. */
export function keepToken(token) {
  sessionStorage.setItem(key, token);
}

export function forgetToken() {
  sessionStorage.removeItem(key);
}

/**
 * @param {string} pasted - A token, or the whole manifest.
 * @returns {string}
 */
export function tokenIn(pasted) {
  const text = pasted.trim();
  if (!text.startsWith("{")) return text;
  try {
    const { adminToken } = JSON.parse(text);
    return typeof adminToken === "string" ? adminToken : text;
  } catch {
    return text;
  }
}
