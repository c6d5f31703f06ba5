"use strict";
/* The page stays true to the database: whenever the server says that something changed, the living parts are fetched anew.
   Without this script the same forms post and the page comes back by redirect. */
(() => {
  const page = document.querySelector("main.demo");
  const { base, phone } = page.dataset;
  const notice = document.getElementById("aviso");
  const talk = document.querySelector(".talk");

  const say = (text) => {
    notice.textContent = text;
    notice.hidden = !text;
  };

  const toEnd = () => { talk.scrollTop = talk.scrollHeight; };

  /* Keeps what did not change, so that a screen reader reads only what is new and the focus stays where it is. */
  const mergeList = (list, fresh) => {
    const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
    let previous = null;
    let changed = false;
    for (const item of [...fresh.children]) {
      let mine = known.get(item.dataset.key);
      known.delete(item.dataset.key);
      if (!mine || mine.outerHTML !== item.outerHTML) {
        if (mine) mine.replaceWith(item);
        mine = item;
        changed = true;
      }
      const place = previous ? previous.nextElementSibling : list.firstElementChild;
      if (place !== mine) list.insertBefore(mine, place);
      previous = mine;
    }
    known.forEach((item) => item.remove());
    return changed;
  };

  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    if (mergeList(document.getElementById("talk"), fresh.getElementById("talk"))) toEnd();
    for (const id of ["relogio", "mind"]) {
      const old = document.getElementById(id);
      const now = fresh.getElementById(id);
      if (old.outerHTML !== now.outerHTML && !old.querySelector(":focus")) old.replaceWith(now);
    }
  };

  let looking = false;
  let again = false;
  const look = async () => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const answer = await fetch(`${base}/fragment?phone=${phone}`);
        if (answer.ok) show(await answer.text());
      } while (again);
    } catch {
      /* offline: the next event or the reconnection looks again */
    } finally {
      looking = false;
    }
  };

  const post = async (form, submitter) => {
    const given = Object.fromEntries(new FormData(form, submitter));
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
    });
    if (!answer.ok) throw new Error(answer.status);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!page.contains(form) || form.method !== "post" || form.hasAttribute("aria-busy")) return;
    event.preventDefault();
    const written = form.elements.text;
    if (written && !written.value.trim()) return;
    form.setAttribute("aria-busy", "true");
    try {
      await post(form, event.submitter);
      if (written) written.value = "";
      say("");
    } catch {
      say("Não foi. Tente de novo.");
    } finally {
      form.removeAttribute("aria-busy");
    }
    if (form.matches(".options")) document.getElementById("escrever").focus({ preventScroll: true });
    await look();
  });

  const events = new EventSource(`${base}/events`);
  events.addEventListener("mudou", look);
  const away = "Sem conexão com a Anna. Tentando de novo…";
  events.addEventListener("error", () => say(away));
  events.addEventListener("open", () => { if (notice.textContent === away) say(""); });
  toEnd();
})();
