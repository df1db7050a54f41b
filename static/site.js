// What every page has: theme buttons, menus that close, focus kept after a swap.
document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-theme-choice]");
  if (choice) window.remitTheme(choice.dataset.themeChoice);
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (choice || !menu.contains(event.target)) menu.open = false;
  }
});

// A swap replaces the element that had the focus. Put it back on the one with the same id, or on
// what the answer marks as next.
let focused = null;
document.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement && document.activeElement.id;
});
document.addEventListener("htmx:afterSettle", () => {
  const next = document.querySelector("[data-focus]");
  if (next) {
    next.removeAttribute("data-focus");
    next.focus();
  } else if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus();
  }
});

// A part that changed the record says its new version: the other forms of the page follow, so that
// nobody is told of what they did themselves.
document.addEventListener("htmx:afterSettle", () => {
  const changed = document.querySelector("[data-version]");
  if (!changed) return;
  for (const input of document.querySelectorAll("main input[name=version]")) {
    input.value = changed.dataset.version;
  }
  changed.removeAttribute("data-version");
});

// After a form came back with errors without htmx, begin at their summary.
document.querySelector(".error-summary")?.focus();
