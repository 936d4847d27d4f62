// Keys and small helps; every page reads without them.
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  let at = -1;

  function go(step) {
    const all = rows();
    if (!all.length) return;
    all[at]?.classList.remove("on");
    at = Math.min(Math.max(at + step, 0), all.length - 1);
    const row = all[at];
    row.classList.add("on");
    row.scrollIntoView({ block: "nearest" });
    row.querySelector("a")?.focus({ preventScroll: true });
  }

  const keys = {
    "/": () => document.getElementById("q")?.focus(),
    j: () => go(1),
    k: () => go(-1),
    o: () => rows()[at]?.querySelector("a")?.click(),
    "?": () => {
      const help = document.querySelector("details.keys");
      if (help) { help.open = !help.open; help.scrollIntoView({ block: "nearest" }); }
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  const form = document.getElementById("add");
  if (form) {
    const kind = document.getElementById("add-kind");
    const article = form.action.split("/").pop();
    const choose = () => {
      const fields = kind.selectedOptions[0].dataset.fields.split(" ");
      form.action = `/add/${kind.value}/${article}`;
      for (const label of form.querySelectorAll("[data-field]")) {
        label.hidden = !fields.includes(label.dataset.field);
        label.querySelector("input").disabled = label.hidden;
      }
    };
    kind.addEventListener("change", choose);
    choose();
    const reader = document.querySelector(".reader");
    document.addEventListener("selectionchange", () => {
      const chosen = document.getSelection();
      const words = String(chosen).trim();
      const fits = words.length > 3 && reader.contains(chosen.anchorNode) && reader.contains(chosen.focusNode);
      if (fits) form.elements.words.value = words;
      form.closest("details").classList.toggle("ready", fits);
    });
    reader.addEventListener("click", (event) => {
      const found = event.target.closest("mark")?.closest(".para").querySelector("details");
      if (found && document.getSelection().isCollapsed) found.open = !found.open;
    });
  }

  // Not scrollIntoView: the next Tab would begin there.
  const here = document.querySelector(".head [aria-current]");
  if (here) {
    const places = here.closest("nav");
    places.scrollLeft = here.offsetLeft - (places.clientWidth - here.offsetWidth) / 2;
  }

  // An address says only what narrows the list.
  document.addEventListener("formdata", (event) => {
    if (!event.target.matches(".filters")) return;
    for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches(".filters select")) event.target.form.requestSubmit();
  });
})();
