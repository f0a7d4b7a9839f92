// Filters, and links into what is folded away. Everything is readable without this script.
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

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  for (let part = target; part !== null; part = part.parentElement) {
    part.hidden = false;
    if (part.tagName === "DETAILS") part.open = true;
  }
  target.scrollIntoView();
}

addEventListener("hashchange", reveal);
reveal();
