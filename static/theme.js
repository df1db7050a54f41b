// Before the first paint: the theme that the person chose, or the system's. What a signed-in person
// has chosen comes with the page (data-theme); before signing in, the browser remembers the last.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const apply = () => {
    const choice = root.dataset.theme || localStorage.getItem("theme") || "auto";
    root.dataset.bsTheme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
  };
  const choose = (choice) => {
    localStorage.setItem("theme", choice);
    if (root.dataset.theme) root.dataset.theme = choice;
    apply();
  };
  if (root.dataset.theme) choose(root.dataset.theme);
  else apply();
  dark.addEventListener("change", apply);
  window.remitTheme = choose;
})();
