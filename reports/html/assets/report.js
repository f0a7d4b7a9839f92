// Filters, and links into what is folded away. Everything but transcripts is readable without this script.
const bar = document.querySelector(".filters");
const checks = [...document.querySelectorAll("[data-verdict]")];

if (bar !== null) {
  const buttons = [...bar.querySelectorAll("button")];
  const search = bar.querySelector("input");
  const choices = [...bar.querySelectorAll("select")];
  const texts = new Map(checks.map((check) => [check, check.textContent.toLowerCase()]));
  const refresh = () => {
    const shown = new Set(buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.show));
    const wanted = search.value.trim().toLowerCase();
    for (const check of checks) {
      const chosen = choices.every(({ value, dataset }) => value === "" || check.dataset[dataset.by] === value);
      check.hidden = !chosen || !shown.has(check.dataset.verdict) || !texts.get(check).includes(wanted);
    }
    for (const folder of document.querySelectorAll(".folder")) {
      folder.hidden = folder.querySelector("[data-verdict]:not([hidden])") === null;
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      refresh();
    });
  }
  for (const choice of choices) choice.addEventListener("change", refresh);
  search.addEventListener("input", refresh);
  bar.hidden = false;
}

/** Puts the packed content of a `details` in its place. */
async function unpack(details) {
  const holder = details.querySelector(':scope > script[type="application/x-packed"]');
  if (holder === null) return;
  holder.remove();
  const bytes = Uint8Array.from(atob(holder.textContent), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const part = document.createElement("template");
  part.innerHTML = await new Response(inflated).text();
  details.append(part.content);
}

const holding = "details:has(> script)";
for (const details of document.querySelectorAll(holding)) {
  details.addEventListener("toggle", () => details.open && void unpack(details));
}

/** The packed transcript with this frame. */
function transcriptOf(frame) {
  const holds = (range) => {
    const [from, to = from] = range.split("-").map(Number);
    return from <= frame && frame <= to;
  };
  return [...document.querySelectorAll("[data-frames]")].find((one) => one.dataset.frames.split(" ").some(holds));
}

async function reveal() {
  const id = decodeURIComponent(location.hash.slice(1));
  const frame = /^frame-(\d+)$/.exec(id);
  const packed = frame === null ? document.getElementById(id) : transcriptOf(Number(frame[1]));
  if (packed?.matches("details")) await unpack(packed);
  const target = document.getElementById(id) ?? packed;
  if (target == null) return;
  for (let part = target; part !== null; part = part.parentElement) {
    part.hidden = false;
    if (part.tagName === "DETAILS") part.open = true;
  }
  // What was unpacked just now was not there when the browser looked for the target of the address.
  for (const other of document.querySelectorAll(".target")) other.classList.remove("target");
  target.classList.add("target");
  target.scrollIntoView();
}

addEventListener("hashchange", () => void reveal());
void reveal();
