// Rows selected in a register: kept while it is sorted and paged, forgotten with another filter.
// x or space selects the row that has the focus, shift selects all from the last one, Enter goes on.
// Without this the boxes are a plain form.
const chosen = new Set();
let last = null;
let match = document.querySelector("[data-selection]")?.dataset.selection;

const boxes = () => [...document.querySelectorAll("[data-select]")];
const all = () => document.getElementById("select-all");

const told = () => {
  const bar = document.querySelector("[data-selection]");
  if (!bar) return;
  const number = all().checked ? bar.dataset.total : chosen.size;
  const words = bar.querySelector("[data-selected-count]");
  words.textContent = words.dataset.words.replace("{number}", number);
  words.hidden = bar.querySelector("[data-select-clear]").hidden = !Number(number);
  document.documentElement.classList.toggle("selecting", Boolean(Number(number)));
  const status = document.getElementById("selected-told");
  if (status.textContent !== words.textContent) status.textContent = words.textContent;

  const here = boxes();
  const keys = new Set(here.map((box) => box.value));
  const elsewhere = [...chosen].filter((key) => !keys.has(key));
  document.getElementById("selected-elsewhere").value = elsewhere.join(",");
  const page = document.querySelector("[data-select-page]");
  if (!page) return;
  const ticked = here.filter((box) => box.checked).length;
  page.checked = ticked > 0 && ticked === here.length;
  page.indeterminate = ticked > 0 && ticked < here.length;
};

const set = (box, on) => {
  box.checked = on;
  if (on) chosen.add(box.value);
  else chosen.delete(box.value);
};

const clear = () => {
  chosen.clear();
  last = null;
  if (all()) all().checked = false;
  for (const box of boxes()) box.checked = false;
};

// What the page shows, after it was loaded or a part of it was swapped.
const show = () => {
  const bar = document.querySelector("[data-selection]");
  if (bar && bar.dataset.selection !== match) {
    match = bar.dataset.selection;
    clear();
  }
  for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
  for (const box of boxes()) box.checked = chosen.has(box.value);
  told();
};

// A row shows all its words while it has the focus. Taken on the way down, the focus would move the
// rows under the mouse, and the click would miss; so it is taken after the click.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest(".select-box")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-select-clear]")) {
    const first = boxes()[0];
    clear();
    told();
    first?.focus();
    return;
  }
  const box = event.target.closest("[data-select]");
  if (!box) return;
  const here = boxes();
  const [from, to] = [here.indexOf(last), here.indexOf(box)].sort((a, b) => a - b);
  const run = event.shiftKey && from >= 0 ? here.slice(from, to + 1) : [box];
  for (const one of run) set(one, box.checked);
  last = box;
  box.focus({ preventScroll: true });
  if (!box.checked) all().checked = false;
  told();
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-select-page]")) {
    for (const box of boxes()) set(box, event.target.checked);
    if (!event.target.checked) all().checked = false;
    told();
  }
  if (event.target.id === "select-all") told();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.body.dataset.keys === "off" || event.target.closest("textarea, select, form")) return;
  const box = event.target.closest("[data-row]")?.querySelector("[data-select]");
  if (!box) return;
  event.preventDefault();
  box.click();
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.closest(".inline-log")) return;
  show();
});
window.addEventListener("pageshow", show);
