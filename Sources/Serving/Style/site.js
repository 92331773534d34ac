// What is nicer with a script; every page works without one.
"use strict";

// The menu of languages closes by Escape and by a click beside it.
const menu = document.querySelector(".languages");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  hideTip();
});
document.addEventListener("click", (event) => {
  if (menu.open && !menu.contains(event.target)) menu.open = false;
});

// The section that one is in shows in a row of them that is too long for the screen.
const section = document.querySelector(".top nav [aria-current]");
if (section) section.closest("ul").scrollLeft = section.offsetLeft - 24;

// On a narrow screen the filters make room for what they filter, unless they are in use.
if (matchMedia("(max-width: 40rem)").matches) {
  for (const box of document.querySelectorAll("details.filters")) {
    const fields = [...box.querySelectorAll("input:not([type=hidden]), select")];
    box.open = fields.some((field) => field.value !== "");
  }
}

// Fields that were left empty stay out of the address of a filter.
for (const form of document.querySelectorAll("form.filter")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) {
      if (field.name && field.value === "") field.disabled = true;
    }
    // The way back finds the form as it was.
    setTimeout(() => { for (const field of form.elements) field.disabled = false; });
  });
}

// A fact that a mark leads to shows its sentence at once.
function openFact() {
  const card = location.hash.startsWith("#fact-") && document.getElementById(location.hash.slice(1));
  if (!card) return;
  const details = card.querySelector("details.why");
  if (details) details.open = true;
  card.focus({ preventScroll: true });
}
addEventListener("hashchange", openFact);
openFact();

// The words of a chart's mark show where the pointer is.
let tip;
function hideTip() {
  if (tip) tip.remove();
  tip = undefined;
}
for (const chart of document.querySelectorAll("figure.chart")) {
  for (const title of chart.querySelectorAll("g > title")) title.remove();
  chart.addEventListener("pointermove", (event) => {
    const mark = event.target.closest("g[aria-label]");
    if (!mark) return hideTip();
    if (!tip) {
      tip = document.createElement("div");
      tip.className = "tip";
      tip.setAttribute("aria-hidden", "true");
      document.body.append(tip);
    }
    tip.textContent = mark.getAttribute("aria-label");
    const room = document.documentElement.clientWidth - tip.offsetWidth - 12;
    // Places are set through the object model, which a strict policy allows.
    tip.style.left = Math.max(8, Math.min(event.clientX + 14, room)) + "px";
    tip.style.top = event.clientY + 18 + "px";
  });
  chart.addEventListener("pointerleave", hideTip);
}
