import { xmlText } from "../../../../harness/model/words/stanza.js";
import { showDetail } from "./detail.js";
import { breakDialog, writeDialog } from "./dialogs.js";
import { byId } from "./dom.js";
import { Filters, fits, suggestions } from "./filters.js";
import { List } from "./list.js";
import { attempt, say } from "./notice.js";
import { saveAll, saveBytes, saveTrace, saveVector } from "./save.js";
import { linkedAccounts, showAccounts, showFaults, showTime, showUsers } from "./side.js";
import { Stories } from "./stories.js";

/** @import { Api } from "./api.js" */
/** @import { Account, User } from "./side.js" */
/** @import { Story } from "./stories.js" */
/** @import { TraceEntry } from "../../../../harness/model/trace.js" */

const maximumStories = 5000;
/** With more of them at once, the list is drawn again. */
const maximumWaiting = 400;
const refreshMs = 300;
/** Clients may invent tags. */
const maximumTags = 200;

/** The page after the token was accepted: the list, the chosen entry, the parties, and the actions. */
export class Desk {
  /** Of the tenant that is shown. @type {Api} */
  api;
  /** As last seen. @type {{ users: readonly User[], accounts: readonly Account[] }} */
  parties = { users: [], accounts: [] };
  /** Opens the dialog. @type {(from?: string) => void} */
  write;
  #stories = new Stories(maximumStories);
  #filters = new Filters(() => this.#redraw());
  #list;
  #detail = byId("detail", HTMLElement);
  #tags = /** @type {Set<string>} */ (new Set());
  /** Not drawn yet. */
  #begun = /** @type {Story[]} */ ([]);
  #changed = /** @type {Set<Story>} */ (new Set());
  #drawing = false;
  #paused = false;
  #refreshing = false;
  #refreshAgain = false;

  /** @param {Api} api */
  constructor(api) {
    this.api = api;
    this.#list = new List(byId("entries", HTMLElement), {
      all: () => this.#matching(),
      chosen: (story) => this.#showChosen(story),
    });
    this.write = writeDialog(this);
    const open = breakDialog(this);
    this.#on("write", async () => this.write());
    this.#on("break", open);
    this.#on("new-user", async () => {
      const { jid } = await this.api.post("/users");
      say(`Made ${jid}`);
      await this.refresh();
    });
    this.#on("disarm-all", async () => {
      await this.api.remove("/faults");
      await this.refresh();
    });
    this.#on("export", () => saveAll(this.api));
    this.#on("clear", async () => this.clear());
    this.#on("pause", async () => this.#pause());
    byId("clock-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      void attempt(() => this.#advance());
    });
    showDetail(this.#detail, undefined, this.#savers);
  }

  /** Forgets what is shown; the journal keeps it. */
  clear() {
    this.#stories.clear();
    this.#begun = [];
    this.#changed.clear();
    showDetail(this.#detail, undefined, this.#savers);
    this.#redraw();
  }

  /** @param {readonly TraceEntry[]} entries - New ones. */
  take(entries) {
    for (const entry of entries) {
      const { begun, changed } = this.#stories.add(entry);
      if (begun !== undefined) this.#begun.push(begun);
      if (changed !== undefined) this.#changed.add(changed);
      if (entry.kind === "stanza" && this.#tags.size < maximumTags) this.#tags.add(entry.node.tag);
    }
    // A hidden or paused page draws nothing.
    if (this.#begun.length > maximumWaiting) this.#begun = this.#begun.slice(-maximumWaiting - 1);
    this.#soon();
    void this.refresh();
  }

  /** @param {string} party - Show only this one; a second call shows all again. */
  only(party) {
    this.#filters.only(party);
  }

  /** Asks for parties, faults and time, at most a few times a second. */
  async refresh() {
    this.#refreshAgain = this.#refreshing;
    if (this.#refreshing) return;
    this.#refreshing = true;
    const { api } = this;
    try {
      const asked = ["/accounts", "/devices", "/users", "/faults", "/clock"].map((path) => api.get(path));
      const [{ accounts: enlisted }, { devices }, { users }, { armed }, time] = await Promise.all(asked);
      if (api !== this.api) return;
      const accounts = [...enlisted, ...linkedAccounts(devices)];
      this.parties = { accounts, users };
      showAccounts(this, accounts);
      showUsers(this, users);
      showFaults(this, armed);
      showTime(time);
      const names = [
        ...accounts.map((/** @type {Account} */ each) => each.login),
        ...users.map((/** @type {User} */ each) => each.jid),
      ];
      this.#filters.suggest(names, this.#tags);
      suggestions("recipients", names);
    } catch {
      // The header shows that the endpoint does not answer.
    } finally {
      setTimeout(() => {
        this.#refreshing = false;
        if (this.#refreshAgain) void this.refresh();
      }, refreshMs);
    }
  }

  get #savers() {
    return {
      trace: (/** @type {Story} */ { entry }) => void attempt(() => saveTrace(this.api, entry.seq)),
      bytes: (/** @type {Story} */ { entry }) => void attempt(() => saveBytes(this.api, entry.seq)),
      vector: (/** @type {Story} */ { entry }) => void attempt(() => saveVector(this.api, entry.seq)),
      copy: (/** @type {Story} */ { entry }) =>
        void attempt(async () => {
          if (entry.kind === "stanza") await navigator.clipboard.writeText(xmlText(entry.node));
          say("Copied");
        }),
    };
  }

  #matching() {
    const { wanted } = this.#filters;
    return this.#stories.list.filter((story) => fits(story, wanted));
  }

  #soon() {
    if (this.#drawing || this.#paused) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw() {
    if (this.#begun.length > maximumWaiting) return this.#redraw();
    const { wanted } = this.#filters;
    this.#list.append(this.#begun.filter((story) => fits(story, wanted)));
    for (const story of this.#changed) this.#list.update(story);
    const { chosen } = this.#list;
    if (chosen !== undefined && this.#changed.has(chosen)) this.#showChosen(chosen);
    this.#drawn();
  }

  #redraw() {
    this.#list.show();
    this.#drawn();
  }

  #drawn() {
    this.#begun = [];
    this.#changed.clear();
    const { list, forgotten } = this.#stories;
    const older = forgotten === 0 ? "" : `, ${forgotten} older ones only in the export`;
    byId("count", HTMLElement).textContent = `${list.length} ${list.length === 1 ? "entry" : "entries"}${older}`;
  }

  /** @param {Story} story */
  #showChosen(story) {
    showDetail(this.#detail, story, this.#savers);
  }

  #pause() {
    this.#paused = !this.#paused;
    byId("pause", HTMLElement).setAttribute("aria-pressed", String(this.#paused));
    this.#soon();
  }

  async #advance() {
    const ms =
      Number(byId("clock-amount", HTMLInputElement).value) * Number(byId("clock-unit", HTMLSelectElement).value);
    showTime(await this.api.post("/clock/advance", { ms }));
    say("Time has passed");
  }

  /**
   * @param {string} id
   * @param {() => Promise<void>} work
   */
  #on(id, work) {
    byId(id, HTMLButtonElement).addEventListener("click", () => void attempt(work));
  }
}
