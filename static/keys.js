// Keys for what is done often: j and k move along the rows of a list, Enter opens, f logs, / searches,
// ? shows the keys. Each only presses what stands on the page. A person can turn them off.
const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
const link = (row) => row.querySelector("a[href]");
const rowOf = (element) => element?.closest?.("[data-row]");

const keysAreOff = () => document.body.dataset.keys === "off";

const isTyping = (element) =>
  element.matches("input, select, textarea, [contenteditable]") && element.type !== "checkbox";

const moveTo = (row) => {
  if (!row) return;
  link(row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};

const move = (step) => {
  const all = rows();
  const at = all.indexOf(rowOf(document.activeElement));
  moveTo(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step]);
};

const log = () => {
  const here = rowOf(document.activeElement);
  const row = here || (document.getElementById("log-summary") ? null : rows()[0]);
  if (row) {
    window.remitLogIn(row);
    return;
  }
  const summary = document.getElementById("log-summary");
  if (!summary) return;
  summary.parentElement.open = true;
  summary.parentElement.querySelector("textarea").focus();
};

const search = () => document.getElementById("search")?.focus();

const help = () => {
  const dialog = document.getElementById("keys");
  if (dialog?.open) dialog.close();
  else dialog?.showModal();
};

const ACTS = { j: () => move(1), k: () => move(-1), f: log, "/": search, "?": help };

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    return;
  }
  const act = ACTS[event.key];
  if (!act || keysAreOff() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || event.defaultPrevented) return;
  // The review has its own rows, and moves along them itself.
  if ("jk".includes(event.key) && document.querySelector("[data-card]")) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-show]")) help();
});
