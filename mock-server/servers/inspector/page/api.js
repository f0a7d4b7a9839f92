/** A refusal of the admin API, or the error that it did not answer. */
export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The admin API, for one tenant. The token goes into a header, never into an address. */
export class Api {
  #token;
  #tenant;

  /**
   * @param {string} token
   * @param {string} [tenant]
   */
  constructor(token, tenant = "default") {
    this.#token = token;
    this.#tenant = tenant;
  }

  get tenant() {
    return this.#tenant;
  }

  /** @param {string} tenant */
  of(tenant) {
    return new Api(this.#token, tenant);
  }

  /**
   * @param {string} path - Below the tenant, or below `/v1` when it begins with a dot.
   * @param {{ readonly method?: string, readonly body?: unknown, readonly signal?: AbortSignal }} [options]
   * @returns {Promise<Response>} One that succeeded.
   * @throws {Refusal}
   */
  async send(path, { method = "GET", body, signal } = {}) {
    const root = path.startsWith(".") ? "/v1" : `/v1/tenants/${encodeURIComponent(this.#tenant)}`;
    const response = await fetch(`${root}${path.replace(/^\./, "")}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}` },
      credentials: "omit",
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    }).catch((reason) => {
      throw signal?.aborted === true ? reason : new Refusal("unreachable", "The endpoint does not answer");
    });
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    throw new Refusal(String(problem.code), String(problem.detail ?? `Status ${response.status}`));
  }

  /**
   * @param {string} path
   * @returns {Promise<any>} As the OpenAPI document says.
   */
  async get(path) {
    return (await this.send(path)).json();
  }

  /**
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async post(path, body = {}) {
    const response = await this.send(path, { method: "POST", body });
    return response.status === 204 ? undefined : response.json();
  }

  /** @param {string} path */
  async remove(path) {
    await this.send(path, { method: "DELETE" });
  }
}

/**
 * A part of a path.
 *
 * @param {string | number} text
 */
export function part(text) {
  return encodeURIComponent(String(text));
}
